"""When each center and the hub have told each other all, in virtual seconds."""

import asyncio

from bench.reliability.partition.city import City
from bench.reliability.partition.town import Town

LOOK_S = 1.0


class Draining:
    """Watches all centers from now on."""

    def __init__(self, city: City, patience_s: float = 3600.0) -> None:
        """Wait no longer than so many virtual seconds."""
        self._city, self._patience_s = city, patience_s
        self.took_s: list[float] = []
        self.left = len(city.towns)

    async def all_drained(self) -> bool:
        """Return when no center has anything to tell or to hear; False when that never came."""
        loop = asyncio.get_running_loop()
        began = loop.time()
        since: dict[str, float] = {}
        while loop.time() - began < self._patience_s:
            heads = self._city.heads()
            for town in self._city.towns:
                if not _is_drained(town, heads):
                    since.pop(town.code, None)
                else:
                    since.setdefault(town.code, loop.time() - began)
            self.left = len(self._city.towns) - len(since)
            if self.left == 0:
                break
            await asyncio.sleep(LOOK_S)
        self.took_s = sorted(since.values())
        return self.left == 0


def _is_drained(town: Town, heads: dict[tuple[str, str], int]) -> bool:
    ends = town.ends()
    there = (heads.get((town.code, "in")), heads.get((town.code, "out")))
    return there == (ends["out"], ends["in"]) == (ends["acked"], ends["in"]) and not ends["untold"]
