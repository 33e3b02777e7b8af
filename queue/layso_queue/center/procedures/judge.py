"""Judge a table line by line: every fault is a sentence that says where and what to do."""

import re
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from layso_assets.languages import LANGUAGES, Texts
from layso_queue.center.procedures.model import BETWEEN, COLUMNS, NEEDED, Procedure
from layso_queue.center.procedures.table import Row

LONGEST = 200
MOST_DOCUMENTS = 12
MOST_MINUTES = 480

_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,31}")
_YES = frozenset({"yes", "y", "true", "1", "x", "co", "toan trinh"})
_NO = frozenset({"", "no", "n", "false", "0", "khong"})


@dataclass
class _Judge:
    texts: Texts
    services: Collection[str]
    faults: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    codes: dict[str, int] = field(default_factory=dict)

    def fault(self, line: int, column: str, why: str, **about: object) -> None:
        self.faults.append(self._said(line, column, why, about))

    def note(self, line: int, column: str, why: str, **about: object) -> None:
        self.notes.append(self._said(line, column, why, about))

    def _said(self, line: int, column: str, why: str, about: dict[str, object]) -> str:
        say = self.texts.say
        where = {"line": line, "column": say(f"procedures.column.{column}")}
        return say(f"procedures.fault.{why}", **where, **about)


def judged(
    rows: Sequence[Row],
    services: Collection[str],
    texts: Texts,
    notes: list[str] | None = None,
) -> tuple[list[Procedure], list[str]]:
    """Return the procedures of the right lines, and a sentence for each fault.

    `services` are the center's own codes. The headings are the column names, in English or as
    the texts call them in any language, with or without tones. What is left out without being a
    fault is added to `notes`.
    """
    judge = _Judge(texts, services, notes=[] if notes is None else notes)
    heading, *lines = rows
    columns = _columns(judge, heading)
    if judge.faults:
        return [], judge.faults
    found = []
    for row in lines:
        filled = row.cells + ("",) * len(columns)
        cells = {name: filled[at] for at, name in enumerate(columns) if name}
        before = len(judge.faults)
        procedure = _procedure(judge, row.line, {name: cells.get(name, "") for name in COLUMNS})
        if procedure is not None and len(judge.faults) == before:
            found.append(procedure)
    if not found and not judge.faults:
        judge.faults.append(texts.say("procedures.file.empty"))
    return found, judge.faults


def _columns(judge: _Judge, heading: Row) -> list[str]:
    known = {name: name for name in COLUMNS}
    for language in LANGUAGES:
        known |= {_fold(Texts(language).say(f"procedures.column.{n}")): n for n in COLUMNS}
    columns = [known.get(_fold(cell), "") for cell in heading.cells]
    say = judge.texts.say
    for cell, name in zip(heading.cells, columns, strict=True):
        if cell and not name:
            judge.faults.append(say("procedures.heading.unknown", heading=cell[:40]))
    for name in COLUMNS:
        called = say(f"procedures.column.{name}")
        if columns.count(name) > 1:
            judge.faults.append(say("procedures.heading.twice", column=called))
        if name in NEEDED and name not in columns:
            judge.faults.append(say("procedures.heading.missing", column=called, name=name))
    return columns


def _procedure(judge: _Judge, line: int, cells: dict[str, str]) -> Procedure | None:
    for name in NEEDED:
        if not cells[name]:
            judge.fault(line, name, "missing")
            return None
    for name in ("name_vi", "name_en", "words"):
        if len(cells[name]) > LONGEST:
            judge.fault(line, name, "too_long", most=LONGEST)
    _check_code(judge, line, cells["code"])
    if cells["service"] not in judge.services:
        known = ", ".join(sorted(judge.services))
        judge.fault(line, "service", "service_unknown", value=cells["service"][:20], known=known)
    minutes = int(cells["minutes"]) if re.fullmatch(r"[0-9]{1,3}", cells["minutes"]) else 0
    if not 1 <= minutes <= MOST_MINUTES:
        judge.fault(line, "minutes", "minutes", value=cells["minutes"][:20], most=MOST_MINUTES)
    documents = {name: _documents(judge, line, name, cells[name]) for name in COLUMNS[7:9]}
    vi, en = documents.values()
    if en and len(en) != len(vi):
        judge.fault(line, "documents_en", "documents_differ", vi=len(vi), en=len(en))
    return Procedure(
        code=cells["code"],
        service=cells["service"],
        minutes=minutes,
        portal=_portal(judge, line, cells),
        name_vi=cells["name_vi"],
        name_en=cells["name_en"],
        documents_vi=vi,
        documents_en=en,
        words=cells["words"],
    )


def _check_code(judge: _Judge, line: int, code: str) -> None:
    if not _CODE.fullmatch(code):
        judge.fault(line, "code", "code_form", value=code[:40])
    elif code in judge.codes:
        judge.fault(line, "code", "code_twice", value=code, first=judge.codes[code])
    else:
        judge.codes[code] = line


def _portal(judge: _Judge, line: int, cells: dict[str, str]) -> str:
    online, portal = _fold(cells["online"]), cells["portal"]
    if online not in _YES | _NO:
        judge.fault(line, "online", "online", value=cells["online"][:20])
        return ""
    if online in _NO:
        if portal:
            online_word = judge.texts.say("procedures.column.online")
            judge.note(line, "portal", "portal_unused", online=online_word)
        return ""
    try:
        url = urlsplit(portal)
        host = url.hostname if url.scheme == "https" else None
    except ValueError:
        host = None
    # what the citizen's phone opens: only the safe kind of address, short enough for a QR
    if not host or len(portal) > LONGEST or not portal.isascii() or " " in portal:
        judge.fault(line, "portal", "portal")
        return ""
    return portal


def _documents(judge: _Judge, line: int, name: str, cell: str) -> tuple[str, ...]:
    found = tuple(one.strip() for one in cell.split(BETWEEN) if one.strip())
    if len(found) > MOST_DOCUMENTS:
        judge.fault(line, name, "documents_many", most=MOST_DOCUMENTS)
    if any(len(one) > LONGEST for one in found):
        judge.fault(line, name, "too_long", most=LONGEST)
    return found


def _fold(text: str) -> str:
    parts = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return " ".join("".join(sign for sign in parts if not unicodedata.combining(sign)).split())
