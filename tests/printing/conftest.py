"""Slips to print, doubles to print them on, and readers of what came out."""

import itertools
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from layso_printing import PrinterProfile, TicketSlip, load_profile
from layso_printing.double.double import PaperDouble
from layso_printing.preview import sample_slip

ISSUED = datetime.fromisoformat("2026-11-23T07:42:10+07:00")
PLAIN = replace(
    sample_slip("plain", "vi", ISSUED), number="A012", service="Chứng thực bản sao, chữ ký"
)
FULL = replace(sample_slip("full", "vi", ISSUED), number="H238")
ENGLISH = replace(sample_slip("plain", "en", ISSUED), number="K907")
RESERVE = sample_slip("reserve", "vi", ISSUED)
DOCUMENTS = replace(sample_slip("documents", "vi", ISSUED), number="L1345")
SAMPLES = {
    "plain": PLAIN,
    "full": FULL,
    "english": ENGLISH,
    "reserve": RESERVE,
    "documents": DOCUMENTS,
}


@pytest.fixture
def slip() -> TicketSlip:
    """An ordinary slip."""
    return PLAIN


@pytest.fixture(params=sorted(SAMPLES))
def sample(request: pytest.FixtureRequest) -> TicketSlip:
    """Every kind of slip in turn."""
    return SAMPLES[request.param]


@pytest.fixture
def samples() -> dict[str, TicketSlip]:
    """All kinds of slips by name."""
    return SAMPLES


@pytest.fixture
def quick() -> Callable[[str], PrinterProfile]:
    """Profiles by name with short patience, so that a fault does not cost seconds."""

    def profile(name: str) -> PrinterProfile:
        return replace(load_profile(name), answer_s=1.0, stall_s=1.0, total_s=4.0)

    return profile


@pytest.fixture
def patient() -> Callable[[str], PrinterProfile]:
    """Profiles whose patience does not run out on a busy machine."""

    def profile(name: str) -> PrinterProfile:
        return replace(load_profile(name), answer_s=5.0, stall_s=10.0, total_s=30.0)

    return profile


@pytest.fixture
def new_double(tmp_path: Path) -> Iterator[Callable[..., PaperDouble]]:
    """Make running doubles that are stopped when the test ends."""
    running: list[PaperDouble] = []

    def make(columns: int = 576, **more: int) -> PaperDouble:
        folder = tmp_path / f"paper-{len(running)}"
        double = PaperDouble(folder, columns=columns, **more)
        double.start()
        running.append(double)
        return double

    yield make
    for double in running:
        double.stop()


@pytest.fixture
def double(new_double: Callable[..., PaperDouble]) -> PaperDouble:
    """A running double with 80 mm paper that is well."""
    return new_double()


@pytest.fixture
def read_qr() -> Callable[[Path], list[str]]:
    """Decode the QR codes of a picture, with a margin as a phone sees one."""

    def read(file: Path) -> list[str]:
        with Image.open(file) as picture:
            paper = Image.new("L", (picture.width + 80, picture.height + 80), 255)
            paper.paste(picture.convert("L"), (40, 40))
        return [found.text for found in zxingcpp.read_barcodes(paper)]

    return read


@pytest.fixture
def ink_runs() -> Callable[[Image.Image], list[tuple[int, int]]]:
    """Find the runs (first, behind last) of rows with ink in a 1-bit picture."""

    def runs(image: Image.Image) -> list[tuple[int, int]]:
        grey = image.convert("L")
        lines = (grey.crop((0, y, grey.width, y + 1)).tobytes() for y in range(grey.height))
        found: list[tuple[int, int]] = []
        for inked, group in itertools.groupby(enumerate(lines), lambda pair: 0 in pair[1]):
            rows = [row for row, _ in group]
            if inked:
                found.append((rows[0], rows[-1] + 1))
        return found

    return runs
