"""`close`, `reopen` and `closures`: closed for a while; all work beside a running center."""

import secrets
import time as clock
from argparse import Namespace
from collections.abc import Callable
from datetime import date, datetime, timedelta

from layso_assets.languages import Texts
from layso_queue.center.commands.faults import FORESEEN, sentence
from layso_queue.center.commands.outcome import Said
from layso_queue.center.commands.ready import make_ready
from layso_queue.center.folder import Folder
from layso_queue.center.opening import uuid7
from layso_queue.center.settings import Settings, read_settings
from layso_queue.center.stamps import VIETNAM, in_ms, local, local_date, midnight
from layso_queue.center.storage import Closure, Closures

BY = "command"
"""Who answers for what was closed from the command line."""

LONGEST_REASON = 200
FOR_EVER = 2**53

Work = Callable[[Closures, Settings, int], Said]


def close(asked: Namespace, texts: Texts) -> Said:
    """Close a service or the center; whoever holds a number or a booking keeps it."""

    def work(closures: Closures, settings: Settings, now: int) -> Said:
        begins = max(now, _moment(asked.first, end=False) or now)
        ends = _moment(asked.last, end=True) or midnight(local_date(begins) + timedelta(days=1))
        if ends <= begins:
            return Said(2, (texts.say("center.closing.over"),))
        one = Closure(
            id=uuid7(secrets.token_bytes),
            service=asked.service or "",
            begins=begins,
            ends=ends,
            reason_vi=asked.reason.strip(),
            reason_en=(asked.reason_en or "").strip(),
            made_at=now,
            made_by=BY,
        )
        closures.add(one)
        lines = [_line(one, settings, texts), texts.say("center.closing.kept")]
        if settings.hub.url:
            lines.append(texts.say("center.closing.told"))
        return Said(0, tuple(lines))

    if not 1 <= len(asked.reason.strip()) <= LONGEST_REASON:
        return Said(2, (texts.say("center.closing.reason_form", most=LONGEST_REASON),))
    return _with_closures(asked, texts, work)


def reopen(asked: Namespace, texts: Texts) -> Said:
    """Lift the closures of a service, or of the whole center, that touch a time."""

    def work(closures: Closures, settings: Settings, now: int) -> Said:
        first = _moment(asked.first, end=False) or now
        last = _moment(asked.last, end=True) or FOR_EVER
        hit = [
            one
            for one in closures.not_over(now)
            if one.service == (asked.service or "") and one.begins < last and one.ends > first
        ]
        if not hit:
            standing = shown(closures, settings, now)
            return Said(2, (texts.say("center.closing.nothing"), *standing))
        for one in hit:
            closures.lift(one.id, now, BY)
        said = (texts.say("center.closing.lifted", what=_line(one, settings, texts)) for one in hit)
        return Said(0, tuple(said))

    def shown(closures: Closures, settings: Settings, now: int) -> list[str]:
        return [_line(one, settings, texts) for one in closures.not_over(now)]

    return _with_closures(asked, texts, work)


def show(asked: Namespace, texts: Texts) -> Said:
    """Say what is closed now or will be."""

    def work(closures: Closures, settings: Settings, now: int) -> Said:
        found = [_line(one, settings, texts) for one in closures.not_over(now)]
        return Said(0, tuple(found or [texts.say("center.closing.none")]))

    return _with_closures(asked, texts, work)


def _line(one: Closure, settings: Settings, texts: Texts) -> str:
    names = {part.code: part.name for part in settings.services}
    name = getattr(names.get(one.service), texts.language, one.service)
    return texts.say(
        "center.closing.service" if one.service else "center.closing.center",
        service=f"{one.service} ({name})",
        first=f"{local(one.begins):%H:%M %d/%m/%Y}",
        last=f"{local(one.ends):%H:%M %d/%m/%Y}",
        reason=one.reason[texts.language].rstrip(". "),
    )


class _NoTime(ValueError):
    pass


def _moment(written: str | None, *, end: bool) -> int | None:
    """Read "2026-11-23" (with `end` its last moment) or "2026-11-23T10:00"; raise _NoTime."""
    if written is None:
        return None
    try:
        if "T" not in written and " " not in written:
            return midnight(date.fromisoformat(written) + timedelta(days=1 if end else 0))
        moment = datetime.fromisoformat(written)
    except (ValueError, OverflowError) as fault:
        raise _NoTime from fault
    return in_ms(moment if moment.tzinfo else moment.replace(tzinfo=VIETNAM))


def _with_closures(asked: Namespace, texts: Texts, work: Work) -> Said:
    folder = Folder(asked.data)
    try:
        make_ready(folder)
        settings = read_settings(folder.settings, texts)
        service = getattr(asked, "service", None)
        if service and service not in {one.code for one in settings.services}:
            return Said(2, (texts.say("center.command.service_unknown", service=service),))
        closures = Closures(folder.database)
        try:
            return work(closures, settings, clock.time_ns() // 1_000_000)
        finally:
            closures.close()
    except _NoTime:
        return Said(2, (texts.say("center.closing.time_form"),))
    except FORESEEN as error:
        return sentence(error, folder, texts)
