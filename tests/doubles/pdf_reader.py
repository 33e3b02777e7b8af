"""A small reader of our PDFs, independent of what wrote them: texts by page, through the fonts."""

import base64
import re
import zlib
from collections.abc import Iterator

_OBJECT = re.compile(rb"(\d+) 0 obj\s(.*?)endobj", re.DOTALL)


def objects(pdf: bytes) -> dict[int, bytes]:
    """Return the file's objects by number."""
    return {int(number): body for number, body in _OBJECT.findall(pdf)}


def stream(body: bytes) -> bytes:
    """Return the data of a stream object."""
    head, rest = body.split(b"stream", 1)
    length = re.search(rb"/Length (\d+)", head)
    assert length, "a stream says how long it is"
    # by its length: what is packed may itself end like a line
    data = rest.removeprefix(b"\r").removeprefix(b"\n")[: int(length[1])]
    if b"/ASCII85Decode" in body:
        data = base64.a85decode(data.strip().removesuffix(b"~>"))
    return zlib.decompress(data) if b"/FlateDecode" in body else data


def fonts(pdf: bytes) -> dict[bytes, dict[int, str]]:
    """Return the letters of each font by the name that pages use; all must be embedded."""
    known = objects(pdf)
    names: dict[bytes, int] = {}
    for body in known.values():
        found = re.findall(rb"/(F\d+\+\d+) (\d+) 0 R", body)
        names |= {name: int(number) for name, number in found}
    letters = {}
    for name, number in names.items():
        target = re.search(rb"/ToUnicode (\d+) 0 R", known[number])
        descriptor = re.search(rb"/FontDescriptor (\d+) 0 R", known[number])
        assert target, name
        assert descriptor, name
        assert b"/FontFile2" in known[int(descriptor[1])], "the font is not embedded"
        pairs = re.findall(
            r"<(\w\w)> <(\w{4})>",
            stream(known[int(target[1])]).decode("ascii").split("beginbfchar")[1],
        )
        letters[name] = {int(code, 16): chr(int(letter, 16)) for code, letter in pairs}
    return letters


def contents(pdf: bytes) -> list[bytes]:
    """Return what each page draws, in the order of the pages."""
    known = objects(pdf)
    tree = next(body for body in known.values() if b"/Kids" in body)
    kids = re.search(rb"/Kids \[(.*?)\]", tree, re.DOTALL)
    assert kids
    pages = [known[int(number)] for number in re.findall(rb"(\d+) 0 R", kids[1])]
    targets = [re.search(rb"/Contents (\d+) 0 R", page) for page in pages]
    return [stream(known[int(target[1])]) for target in targets if target]


def texts(pdf: bytes) -> list[list[str]]:
    """Return the texts of each page in the order in which they are drawn."""
    maps = fonts(pdf)
    return [list(_shown(content, maps)) for content in contents(pdf)]


def _shown(content: bytes, maps: dict[bytes, dict[int, str]]) -> Iterator[str]:
    font: dict[int, str] = {}
    for name, text in re.findall(rb"/(F\d+\+\d+) [\d.]+ Tf|\(((?:\\.|[^\\)])*)\) Tj", content):
        if name:
            font = maps[name]
        else:
            yield "".join(font[byte] for byte in unescape(text))


def unescape(text: bytes) -> bytes:
    """Return the bytes of a PDF string."""
    plain = re.sub(rb"\\(\d{3})", lambda hit: bytes([int(hit[1], 8)]), text)
    controls = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
    return re.sub(rb"\\(.)", lambda hit: controls.get(hit[1], hit[1]), plain)
