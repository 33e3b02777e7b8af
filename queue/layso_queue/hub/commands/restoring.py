"""`restored`, `accept-keys`: what somebody must say who brought a hub back."""

import secrets
from argparse import Namespace

from layso_assets.languages import Texts
from layso_queue.hub.commands.opened import saying
from layso_queue.hub.commands.outcome import Said
from layso_queue.hub.keys import Keys
from layso_queue.hub.storage import Database
from layso_queue.hub.storage.lives import new_life


def restored(asked: Namespace, texts: Texts) -> Said:
    """Begin a new life: the centers tell again what the backup did not have; sales wait for it."""

    def work(database: Database, _: Keys) -> Said:
        word = f"h-{secrets.token_hex(8)}"
        database.write(lambda connection: new_life(connection, word))
        return Said(0, (texts.say("hub.command.restored"),))

    return saying(asked, texts, work)


def accept_keys(asked: Namespace, texts: Texts) -> Said:
    """Go on with the keys that are in the folder, made anew if there are none."""

    def work(_: Database, keys: Keys) -> Said:
        return Said(0, (texts.say("hub.command.keys_accepted", mark=keys.fingerprint),))

    return saying(asked, texts, work, any_keys=True)
