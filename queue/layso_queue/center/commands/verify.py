"""`verify`: walk the journal's hash chain and name the first bad entry."""

from argparse import Namespace

from layso_assets.languages import Texts
from layso_queue.center.commands.faults import FORESEEN, sentence
from layso_queue.center.commands.outcome import Said
from layso_queue.center.folder import Folder
from layso_queue.center.storage import Broken
from layso_queue.center.storage import verify as walk
from layso_queue.center.storage.schema import revision_of


def verify(asked: Namespace, texts: Texts) -> Said:
    """Return 0 with the chain's last hash, or 1 with the first entry that is not as written."""
    folder = Folder(asked.data)
    try:
        if revision_of(folder.database) is None:
            return Said(2, (texts.say("center.command.database_missing", folder=folder.path),))
        found = walk(folder.database)
    except FORESEEN as error:
        return sentence(error, folder, texts)
    if isinstance(found, Broken):
        return Said(1, (texts.say(f"center.command.{found.how}", seq=found.seq),))
    entries, head = found
    return Said(0, (texts.say("center.command.verified", entries=entries, head=head.hex()),))
