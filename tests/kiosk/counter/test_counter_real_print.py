"""The whole way of a slip: a real counter, a real center, a real kiosk's printing, real paper."""

import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from layso_kiosk.citizen.ordered import PrintOrders
from layso_kiosk.citizen.paper import PaperDesk
from layso_kiosk.citizen.reporting import Reporting
from layso_kiosk.citizen.source import DaySource
from layso_kiosk.counter.keys import read_keys
from layso_kiosk.counter.parts import Parts
from layso_kiosk.counter.settings import Settings
from layso_kiosk.link.book import KioskBook
from layso_kiosk.link.center import CenterLink
from layso_printing import PrinterTrust, open_printer
from layso_printing.double.double import PaperDouble

PROGRAM = [sys.executable, "-m", "layso_queue.center.command", "--language", "en"]
PATIENCE = 60_000


@pytest.fixture
def center(tmp_path: Path) -> Iterator[tuple[str, Callable[..., str]]]:
    data = str(tmp_path / "center")

    def command(*words: str) -> str:
        told = subprocess.run(
            [*PROGRAM, *words, "--data", data], capture_output=True, text=True, check=True
        )
        return told.stdout.strip()

    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    with (tmp_path / "center.log").open("wb") as log:
        words = ["serve", "--port", str(port), "--always-open", "--data", data]
        command("staff", "add", "--code", "nv01", "--pin", "260411")
        process = subprocess.Popen([*PROGRAM, *words], stdout=log, stderr=log)
        yield f"http://127.0.0.1:{port}", command
        process.kill()
        process.wait(30)


@pytest.fixture
def kiosk(center: Any, tmp_path: Path, qtbot: QtBot) -> Iterator[PaperDouble]:
    url, command = center
    token = command("enrol", "--role", "kiosk", "--name", "K1")
    with PaperDouble(tmp_path / "paper") as double:
        (tmp_path / "kiosk").mkdir()
        link, book = CenterLink(url, token), KioskBook(tmp_path / "kiosk", "Z1")
        source = DaySource(link, book, tmp_path / "kiosk")
        paper = PaperDesk(open_printer(double.uri))
        orders = PrintOrders(source, paper, Reporting(source, "K1"), PrinterTrust())
        link.start()
        qtbot.waitUntil(lambda: link.state == "fresh", timeout=PATIENCE)
        yield double
        link.close()
        source.stop()
        paper.stop()
        for part in (orders, paper, source, link):
            shiboken6.delete(part)
        book.close()


@pytest.fixture
def counter(center: Any, tmp_path: Path, qapp: object) -> Iterator[Parts]:
    url, command = center
    link = CenterLink(url, command("enrol", "--role", "counter", "--name", "C1"))
    made = Parts(link, 1, read_keys(), Settings(tmp_path / "desk"))
    link.start()
    yield made
    made.paper.close()
    made.strip.hide()
    made.outside.close()
    link.close()
    shiboken6.delete(link)


def test_a_slip_goes_from_the_counters_key_to_the_kiosks_paper(
    kiosk: PaperDouble, counter: Parts, qtbot: QtBot
) -> None:
    def said() -> str:
        return str(counter.strip.property("text"))

    qtbot.waitUntil(lambda: counter.link.state == "fresh", timeout=PATIENCE)
    counter.sign_in.submit("nv01", "260411")
    qtbot.waitUntil(lambda: counter.station.desk.state == "open", timeout=PATIENCE)
    qtbot.waitUntil(lambda: counter.station.orders.travelling is None, timeout=PATIENCE)
    counter.moves.walk_up(counter.station.desk.services[0], "Chỉ nộp")
    qtbot.waitUntil(lambda: counter.station.desk.calling, timeout=PATIENCE)
    number = dict(counter.station.desk.ticket or {})["number"]
    counter.act("reprint")
    qtbot.waitUntil(lambda: said() == f"Phiếu {number} đã in ở máy lấy số K1.", timeout=PATIENCE)
    assert len(kiosk.wait_for(1)) == 1
    ticket = dict(counter.station.desk.ticket or {})["id"]
    paper = counter.link.mirror.tickets
    qtbot.waitUntil(lambda: paper[ticket]["paper"] == "printed", timeout=PATIENCE)
