"""Pictures of the counter for a person to look at; each must open without a fault."""

from collections.abc import Callable, Sequence
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from layso_assets.languages import LANGUAGES
from layso_kiosk.counter.opening import Counter
from layso_kiosk.link.ids import new_id
from layso_printing import open_printer
from layso_queue.line.commands import MakeBooking
from layso_queue.line.states import Priority
from line_day import at

Open = Callable[..., Counter]
Take = Callable[[Counter, str], Path]


def _in(counter: Counter, language: str = "vi", theme: str = "light") -> Counter:
    counter.texts.choose(language)
    counter.program.look.choose_theme(theme)
    return counter


def test_signing_in(open_counter: Open, busy: Any, take_picture: Take) -> None:
    counter = open_counter(busy, signed_in=False)
    take_picture(counter, "sign-in")
    counter.sign_in.submit("nv01", "1")
    take_picture(counter, "sign-in-wrong")


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])
def test_bar_and_panel(
    open_counter: Open, busy: Any, take_picture: Take, size: Any, clock: Any
) -> None:
    counter = open_counter(busy, size=size)

    def look(state: str, languages: Sequence[str] = LANGUAGES) -> None:
        for language, theme in product(languages, ("light", "contrast", "dark")):
            take_picture(_in(counter, language, theme), f"{size[0]}-{language}-{theme}-{state}")

    look("1-idle")
    counter.act("call-next")
    clock.now += 74_000
    counter.bar.tick()
    look("2-called")
    counter.act("start")
    counter.strip.hide()
    counter.act("panel")
    look("3-panel")
    for language in LANGUAGES:  # a question is put in the language of its moment
        _in(counter, language)
        clock.now += 1000
        counter.act("transfer")
        look("4-transfer", [language])
        counter.ask.close()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_compact(
    open_counter: Open, busy: Any, take_picture: Take, clock: Any, language: str
) -> None:
    counter = _in(open_counter(busy), language)
    counter.place.toggle_size()
    take_picture(counter, f"compact-{language}-1-idle")
    counter.act("call-next")
    take_picture(counter, f"compact-{language}-2-called")
    counter.act("panel")
    take_picture(counter, f"compact-{language}-3-panel")
    clock.now += 1000
    counter.act("start")
    clock.now += 1000
    counter.act("park")
    counter.ask.choose("other")
    counter.ask.confirm("")
    take_picture(counter, f"compact-{language}-4-park")


def test_away_and_paused(open_counter: Open, busy: Any, take_picture: Take, clock: Any) -> None:
    counter = open_counter(busy)
    counter.act("call-next")
    busy.become("away")
    take_picture(counter, "away")
    busy.become("fresh")
    clock.now += 1000
    counter.act("undo")
    clock.now += 1000
    counter.act("pause")
    take_picture(counter, "pause")
    counter.ask.choose("lunch")
    counter.ask.confirm()
    take_picture(counter, "paused")


@pytest.mark.parametrize("percent", [125, 150])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_larger_letters(
    open_counter: Open, busy: Any, take_picture: Take, percent: int, language: str
) -> None:
    counter = _in(open_counter(busy), language)
    counter.program.look.choose_text_size(percent)
    counter.place.toggle_edge()
    counter.act("call-next")
    counter.act("panel")
    take_picture(counter, f"large-{percent}-{language}")


def test_a_long_line_with_every_reason(
    open_counter: Open, busy: Any, take_picture: Take, clock: Any, qtbot: Any
) -> None:
    for minute in range(20):
        busy.come("A" if minute % 3 else "H", f"08:{15 + minute}")
    busy.come("H", "08:40", priority=Priority.CARER)
    counter = open_counter(busy)
    for name in ("call-next", "recall", "no-show", "call-next", "start", "park"):
        counter.act(name)
        clock.now += 1_000
    counter.ask.choose("copying")
    counter.ask.confirm()
    counter.strip.hide()
    counter.act("panel")
    take_picture(counter, "long-line")
    assert len(counter.panel.line.all()) > 20


@pytest.mark.parametrize(("language", "size"), [("vi", (1366, 768)), ("en", (1920, 1080))])
def test_a_visit_with_its_notes_and_a_walk_up(
    open_counter: Open,
    busy: Any,
    take_picture: Take,
    clock: Any,
    tmp_path: Path,
    language: str,
    size: Any,
) -> None:
    for code, slot in (("HEN1234", "08:30"), ("HEN9999", "09:00")):
        booking = MakeBooking(id=new_id(), actor="hub", code=code, service="H", slot=at(slot))
        busy.do(booking)
    printer = open_printer(f"file://{tmp_path / 'paper'}", "blind-80")
    counter = _in(open_counter(busy, size=size, printer=printer), language)
    counter.act("call-next")
    clock.now += 1000
    counter.act("panel")
    counter.panel.visit.tick(0)
    counter.panel.visit.also("A")
    take_picture(counter, f"visit-{size[0]}-{language}")
    counter.act("reject-priority")
    take_picture(counter, f"rejected-{size[0]}-{language}")
    counter.act("undo")
    clock.now += 1000
    counter.act("start")
    clock.now += 1000
    counter.act("finish")
    clock.now += 1000
    counter.act("walk-up")
    counter.ask.choose("service:H")
    take_picture(counter, f"walk-up-{size[0]}-{language}")
