"""The catalog of procedures as the center last told it, kept for a start without the center."""

import json
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from layso_assets.folding import fold, rank
from layso_kiosk.citizen.source import DaySource
from layso_kiosk.link.answers import Answer

Json = dict[str, Any]

_NAME = "procedures.json"
_AGAIN_S = 5.0
MOST_FOUND = 24


class Shelf(QObject):
    """`changed` when another catalog stands here; each procedure is a dictionary as it is told.

    The center's day names the version that it has: another one than ours is fetched.
    """

    changed = Signal()

    def __init__(
        self,
        source: DaySource,
        folder: Path,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self._source, self._file, self._monotonic = source, folder / _NAME, monotonic
        self._asked_at = float("-inf")
        self._asking = False
        self.version = ""
        self._procedures: dict[str, Json] = {}
        self._folded: dict[str, list[tuple[str, str]]] = {}
        self._take(self._kept())
        source.changed.connect(self._look)

    def of(self, service: str) -> list[Json]:
        """Return the procedures of a service group, in the catalog's order."""
        return [one for one in self._procedures.values() if one["service"] == service]

    def get(self, code: str) -> Json | None:
        """Return one procedure."""
        return self._procedures.get(code)

    def find(self, *queries: str) -> list[Json]:
        """Return what meets one of the queries, best first; tones and case do not matter."""
        asked = [query for query in dict.fromkeys(map(fold, queries)) if query]
        found = []
        for place, (code, names) in enumerate(self._folded.items()):
            ranks = [rank(query, *both) for query in asked for both in names]
            best = min((one for one in ranks if one is not None), default=None)
            if best is not None:
                found.append((best, place, self._procedures[code]))
        return [one for _, _, one in sorted(found, key=lambda it: it[:2])][:MOST_FOUND]

    @Slot()
    def _look(self) -> None:
        version = self._source.mirror.day.get("procedures")
        if not version or version == self.version or self._asking or not self._source.live:
            return
        if self._monotonic() - self._asked_at < _AGAIN_S:
            return
        self._asking, self._asked_at = True, self._monotonic()
        self._source.link.get("/v1/procedures", self._answered)

    def _answered(self, answer: Answer) -> None:
        self._asking = False
        if answer.ok and self._take(answer.body):
            self._keep(answer.body)
            self.changed.emit()

    def _take(self, catalog: Json) -> bool:
        try:
            version = str(catalog["version"])
            procedures = {one["code"]: _checked(one) for one in catalog["procedures"]}
            folded = {
                code: [
                    (fold(name), fold(f"{one['words']} {name}")) for name in one["name"].values()
                ]
                for code, one in procedures.items()
            }
        except (KeyError, TypeError, AttributeError):
            return False
        self.version, self._procedures, self._folded = version, procedures, folded
        return True

    def _kept(self) -> Json:
        try:
            found = json.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def _keep(self, catalog: Json) -> None:
        fresh = self._file.with_suffix(".new")
        try:
            with fresh.open("w", encoding="utf-8") as file:
                json.dump(catalog, file, ensure_ascii=False)
                file.flush()
                os.fsync(file.fileno())
            fresh.replace(self._file)
        except OSError:
            return  # the next start asks again


def _checked(one: Json) -> Json:
    """Return a procedure as it is; raise KeyError or TypeError if a part is not there."""
    one["service"], one["minutes"], one["portal"], one["words"]
    if not isinstance(one["name"]["vi"], str) or not isinstance(one["documents"]["vi"], list):
        raise TypeError
    return one
