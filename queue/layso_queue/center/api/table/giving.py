"""Routes: numbers are given and looked up."""

from layso_queue.center.api import answers, bodies, booking_bodies, bookings
from layso_queue.center.api import tickets as t
from layso_queue.center.api.cards import key_of_cards
from layso_queue.center.api.check_in import check_in
from layso_queue.center.api.come_back import come_back
from layso_queue.center.api.problems import FROM_HOME
from layso_queue.center.api.table.common import ISSUED, KIOSK, TICKET
from layso_queue.center.api.ways import Way
from layso_queue.center.api.why import WhyAnswer, why_called
from layso_queue.center.people import roles

NUMBER_ENDED = tuple(
    code for code in FROM_HOME if code not in ("NUMBER_NOT_YET", "NUMBER_NOT_GIVEN")
)
"""Why an old number does not wait again: by what became of its ticket."""

GIVING = (
    Way(
        method="POST",
        path="/v1/tickets",
        name="issue_ticket",
        summary="Give a number",
        handler=t.issue,
        roles=roles.GIVES_NUMBERS,
        signed_in=roles.AT_WORK,
        body=bodies.IssueBody,
        answers=ISSUED,
        refusals=(
            "SERVICE_UNKNOWN",
            "SERVICE_CLOSED",
            "DAY_CLOSED",
            "SERIES_FULL",
            "TICKET_KNOWN_OTHERWISE",
        ),
    ),
    Way(
        method="GET",
        path="/v1/tickets/{id}",
        name="show_ticket",
        summary="Show a ticket of today or of any day before",
        handler=t.show,
        roles=roles.GIVES_NUMBERS | roles.MAY_LOOK_BACK,
        answers=TICKET,
        refusals=("TICKET_UNKNOWN",),
    ),
    Way(
        method="GET",
        path="/v1/tickets/{id}/why",
        name="why_called",
        summary="Say when and why a ticket was called, and who was called before it",
        handler=why_called,
        roles=roles.SEES_ALL,
        answers={200: WhyAnswer},
        refusals=("TICKET_UNKNOWN",),
    ),
    Way(
        method="POST",
        path="/v1/check-ins",
        name="check_in",
        summary="Turn a booking into a ticket",
        handler=check_in,
        roles=roles.GIVES_NUMBERS,
        signed_in=roles.AT_WORK,
        body=booking_bodies.CheckInBody,
        answers={200: answers.CheckInAnswer, 201: answers.CheckInAnswer},
        refusals=(
            "BOOKING_CHOOSE",
            "CARD_WITHOUT_BOOKING",
            *FROM_HOME,
            "BOOKING_UNKNOWN",
            "BOOKING_USED",
            "BOOKING_CANCELLED",
            "BOOKING_WRONG_DAY",
            "BOOKING_MISSED",
            "DAY_CLOSED",
            "SERVICE_CLOSED",
            "SERIES_FULL",
            "TICKET_KNOWN_OTHERWISE",
        ),
    ),
    Way(
        method="POST",
        path="/v1/come-backs",
        name="come_back",
        summary="Let who is back with a number of today wait again, by the number or its slip",
        handler=come_back,
        roles=KIOSK,
        body=bodies.ComeBackBody,
        answers=TICKET,
        refusals=(
            *NUMBER_ENDED,
            "NUMBER_NOT_TODAY",
            "TICKET_UNKNOWN",
            "TICKET_KNOWN_OTHERWISE",
            "DAY_CLOSED",
        ),
    ),
    Way(
        method="GET",
        path="/v1/card-key",
        name="card_key",
        summary="The key under which a kiosk hashes an ID card before it asks",
        handler=key_of_cards,
        roles=KIOSK,
        answers={200: answers.CardKeyAnswer},
    ),
    Way(
        method="POST",
        path="/v1/hand-overs",
        name="hand_over",
        summary="Take over the emergency numbers of a kiosk that was cut off",
        handler=bookings.hand_over,
        roles=KIOSK,
        body=bodies.HandOverBody,
        answers={200: answers.HandOverAnswer},
    ),
)
