"""Open what a command needs: the folder, the keys, a database of the newest schema."""

import secrets
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from layso_assets.languages import Texts
from layso_queue.hub.commands.outcome import Said
from layso_queue.hub.keys import Keys, KeysUnusable, read_keys
from layso_queue.hub.notices.posts import PostsWrong
from layso_queue.hub.signin.offer import SigninWrong
from layso_queue.hub.storage import Database, SchemaUnknown, StoreFailed, bring_up_to_date

POOL = 16


class FolderUnusable(Exception):
    """The folder cannot be made; `why` is the system's word."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@contextmanager
def opened(asked: Namespace) -> Iterator[tuple[Database, Keys]]:
    """Give the database and the keys; both are let go at the end.

    Raises FolderUnusable, KeysUnusable, SchemaUnknown, StoreFailed.
    """
    try:
        asked.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise FolderUnusable(error.strerror or type(error).__name__) from error
    keys = read_keys(asked.data / "hub.keys", secrets.token_bytes)
    database = Database(asked.database or f"sqlite:///{asked.data / 'hub.db'}", pool=POOL)
    try:
        bring_up_to_date(database)
        yield database, keys
    finally:
        database.close()


def saying(asked: Namespace, texts: Texts, work: Callable[[Database, Keys], Said]) -> Said:
    """Do the work with what is opened, and say in a sentence what keeps it from being done."""
    try:
        with opened(asked) as (database, keys):
            return work(database, keys)
    except FolderUnusable as error:
        said = texts.say("hub.command.folder_unusable", folder=asked.data, why=error.why)
        return Said(2, (said,))
    except KeysUnusable as error:
        file = asked.data / "hub.keys"
        return Said(2, (texts.say("hub.command.keys_unusable", file=file, why=error.why),))
    except PostsWrong as error:
        file = asked.data / "notices.toml"
        return Said(2, (texts.say("hub.command.notices_wrong", file=file, why=error.why),))
    except SigninWrong as error:
        file = asked.data / "signin.toml"
        return Said(2, (texts.say("hub.command.signin_wrong", file=file, why=error.why),))
    except SchemaUnknown as error:
        return Said(2, (texts.say("hub.command.schema_unknown", revision=error.revision),))
    except StoreFailed as error:
        why = str(error).strip().partition("\n")[0]
        return Said(1, (texts.say("hub.command.database_failed", why=why),))
