"""What several routes answer alike."""

from layso_queue.center.api import answers
from layso_queue.center.people.roles import Role

Answers = dict[int, type[answers.Answer] | None]

TICKET: Answers = {200: answers.TicketAnswer}
ISSUED: Answers = {200: answers.TicketAnswer, 201: answers.TicketAnswer}
SNAPSHOT: Answers = {200: answers.SnapshotAnswer}
KIOSK = frozenset({Role.KIOSK})
