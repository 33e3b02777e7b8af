"""What a command does to the exchange with the hub: one transaction, beside a running center."""

import secrets
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager

from layso_assets.languages import Texts
from layso_queue.center.commands.ready import make_ready
from layso_queue.center.folder import Folder
from layso_queue.center.opening import uuid7
from layso_queue.center.settings import read_settings
from layso_queue.center.storage import Exchange, ExchangeRows
from layso_queue.sync.moment import Moment


@contextmanager
def open_side(folder: Folder, texts: Texts) -> Iterator[tuple[ExchangeRows, Moment]]:
    """Give the state of the exchange and the moment, committed at the end unless one raises.

    Raises what `commands.faults` foresees.
    """
    make_ready(folder)
    settings = read_settings(folder.settings, texts)
    at = Moment(time.time_ns() // 1_000_000, lambda: uuid7(secrets.token_bytes))
    with (
        closing(Exchange(folder.database, settings.center.code)) as exchange,
        exchange.begin(at.now, at.new_id()) as side,
    ):
        yield side, at
