"""Sentences for what can keep a command from being done."""

from layso_assets.languages import Texts
from layso_assets.reasons import reason
from layso_queue.center.commands.outcome import Said
from layso_queue.center.folder import Folder, FolderInUse, FolderUnusable, OtherCenter
from layso_queue.center.settings import SettingsWrong
from layso_queue.center.storage import DatabaseDamaged, SchemaUnknown, StoreFailed

FORESEEN = (
    FolderInUse,
    FolderUnusable,
    OtherCenter,
    SettingsWrong,
    DatabaseDamaged,
    SchemaUnknown,
    StoreFailed,
)


def sentence(error: Exception, folder: Folder, texts: Texts) -> Said:
    """Return what to say about a foreseen error; damage is 1, what stands in the way is 2."""
    match error:
        case FolderInUse():
            return Said(2, (texts.say("center.command.folder_in_use", folder=folder.path),))
        case FolderUnusable(why=why):
            said = texts.say(
                "center.command.folder_unusable", folder=folder.path, why=reason(why, texts)
            )
            return Said(2, (said,))
        case OtherCenter(theirs=theirs, ours=ours):
            said = texts.say(
                "center.command.other_center", folder=folder.path, theirs=theirs, ours=ours
            )
            return Said(2, (said,))
        case SettingsWrong(faults=faults):
            return Said(2, tuple(faults))
        case DatabaseDamaged(detail=detail):
            file = folder.database
            return Said(1, (texts.say("center.command.damaged", file=file, detail=detail),))
        case SchemaUnknown(revision=revision):
            said = texts.say(
                "center.command.schema_unknown", file=folder.database, revision=revision
            )
            return Said(2, (said,))
    return Said(1, (texts.say("center.command.database_failed", why=error),))
