"""`web take-over`: staff decide that this computer is the real center."""

import secrets
import time
from argparse import Namespace

from layso_assets.languages import Texts
from layso_queue.center.commands.faults import FORESEEN, sentence
from layso_queue.center.commands.outcome import Said
from layso_queue.center.commands.ready import make_ready
from layso_queue.center.folder import Folder
from layso_queue.center.keeping.aside import NotSuperseded
from layso_queue.center.keeping.aside import take_over as begin_anew
from layso_queue.center.opening import uuid7
from layso_queue.center.settings import read_settings
from layso_queue.center.storage import Exchange
from layso_queue.sync.moment import Moment


def take_over(asked: Namespace, texts: Texts) -> Said:
    """Begin a new life that the hub takes for the real one; works beside a running center."""
    folder = Folder(asked.data)
    if not asked.yes:
        return Said(2, (texts.say("keeping.take_over.sure"),))
    try:
        make_ready(folder)
        settings = read_settings(folder.settings, texts)
        exchange = Exchange(folder.database, settings.center.code)
        at = Moment(time.time_ns() // 1_000_000, lambda: uuid7(secrets.token_bytes))
        try:
            with exchange.begin(at.now, at.new_id()) as side:
                begin_anew(side, at)
        finally:
            exchange.close()
    except NotSuperseded:
        return Said(2, (texts.say("keeping.take_over.not_needed"),))
    except FORESEEN as error:
        return sentence(error, folder, texts)
    return Said(0, (texts.say("keeping.take_over.done"),))
