"""`web take-over`: staff decide that this computer is the real center."""

from argparse import Namespace

from layso_assets.languages import Texts
from layso_queue.center.commands.faults import FORESEEN, sentence
from layso_queue.center.commands.outcome import Said
from layso_queue.center.commands.side import open_side
from layso_queue.center.folder import Folder
from layso_queue.center.keeping.aside import NotSuperseded
from layso_queue.center.keeping.aside import take_over as begin_anew


def take_over(asked: Namespace, texts: Texts) -> Said:
    """Begin a new life that the hub takes for the real one; works beside a running center."""
    folder = Folder(asked.data)
    if not asked.yes:
        return Said(2, (texts.say("keeping.take_over.sure"),))
    try:
        with open_side(folder, texts) as (side, at):
            begin_anew(side, at)
    except NotSuperseded:
        return Said(2, (texts.say("keeping.take_over.not_needed"),))
    except FORESEEN as error:
        return sentence(error, folder, texts)
    return Said(0, (texts.say("keeping.take_over.done"),))
