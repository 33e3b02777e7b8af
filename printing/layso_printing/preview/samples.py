"""Slips to look at, of every kind that a citizen may hold."""

from dataclasses import replace
from datetime import datetime

from layso_assets.languages import Texts
from layso_printing.slip import TicketSlip

_FOLLOW = "https://so.dongnai.gov.vn/t/0197f1de-8d8c-7c44-a7c1-2b6f0b4c1d2e"

KINDS = ("plain", "full", "documents", "reserve", "test")


def sample_slip(kind: str, language: str, now: datetime) -> TicketSlip:
    """Return the sample `kind` (one of KINDS); raise KeyError for another."""
    say = Texts(language).say
    plain = TicketSlip(
        center=say("paper.sample.center"),
        number="H012",
        service=say("paper.sample.service"),
        issued_at=now,
        ahead=7,
        wait=(15, 25),
        counters=(1, 2, 8),
        follow_url=_FOLLOW,
        language=language,
    )
    if kind == "plain":
        return plain
    if kind == "test":
        return rehearsal_slip(language, now)
    if kind == "reserve":
        return replace(plain, number="Z1-07", emergency=True, ahead=None, wait=None, follow_url="")
    marked = replace(
        plain,
        lunch=say("paper.sample.lunch"),
        priority=say("paper.sample.priority"),
        reprint=True,
    )
    names = tuple(say(f"paper.sample.document{n}") for n in (1, 2, 3))
    return {"full": marked, "documents": replace(marked, documents=names)}[kind]


def rehearsal_slip(language: str, now: datetime) -> TicketSlip:
    """Return the slip of a test print: marked, with every accent, and a code to scan."""
    say = Texts(language).say
    return TicketSlip(
        center=say("paper.sample.center"),
        number="A000",
        service=say("paper.sample.test"),
        issued_at=now,
        follow_url=_FOLLOW,
        language=language,
        rehearsal=True,
    )
