"""A real kiosk link and a real center whose database is lost: all that people hold stands again."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from layso_kiosk.citizen import taking
from layso_kiosk.citizen.source import DaySource
from layso_kiosk.citizen.taking import Taking
from layso_kiosk.link.book import KioskBook
from layso_kiosk.link.center import FRESH, CenterLink
from layso_kiosk.link.handover import HandOver
from layso_kiosk.link.ids import new_id
from layso_kiosk.link.retelling import Retelling

CENTER = [sys.executable, "-m", "layso_queue.center.command", "--language", "en"]
PATIENCE = 60_000


class Center:
    """`layso-center serve` on a folder of its own, with a stick for its copies."""

    def __init__(self, folder: Path) -> None:
        self.data, self.stick = folder / "center", folder / "stick"
        self.stick.mkdir()
        with socket.socket() as found:
            found.bind(("127.0.0.1", 0))
            self.port = found.getsockname()[1]
        self._log = (folder / "center.log").open("w+b")
        self._process: subprocess.Popen[bytes] | None = None
        self.token = self.command("enrol", "--role", "kiosk", "--name", "K1")
        settings = self.data / "settings.toml"
        settings.write_text(f'{settings.read_text()}\n[backup]\nfolder = "{self.stick}"\n')

    def command(self, word: str, *more: str) -> str:
        words = [*CENTER, word, "--data", str(self.data), *more]
        return subprocess.run(words, capture_output=True, text=True, check=True).stdout.strip()

    def start(self) -> None:
        words = ["serve", "--data", str(self.data), "--port", str(self.port), "--always-open"]
        self._process = subprocess.Popen([*CENTER, *words], stdout=self._log, stderr=self._log)

    def kill(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait(30)
            self._process = None

    def spoil(self) -> None:
        """Overwrite the pages of the database and of its log."""
        for name in ("center.db", "center.db-wal"):
            file = self.data / name
            size = file.stat().st_size if file.exists() else 0
            file.write_bytes(b"SQLite format 3\0" + os.urandom(max(size, 8192)))

    def said(self) -> str:
        self._log.seek(0)
        return self._log.read().decode()

    def close(self) -> None:
        self.kill()
        self._log.close()


@pytest.fixture
def real(tmp_path: Path) -> Iterator[Center]:
    center = Center(tmp_path)
    yield center
    center.close()


class Kiosk:
    """What of a kiosk has no window."""

    def __init__(self, url: str, token: str, folder: Path) -> None:
        folder.mkdir()
        self.link, self.book = CenterLink(url, token), KioskBook(folder, "Z1")
        self.over = HandOver(self.link, self.book)
        self.retelling = Retelling(self.link, self.book)
        self.source = DaySource(self.link, self.book, folder)
        self.taking = Taking(self.source, self.book, self.over)

    def take(self, qtbot: QtBot) -> tuple[str, str]:
        """Take a number of the center's, as a finger does."""
        body = {"id": new_id(), "service": "A", "channel": "kiosk", "priority": "none"}
        with qtbot.waitSignal(self.taking.numbered, timeout=PATIENCE) as given:
            self.taking.ask({**body, "dossiers": 1, "language": "vi"})
        ticket: dict[str, Any] = given.args[0]
        return str(body["id"]), str(ticket["number"])

    def close(self) -> None:
        self.link.close()
        self.over.stop()
        self.retelling.stop()
        self.source.stop()
        for part in (self.taking, self.source, self.retelling, self.over, self.link):
            shiboken6.delete(part)
        self.book.close()


@pytest.fixture
def kiosk(
    real: Center, qapp: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Kiosk]:
    # However busy this machine is, the numbers here must be the center's.
    monkeypatch.setattr(taking, "PATIENCE_MS", PATIENCE)
    made = Kiosk(f"http://127.0.0.1:{real.port}", real.token, tmp_path / "kiosk")
    yield made
    made.close()


def asked(qtbot: QtBot, kiosk: Kiosk, ticket: str) -> dict[str, Any]:
    answers: list[dict[str, Any]] = []
    kiosk.link.get(f"/v1/tickets/{ticket}", lambda answer: answers.append(answer.body))
    qtbot.waitUntil(lambda: bool(answers), timeout=PATIENCE)
    return answers[0]


def test_twenty_numbers_survive_a_database_that_was_copied_at_ten(
    qtbot: QtBot, real: Center, kiosk: Kiosk
) -> None:
    real.start()
    with qtbot.waitSignal(kiosk.retelling.told, timeout=PATIENCE):
        kiosk.link.start()
    given = [kiosk.take(qtbot) for _ in range(10)]
    assert "Copied and checked" in real.command("backup")
    given += [kiosk.take(qtbot) for _ in range(10)]
    assert [number for _, number in given] == [f"A{n:03d}" for n in range(1, 21)]
    real.kill()
    real.spoil()
    with qtbot.waitSignal(kiosk.retelling.told, timeout=PATIENCE):
        real.start()
    qtbot.waitUntil(lambda: kiosk.link.state == FRESH, timeout=PATIENCE)
    assert {one: asked(qtbot, kiosk, one).get("number") for one, _ in given} == dict(given)

    def live() -> set[str]:
        return {str(ticket["number"]) for ticket in kiosk.link.mirror.tickets.values()}

    qtbot.waitUntil(lambda: live() == {number for _, number in given}, timeout=PATIENCE)
    _, new = kiosk.take(qtbot)
    assert int(new[1:]) > 20
    said = real.said()
    assert "Restored from" in said
    assert "Traceback" not in said
    assert len(list((real.data / "set-aside").glob("center-*.db"))) == 1
