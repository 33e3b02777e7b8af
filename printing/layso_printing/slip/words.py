"""Put a slip into words: every text that stands on it, cleaned, in the citizen's language."""

from collections.abc import Mapping
from dataclasses import dataclass

from layso_assets.languages import Texts
from layso_printing.slip.clean import clean
from layso_printing.slip.ticket import TicketSlip

STAMP = "%d/%m/%Y %H:%M"

MOST_DOCUMENTS = 8
"""More lines than this nobody reads, and the paper gets longer than an arm."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A small label and the value that counts, as "Trước bạn" and "7 người"."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class SlipWords:
    """The texts of one slip by the names that layouts use; an empty text is not printed."""

    texts: Mapping[str, str]
    facts: tuple[Fact, ...]
    documents: tuple[str, ...]
    follow_url: str
    openers: tuple[str, ...]
    """Words that begin a phrase: a title breaks before them rather than elsewhere."""


def words_of(slip: TicketSlip, most_documents: int | None = None) -> SlipWords:
    """Return the words of `slip`; an unknown language reads Vietnamese.

    With `most_documents` only the first so many are named, and the last line tells how many
    more there are.
    """
    say = Texts(slip.language).say
    texts = {
        "center": clean(slip.center),
        "number": slip.number,
        "number_label": say("slip.ticket.number"),
        "service": clean(slip.service),
        "lunch": clean(slip.lunch),
        "priority": _priority(slip),
        "reprint": say("slip.ticket.reprint") if slip.reprint else "",
        "rehearsal": say("slip.ticket.rehearsal") if slip.rehearsal else "",
        "emergency": say("slip.ticket.emergency") if slip.emergency else "",
        "documents": say("slip.ticket.documents") if slip.documents else "",
        "issued": say("slip.ticket.issued", time=slip.issued_at.strftime(STAMP)),
        "issued_at": say("slip.ticket.issued_at"),
        "stamp": slip.issued_at.strftime(STAMP),
        "follow": _follow(slip),
        "not_receipt": say("slip.ticket.not_receipt"),
    }
    documents = _documents(slip, MOST_DOCUMENTS if most_documents is None else most_documents)
    openers = tuple(say("slip.ticket.openers").split())
    return SlipWords(texts, _facts(slip), documents, slip.follow_url, openers)


def _documents(slip: TicketSlip, most: int) -> tuple[str, ...]:
    named = tuple(filter(None, map(clean, slip.documents)))
    if len(named) <= most:
        return named
    word = "more_documents" if most else "all_documents"
    rest = Texts(slip.language).say(f"slip.ticket.{word}", n=len(named) - most)
    return (*named[:most], rest)


def _follow(slip: TicketSlip) -> str:
    wifi = clean(slip.wifi, 32)
    if not slip.follow_url:
        return ""
    say = Texts(slip.language).say
    return say("slip.ticket.follow_wifi", name=wifi) if wifi else say("slip.ticket.follow")


def _priority(slip: TicketSlip) -> str:
    group = clean(slip.priority, 40)
    return Texts(slip.language).say("slip.ticket.priority", group=group) if group else ""


def _facts(slip: TicketSlip) -> tuple[Fact, ...]:
    say = Texts(slip.language).say
    facts: list[Fact] = []
    if slip.ahead is not None:
        word = {0: "nobody", 1: "one"}.get(slip.ahead, "many")
        facts.append(Fact(say("slip.ahead.label"), say(f"slip.ahead.{word}", n=slip.ahead)))
    if slip.wait in ("now", "no_counter"):
        facts.append(Fact(say("slip.wait.label"), say(f"slip.wait.{slip.wait}")))
    elif isinstance(slip.wait, tuple):
        low, high = slip.wait
        word = "about" if low == high else "under" if low == 0 else "range"
        facts.append(Fact(say("slip.wait.label"), say(f"slip.wait.{word}", low=low, high=high)))
    if slip.counters:
        word = "one" if len(slip.counters) == 1 else "many"
        numbers = _spans(slip.counters)
        facts.append(Fact(say(f"slip.counter.{word}"), numbers))
    return tuple(facts)


def _spans(counters: tuple[int, ...]) -> str:
    """Return "1, 3–6, 9": three neighbours or more become a span."""
    spans: list[list[int]] = []
    for number in sorted(set(counters)):
        if spans and number == spans[-1][-1] + 1:
            spans[-1].append(number)
        else:
            spans.append([number])
    shown = [
        [f"{span[0]}–{span[-1]}"] if len(span) > 2 else [str(number) for number in span]
        for span in spans
    ]
    return ", ".join(text for span in shown for text in span)
