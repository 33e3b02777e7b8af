"""Staff that the settings name for the demo: added once, and taken back when no longer named."""

import json
import os
from pathlib import Path

import structlog

from layso_queue.center.people.pins import fits, hash_of
from layso_queue.center.settings import Settings
from layso_queue.center.settings.published import published_pins
from layso_queue.center.storage import Register, StaffRow

log = structlog.get_logger()


def settle_demo_staff(given: Path, settings: Settings, register: Register) -> None:
    """Leave of the demo's staff only those that the settings name, with the PIN they name.

    `given` is the file that remembers who came from the settings, and with which PIN. Whoever was
    given another PIN by command since then is the center's own and stays. Raises StoreFailed and
    OSError.
    """
    named = {one.code: one.pin for one in settings.demo_staff}
    known = _read(given)
    rows = register.staff()
    gone = {row.code for row in rows if _came_from_demo(row, known, named)}
    for code in gone:
        register.remove_staff(code)
        log.warning("staff of the demo was taken back", staff=code)
    first = not rows and not known
    kept = {code: known[code] for code in (known.keys() & named.keys()) - gone}
    for person in settings.demo_staff:
        if first or person.code in gone:
            kept[person.code] = (person.pin, hash_of(person.pin))
            register.add_staff(StaffRow(person.code, person.role, kept[person.code][1]))
    if kept != known:
        _write(given, kept)


def _came_from_demo(
    row: StaffRow, known: dict[str, tuple[str, str]], named: dict[str, str]
) -> bool:
    pin, pin_hash = known.get(row.code, ("", ""))
    if pin_hash == row.pin_hash:
        return named.get(row.code) != pin
    # A folder of before this was remembered, or one that came back from a copy.
    published = published_pins().get(row.code)
    return (
        published is not None and named.get(row.code) != published and fits(row.pin_hash, published)
    )


def _read(given: Path) -> dict[str, tuple[str, str]]:
    try:
        found = json.loads(given.read_bytes())
        return {str(code): (str(pin), str(pin_hash)) for code, (pin, pin_hash) in found.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _write(given: Path, kept: dict[str, tuple[str, str]]) -> None:
    draft = given.with_suffix(".new")
    if not kept:
        given.unlink(missing_ok=True)
        return
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as stream:
        json.dump(kept, stream)
    draft.replace(given)
