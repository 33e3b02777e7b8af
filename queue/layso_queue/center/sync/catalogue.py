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

LINES = (20, 12, 6, 3, 1, 0)
"""Documents told of each service and procedure: fewer where all would be too much for one event."""

ROOM = MOST_PAYLOAD - 100

Document = Mapping[str, Any]


def document_of(settings: Settings, procedures: Sequence[Mapping[str, Any]]) -> Document:
    """Return the catalogue; `procedures` as windows get them.

    Where even the names are too much for one event, the last procedures are left out.
    """
    told = list(procedures)
    while True:
        for most in LINES:
            found = _document(settings, told, most)
            if len(orjson.dumps(found)) <= ROOM:
                return found
        if not told:
            return found
        del told[len(told) * 3 // 4 :]


def _document(
    settings: Settings, procedures: Sequence[Mapping[str, Any]], most: int
) -> dict[str, Any]:
    return {
        "name": settings.center.name.model_dump(),
        "services": [
            {
                "code": one.code,
                "name": one.name.model_dump(),
                "minutes": one.minutes,
                "documents": _lines(one.documents.model_dump(), most),
                "online_url": _online(one.code, procedures),
            }
            for one in settings.services
        ],
        "procedures": [
            {
                "code": one["code"],
                "service": one["service"],
                "name": one["name"],
                "minutes": one["minutes"],
                "documents": _lines(one["documents"], most),
                "online_url": _safe(one["portal"]),
                "words": one["words"],
            }
            for one in procedures
        ],
    }


def _lines(documents: Mapping[str, Sequence[str]], most: int) -> dict[str, list[str]]:
    return {language: list(documents[language][:most]) for language in ("vi", "en")}


def _online(service: str, procedures: Sequence[Mapping[str, Any]]) -> str:
    """Return where a service is done online; "" unless that holds for all that belongs to it."""
    portals = {one["portal"] for one in procedures if one["service"] == service}
    return _safe(portals.pop()) if len(portals) == 1 else ""


def _safe(portal: str) -> str:
    return portal if portal.startswith("https://") else ""


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
