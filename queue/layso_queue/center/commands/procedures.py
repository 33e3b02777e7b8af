"""`procedures import` and `export`: the center's own catalog, from and to a spreadsheet."""

from argparse import Namespace

from layso_assets.languages import Texts
from layso_assets.reasons import reason
from layso_queue.center.commands.faults import FORESEEN, sentence
from layso_queue.center.commands.outcome import Said
from layso_queue.center.folder import Folder
from layso_queue.center.procedures import (
    COLUMNS,
    TableUnreadable,
    judged,
    read_table,
    shipped,
    write_table,
)
from layso_queue.center.settings import read_settings

MOST_FAULTS = 50


def procedures(asked: Namespace, texts: Texts) -> Said:
    """Take a catalog in if it has no fault, or write the one in use; beside a running center."""
    folder = Folder(asked.data)
    try:
        folder.prepare()
        settings = read_settings(folder.settings, texts)
    except FORESEEN as error:
        return sentence(error, folder, texts)
    services = {one.code for one in settings.services}
    if asked.procedures_command == "export":
        return _export(asked, texts, folder, services)
    try:
        notes: list[str] = []
        found, faults = judged(read_table(asked.file), services, texts, notes)
    except TableUnreadable as error:
        about = {"file": asked.file.name, **error.about}
        if isinstance(error.__cause__, OSError):
            about["why"] = reason(error.__cause__, texts)
        return Said(2, (texts.say(f"procedures.file.{error.fault}", **about),))
    if faults:
        shown, more = faults[:MOST_FAULTS], len(faults) - MOST_FAULTS
        rest = [texts.say("procedures.command.more_faults", n=more)] if more > 0 else []
        kept = texts.say("procedures.command.nothing_taken", n=len(faults))
        return Said(2, (*shown, *rest, kept))
    try:
        write_table(folder.procedures, [COLUMNS, *(one.cells() for one in found)])
    except OSError as error:
        return _unwritable(error, texts)
    online = sum(bool(one.portal) for one in found)
    shown, more = notes[:MOST_FAULTS], len(notes) - MOST_FAULTS
    rest = [texts.say("procedures.command.more_notes", n=more)] if more > 0 else []
    taken = texts.say("procedures.command.taken", n=len(found), online=online)
    return Said(0, (taken, *shown, *rest))


def _export(asked: Namespace, texts: Texts, folder: Folder, services: set[str]) -> Said:
    try:
        found, _ = judged(read_table(folder.procedures), services, texts)
    except TableUnreadable:
        found = shipped(services)
    try:
        write_table(asked.file, [COLUMNS, *(one.cells() for one in found)])
    except OSError as error:
        return _unwritable(error, texts)
    said = texts.say("procedures.command.written", n=len(found), file=asked.file)
    return Said(0, (said,))


def _unwritable(error: OSError, texts: Texts) -> Said:
    why = reason(error, texts)
    return Said(2, (texts.say("procedures.command.unwritable", why=why),))
