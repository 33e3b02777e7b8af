"""`center add`, `staff add`, `key add`, `restored`: all work beside a running hub."""

import re
import secrets
import time
from argparse import Namespace
from getpass import getpass

from layso_assets.languages import Texts
from layso_queue.hub.clock import WallClock
from layso_queue.hub.commands.opened import saying
from layso_queue.hub.commands.outcome import Said
from layso_queue.hub.directory import read_directory
from layso_queue.hub.ids import new_token
from layso_queue.hub.keys import Keys
from layso_queue.hub.people.passwords import LEAST_SIGNS
from layso_queue.hub.people.staff import Staff
from layso_queue.hub.storage import AlreadyThere, CenterRow, Centers, Database, Portals
from layso_queue.hub.storage.lives import new_life

_NAME = re.compile(r"[A-Za-z0-9._-]{1,40}")


def add_center(asked: Namespace, texts: Texts) -> Said:
    """Register a center; the last line is its token, said only this once."""
    commune = read_directory().get(asked.code)
    if commune is None:
        return Said(2, (texts.say("hub.command.center_unknown", code=asked.code),))

    def work(database: Database, _: Keys) -> Said:
        token = new_token(secrets.token_bytes)
        # Until the center says what it is called.
        vi = f"Trung tâm Phục vụ hành chính công {commune.kind} {commune.name}"
        en = f"{commune.name} Public Administration Service Center"
        now = time.time_ns() // 1_000_000
        row = CenterRow(commune.code, vi, en, commune.province_code, now)
        try:
            Centers(database).register(row, token, replace=asked.replace)
        except AlreadyThere:
            return Said(2, (texts.say("hub.command.center_taken", code=asked.code),))
        return Said(0, (texts.say("hub.command.center_added", name=commune.title), token))

    return saying(asked, texts, work)


def add_staff(asked: Namespace, texts: Texts) -> Said:
    """Add a person who sees all centers; the same name again changes the password."""
    if not _NAME.fullmatch(asked.name):
        return Said(2, (texts.say("hub.command.name_form"),))
    password = asked.password
    if password is None:
        password = getpass(texts.say("hub.command.password_ask"))
    if len(password) < LEAST_SIGNS:
        return Said(2, (texts.say("hub.command.password_form", n=LEAST_SIGNS),))

    def work(database: Database, _: Keys) -> Said:
        Staff(database, WallClock(), secrets.token_bytes).add(asked.name, password)
        return Said(0, (texts.say("hub.command.staff_added", name=asked.name),))

    return saying(asked, texts, work)


def add_key(asked: Namespace, texts: Texts) -> Said:
    """Make a portal's access key; the last line is the key, said only this once."""
    from layso_queue.hub.command import SCOPES

    scopes = tuple(one.strip() for one in asked.scopes.split(","))
    for scope in scopes:
        if scope not in SCOPES:
            return Said(2, (texts.say("hub.command.scope_unknown", scope=scope),))
    if not _NAME.fullmatch(asked.name) or asked.per_minute < 1:
        return Said(2, (texts.say("hub.command.name_form"),))

    def work(database: Database, _: Keys) -> Said:
        key = new_token(secrets.token_bytes)
        now = time.time_ns() // 1_000_000
        try:
            Portals(database).add(asked.name, key, scopes, asked.per_minute, now)
        except AlreadyThere:
            return Said(2, (texts.say("hub.command.key_taken", name=asked.name),))
        return Said(0, (texts.say("hub.command.key_added", name=asked.name), key))

    return saying(asked, texts, work)


def restored(asked: Namespace, texts: Texts) -> Said:
    """Begin a new life: the centers tell again what the backup did not have; sales wait for it."""

    def work(database: Database, _: Keys) -> Said:
        word = f"h-{secrets.token_hex(8)}"
        database.write(lambda connection: new_life(connection, word))
        return Said(0, (texts.say("hub.command.restored"),))

    return saying(asked, texts, work)
