"""Every page under axe-core, on a small phone, in the dark, and by its weight."""

import os

import pytest
from axe_playwright_python.sync_playwright import Axe

from browsed_hub import CHROMIUM, PASSWORD, opened, sell
from hub_place import CENTER, place

HEAVIEST = 60_000
"""Bytes of a page with all that it loads, as sent for the first visit."""

pytestmark = pytest.mark.skipif(not os.path.exists(CHROMIUM), reason="Chromium is not installed")


def _paths(hub):
    sold, remote = sell(hub, place("06 08:30", "H")), sell(hub, place("05 00:00", remote=True))
    gone = sell(hub, place("07 08:30", "H"))
    hub.sale.cancel(gone.code)
    hold = hub.sale.hold(place("07 09:00", "H"))
    return (
        "/",
        "/centers?q=tan",
        "/centers?q=zzz",
        f"/c/{CENTER}",
        "/c/00004",
        f"/c/{CENTER}/H",
        f"/hold/{hold.id}",
        f"/b/{sold.code}",
        f"/b/{sold.code}/change",
        f"/b/{sold.code}/cancel",
        f"/b/{remote.code}",
        f"/b/{gone.code}",
        "/find",
        "/t/t1",
        "/t/t3",
        "/t/t4",
        "/t/t5",
        "/nowhere",
        "/staff/sign-in",
        "/staff",
        "/staff/feedback",
    )


SEEN = [("vi", 320, "light"), ("en", 1280, "dark")]


@pytest.mark.parametrize(("language", "width", "scheme"), SEEN)
def test_every_page_is_accessible_fits_and_is_light(browser, site, language, width, scheme):
    axe = Axe()
    rules = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    with opened(browser, width, color_scheme=scheme) as page:
        page.goto(f"{site.url}/{language}/staff/sign-in")
        page.locator("#name").fill("canbo")
        page.locator("#password").fill(PASSWORD)
        page.locator("main button").click()
        said = []
        page.on("console", lambda message: said.append(message.text))
        for path in (*_paths(site.hub), f"/c/{CENTER}/L", f"/b/{site.closed}"):
            page.goto(f"{site.url}/{language}{path}")
            found = axe.run(page, options=rules)
            assert found.violations_count == 0, f"{path}: {found.generate_report()}"
            wide = page.evaluate("document.documentElement.scrollWidth")
            assert wide <= width, f"{path} is {wide} wide"
            html = len(page.content().encode())
            assert html < HEAVIEST / 2, f"{path} has {html} bytes of HTML alone"
            if scheme == "dark":
                _also_with_more_contrast(axe, page, path)
            else:
                _also_in_forced_colours_and_with_large_text(page, path)
        blocked = [one for one in said if "Content Security Policy" in one]
        assert blocked == []


def _also_with_more_contrast(axe, page, path):
    page.emulate_media(contrast="more")
    found = axe.run(page, options={"runOnly": {"type": "rule", "values": ["color-contrast"]}})
    assert found.violations_count == 0, f"{path}: {found.generate_report()}"
    page.emulate_media(contrast="no-preference")


def _also_in_forced_colours_and_with_large_text(page, path):
    before = page.viewport_size
    page.emulate_media(forced_colors="active")
    alike = page.evaluate(ALIKE)
    assert alike == [], f"{path}: cannot be told apart in forced colours: {alike}"
    page.emulate_media(forced_colors="none")
    page.set_viewport_size({"width": 390, "height": 700})
    page.evaluate("document.documentElement.style.fontSize = '225%'")  # twice the 112.5 % of ours
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 390, f"{path} with text of 200 % is {wide} wide"
    page.set_viewport_size(before)


ALIKE = """() => {
  const look = e => { const s = getComputedStyle(e); return s.backgroundColor + s.outlineStyle; };
  const pairs = [[".days a[aria-current]", ".days a:not([aria-current])"],
                 [".qr path", ".qr"]].map(pair => pair.map(q => document.querySelector(q)));
  return pairs.filter(pair => pair[0] && pair[1]).filter(([one, other]) =>
    one.matches("path") ? getComputedStyle(one).fill === getComputedStyle(other).backgroundColor
                        : look(one) === look(other)).map(([one]) => one.outerHTML.slice(0, 60));
}"""
"""What is chosen, and the modules of a QR code, if they look like the rest."""


@pytest.mark.parametrize("path", [f"/c/{CENTER}/A", "/centers?q=an", "/"])
def test_a_first_visit_loads_less_than_sixty_kilobytes(browser, site, path):
    with opened(browser) as page:
        answers = []
        page.on("response", lambda answer: answers.append(answer))
        page.goto(f"{site.url}/vi{path}")
        page.evaluate("document.fonts.ready.then(() => 1)")
        bodies = {answer.url: len(answer.body()) for answer in list(answers)}
        kinds = {url.partition("?")[0].rpartition(".")[2] for url in bodies}
        assert {"css", "js", "woff"} <= kinds
        assert sum(bodies.values()) + 600 * len(bodies) < HEAVIEST, bodies


def test_targets_are_large_and_text_is_large_enough_to_read(browser, site):
    with opened(browser, 320) as page:
        page.goto(f"{site.url}/vi/c/{CENTER}/A")
        sizes = page.evaluate(
            "[...document.querySelectorAll('main button, main input:not([type=hidden])')]"
            ".map(e => e.getBoundingClientRect().height)"
        )
        assert min(sizes) >= 44
        page.goto(f"{site.url}/vi/t/t4")
        page.get_by_label("Bình thường").check()
        sizes = page.evaluate(
            "[...document.querySelectorAll('.level, .tick')].map(e => e.getBoundingClientRect())"
        )
        assert len(sizes) == 16
        assert min(min(one["height"], one["width"]) for one in sizes) >= 44
        page.goto(f"{site.url}/vi/c/{CENTER}/A")
        assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") >= 18
        smallest = page.evaluate(
            "Math.min(...[...document.querySelectorAll('main *')]"
            ".filter(e => e.innerText).map(e => parseFloat(getComputedStyle(e).fontSize)))"
        )
        assert smallest >= 14
