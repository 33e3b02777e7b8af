"""Our slips on a printer that others wrote: emupos, a simulator of ESC/POS hardware.

It needs a Python of its own (3.13 or later): put `emupos` on the PATH, or name the program in
LAYSO_EMUPOS. Without it these tests are skipped.
"""

import contextlib
import io
import os
import socket
import subprocess
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from shutil import which

import pytest
from PIL import Image, ImageChops

from layso_printing import (
    Cause,
    Notice,
    Outcome,
    Printer,
    PrinterProfile,
    TicketSlip,
    load_profile,
    open_printer,
    print_slip,
)
from layso_printing.raster import open_press

PROGRAM = os.environ.get("LAYSO_EMUPOS") or which("emupos")
pytestmark = pytest.mark.skipif(
    not PROGRAM, reason="no emupos here (it needs its own Python 3.13): see LAYSO_EMUPOS"
)
CONFIG = """\
schema: 1
api: {{host: 127.0.0.1, port: {api}}}
devices:
  - id: front
    type: printer
    profile: epson-tm-t20iii
    connections:
      - tcp: {{port: {port}}}
    receipts_dir: ./receipts
"""


class Emupos:
    """The simulator as a process, and its operator's side."""

    def __init__(self, folder: Path) -> None:
        self.port, self.api = free_ports(2)
        config = folder / "emupos.yaml"
        config.write_text(CONFIG.format(api=self.api, port=self.port), "utf-8")
        self._log = (folder / "emupos.log").open("wb")
        order = [str(PROGRAM), "run", "--config", str(config)]
        self._process = subprocess.Popen(
            order, cwd=folder, stdout=self._log, stderr=self._log, stdin=subprocess.DEVNULL
        )

    def wait_until_ready(self) -> None:
        until = time.monotonic() + 60
        while True:
            assert self._process.poll() is None, "emupos ended"
            assert time.monotonic() < until, "emupos did not answer"
            with contextlib.suppress(urllib.error.URLError, ConnectionError):
                self.call("GET", "/health")
                return
            threading.Event().wait(0.1)

    def call(self, method: str, path: str) -> bytes:
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        url = f"http://127.0.0.1:{self.api}/api/v1{path}"
        with opener.open(urllib.request.Request(url, method=method), timeout=10) as answer:
            return bytes(answer.read())

    def receipt(self) -> Image.Image:
        """Return the newest receipt; its job is complete when the cut has been answered for."""
        with Image.open(io.BytesIO(self.call("GET", "/devices/front/receipts/latest/image"))) as p:
            return p.convert("L")

    def close(self) -> None:
        self._process.terminate()
        try:
            self._process.wait(30)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._log.close()


def free_ports(count: int) -> list[int]:
    with contextlib.ExitStack() as held:
        ears = [held.enter_context(socket.create_server(("127.0.0.1", 0))) for _ in range(count)]
        return [int(ear.getsockname()[1]) for ear in ears]


@pytest.fixture(scope="module")
def emupos(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Emupos]:
    running = Emupos(tmp_path_factory.mktemp("emupos"))
    try:
        running.wait_until_ready()
        yield running
    finally:
        running.close()


@pytest.fixture
def patient_80() -> PrinterProfile:
    """It knows no process id, and answers GS r in turn."""
    return replace(load_profile("generic-80"), answer_s=5.0, stall_s=10.0, total_s=30.0)


def from_first_ink(picture: Image.Image) -> Image.Image:
    box = ImageChops.invert(picture.convert("L")).getbbox()
    assert box is not None
    return picture.convert("1").crop((0, box[1], picture.width, box[3]))


def test_its_paper_shows_dot_for_dot_what_was_drawn(
    emupos: Emupos, patient_80: PrinterProfile, sample: TicketSlip
) -> None:
    printer = open_printer(f"tcp://127.0.0.1:{emupos.port}", patient_80)
    result = print_slip(printer, sample)
    assert (result.outcome, result.cause, result.proof) == (Outcome.PRINTED, None, "status")
    paper, drawn = from_first_ink(emupos.receipt()), from_first_ink(printer.press.image(sample))
    assert paper.size == drawn.size
    differ = ImageChops.logical_xor(paper, drawn).convert("L").tobytes().count(255)
    assert differ <= 30


def test_a_phone_reads_a_lean_slip_from_its_paper(
    emupos: Emupos,
    patient_80: PrinterProfile,
    slip: TicketSlip,
    tmp_path: Path,
    read_qr: Callable[[Path], list[str]],
) -> None:
    address = open_printer(f"tcp://127.0.0.1:{emupos.port}", patient_80).address
    printer = Printer(address, open_press(patient_80, lean=True))
    assert print_slip(printer, slip).outcome is Outcome.PRINTED
    emupos.receipt().save(tmp_path / "lean.png")
    assert read_qr(tmp_path / "lean.png") == [slip.follow_url]
    text = emupos.call("GET", "/devices/front/receipts/latest/text").decode()
    assert "A012" in text
    assert "23/11/2026 07:42" in text


@pytest.mark.parametrize(
    ("fault", "outcome", "cause", "warnings"),
    [
        ("paper-out", Outcome.FAILED, Cause.PAPER_OUT, ()),
        ("cover-open", Outcome.FAILED, Cause.COVER_OPEN, ()),
        ("offline", Outcome.FAILED, Cause.OFFLINE, ()),
        ("paper-near-end", Outcome.PRINTED, None, (Notice.PAPER_LOW,)),
    ],
)
def test_its_faults_are_understood(
    emupos: Emupos,
    patient_80: PrinterProfile,
    slip: TicketSlip,
    fault: str,
    outcome: Outcome,
    cause: Cause | None,
    warnings: tuple[Notice, ...],
) -> None:
    emupos.call("PUT", f"/devices/front/faults/{fault}")
    try:
        result = print_slip(open_printer(f"tcp://127.0.0.1:{emupos.port}", patient_80), slip)
    finally:
        emupos.call("DELETE", f"/devices/front/faults/{fault}")
    assert (result.outcome, result.cause, result.warnings) == (outcome, cause, warnings)


def test_what_it_can_say_is_found_out(emupos: Emupos, patient_80: PrinterProfile) -> None:
    found = open_printer(f"tcp://127.0.0.1:{emupos.port}", patient_80).discover()
    assert (found.proof, found.in_turn, found.model) == ("status", True, "EPSON TM-T20III")
