"""`restore`: put a copy in the place of the database, by hand."""

import re
import shutil
import time
import tomllib
from argparse import Namespace
from pathlib import Path

from layso_assets.languages import Texts
from layso_assets.reasons import reason
from layso_queue.center.commands.faults import FORESEEN, sentence
from layso_queue.center.commands.outcome import Said
from layso_queue.center.folder import Folder
from layso_queue.center.keeping.copies import Copy, CopyFolder, copy_of
from layso_queue.center.keeping.restoring import NoCopy, Restored, restore
from layso_queue.center.settings import SettingsWrong, read_settings
from layso_queue.center.stamps import local

_CODE = re.compile(r"layso-([0-9]{5})-.*")


class _Unclear(Exception):
    """What was given does not say what to restore; the sentence says why."""


def restore_by_hand(asked: Namespace, texts: Texts) -> Said:
    """Restore the copy, or the newest sound one of a folder; the old database is set aside."""
    folder = Folder(asked.data)
    try:
        folder.path.mkdir(parents=True, exist_ok=True)
        folder.lock()
    except FORESEEN as error:
        return sentence(error, folder, texts)
    except OSError as error:
        why = reason(error, texts)
        return Said(2, (texts.say("center.command.folder_unusable", folder=folder.path, why=why),))
    try:
        return _restore(asked, folder, texts)
    except _Unclear as unclear:
        return Said(2, (str(unclear),))
    except NoCopy as none:
        lines = [texts.say("keeping.restore.none", source=asked.source)]
        lines += [texts.say(f"keeping.restore.not.{why}", file=file) for file, why in none.tried]
        return Said(1, tuple(lines))
    except FORESEEN as error:
        return sentence(error, folder, texts)
    except OSError as error:
        why = reason(error, texts)
        return Said(1, (texts.say("center.command.folder_unusable", folder=folder.path, why=why),))
    finally:
        folder.unlock()


def _restore(asked: Namespace, folder: Folder, texts: Texts) -> Said:
    source: Path = asked.source
    home = source if source.is_dir() else source.parent
    for file in (folder.settings, folder.procedures):
        if not file.exists() and (home / file.name).is_file():
            shutil.copyfile(home / file.name, file)
    more: tuple[str, ...] = ()
    key, code = "", None
    try:
        settings = read_settings(folder.settings, texts)
        key, code = settings.backup.key, settings.center.code
    except SettingsWrong as wrong:
        # The database comes back all the same; beside a copy the settings have no keys.
        more, code = tuple(wrong.faults), _code_in(folder.settings)
    if asked.key_file is not None:
        key = _read_key(asked.key_file, texts)
    code, copies = _copies(source, code, texts)
    done = restore(folder, code, copies, key, time.time_ns() // 1_000_000)
    return Said(0, (*said_of(done, texts), *more))


def said_of(done: Restored, texts: Texts) -> tuple[str, ...]:
    """Return what to say of a restore: which copy, where the old file is, what comes back."""
    made = f"{local(done.copy_at):%H:%M %d/%m/%Y}"
    lines = [texts.say("keeping.restore.done", file=done.copy, made=made)]
    if done.aside is not None:
        lines.append(texts.say("keeping.restore.aside", file=done.aside))
    return (*lines, texts.say("keeping.restore.next"))


def _copies(source: Path, code: str | None, texts: Texts) -> tuple[str, list[Copy]]:
    if source.is_file():
        named = _CODE.fullmatch(source.name)
        code = code or (named[1] if named else None)
        if code is None:
            raise _Unclear(texts.say("keeping.restore.whose", source=source))
        return code, [copy_of(source)]
    if not source.is_dir():
        raise _Unclear(texts.say("keeping.backup.gone", folder=source))
    codes = {found[1] for one in source.iterdir() if (found := _CODE.fullmatch(one.name))}
    if code is None and len(codes) != 1:
        raise _Unclear(texts.say("keeping.restore.whose", source=source))
    code = code or codes.pop()
    return code, CopyFolder(source, code).copies()


def _code_in(settings: Path) -> str | None:
    try:
        code = tomllib.loads(settings.read_text("utf-8"))["center"]["code"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return code if isinstance(code, str) else None


def _read_key(file: Path, texts: Texts) -> str:
    try:
        return file.read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise _Unclear(texts.say("keeping.restore.key_unreadable", file=file)) from error
