"""Tell the hub what the center is called and offers: once for each content."""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

import orjson

from layso_queue.center.settings import Settings
from layso_queue.center.storage import ExchangeRows
from layso_queue.center.storage.web_rows import CATALOGUE
from layso_queue.sync import Kind
from layso_queue.sync.envelope import MOST_PAYLOAD
from layso_queue.sync.moment import Moment
from layso_queue.sync.outbox import tell

LINES = (20, 10, 5, 2, 0)
"""Documents told of each service: fewer where all together would be too much for one event."""

ROOM = MOST_PAYLOAD - 100

Document = Mapping[str, Any]


def document_of(settings: Settings, procedures: Sequence[Mapping[str, Any]]) -> Document:
    """Return the catalogue; `procedures` as windows get them ("service", "portal")."""
    found: Document = {}
    for most in LINES:
        found = {
            "name": settings.center.name.model_dump(),
            "services": [
                {
                    "code": one.code,
                    "name": one.name.model_dump(),
                    "minutes": one.minutes,
                    "documents": {
                        "vi": list(one.documents.vi[:most]),
                        "en": list(one.documents.en[:most]),
                    },
                    "online_url": _online(one.code, procedures),
                }
                for one in settings.services
            ],
        }
        if len(orjson.dumps(found)) <= ROOM:
            break
    return found


def _online(service: str, procedures: Sequence[Mapping[str, Any]]) -> str:
    """Return where a service is done online; "" unless that holds for all that belongs to it."""
    portals = {one["portal"] for one in procedures if one["service"] == service}
    only = portals.pop() if len(portals) == 1 else ""
    return only if only.startswith("https://") else ""


def tell_catalogue(side: ExchangeRows, document: Document, at: Moment) -> bool:
    """Tell the catalogue unless the hub was told just this; return whether it was told."""
    hash = hashlib.sha256(orjson.dumps(document, option=orjson.OPT_SORT_KEYS)).digest()
    known = side.web.told(CATALOGUE)
    if known is not None and known[1] == hash:
        return False
    version = known[0] + 1 if known else 1
    event = at.event(Kind.CATALOGUE_SET, CATALOGUE, version, {"document": document})
    tell(side.outbox, event, at.now)
    side.web.keep_told(CATALOGUE, version, hash)
    return True
