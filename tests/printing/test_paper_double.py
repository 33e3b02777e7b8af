"""The paper double: does it do what a printer does?"""

import itertools
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from layso_printing import TicketSlip, load_profile
from layso_printing.double.machine import Machine
from layso_printing.double.state import State
from layso_printing.double.tokens import Tokens
from layso_printing.raster import open_press


class Bench:
    """The works alone, with what they answered."""

    def __init__(self, columns: int = 384) -> None:
        self.said = b""
        self.state = State()
        self.slips: list[tuple[Image.Image, int, bool]] = []
        self.machine = Machine(columns, self.state, lambda *slip: self.slips.append(slip))
        self.tokens = Tokens()

    def feed(self, data: bytes) -> "Bench":
        for token in self.tokens.feed(data):
            self.machine.take(token, self._hear)
        return self

    def _hear(self, said: bytes) -> None:
        self.said += said


def ink_box(image: Image.Image) -> tuple[int, int, int, int] | None:
    return image.convert("L").point(lambda level: 255 - level).getbbox()


def test_text_is_printed_in_a_simple_font_where_esc_a_puts_it() -> None:
    boxes = []
    for place in (0, 1, 2):
        bench = Bench().feed(b"\x1b@\x1ba" + bytes([place]) + b"\x1bE\x01\x1d!\x11A012\n\x1dV\x00")
        boxes.append(ink_box(bench.slips[0][0]))
    assert None not in boxes
    left = [box[0] for box in boxes if box]
    assert left[0] < left[1] < left[2]
    assert left[1] > 100


def test_feeds_move_the_paper_by_dots_and_lines() -> None:
    dot = b"\x1dv0\x00\x01\x00\x01\x00\x80"
    bench = Bench().feed(dot + b"\x1bJ\x0a" + dot + b"\x1bd\x02" + dot + b"\x1dVB\x08")
    rows = [y for y in range(bench.slips[0][0].height) if bench.slips[0][0].getpixel((0, y)) == 0]
    assert rows == [0, 11, 72]
    assert bench.slips[0][0].height == 73 + 8


@pytest.mark.parametrize(("mode", "size"), [(0, (8, 2)), (1, (16, 2)), (2, (8, 4)), (3, (16, 4))])
def test_rasters_are_doubled_as_asked(mode: int, size: tuple[int, int]) -> None:
    raster = b"\x1dv0" + bytes([mode]) + b"\x01\x00\x02\x00\xff\xff"
    bench = Bench().feed(raster + b"\x1dV\x01")
    assert ink_box(bench.slips[0][0]) == (0, 0, *size)


def test_a_code_by_the_printers_own_command_is_a_code_that_can_be_read(
    tmp_path: Path, read_qr: Callable[[Path], list[str]]
) -> None:
    text = b"https://a.vn/t/1"
    store = b"\x1d(k" + (len(text) + 3).to_bytes(2, "little") + b"\x31\x50\x30" + text
    size, level = b"\x1d(k\x03\x00\x31\x43\x06", b"\x1d(k\x03\x00\x31\x45\x31"
    draw = b"\x1d(k\x03\x00\x31\x51\x30"
    bench = Bench().feed(b"\x1ba\x01" + size + level + store + draw + b"\x1dV\x00")
    bench.slips[0][0].save(tmp_path / "qr.png")
    assert read_qr(tmp_path / "qr.png") == [text.decode()]
    assert bench.machine.unknown == 0


def test_paper_that_was_only_fed_is_white_to_its_end() -> None:
    bench = Bench().feed(b"\x1dv0\x00\x01\x00\x01\x00\x80" + b"\x1bJ\xff" * 9 + b"\x1dV\x00")
    assert bench.slips[0][0].height == 1 + 9 * 255
    assert ink_box(bench.slips[0][0]) == (0, 0, 1, 1)


def test_lines_are_as_far_apart_as_esc_3_says_but_never_into_each_other() -> None:
    def height(order: bytes) -> int:
        return Bench().feed(order + b"A\nB\n\x1dV\x00").slips[0][0].height

    assert height(b"") == 60
    assert height(b"\x1b3\x64") == 200
    assert height(b"\x1b3\x00") == 48
    assert height(b"\x1b3\x64\x1b2") == 60
    assert height(b"\x1b3\x00\x1d!\x07") == 2 * 8 * 24


def test_what_is_not_understood_is_counted() -> None:
    bench = Bench().feed(b"\x1bZ\x1c&\x01\x1d(k\x02\x00\x31\x99\x1dv1\x00\x01\x00\x01\x00\xff")
    assert bench.machine.unknown >= 5
    assert bench.slips == []


def test_status_is_asked_at_any_time_and_print_data_waits() -> None:
    bench = Bench()
    bench.state.cover_open = True
    bench.feed(b"A012\n\x1dV\x00\x1dr\x01\x10\x04\x02")
    assert bench.said == b"\x16"
    bench.state.recover()
    bench.machine.mended()
    assert bench.said == b"\x16\x00"
    assert len(bench.slips) == 1


def test_automatic_status_and_process_id_are_answered() -> None:
    bench = Bench().feed(b"\x1da\xff\x1d(H\x06\x00\x30\x30AB12")
    assert bench.said == b"\x10\x00\x00\x00" + b"\x37\x22AB12\x00"


@pytest.fixture
def printed(slip: TicketSlip) -> tuple[bytes, tuple[bytes, int, bool]]:
    """The bytes of a slip and what comes out when they arrive at once."""
    data = open_press(load_profile("generic-80")).bytes(slip)
    ((image, size, cut),) = Bench(576).feed(data).slips
    return data, (image.tobytes(), size, cut)


@given(cuts=st.lists(st.integers(0, 2400), max_size=12))
@settings(
    deadline=None,
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_the_stream_may_arrive_in_any_pieces(
    printed: tuple[bytes, tuple[bytes, int, bool]], cuts: list[int]
) -> None:
    data, whole = printed
    places = sorted({0, len(data), *(cut * len(data) // 2400 for cut in cuts)})
    bench = Bench(576)
    for start, end in itertools.pairwise(places):
        bench.feed(data[start:end])
    ((image, size, cut),) = bench.slips
    assert (image.tobytes(), size, cut) == whole


@given(st.binary(max_size=600))
@settings(deadline=None, max_examples=300)
def test_no_bytes_make_the_works_fall_over(data: bytes) -> None:
    Bench().feed(data).machine.end_of_line()
