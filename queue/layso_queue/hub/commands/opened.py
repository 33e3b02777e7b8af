"""Open what a command needs: the folder, a database of the newest schema, the keys that fit it."""

import secrets
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from layso_assets.languages import Texts
from layso_queue.hub.commands.folder import (
    FolderUnusable,
    close_to_others,
    make_file,
    make_folder,
)
from layso_queue.hub.commands.outcome import Said
from layso_queue.hub.keys import Keys, KeysMissing, KeysUnusable, read_keys
from layso_queue.hub.notices.posts import PostsWrong
from layso_queue.hub.signin.offer import SigninWrong
from layso_queue.hub.storage import Database, SchemaUnknown, StoreFailed, bring_up_to_date
from layso_queue.hub.storage.lives import has_begun, keep_keys, kept_keys
from layso_queue.hub.storage.schema import revision_of

POOL = 16


class NoHub(Exception):
    """There is no hub in this folder, and the command is not one that begins one."""


class KeysOfOther(Exception):
    """The keys are not those that the database was used with; `key` is the sentence's."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


@contextmanager
def opened(
    asked: Namespace, *, begins: bool, any_keys: bool
) -> Iterator[tuple[Database, Keys, bool]]:
    """Give the database, the keys, and whether the hub begins only now; all is let go at the end.

    `begins`: a hub that is not there is made. `any_keys`: whichever keys are there will do.
    Raises FolderUnusable, KeysUnusable, KeysOfOther, NoHub, SchemaUnknown, StoreFailed.
    """
    if begins:
        make_folder(asked.data)
    elif not asked.data.is_dir():
        raise NoHub
    database = Database(asked.database or f"sqlite:///{asked.data / 'hub.db'}", pool=POOL)
    try:
        if database.file is not None and begins:
            make_file(database.file)
        elif database.file is not None and not database.file.exists():
            raise NoHub
        begun = database.read(revision_of) is not None
        if not begun and not begins:
            raise NoHub
        bring_up_to_date(database)
        yield database, _keys(asked, database, any_keys=any_keys), not begun
    finally:
        database.close()


def _keys(asked: Namespace, database: Database, *, any_keys: bool) -> Keys:
    """Return the keys; new ones only for a hub that has done nothing with others yet."""
    file = asked.data / "hub.keys"
    used = database.read(has_begun)
    try:
        keys = read_keys(file, secrets.token_bytes if any_keys or not used else None)
    except KeysMissing as error:
        raise KeysOfOther("keys_gone") from error
    if any_keys:
        database.write(lambda c: keep_keys(c, keys.fingerprint, instead=True))
    elif database.read(kept_keys) is None:
        database.write(lambda c: keep_keys(c, keys.fingerprint))
    if database.read(kept_keys) != keys.fingerprint:
        raise KeysOfOther("keys_other")
    return keys


def saying(
    asked: Namespace,
    texts: Texts,
    work: Callable[[Database, Keys], Said],
    *,
    begins: bool = False,
    any_keys: bool = False,
) -> Said:
    """Do the work with what is opened, and say in a sentence what keeps it from being done."""
    file = asked.data / "hub.keys"
    try:
        with opened(asked, begins=begins, any_keys=any_keys) as (database, keys, new):
            for path in close_to_others(asked.data):
                sys.stderr.write(f"{texts.say('hub.command.open_to_others', path=path)}\n")
            sys.stderr.flush()
            said = work(database, keys)
            if new and not said.code and asked.command != "serve":
                # A folder that was mistyped begins a hub of its own: whoever sees this knows.
                begun = texts.say("hub.command.begun", folder=asked.data)
                return Said(0, (begun, *said.lines))
            return said
    except FolderUnusable as error:
        why = texts.say("hub.command.folder_unusable", folder=asked.data, why=error.why)
        return Said(2, (why,))
    except NoHub:
        return Said(2, (texts.say("hub.command.no_hub", folder=asked.data),))
    except KeysUnusable as error:
        return Said(2, (texts.say("hub.command.keys_unusable", file=file, why=error.why),))
    except KeysOfOther as error:
        return Said(2, (texts.say(f"hub.command.{error.key}", file=file, folder=asked.data),))
    except PostsWrong as error:
        wrong = asked.data / "notices.toml"
        return Said(2, (texts.say("hub.command.notices_wrong", file=wrong, why=error.why),))
    except SigninWrong as error:
        wrong = asked.data / "signin.toml"
        return Said(2, (texts.say("hub.command.signin_wrong", file=wrong, why=error.why),))
    except SchemaUnknown as error:
        return Said(2, (texts.say("hub.command.schema_unknown", revision=error.revision),))
    except StoreFailed as error:
        why = str(error).strip().partition("\n")[0]
        return Said(1, (texts.say("hub.command.database_failed", why=why),))
