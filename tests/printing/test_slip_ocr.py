"""What stands on the slip, read back by letters' shapes alone: tesseract, where it is installed."""

import subprocess
import unicodedata
from dataclasses import replace
from pathlib import Path
from shutil import which

import pytest
from PIL import Image

from layso_printing import TicketSlip, load_profile
from layso_printing.raster import open_press

SAID = "Trung tâm Phục vụ hành chính công phường Trấn Biên Chứng thực bản sao, chữ ký"


def speaks_vietnamese() -> bool:
    if which("tesseract") is None:
        return False
    said = subprocess.run(
        ["tesseract", "--list-langs"], capture_output=True, text=True, timeout=60, check=False
    )
    return "vie" in said.stdout.split()


@pytest.mark.skipif(not speaks_vietnamese(), reason="no tesseract with `vie` on this machine")
def test_another_program_reads_the_vietnamese_words(tmp_path: Path, slip: TicketSlip) -> None:
    bare = replace(slip, follow_url="")
    image = open_press(load_profile("confirmed-80")).image(bare).convert("L")
    image = image.resize((image.width * 2, image.height * 2), Image.Resampling.LANCZOS)
    image.save(tmp_path / "slip.png", dpi=(406, 406))
    read = subprocess.run(
        ["tesseract", str(tmp_path / "slip.png"), "-", "-l", "vie", "--psm", "4"],
        capture_output=True,
        text=True,
        timeout=100,
        check=True,
    )
    words = set(unicodedata.normalize("NFC", read.stdout).split())
    wanted = SAID.split()
    found = [word for word in wanted if word in words]
    assert len(found) >= 0.8 * len(wanted), read.stdout
