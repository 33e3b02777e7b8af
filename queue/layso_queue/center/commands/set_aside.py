"""`web set-aside`: what the web queue sent and could not be done, with its reasons."""

from argparse import Namespace

from layso_assets.languages import Texts
from layso_queue.center.commands.faults import FORESEEN, sentence
from layso_queue.center.commands.outcome import Said
from layso_queue.center.commands.side import open_side
from layso_queue.center.folder import Folder
from layso_queue.center.keeping.aside import NotAside, let_go, retry
from layso_queue.center.show.set_aside import what_of, why_of
from layso_queue.center.stamps import local
from layso_queue.center.storage import ExchangeRows
from layso_queue.sync.moment import Moment


def set_aside(asked: Namespace, texts: Texts) -> Said:
    """List what was set aside, try one again, or let go of it; beside a running center too."""
    folder = Folder(asked.data)
    try:
        with open_side(folder, texts) as (side, at):
            return _do(asked, side, at, texts)
    except NotAside:
        return Said(2, (texts.say("keeping.aside.unknown", id=asked.id),))
    except FORESEEN as error:
        return sentence(error, folder, texts)


def _do(asked: Namespace, side: ExchangeRows, at: Moment, texts: Texts) -> Said:
    match asked.aside_command:
        case "list":
            return Said(0, tuple(_listed(side, texts)) or (texts.say("keeping.aside.none"),))
        case "dismiss":
            let_go(side, asked.id)
            return Said(0, (texts.say("keeping.aside.let_go"),))
    refused = retry(side, asked.id, at)
    if refused is None:
        return Said(0, (texts.say("keeping.aside.done"),))
    return Said(1, (texts.say("keeping.aside.still", why=why_of(refused, texts)),))


def _listed(side: ExchangeRows, texts: Texts) -> list[str]:
    return [
        texts.say(
            "keeping.aside.line",
            id=one.entry.event.id,
            when=f"{local(one.entry.event.occurred_at):%H:%M %d/%m/%Y}",
            what=what_of(str(one.entry.event.kind), texts),
            why=why_of(one.refused, texts),
        )
        for one in side.inbox.aside()
    ]
