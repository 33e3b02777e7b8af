"""`staff add`, `list`, `remove`: who signs in at the counters; all work beside a running center."""

import re
import sys
import time
from argparse import Namespace
from getpass import getpass

from layso_assets.languages import Texts
from layso_queue.center.commands.listing import listed
from layso_queue.center.commands.outcome import Said
from layso_queue.center.commands.register import with_register
from layso_queue.center.folder import Folder
from layso_queue.center.settings import read_settings
from layso_queue.center.settings.published import DEMO_CENTER, published_pins
from layso_queue.center.storage import Register, StaffRow


def add_staff(asked: Namespace, texts: Texts) -> Said:
    """Add a person who signs in; the same code again changes PIN and role and signs her out."""
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,16}", asked.code):
        return Said(2, (texts.say("center.command.code_form"),))
    pin = asked.pin if asked.pin is not None else _typed(texts)
    if not pin:
        return Said(2, (texts.say("center.command.pin_none"),))
    if not re.fullmatch(r"[0-9]{4,12}", pin):
        return Said(2, (texts.say("center.command.pin_form"),))

    def work(register: Register) -> Said:
        from layso_queue.center.people.pins import hash_of

        if pin in published_pins().values():
            settings = read_settings(Folder(asked.data).settings, texts)
            if settings.center.code != DEMO_CENTER:
                return Said(2, (texts.say("center.command.pin_published"),))
        register.add_staff(StaffRow(asked.code, asked.role, hash_of(pin)))
        return Said(0, (texts.say("center.command.staff_added", code=asked.code),))

    return with_register(asked, texts, work)


def list_staff(asked: Namespace, texts: Texts) -> Said:
    """Say who there is, what each may do, and at which counter who is signed in now."""

    def work(register: Register) -> Said:
        now = time.time_ns() // 1_000_000
        at: dict[str, set[int]] = {}
        for session in register.open_sessions():
            if session.expires_at > now:
                at.setdefault(session.staff, set()).add(session.counter)
        rows = [
            (one.code, one.role, ", ".join(map(str, sorted(at.get(one.code, ())))))
            for one in register.staff()
        ]
        return listed(texts, ("code", "role", "signed_in"), rows)

    return with_register(asked, texts, work)


def remove_staff(asked: Namespace, texts: Texts) -> Said:
    """Forget a person; she is signed out everywhere at once, in a running center too."""

    def work(register: Register) -> Said:
        known = register.remove_staff(asked.code)
        key = "staff_removed" if known else "staff_unknown"
        return Said(0 if known else 2, (texts.say(f"center.command.{key}", code=asked.code),))

    return with_register(asked, texts, work)


def _typed(texts: Texts) -> str:
    """Return what is typed unseen, or the first line of what is piped in; "" for nothing."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().strip()
    try:
        return getpass(texts.say("center.command.pin_ask"))
    except (EOFError, KeyboardInterrupt):
        return ""
