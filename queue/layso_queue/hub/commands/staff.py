"""`staff add`, `list`, `password`, `remove`: people who see all centers."""

import re
import secrets
import sys
from argparse import Namespace
from getpass import getpass

from layso_assets.languages import Texts
from layso_queue.hub.clock import WallClock
from layso_queue.hub.commands.listing import listed, moment
from layso_queue.hub.commands.opened import saying
from layso_queue.hub.commands.outcome import Said
from layso_queue.hub.keys import Keys
from layso_queue.hub.people.passwords import LEAST_SIGNS
from layso_queue.hub.people.staff import Staff
from layso_queue.hub.storage import Database

NAME = re.compile(r"[A-Za-z0-9._-]{1,40}")


def add_staff(asked: Namespace, texts: Texts) -> Said:
    """Add a person who sees all centers."""
    return _with_password(asked, texts, new=True)


def change_password(asked: Namespace, texts: Texts) -> Said:
    """Give a person another password; she is signed out everywhere."""
    return _with_password(asked, texts, new=False)


def list_staff(asked: Namespace, texts: Texts) -> Said:
    """Say who there is, and when each last signed in."""

    def work(database: Database, _: Keys) -> Said:
        rows = [(name, moment(texts, used)) for name, used in _staff(database).all()]
        return listed(texts, ("name", "signed_in"), rows)

    return saying(asked, texts, work)


def remove_staff(asked: Namespace, texts: Texts) -> Said:
    """Forget a person; she is signed out everywhere."""

    def work(database: Database, _: Keys) -> Said:
        known = _staff(database).remove(asked.name)
        key = "staff_removed" if known else "staff_unknown"
        return Said(0 if known else 2, (texts.say(f"hub.command.{key}", name=asked.name),))

    return saying(asked, texts, work)


def _with_password(asked: Namespace, texts: Texts, *, new: bool) -> Said:
    if not NAME.fullmatch(asked.name):
        return Said(2, (texts.say("hub.command.name_form"),))
    if asked.password and len(asked.password) < LEAST_SIGNS:
        return Said(2, (texts.say("hub.command.password_form", n=LEAST_SIGNS),))

    def work(database: Database, _: Keys) -> Said:
        staff = _staff(database)
        if staff.knows(asked.name) == new:
            key = "staff_taken" if new else "staff_unknown"
            return Said(2, (texts.say(f"hub.command.{key}", name=asked.name),))
        password = asked.password or _typed(texts)
        if not password:
            return Said(2, (texts.say("hub.command.password_none"),))
        if len(password) < LEAST_SIGNS:
            return Said(2, (texts.say("hub.command.password_form", n=LEAST_SIGNS),))
        staff.add(asked.name, password)
        key = "staff_added" if new else "password_changed"
        return Said(0, (texts.say(f"hub.command.{key}", name=asked.name),))

    return saying(asked, texts, work, begins=new)


def _typed(texts: Texts) -> str:
    """Return what is typed unseen, or the first line of what is piped in; "" for nothing."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    try:
        return getpass(texts.say("hub.command.password_ask"))
    except (EOFError, KeyboardInterrupt):
        return ""


def _staff(database: Database) -> Staff:
    return Staff(database, WallClock(), secrets.token_bytes)
