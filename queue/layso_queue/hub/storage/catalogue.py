"""A center's catalogue, read from what it told; whatever is not of the right form is refused."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, Field, ValidationError

from layso_queue.hub.storage.rows import Procedure, Service

MOST_SERVICES, MOST_PROCEDURES = 100, 1000


class Name(BaseModel):
    """A name in each language."""

    vi: str = Field(min_length=1, max_length=200)
    en: str = Field(min_length=1, max_length=200)


class Lists(BaseModel):
    """Lines in each language."""

    vi: list[str] = []
    en: list[str] = []


class Offer(BaseModel):
    """One service."""

    code: str = Field(pattern=r"^[A-Za-z0-9_-]{1,16}$")
    name: Name
    minutes: int = Field(default=10, ge=1, le=480)
    documents: Lists = Lists()
    online_url: str = Field(default="", pattern=r"^(https://[^\s\"'<>]{1,300})?$")


class ProcedureOffer(Offer):
    """One procedure of a service."""

    code: str = Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$")
    words: str = Field(default="", max_length=200)


class CatalogueDocument(BaseModel):
    """The document: {"name": {"vi", "en"}, "services": [...]}; other fields are left out."""

    name: Name | None = None
    services: list[Offer] = Field(max_length=MOST_SERVICES)


class ProceduresDocument(BaseModel):
    """The document: {"service", "procedures": [...]}. Older centers tell none."""

    service: str = Field(pattern=r"^[A-Za-z0-9_-]{1,16}$")
    procedures: list[ProcedureOffer] = Field(max_length=MOST_PROCEDURES)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What a center is called, if it said so, and what it offers."""

    name: tuple[str, str] | None
    services: tuple[Service, ...]


def catalogue_of(center: str, document: Mapping[str, Any]) -> Catalogue | None:
    """Return the catalogue, or None for a document that is not of the right form."""
    try:
        read = CatalogueDocument.model_validate(document)
    except ValidationError:
        return None
    if len({one.code for one in read.services}) < len(read.services):
        return None
    return Catalogue(
        (read.name.vi, read.name.en) if read.name else None,
        tuple(
            Service(
                center,
                one.code,
                one.name.vi,
                one.name.en,
                one.minutes,
                _lines(one),
                one.online_url,
            )
            for one in read.services
        ),
    )


def procedures_of(document: Mapping[str, Any]) -> tuple[str, tuple[Procedure, ...]] | None:
    """Return a service's code and procedures, or None for what is not of the right form."""
    try:
        read = ProceduresDocument.model_validate(document)
    except ValidationError:
        return None
    return read.service, tuple(_procedure(one) for one in read.procedures)


def _procedure(one: ProcedureOffer) -> Procedure:
    return Procedure(
        one.code, one.name.vi, one.name.en, one.minutes, _lines(one), one.online_url, one.words
    )


def _lines(one: Offer) -> dict[str, list[str]]:
    return {
        "vi": [line[:200] for line in one.documents.vi[:20]],
        "en": [line[:200] for line in one.documents.en[:20]],
    }
