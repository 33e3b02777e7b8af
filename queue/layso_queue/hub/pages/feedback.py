"""Pages: how a visit was, asked of who holds its ticket's link once it is over."""

from typing import Any

from layso_queue.hub.feedback import LEVELS, WORDS_SIGNS, Opinion, clean_words
from layso_queue.hub.ids import uuid7
from layso_queue.hub.pages.render import page
from layso_queue.hub.refusals import Refusal, Refused
from layso_queue.hub.rules import ANSWER_WITHIN_MS, CHANGE_FEEDBACK_MS
from layso_queue.hub.storage import Given, LiveTicket
from layso_queue.hub.times import DAY_MS, day_start
from layso_queue.hub.web.asked import Asked
from layso_queue.hub.web.reply import Reply, to

HOUR_MS = 60 * 60 * 1000
MOST_TYPED = 4000
"""Signs that are read of what somebody wrote; more of them than may be kept, to say how many."""

OVER = "served"
"""The state of a ticket whose visit can be spoken of."""


def visit_of(asked: Asked) -> LiveTicket:
    """Return the ticket in the path. Raises Refused(NOT_FOUND), the same for every wrong one."""
    found = asked.hub.live.ticket(asked.path["ticket"])
    if found is None:
        raise Refused(Refusal.NOT_FOUND)
    return found[0]


def closes_at(asked: Asked, visit: LiveTicket) -> int:
    """Return until when a visit is asked about."""
    return day_start(visit.day) + (asked.hub.questions.open_days + 1) * DAY_MS


def changes_until(asked: Asked, visit: LiveTicket, given: Given) -> int | None:
    """Return until when what was said may be changed; None when that is over."""
    until = min(given.at + CHANGE_FEEDBACK_MS, closes_at(asked, visit))
    return until if asked.hub.clock.now() < until else None


def reasons_of(asked: Asked, opinion: Opinion) -> list[str]:
    """Return the reasons of an opinion in words; one that is asked no more by its code."""
    known = asked.hub.questions.reasons
    say = asked.texts.say
    return [say(f"hub.reasons.{one}") if one in known else one for one in opinion.reasons]


def shown_of(asked: Asked, visit: LiveTicket) -> dict[str, Any] | None:
    """Return what a page says of a visit's feedback: the form, what was said, or that it is closed.

    None while the visit is not over.
    """
    if visit.state != OVER:
        return None
    given = asked.hub.feedback.of(visit.id)
    if given is not None:
        return _said(asked, given, changes_until(asked, visit, given))
    closed = asked.hub.clock.now() >= closes_at(asked, visit)
    shown = {"closed": asked.hub.questions.open_days} if closed else form_of(asked, None)
    return {"given": None, "closed": None, **shown}


def form_of(
    asked: Asked, known: Opinion | None, faults: dict[str, str] | None = None, typed: str = ""
) -> dict[str, Any]:
    """Return what the form shows: what is known is filled in, faults stand beside their part."""
    return {
        "levels": LEVELS,
        "questions": asked.hub.questions,
        "level": known.level if known else 0,
        "reasons": known.reasons if known else (),
        "words": typed or (known.words if known else ""),
        "most": WORDS_SIGNS,
        "faults": faults or {},
        "changing": False,
    }


def ask(asked: Asked) -> Reply:
    """The form by itself, filled in with what was said before."""
    visit = visit_of(asked)
    if visit.state != OVER:
        return to(asked.here(f"/t/{visit.id}"))
    given = asked.hub.feedback.of(visit.id)
    if given is None or changes_until(asked, visit, given) is None:
        return _form(asked, visit, shown_of(asked, visit) or {})
    return _form(asked, visit, _changing(asked, given))


def give(asked: Asked) -> Reply:
    """Keep what was said; the same form sent twice is one answer."""
    visit, hub = visit_of(asked), asked.hub
    now = hub.clock.now()
    if visit.state != OVER or now >= closes_at(asked, visit):
        return to(asked.here(f"/t/{visit.id}/feedback"))
    typed = asked.form.get("words", "")[:MOST_TYPED]
    level = asked.form.get("level", "")
    known = level if level in map(str, LEVELS) else "0"
    reasons = tuple(one for one in hub.questions.reasons if f"why-{one}" in asked.form)
    opinion = Opinion(int(known), reasons, clean_words(typed))
    if faults := _faults(asked, opinion):
        form = form_of(asked, opinion, faults, typed) | {"given": None, "closed": None}
        return _form(asked, visit, form, 422)
    if not hub.feedback.give(visit, opinion, uuid7(now, hub.random), now):
        return to(asked.here(f"/t/{visit.id}/feedback"))
    return to(asked.here(f"/t/{visit.id}/thanks"))


def thanks(asked: Asked) -> Reply:
    """Say thank you, and what comes of it."""
    visit = visit_of(asked)
    given = asked.hub.feedback.of(visit.id)
    if given is None:
        return to(asked.here(f"/t/{visit.id}"))
    return page(
        asked,
        "thanks.html",
        visit=visit,
        until_ms=changes_until(asked, visit, given),
        wants=given.opinion.wants_answer,
        hours=ANSWER_WITHIN_MS // HOUR_MS,
    )


def _faults(asked: Asked, opinion: Opinion) -> dict[str, str]:
    say, faults = asked.texts.say, {}
    if opinion.level not in LEVELS:
        faults["level"] = say("hub.feedback.level_missing")
    if len(opinion.words) > WORDS_SIGNS:
        n = len(opinion.words)
        faults["words"] = say("hub.feedback.words_long", n=n, most=WORDS_SIGNS)
    return faults


def _changing(asked: Asked, given: Given) -> dict[str, Any]:
    return form_of(asked, given.opinion) | {"given": None, "closed": None, "changing": True}


def _said(asked: Asked, given: Given, until: int | None) -> dict[str, Any]:
    return {
        "given": given,
        "closed": None,
        "said_why": reasons_of(asked, given.opinion),
        "until": until,
        "hours": CHANGE_FEEDBACK_MS // HOUR_MS,
        "waits": given.opinion.wants_answer and given.handled_at is None,
        "answer_hours": ANSWER_WITHIN_MS // HOUR_MS,
    }


def _form(asked: Asked, visit: LiveTicket, shown: dict[str, Any], status: int = 200) -> Reply:
    hub, language = asked.hub, asked.language
    center = hub.looks.center(visit.center)
    service = hub.looks.service(visit.center, visit.service)
    return page(
        asked,
        "feedback.html",
        status,
        visit=visit,
        feedback=shown,
        center=center.name(language) if center else visit.center,
        service=service.name(language) if service else visit.service,
        day=day_start(visit.day),
    )
