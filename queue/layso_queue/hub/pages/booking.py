"""Pages: a place is kept, a name is written, the place is sold."""

from typing import Any

from layso_queue.hub.challenge import Question, question_of
from layso_queue.hub.limits import Rate
from layso_queue.hub.pages import typed
from layso_queue.hub.pages.leading import chosen
from layso_queue.hub.pages.offering import known
from layso_queue.hub.pages.render import page
from layso_queue.hub.persons import (
    card_key_of,
    card_of,
    clean_card,
    clean_email,
    clean_name,
    clean_phone,
    person_of,
)
from layso_queue.hub.refusals import Refusal, Refused
from layso_queue.hub.rules import CHALLENGE_TRIES, HOLD_MS
from layso_queue.hub.storage import Hold, Person, Place
from layso_queue.hub.web.asked import Asked
from layso_queue.hub.web.cookies import HOLD
from layso_queue.hub.web.reply import Reply, cookie, to

HOLDS = Rate("hold", 30, 600)
"""Places that one address may take out of the sale. Each process looks first, for nothing; what is
kept is counted for all together, in the transaction that keeps it."""

FIELDS = ("name", "phone", "email", "card")
"""What a person may write; the last two need not be."""


def keep(asked: Asked) -> Reply:
    """Keep the chosen place and go on to the name; what this browser kept before goes back."""
    form = asked.form
    try:
        slot = int(form.get("slot", ""))
    except ValueError as error:
        raise Refused(Refusal.NOT_FOUND) from error
    if not 0 <= slot < 1 << 53:
        raise Refused(Refusal.NOT_FOUND)
    known(asked, form.get("center", ""), form.get("service", ""))
    remote = form.get("kind") == "now"
    place = Place(form["center"], form["service"], slot, remote)
    judge = asked.hub.guards.judge(HOLDS, asked.client)
    hold = asked.hub.sale.hold(place, asked.cookies.get(HOLD), judge=judge)
    kept = cookie(HOLD, hold.id, seconds=HOLD_MS // 1000, path="/", secure=asked.secure)
    return to(asked.here(f"/hold/{hold.id}"), cookies=(kept, chosen(asked, place)))


def details(asked: Asked) -> Reply:
    """Ask for name and phone."""
    return ask(asked, asked.path["hold"])


def ask(asked: Asked, id: str, known: dict[str, str] | None = None, note: str = "") -> Reply:
    """Ask for name and phone of a held place; `known` is filled in, `note` is said above."""
    sold = asked.hub.sale.sold(id)
    if sold is not None and asked.cookies.get(HOLD) == sold.hold:
        return to(asked.here(f"/b/{sold.code}"))
    hold = _hold(asked, id)
    wrong = typed.known(asked, id) if known is None else {}
    faults = _faults(asked, hold, wrong) if wrong else {}
    return _form(asked, hold, known or wrong, faults, note)


def confirm(asked: Asked) -> Reply:
    """Sell the place; a form that was sent twice goes to the same booking.

    One with a fault is asked for again, filled in as it was.
    """
    id = asked.path["hold"]
    sale = asked.hub.sale
    sold = sale.sold(id)
    if sold is not None and asked.cookies.get(HOLD) == sold.hold:
        return to(asked.here(f"/b/{sold.code}"))
    hold = _hold(asked, id)
    fields = {name: asked.form.get(name, "") for name in (*FIELDS, "sum")}
    person, _ = _person(asked, fields, hold.place.center)
    if not _question(asked, hold).answered_by(fields["sum"]):
        fields["sum"] = ""
        if sale.count_try(id) == 0:
            raise Refused(Refusal.TOO_MANY_TRIES)
    if not fields["sum"] or person is None:
        again = (typed.kept(asked, id, fields),)
        return to(asked.here(f"/hold/{id}"), cookies=again)
    booking, _ = sale.confirm(id, person)
    return to(asked.here(f"/b/{booking.code}"), cookies=(typed.dropped(asked),))


def _hold(asked: Asked, id: str) -> Hold:
    hold = asked.hub.sale.held(id)
    if hold is None:
        newer = asked.cookies.get(HOLD, id)
        there = newer != id and (asked.hub.sale.held(newer) or asked.hub.sale.sold(newer))
        raise Refused(Refusal.HOLD_REPLACED if there else Refusal.HOLD_GONE)
    return hold


def _faults(asked: Asked, hold: Hold, fields: dict[str, str]) -> dict[str, str]:
    """Return what is wrong with a form that was sent, each field with its sentence."""
    _, faults = _person(asked, fields, hold.place.center)
    if not _question(asked, hold).answered_by(fields.get("sum", "")):
        left = CHALLENGE_TRIES - hold.tries
        word = "sum_wrong_one" if left == 1 else "sum_wrong"
        faults["sum"] = asked.texts.say(f"hub.details.{word}", n=left)
    return faults


def _question(asked: Asked, hold: Hold) -> Question:
    return question_of(hold.id, hold.tries, asked.hub.keys.secret)


def _person(
    asked: Asked, fields: dict[str, str], center: str
) -> tuple[Person | None, dict[str, str]]:
    name, phone = clean_name(fields["name"]), clean_phone(fields["phone"])
    email, card = clean_email(fields["email"]), clean_card(fields["card"])
    faults = {}
    if name is None:
        faults["name"] = asked.texts.say("hub.details.name_wrong")
    if phone is None:
        faults["phone"] = asked.texts.say("hub.details.phone_wrong")
    if email is None:
        faults["email"] = asked.texts.say("hub.details.email_wrong")
    if card is None:
        faults["card"] = asked.texts.say("hub.details.card_wrong")
    if faults or name is None or phone is None:
        return None, faults
    secret = asked.hub.keys.secret
    # Of the card's number nothing but this leaves the page.
    seen = card_of(card or "", card_key_of(center, secret))
    return Person(
        name, phone, person_of(phone, secret), email or None, asked.language, seen
    ), faults


def _form(
    asked: Asked, hold: Hold, fields: dict[str, str], faults: dict[str, str], note: str = ""
) -> Reply:
    center, service = known(asked, hold.place.center, hold.place.service)
    question = _question(asked, hold)
    say: Any = asked.texts.say
    sentence = say(
        "hub.details.sum",
        first=say(f"hub.numbers{'' if asked.language == 'vi' else '_inside'}.n{question.first}"),
        second=say(f"hub.numbers_inside.n{question.second}"),
    )
    return page(
        asked,
        "details.html",
        hold=hold,
        center=center.name(asked.language),
        service=service.name(asked.language),
        question=sentence,
        typed={**dict.fromkeys((*FIELDS, "sum"), ""), **fields},
        faults=faults,
        note=note,
        signin=_signin(asked, hold) if not fields else None,
    )


def _signin(asked: Asked, hold: Hold) -> str | None:
    """Return the name of the provider at which who keeps this place may sign in."""
    offer = asked.hub.signin
    return offer.name if offer is not None and asked.cookies.get(HOLD) == hold.id else None
