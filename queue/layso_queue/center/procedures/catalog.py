"""The catalog of now: the center's own where one was imported, else the one that is shipped."""

import hashlib
from collections.abc import Collection
from pathlib import Path

import orjson
import structlog

from layso_assets import files
from layso_assets.languages import LANGUAGES, Texts
from layso_queue.center.procedures.judge import judged
from layso_queue.center.procedures.model import Procedure
from layso_queue.center.procedures.table import TableUnreadable, read_table

log = structlog.get_logger()

_Stamp = tuple[int, int] | None


def shipped(services: Collection[str]) -> list[Procedure]:
    """Return our own catalog as far as a center has the services for it."""
    rows = read_table(files.path("procedures", "procedures.csv"))
    texts = Texts(LANGUAGES[0])
    everywhere = {row.cells[1] for row in rows[1:]} | set(services)
    found, faults = judged(rows, everywhere, texts)
    if faults:
        raise ValueError(faults[0])
    return [one for one in found if one.service in services]


class Catalog:
    """What `GET /v1/procedures` answers; `version` changes whenever that does.

    `look` sees that the file was changed beside us; a file with faults changes nothing.
    """

    def __init__(self, file: Path, services: Collection[str]) -> None:
        """Take the center's own file, which need not be there, and its service codes."""
        self._file, self._services = file, frozenset(services)
        self._stamp: _Stamp = None
        self.version, self.body = "", b""
        if not self.look():
            self._take(shipped(self._services))

    def look(self) -> bool:
        """Read the file if it is another than before; return whether the catalog changed."""
        stamp = self._stamp_of_now()
        if stamp == self._stamp:
            return False
        self._stamp = stamp
        if stamp is None:
            return self._take(shipped(self._services))
        try:
            found, faults = judged(read_table(self._file), self._services, Texts(LANGUAGES[0]))
        except TableUnreadable as error:
            found, faults = [], [error.fault]
        if faults:
            log.warning("the catalog of procedures has faults", first=faults[0], all=len(faults))
            return False
        return self._take(found)

    def _take(self, procedures: list[Procedure]) -> bool:
        shown = [one.shown() for one in procedures]
        version = hashlib.sha256(orjson.dumps(shown)).hexdigest()[:16]
        if version == self.version:
            return False
        self.body = orjson.dumps({"version": version, "procedures": shown})
        self.version = version
        return True

    def _stamp_of_now(self) -> _Stamp:
        try:
            found = self._file.stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_size
