"""`web places`: set by hand how many places of one half hour the web gets."""

import time as clock
from argparse import Namespace
from datetime import date, datetime, time, timedelta

from layso_assets.languages import Texts
from layso_queue.center.commands.faults import FORESEEN, sentence
from layso_queue.center.commands.outcome import Said
from layso_queue.center.commands.ready import make_ready
from layso_queue.center.folder import Folder
from layso_queue.center.settings import Settings, hours_of, read_settings
from layso_queue.center.settings.web import MOST_PLACES
from layso_queue.center.stamps import VIETNAM, in_ms, local_date
from layso_queue.center.sync.by_hand import set_by_hand
from layso_queue.center.sync.places import Place, slots_on

RULE = "rule"
"""In place of a number: what the settings say."""


def set_places(asked: Namespace, texts: Texts) -> Said:
    """Set the places, beside a running center; those in reach are leased at once."""
    folder = Folder(asked.data)
    try:
        start = datetime.combine(
            date.fromisoformat(asked.date), time.fromisoformat(asked.slot), VIETNAM
        )
    except ValueError:
        return Said(2, (texts.say("center.web.slot_form"),))
    if asked.n != RULE and not (asked.n.isascii() and asked.n.isdecimal()):
        return Said(2, (texts.say("center.web.n_form", most=MOST_PLACES),))
    n = None if asked.n == RULE else int(asked.n)
    if n is not None and n > MOST_PLACES:
        return Said(2, (texts.say("center.web.n_form", most=MOST_PLACES),))
    try:
        make_ready(folder)
        settings = read_settings(folder.settings, texts)
        now = clock.time_ns() // 1_000_000
        refused = _refused(settings, asked.service, start, now, texts)
        if refused is not None:
            return Said(2, (refused,))
        place = Place(asked.service, in_ms(start), False)
        set_by_hand(folder, settings, {place: n}, now)
    except FORESEEN as error:
        return sentence(error, folder, texts)
    about = {"service": asked.service, "day": f"{start:%d/%m/%Y}", "slot": f"{start:%H:%M}"}
    if n is None:
        lines = [texts.say("center.web.by_rule", **about)]
    else:
        lines = [texts.say("center.web.places_set", n=n, **about)]
    if not settings.hub.url:
        lines.append(texts.say("center.web.no_hub"))
    elif start.date() > local_date(now) + timedelta(days=settings.web.days):
        lines.append(texts.say("center.web.later", days=settings.web.days))
    return Said(0, tuple(lines))


def _refused(
    settings: Settings, service: str, start: datetime, now: int, texts: Texts
) -> str | None:
    if service not in {one.code for one in settings.services}:
        return texts.say("center.command.service_unknown", service=service)
    day = f"{start:%d/%m/%Y}"
    slots = slots_on(hours_of(settings), start.date())
    if in_ms(start) <= now:
        return texts.say("center.web.over", day=day, slot=f"{start:%H:%M}")
    if not slots:
        return texts.say("center.web.day_off", day=day)
    if in_ms(start) not in slots:
        return texts.say("center.web.no_slot", day=day, slot=f"{start:%H:%M}")
    return None
