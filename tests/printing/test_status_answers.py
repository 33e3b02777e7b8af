"""What printers answer: well, late, or nonsense."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layso_printing import Cause
from layso_printing.printer.proof import Patience, await_word, id_answer, new_word
from layso_printing.printer.status import PrinterStatus, ask_status


class ScriptedWire:
    """A line that answers each write with the next of its lines."""

    two_way = True

    def __init__(self, answers: list[bytes], endless: bytes = b"") -> None:
        self.sent = 0
        self.asked: list[bytes] = []
        self._answers = answers
        self._ready = b""
        self._endless = endless

    def send(self, data: bytes, _stall_s: float, _until: float) -> None:
        self.asked.append(data)
        self._ready += self._answers.pop(0) if self._answers else b""

    def read(self, _until: float) -> bytes:
        data, self._ready = self._ready, b""
        return data or self._endless

    def drain(self, _until: float) -> None:
        """Nothing is held back."""

    def close(self) -> None:
        """Nothing to close."""


def ask(answers: list[bytes], endless: bytes = b"") -> tuple[PrinterStatus, ScriptedWire]:
    wire = ScriptedWire(answers, endless)
    return ask_status(wire, 0.02, time.monotonic() + 0.1), wire


@pytest.mark.parametrize(
    ("answers", "fault"),
    [
        ([b"\x12", b"\x12", b"\x12", b"\x12"], None),
        ([b"\x1a", b"\x12", b"\x12", b"\x12"], Cause.OFFLINE),
        ([b"\x1a", b"\x72", b"\x32", b"\x12"], Cause.PAPER_OUT),
        ([b"\x1a", b"\x72", b"\x36", b"\x12"], Cause.COVER_OPEN),
        ([b"\x1a", b"\x12", b"\x52", b"\x1a"], Cause.CUTTER),
        ([b"\x12", b"\x12", b"\x12", b"\x32"], Cause.OFFLINE),
        ([b"\x12", b"\x72"], Cause.PAPER_OUT),
    ],
)
def test_the_fault_to_mend_first_is_named(answers: list[bytes], fault: Cause | None) -> None:
    status, _ = ask(answers)
    assert status.fault is fault
    assert status.ready == (fault is None)


def test_low_paper_is_no_fault() -> None:
    status, _ = ask([b"\x12", b"\x1e", b"\x12", b"\x12"])
    assert (status.paper_low, status.paper, status.fault) == (True, True, None)


def test_after_a_silence_nothing_more_is_asked() -> None:
    status, wire = ask([b"\x12", b"", b"\x12", b"\x12"])
    assert wire.asked == [b"\x10\x04\x01", b"\x10\x04\x04"]
    assert (status.online, status.paper, status.ready) == (True, None, False)


def test_what_was_said_before_is_thrown_away() -> None:
    wire = ScriptedWire([b"", b"", b"", b""])
    wire._ready = b"\x12\x12\x12\x12"
    assert not ask_status(wire, 0.02, time.monotonic() + 0.1).answered


def test_other_bytes_are_no_status() -> None:
    status, _ = ask([b"\x10\x00\x00\x00\x12", b"\xff\x00\x72", b"\x12", b"\x12"])
    assert (status.online, status.paper) == (True, False)


@given(st.lists(st.binary(max_size=12), max_size=6), st.binary(max_size=4))
@settings(deadline=None, max_examples=200)
def test_nonsense_neither_hangs_nor_raises_nor_becomes_good_news(
    answers: list[bytes], endless: bytes
) -> None:
    start = time.monotonic()
    wire = ScriptedWire(list(answers), endless)
    status = ask_status(wire, 0.001, start + 0.005)
    assert time.monotonic() - start < 20
    said = any(byte & 0x93 == 0x12 for data in [*answers, endless] for byte in data)
    assert said or not status.ready


def patience(seconds: float) -> Patience:
    return Patience(0.01, seconds, time.monotonic() + seconds)


def test_a_late_word_of_another_slip_proves_nothing() -> None:
    wire = ScriptedWire([], endless=id_answer(b"OLD1"))
    came, _ = await_word(wire, b"NEW2", patience(0.05))
    assert not came


def test_a_word_is_never_read_as_a_status() -> None:
    words = b"".join(id_answer(new_word()) for _ in range(500))
    status, _ = ask([words, words, words, words])
    assert not status.answered


def test_the_word_counts_even_in_pieces_and_amid_status_bytes() -> None:
    wire = ScriptedWire([])
    pieces = [b"\x12\x37", b"\x22AB", b"C", b"D\x00\x12"]
    wire.read = lambda _until: pieces.pop(0) if pieces else b""  # type: ignore[method-assign]
    came, _ = await_word(wire, b"ABCD", patience(0.2))
    assert came


def test_a_slow_printer_that_says_it_is_well_is_waited_for() -> None:
    """Longer than a silence would be borne: the word comes with the second look."""
    wire = ScriptedWire([b"\x12"] * 5 + [id_answer(b"SLOW") + b"\x12"])
    start = time.monotonic()
    came, _ = await_word(wire, b"SLOW", Patience(0.05, 0.1, start + 5))
    assert came
    assert len(wire.asked) == 7, "two looks, and the last question after the word"


def test_a_printer_that_says_nothing_is_not_waited_for() -> None:
    start = time.monotonic()
    came, status = await_word(ScriptedWire([]), b"WORD", Patience(0.02, 0.1, start + 30))
    assert not came
    assert status is not None
    assert not status.answered
    assert time.monotonic() - start < 20
