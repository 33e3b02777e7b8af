"""A number may be taken in any language: with a folder, begun a minute ago, or gone since."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import layso_assets.files
from layso_assets.languages import Texts, name_of, offered, texts
from layso_kiosk.counter.keys import read_keys
from layso_kiosk.counter.parts import Parts
from layso_kiosk.counter.settings import Settings
from layso_kiosk.display.board import Board
from layso_kiosk.display.options import read_options
from layso_kiosk.look.options import OptionsWrong
from layso_kiosk.look.sound.announcement import Manner, Rest, compose
from layso_kiosk.look.sound.pack import open_voice, words_of
from layso_kiosk.look.texts import ScreenTexts
from layso_printing.page import compose as lay_out
from layso_printing.page import load_layout, open_faces
from layso_printing.slip import words_of as slip_words
from layso_queue.line.states import Priority
from line_day import Clock, at
from line_link import LineLink

MADE, GONE = "tdd", "zh-Hant"
CODES = (*(one.code for one in offered()), MADE, GONE)


@pytest.fixture(autouse=True)
def _a_folder_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A language as somebody begins one: a folder with nothing in it but its own name."""
    root = layso_assets.files.path()
    (tmp_path / "languages" / MADE).mkdir(parents=True)
    about = '[about]\nname = "Slấc Tày"\ncomplete = "no"\ndirection = "ltr"\n'
    (tmp_path / "languages" / MADE / "language.toml").write_text(about, "utf-8")
    for file in (*root.iterdir(), *(root / "languages").iterdir()):
        if (place := tmp_path / file.relative_to(root)) != tmp_path / "languages":
            place.symlink_to(file)
    monkeypatch.setenv("TMPDIR", "/tmp")  # a socket's path has a hundred letters at most
    with monkeypatch.context() as here:
        here.setattr(layso_assets.files, "_ROOT", tmp_path)
        texts._load.cache_clear()
        yield
    texts._load.cache_clear()


@pytest.fixture
def parts(tmp_path: Path, qapp: object) -> Iterator[Parts]:
    """Counter 3 with its panel open, without a window; nv01 has signed in."""
    clock = Clock(at("08:15"))
    made = Parts(LineLink(clock), 3, read_keys(), Settings(tmp_path / "data"), clock=clock)
    made.link.tell()  # type: ignore[attr-defined]
    made.link.become("fresh")  # type: ignore[attr-defined]
    made.sign_in.submit("nv01", "260411")
    made.panel.toggle()
    yield made
    made.strip.hide()
    made.outside.close()


def _facts(parts: Parts) -> dict[str, str]:
    return {one["name"]: one["value"] for one in parts.panel.property("facts")["facts"]}


@pytest.mark.parametrize("code", CODES)
def test_a_number_taken_in_any_language_is_served_and_printed(parts: Parts, code: str) -> None:
    line: Any = parts.link
    line.come("H", "08:16", language=code, priority=Priority.CARER)
    parts.station.monotonic.now = at("08:17")  # type: ignore[attr-defined]
    for act in ("call-next", "start"):
        parts.act(act)
        parts.station.monotonic.now += 1000  # type: ignore[attr-defined]
        assert _facts(parts)["Ngôn ngữ"] == name_of(code, "vi")
    board = Board(ScreenTexts(code))
    board.take(line.mirror.as_snapshot() | {"seq": 1})
    assert board.facts["call"]["number"] == "H001"
    assert all(row["words"] for row in board.counters.rows)
    ticket = line.mirror.tickets[parts.station.desk.ticket["id"]]  # type: ignore[index]
    words = slip_words(parts.paper._slip(ticket))
    assert words.texts["number"] == "H001"
    assert Texts(code).say("kiosk.priority.carer") in words.texts["priority"]
    assert lay_out(words, load_layout("slip-80"), open_faces()).marks
    parts.act("finish")
    assert parts.panel.property("facts") == {}


def test_a_language_is_called_as_staff_know_it_and_else_by_its_own_name_or_its_code() -> None:
    names = [name_of(code, "vi") for code in ("en", "km", MADE, GONE, "../vi", "")]
    assert names == ["Tiếng Anh", "Tiếng Khmer", "Slấc Tày", GONE, "../vi", ""]
    assert name_of("km", "en") == "Khmer"


@pytest.mark.parametrize("code", CODES)
def test_a_call_is_put_together_in_any_language(code: str) -> None:
    parts, voice = compose("A012", 3, Manner(("vi", code))), open_voice()
    assert all(words_of(part) for part in parts if not isinstance(part, Rest))
    assert voice.render(parts)


def test_a_board_may_show_any_language_that_has_a_folder(tmp_path: Path) -> None:
    token = tmp_path / "board.token"
    token.write_text("right-token", "utf-8")
    asked = ["--center", "http://127.0.0.1:8026", "--token-file", str(token), "--language"]
    assert read_options([*asked, MADE]).language == MADE
    with pytest.raises(OptionsWrong):
        read_options([*asked, GONE])
