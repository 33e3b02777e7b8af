"""The slip as a PDF, read back by a small reader of its own."""

import base64
import re
import zlib
from collections.abc import Iterator
from dataclasses import replace

import pytest

from layso_printing import TicketSlip
from layso_printing.pdf import slip_pdf
from layso_printing.slip import words_of

MM = 72 / 25.4
OBJECT = re.compile(rb"(\d+) 0 obj\s(.*?)endobj", re.DOTALL)


def objects(pdf: bytes) -> dict[int, bytes]:
    return {int(number): body for number, body in OBJECT.findall(pdf)}


def stream(body: bytes) -> bytes:
    data = body.split(b"stream", 1)[1].split(b"endstream")[0].strip(b"\r\n")
    if b"/ASCII85Decode" in body:
        data = base64.a85decode(data.strip().removesuffix(b"~>"))
    return zlib.decompress(data) if b"/FlateDecode" in body else data


def letters_of(body: bytes) -> dict[int, str]:
    """Read a ToUnicode map."""
    pairs = re.findall(r"<(\w\w)> <(\w{4})>", body.decode("ascii").split("beginbfchar")[1])
    return {int(code, 16): chr(int(letter, 16)) for code, letter in pairs}


def fonts(pdf: bytes) -> dict[bytes, dict[int, str]]:
    """Return the letters of each embedded font by the name that pages use."""
    known = objects(pdf)
    names: dict[bytes, int] = {}
    for body in known.values():
        names |= {
            name: int(number) for name, number in re.findall(rb"/(F\d+\+\d+) (\d+) 0 R", body)
        }
    found = {}
    for name, number in names.items():
        target = re.search(rb"/ToUnicode (\d+) 0 R", known[number])
        assert target, name
        found[name] = letters_of(stream(known[int(target[1])]))
        descriptor = re.search(rb"/FontDescriptor (\d+) 0 R", known[number])
        assert descriptor
        assert b"/FontFile2" in known[int(descriptor[1])], "the font is not embedded"
    return found


def shown(pdf: bytes) -> Iterator[str]:
    """Yield each text that the page shows."""
    maps = fonts(pdf)
    content = next(
        stream(body)
        for body in objects(pdf).values()
        if b"stream" in body and b"BT" in (data := stream(body)) and b"Tj" in data
    )
    font: dict[int, str] = {}
    for name, text in re.findall(rb"/(F\d+\+\d+) [\d.]+ Tf|\(((?:\\.|[^\\)])*)\) Tj", content):
        if name:
            font = maps[name]
        else:
            yield "".join(font[byte] for byte in unescape(text))


def unescape(text: bytes) -> bytes:
    plain = re.sub(rb"\\(\d{3})", lambda hit: bytes([int(hit[1], 8)]), text)
    controls = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
    return re.sub(rb"\\(.)", lambda hit: controls.get(hit[1], hit[1]), plain)


@pytest.mark.parametrize("sheet", ["a6", "80mm"])
def test_the_pdf_says_everything_that_the_slip_says(sample: TicketSlip, sheet: str) -> None:
    said = "".join(shown(slip_pdf(sample, sheet))).replace(" ", "")
    words = words_of(sample)
    wanted = [*words.texts.values(), *words.documents]
    wanted += [text for fact in words.facts for text in (fact.label, fact.value)]
    for text in filter(None, wanted):
        assert text.replace(" ", "") in said


def test_the_numbers_squeeze_stays_with_the_number(sample: TicketSlip) -> None:
    content = next(
        data
        for body in objects(slip_pdf(sample)).values()
        if b"stream" in body and b" Tz" in (data := stream(body))
    )
    squeeze, kept, seen = [100.0], 0, set[float]()
    for token in re.finditer(rb"\bq\b|\bQ\b|([\d.]+) Tz|\(((?:\\.|[^\\)])*)\) Tj", content):
        if token[0] == b"q":
            squeeze.append(squeeze[-1])
        elif token[0] == b"Q":
            squeeze.pop()
        elif token[1]:
            squeeze[-1] = float(token[1])
            seen.add(squeeze[-1])
        elif len(unescape(token[2])) > 1:
            assert squeeze[-1] == 100
            kept += 1
    assert kept > 5
    assert seen != {100.0}, "the sample's number is squeezed"


def test_sheets_have_their_size_and_the_slip_stands_on_them(sample: TicketSlip) -> None:
    boxes = {}
    for sheet in ("a6", "80mm"):
        found = re.search(rb"/MediaBox \[ 0 0 ([\d.]+) ([\d.]+) \]", slip_pdf(sample, sheet))
        assert found
        boxes[sheet] = (float(found[1]) / MM, float(found[2]) / MM)
    assert boxes["a6"] == pytest.approx((105, 148), abs=0.1)
    assert boxes["80mm"][0] == pytest.approx(80, abs=0.1)
    assert 60 < boxes["80mm"][1] < 250


def test_the_same_slip_gives_the_same_file_and_another_another(slip: TicketSlip) -> None:
    assert slip_pdf(slip) == slip_pdf(slip)
    assert slip_pdf(slip) != slip_pdf(replace(slip, number="A013"))


def test_the_qr_is_drawn_only_when_there_is_something_to_follow(slip: TicketSlip) -> None:
    def squares(pdf: bytes) -> int:
        return max(
            len(re.findall(rb" re\b", stream(body)))
            for body in objects(pdf).values()
            if b"stream" in body and b"FontFile" not in body
        )

    assert squares(slip_pdf(slip)) > 400
    assert squares(slip_pdf(replace(slip, follow_url=""))) < 20
