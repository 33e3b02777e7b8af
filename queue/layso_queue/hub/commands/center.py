"""`center add`, `list`, `remove`: which centers have a web queue."""

import secrets
from argparse import Namespace

from layso_assets.languages import Texts
from layso_queue.hub.clock import WallClock
from layso_queue.hub.commands.listing import listed, moment
from layso_queue.hub.commands.opened import saying
from layso_queue.hub.commands.outcome import Said
from layso_queue.hub.directory import read_directory
from layso_queue.hub.ids import new_token
from layso_queue.hub.keys import Keys
from layso_queue.hub.storage import AlreadyThere, CenterRow, Centers, Database


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
        row = CenterRow(commune.code, vi, en, commune.province_code, WallClock().now())
        try:
            Centers(database).register(row, token, replace=asked.replace)
        except AlreadyThere:
            return Said(2, (texts.say("hub.command.center_taken", code=asked.code),))
        return Said(0, (texts.say("hub.command.center_added", name=commune.title), token))

    return saying(asked, texts, work, begins=True)


def list_centers(asked: Namespace, texts: Texts) -> Said:
    """Say which centers there are, since when, and when each was last heard of."""

    def work(database: Database, _: Keys) -> Said:
        rows = [
            (one.code, one.name(asked.language), moment(texts, one.registered_at),
             moment(texts, one.heard_at))
            for one in Centers(database).all()
        ]  # fmt: skip
        return listed(texts, ("code", "name", "made", "heard"), rows)

    return saying(asked, texts, work)


def remove_center(asked: Namespace, texts: Texts) -> Said:
    """Take a center off the list; its bookings stay."""

    def work(database: Database, _: Keys) -> Said:
        known = Centers(database).remove(asked.code, WallClock().now())
        key = "center_removed" if known else "center_not_there"
        return Said(0 if known else 2, (texts.say(f"hub.command.{key}", code=asked.code),))

    return saying(asked, texts, work)
