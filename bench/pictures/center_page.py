"""The page on which a ticket is followed at the center itself, on its Wi-Fi, without internet."""

import asyncio
import sys
import tempfile
from pathlib import Path

from bench.pictures.book import HOUSE

sys.path.insert(0, str(HOUSE / "tests" / "doubles"))

from bench.pictures.browser import PHONE, opened_browser
from center_place import MONDAY_AT_NINE, Place, SetClock, model_center

AHEAD = 4


def make(out: Path) -> None:
    """Take some numbers at a center and open the pages of two of them."""
    pages = asyncio.run(_pages())
    with opened_browser() as browser:
        context = browser.new_context(viewport=PHONE, device_scale_factor=2)
        page = context.new_page()
        for name, html in pages.items():
            page.set_content(html)
            page.evaluate("document.fonts.ready.then(() => 1)")
            page.screenshot(path=out / f"center-{name}.png", full_page=True)
        context.close()


async def _pages() -> dict[str, str]:
    clock = SetClock(0)
    clock.turn_to(MONDAY_AT_NINE)
    with tempfile.TemporaryDirectory(prefix="layso-book-") as folder:
        path = Path(folder) / "center"
        place = Place(path, model_center(path), clock)
        async with place.opened():
            tickets = [await place.issue("A") for _ in range(AHEAD + 1)]
            await place.open_counter(1)
            await place.post("/v1/counters/1/call-next", role="counter")
            shown = f"/v1/tickets/{tickets[-1]['id']}"
            while (await place.ask("GET", shown)).json()["wait"] is None:
                await asyncio.sleep(0.02)  # waits are foretold beside the line
            return {
                name: (await place.ask("GET", f"/t/{ticket['id']}", role=None)).text
                for name, ticket in (("waiting", tickets[-1]), ("called", tickets[0]))
            }
