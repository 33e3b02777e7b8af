"""`backup`: a copy of the database now, beside a running center or without one."""

import time
from argparse import Namespace
from pathlib import Path

from layso_assets.languages import Texts
from layso_assets.reasons import reason
from layso_queue.center.commands.faults import FORESEEN, sentence
from layso_queue.center.commands.outcome import Said
from layso_queue.center.folder import Folder
from layso_queue.center.keeping.beside import copy_beside
from layso_queue.center.keeping.copies import CopyFailed, CopyFolder, FolderGone
from layso_queue.center.settings import Settings, read_settings
from layso_queue.center.storage.schema import revision_of


def backup(asked: Namespace, texts: Texts) -> Said:
    """Copy into `--to`, or into every folder of the settings; 1 if one of them got none."""
    folder = Folder(asked.data)
    try:
        settings = read_settings(folder.settings, texts)
        if revision_of(folder.database) is None:
            return Said(2, (texts.say("center.command.database_missing", folder=folder.path),))
    except FORESEEN as error:
        return sentence(error, folder, texts)
    places = [asked.to] if asked.to else [Path(one) for one in settings.backup.folder]
    if not places:
        return Said(2, (texts.say("keeping.backup.nowhere"),))
    made = [_copy(folder, settings, place.absolute(), texts) for place in places]
    return Said(max(code for code, _ in made), tuple(line for _, lines in made for line in lines))


def _copy(folder: Folder, settings: Settings, place: Path, texts: Texts) -> tuple[int, list[str]]:
    copies, now = CopyFolder(place, settings.center.code), time.time_ns() // 1_000_000
    try:
        copy = copies.make(folder.database, now, settings.backup.key)
        copy_beside(folder, place)
        copies.thin(now, settings.backup.days)
    except FolderGone:
        return 1, [texts.say("keeping.backup.gone", folder=place)]
    except CopyFailed as fault:
        why = texts.say(f"keeping.backup.why.{fault.why}")
        return 1, [texts.say("keeping.backup.failed", folder=place, why=why)]
    except OSError as error:
        why = reason(error, texts)
        return 1, [texts.say("keeping.backup.failed", folder=place, why=why)]
    size = max(1, copy.file.stat().st_size // 1024)
    key = "sealed" if copy.sealed else "made"
    lines = [texts.say(f"keeping.backup.{key}", file=copy.file, kilobytes=size)]
    if place.stat().st_dev == folder.path.stat().st_dev:
        lines.append(texts.say("keeping.backup.same_disk"))
    return 0, lines
