"""A catalog that was imported while the center runs is taken up."""

import asyncio
from collections.abc import Callable

import structlog

from layso_queue.center.procedures.catalog import Catalog

LOOK_S = 2.0
"""So often it is looked for."""

log = structlog.get_logger()


class CatalogWatch:
    """Looks whether there is a new catalog, and has every window told."""

    def __init__(self, catalog: Catalog, changed: Callable[[], None]) -> None:
        """`changed` is called on the loop when a new one was taken."""
        self._catalog, self._changed = catalog, changed

    async def run(self) -> None:
        """Look for as long as the center is open."""
        while True:
            await asyncio.sleep(LOOK_S)
            await self.look()

    async def look(self) -> None:
        """Take a new catalog of procedures, if one was imported, and tell every window."""
        if await asyncio.to_thread(self._catalog.look):
            log.info("a new catalog of procedures", version=self._catalog.version)
            self._changed()
