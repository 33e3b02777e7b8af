"""Pages: to the provider that knows a person's name and phone, and back to the form."""

from dataclasses import replace

from layso_queue.hub.pages.booking import ask
from layso_queue.hub.persons import clean_name, clean_phone
from layso_queue.hub.refusals import Refusal, Refused
from layso_queue.hub.rules import HOLD_MS
from layso_queue.hub.signin.keeping import Away, sealed, unsealed
from layso_queue.hub.signin.offer import BACK, Offer
from layso_queue.hub.web.asked import Asked
from layso_queue.hub.web.cookies import HOLD, SIGNING_IN
from layso_queue.hub.web.reply import Reply, cookie, to


def start(asked: Asked) -> Reply:
    """Send who keeps a place to the provider; where that cannot be, on to the form."""
    offer, id = _offer(asked), asked.path["hold"]
    if asked.cookies.get(HOLD) != id:
        return to(asked.here(f"/hold/{id}"))
    started = offer.start()
    if started is None:
        return _without(asked, offer, id)
    away = sealed(Away(started, id, asked.language), asked.hub.clock.now(), asked.hub.keys.secret)
    return to(started.url, cookies=(_kept(asked, away, HOLD_MS // 1000),))


def back(asked: Asked) -> Reply:
    """Fill in what the provider says of who came back; the question is still to be answered."""
    offer, hub = _offer(asked), asked.hub
    kept = asked.cookies.get(SIGNING_IN, "")
    away = unsealed(kept, hub.clock.now(), hub.keys.secret)
    if away is None:
        return _without(asked, offer, asked.cookies.get(HOLD, ""))
    asked.language = away.language
    who = offer.finish(away.started, asked.query.get("state", ""), asked.query.get("code", ""))
    known = {
        "name": (clean_name(who.name) if who else None) or "",
        "phone": (clean_phone(who.phone) if who else None) or "",
    }
    if not any(known.values()):
        reply = _without(asked, offer, away.hold)
    else:
        note = asked.texts.say("hub.details.signin_done", name=offer.name)
        reply = _form(asked, away.hold, known, note)
    gone = ("set-cookie", _kept(asked, "", 0))
    return replace(reply, headers=(*reply.headers, gone))


def _offer(asked: Asked) -> Offer:
    if asked.hub.signin is None:
        raise Refused(Refusal.NOT_FOUND)
    return asked.hub.signin


def _without(asked: Asked, offer: Offer, id: str) -> Reply:
    return _form(asked, id, None, asked.texts.say("hub.details.signin_failed", name=offer.name))


def _form(asked: Asked, id: str, known: dict[str, str] | None, note: str) -> Reply:
    # The page's link to the other language must lead to the form, not here again.
    asked.url = asked.here(f"/hold/{id}")
    return ask(asked, id, known, note)


def _kept(asked: Asked, text: str, seconds: int) -> str:
    return cookie(SIGNING_IN, text, seconds=seconds, path=BACK, secure=asked.secure)
