"""The bytes that a slip sends."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from layso_printing import PrinterProfile, TicketSlip, load_profile
from layso_printing.double.machine import Machine
from layso_printing.double.state import State
from layso_printing.double.tokens import Tokens
from layso_printing.raster import bands_of, open_press, slip_bytes
from layso_printing.raster.commands import defuse
from layso_printing.slip import words_of

ALLOWED = {b"\x1b@", b"\x1dP", b"\x1bJ", b"\x1ba", b"\x1dv", b"\x1dV", b"\x1bd"}
CANARY = (
    "\x1d(k\x03\x00\x31\x43\x08 \x1bp\x00\x19\xfa KẺ PHÁ \x10\x14\x08\x01\x03\x14\x01\x06\x02\x08"
    "\x1dV\x00\x1b@\x1d!\x77\u202e075085123456|NGUYỄN VĂN MẪU"
)


def paper_of(data: bytes, columns: int) -> tuple[Image.Image, int]:
    """Print on the double's works; return the slip and the commands not understood."""
    slips: list[Image.Image] = []
    machine = Machine(columns, State(), lambda image, _size, _cut: slips.append(image))
    for token in Tokens().feed(data):
        machine.take(token, lambda said: None)
    machine.end_of_line()
    assert len(slips) == 1
    return slips[0], machine.unknown


@pytest.mark.parametrize("name", ["confirmed-80", "generic-80", "generic-58", "confirmed-58"])
@pytest.mark.parametrize("kind", ["plain", "full", "english", "reserve", "documents"])
def test_a_slip_takes_at_most_26_kB(samples: dict[str, TicketSlip], kind: str, name: str) -> None:
    assert len(open_press(load_profile(name)).bytes(samples[kind])) <= 26_000


@pytest.mark.parametrize("name", ["confirmed-80", "confirmed-58"])
def test_the_longest_list_of_documents_keeps_to_26_kB_and_tells_what_is_left_out(
    samples: dict[str, TicketSlip], name: str
) -> None:
    names = [f"Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở số {n}" for n in range(8)]
    press = open_press(load_profile(name))
    sizes = [
        len(press.bytes(replace(samples["documents"], documents=tuple(names[:count]))))
        for count in (1, 4, 8)
    ]
    assert max(sizes) <= 26_000
    assert words_of(replace(samples["full"], documents=tuple(names)), 3).documents[-1] == (
        "Và 5 giấy tờ khác, vui lòng hỏi nhân viên"
    )


def test_a_number_is_as_high_on_a_tight_slip_as_on_any(
    samples: dict[str, TicketSlip], ink_runs: Callable[[Image.Image], list[tuple[int, int]]]
) -> None:
    press = open_press(load_profile("confirmed-80"))
    tall = [
        max(b - a for a, b in ink_runs(press.image(replace(samples[kind], follow_url=""))))
        for kind in ("plain", "documents")
    ]
    assert min(tall) >= 200


def test_a_plain_raster_of_the_same_slip_is_much_larger(slip: TicketSlip) -> None:
    press = open_press(load_profile("confirmed-80"))
    image = press.image(slip)
    assert len(press.bytes(slip)) < 0.4 * image.width * image.height / 8


@pytest.mark.parametrize("name", ["confirmed-80", "generic-58", "blind-58"])
def test_the_paper_shows_dot_for_dot_what_was_drawn(sample: TicketSlip, name: str) -> None:
    press = open_press(replace(load_profile(name), most_bytes=10**6))
    drawn = press.image(sample)
    paper, unknown = paper_of(press.bytes(sample), press.profile.columns)
    assert unknown == 0
    seen = Image.new("1", drawn.size, 255)
    seen.paste(paper, (0, 0))
    differ = ImageChops.logical_xor(drawn, seen).convert("L").tobytes().count(255)
    assert differ <= 30, "more dots differ than the taming of real-time commands explains"


def test_a_hostile_name_brings_no_command_and_no_letter_into_the_bytes(slip: TicketSlip) -> None:
    hostile = replace(
        slip, center=CANARY, service=CANARY, priority=CANARY, lunch=CANARY, documents=(CANARY,)
    )
    data = open_press(load_profile("confirmed-80")).bytes(hostile)
    names = {token.name for token in Tokens().feed(data)}
    assert names <= ALLOWED
    assert b"075085123456" not in data
    assert "MẪU".encode() not in data
    assert sum(len(token.raw) for token in Tokens().feed(data)) == len(data)


def test_no_real_time_command_hides_among_the_dots(sample: TicketSlip) -> None:
    for name in ("confirmed-80", "generic-58", "blind-58"):
        data = open_press(load_profile(name)).bytes(sample)
        assert not re.search(rb"\x10[\x04\x05\x14]", data)


@given(st.lists(st.sampled_from([0x10, 0x04, 0x05, 0x14, 0x18, 0xFF]), max_size=60).map(bytes))
def test_taming_only_ever_adds_ink(data: bytes) -> None:
    tamed = defuse(data)
    assert len(tamed) == len(data)
    assert all(new & old == old for new, old in zip(tamed, data, strict=True))
    assert not re.search(rb"\x10[\x04\x05\x14]", tamed)


@given(
    st.lists(
        st.tuples(st.integers(0, 190), st.integers(0, 150), st.integers(1, 90), st.integers(1, 60)),
        max_size=8,
    ),
    st.booleans(),
    st.booleans(),
    st.sampled_from([2, 24, 240]),
)
@settings(deadline=None, max_examples=150)
def test_any_picture_comes_back_from_its_bands(
    boxes: list[tuple[int, int, int, int]], justify: bool, doubling: bool, most: int
) -> None:
    picture = Image.new("1", (192, 160), 255)
    for x, y, width, height in boxes:
        picture.paste(0, (x, y, min(x + width, 192), min(y + height, 160)))
    profile = PrinterProfile(
        "test", 192, "none", justify=justify, doubling=doubling, band_rows=most, cutter="full"
    )
    assert all(band.rows <= most for band in bands_of(picture, most, justify, doubling))
    if not boxes:
        assert b"\x1dv" not in slip_bytes(picture, profile)
        return
    paper, unknown = paper_of(slip_bytes(picture, profile), 192)
    seen = Image.new("1", picture.size, 255)
    seen.paste(paper, (0, 0))
    missing = ImageChops.logical_and(ImageChops.invert(picture), seen)
    assert unknown == 0
    assert missing.getbbox() is None, "ink was lost"


def test_only_a_printer_with_a_knife_is_told_to_cut(slip: TicketSlip) -> None:
    endings = {"partial": b"\x1dVB\x00", "full": b"\x1dVA\x00", "none": b"\x1bd\x05"}
    for cutter, ending in endings.items():
        profile = replace(load_profile("confirmed-80"), cutter=cutter)
        assert open_press(profile).bytes(slip).endswith(ending)


def test_paper_and_profile_must_agree(slip: TicketSlip) -> None:
    narrow = open_press(load_profile("generic-58")).image(slip)
    with pytest.raises(ValueError, match="384 dots"):
        slip_bytes(narrow, load_profile("generic-80"))
