"""Tell the hub what the center is called and offers: once for each content.

The services are one event and the procedures of each service another, so that none is too large
for a line that drops large messages.
"""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

import orjson

from layso_queue.center.settings import Settings
from layso_queue.center.storage import ExchangeRows
from layso_queue.sync import Kind
from layso_queue.sync.envelope import MOST_PAYLOAD
from layso_queue.sync.events import CATALOGUE
from layso_queue.sync.moment import Moment
from layso_queue.sync.outbox import tell

LINES = (20, 12, 6, 3, 1, 0)
"""Documents told of each service and procedure: fewer where all would be too much for one event."""

ROOM = MOST_PAYLOAD - 100
ROOM_OF_PROCEDURES = 16_384
"""Bytes of one service's procedures, unpacked."""

Document = Mapping[str, Any]


def document_of(settings: Settings, procedures: Sequence[Mapping[str, Any]]) -> Document:
    """Return name and services; `procedures` as windows get them, for what they say of these."""
    for most in LINES:
        found = _services(settings, procedures, most)
        if len(orjson.dumps(found)) <= ROOM:
            break
    return found


def procedures_of(service: str, procedures: Sequence[Mapping[str, Any]]) -> Document:
    """Return the procedures of one service.

    Where even the names are too much for one event, the last procedures are left out.
    """
    told = [one for one in procedures if one["service"] == service]
    while True:
        for most in LINES:
            found = {"service": service, "procedures": [_procedure(one, most) for one in told]}
            if len(orjson.dumps(found)) <= ROOM_OF_PROCEDURES:
                return found
        del told[len(told) * 3 // 4 :]


def documents_of(
    settings: Settings, procedures: Sequence[Mapping[str, Any]]
) -> dict[str, Document]:
    """Return all that is told by the names of its events, the services first."""
    found = {CATALOGUE: document_of(settings, procedures)}
    for one in settings.services:
        found[f"{CATALOGUE}:{one.code}"] = procedures_of(one.code, procedures)
    return found


def _services(
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
    }


def _procedure(one: Mapping[str, Any], most: int) -> dict[str, Any]:
    return {
        "code": one["code"],
        "name": one["name"],
        "minutes": one["minutes"],
        "documents": _lines(one["documents"], most),
        "online_url": _safe(one["portal"]),
        "words": one["words"],
    }


def _lines(documents: Mapping[str, Sequence[str]], most: int) -> dict[str, list[str]]:
    return {language: list(documents[language][:most]) for language in ("vi", "en")}


def _online(service: str, procedures: Sequence[Mapping[str, Any]]) -> str:
    """Return where a service is done online; "" unless that holds for all that belongs to it."""
    portals = {one["portal"] for one in procedures if one["service"] == service}
    return _safe(portals.pop()) if len(portals) == 1 else ""


def _safe(portal: str) -> str:
    return portal if portal.startswith("https://") else ""


def tell_catalogue(side: ExchangeRows, documents: Mapping[str, Document], at: Moment) -> bool:
    """Tell what the hub was not told just so; return whether anything was told."""
    told = [_tell_one(side, name, document, at) for name, document in documents.items()]
    return any(told)


def _tell_one(side: ExchangeRows, name: str, document: Document, at: Moment) -> bool:
    hash = hashlib.sha256(orjson.dumps(document, option=orjson.OPT_SORT_KEYS)).digest()
    known = side.web.told(name)
    if known is not None and known[1] == hash:
        return False
    if known is None and document.get("procedures") == []:
        return False
    version = known[0] + 1 if known else 1
    event = at.event(Kind.CATALOGUE_SET, name, version, {"document": document})
    tell(side.outbox, event, at.now)
    side.web.keep_told(name, version, hash)
    return True
