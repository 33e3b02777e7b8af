"""`key add`, `list`, `remove`: access keys of portals."""

import secrets
from argparse import Namespace

from layso_assets.languages import Texts
from layso_queue.hub.clock import WallClock
from layso_queue.hub.commands.listing import listed, moment, removed
from layso_queue.hub.commands.opened import saying
from layso_queue.hub.commands.outcome import Said
from layso_queue.hub.commands.staff import NAME
from layso_queue.hub.ids import new_token
from layso_queue.hub.keys import Keys
from layso_queue.hub.storage import AlreadyThere, Database, Portals

SCOPES = ("centers", "bookings", "tickets", "statistics")


def add_key(asked: Namespace, texts: Texts) -> Said:
    """Make a portal's access key; the last line is the key, said only this once."""
    scopes = tuple(one.strip() for one in asked.scopes.split(","))
    for scope in scopes:
        if scope not in SCOPES:
            known = ", ".join(SCOPES)
            return Said(2, (texts.say("hub.command.scope_unknown", scope=scope, known=known),))
    if not NAME.fullmatch(asked.name):
        return Said(2, (texts.say("hub.command.name_form"),))

    def work(database: Database, _: Keys) -> Said:
        key, now = new_token(secrets.token_bytes), WallClock().now()
        try:
            Portals(database).add(asked.name, key, scopes, asked.per_minute, now)
        except AlreadyThere:
            return Said(2, (texts.say("hub.command.key_taken", name=asked.name),))
        return Said(0, (texts.say("hub.command.key_added", name=asked.name), key))

    return saying(asked, texts, work, begins=True)


def list_keys(asked: Namespace, texts: Texts) -> Said:
    """Say which keys there are, what each may do and when it was last used; removed ones too."""

    def work(database: Database, _: Keys) -> Said:
        rows = [
            (one.name, one.scopes.replace(" ", ","), str(one.per_minute),
             moment(texts, one.made_at), moment(texts, one.used_at), removed(one.removed_at))
            for one in Portals(database).all()
        ]  # fmt: skip
        heads = ("name", "scopes", "per_minute", "made", "used", "removed")
        return listed(texts, heads, rows)

    return saying(asked, texts, work)


def remove_key(asked: Namespace, texts: Texts) -> Said:
    """Make a key nothing from now on."""

    def work(database: Database, _: Keys) -> Said:
        known = Portals(database).remove(asked.name, WallClock().now())
        key = "key_removed" if known else "key_not_there"
        return Said(0 if known else 2, (texts.say(f"hub.command.{key}", name=asked.name),))

    return saying(asked, texts, work)
