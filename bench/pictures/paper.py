"""Slips dot for dot as they are printed, and PDF pages as they leave a printer."""

import subprocess
from datetime import datetime
from pathlib import Path

from PIL import Image

from bench.pictures.shrink import on_a_desk
from layso_assets import files
from layso_printing.pdf import slip_pdf
from layso_printing.preview import draw_layout, sample_slip
from layso_printing.preview.pages import sample_day, sample_notice, sample_poster
from layso_printing.reports.day import day_pdf
from layso_printing.reports.notice import notice_pdf
from layso_printing.reports.poster import poster_pdf

NOW = datetime.fromisoformat("2026-11-23T07:42:10+07:00")
SLIPS = (
    ("slip-80", "plain", "vi"),
    ("slip-80", "plain", "en"),
    ("slip-80", "full", "vi"),
    ("slip-80", "documents", "vi"),
    ("slip-80", "reserve", "vi"),
    ("slip-80", "test", "vi"),
    ("slip-58", "plain", "vi"),
    ("slip-58", "full", "en"),
    ("lean-80", "plain", "vi"),
)
"""Layout, kind of sample, language."""


def make(out: Path) -> None:
    """Draw all of it into `out`."""
    for layout, kind, language in SLIPS:
        file = out / f"{layout}-{kind}-{language}.png"
        draw_layout(files.path("slips", f"{layout}.toml"), sample_slip(kind, language, NOW), file)
        with Image.open(file) as paper:
            on_a_desk(paper).save(file)
    pages = {"day-report": day_pdf(sample_day()), "notice": notice_pdf(sample_notice())}
    for language in ("vi", "en"):
        pages[f"poster-{language}"] = poster_pdf(sample_poster(language), language)
    pages["slip-a6"] = slip_pdf(sample_slip("full", "vi", NOW), "a6")
    for name, pdf in pages.items():
        draw_pdf(pdf, out / f"{name}.png")


def draw_pdf(pdf: bytes, file: Path) -> None:
    """Draw the first page as a picture; needs pdftoppm (Debian's poppler-utils)."""
    source = file.with_suffix(".pdf")
    source.write_bytes(pdf)
    order = ["pdftoppm", "-r", "110", "-png", "-singlefile", str(source), str(file.with_suffix(""))]
    subprocess.run(order, check=True, capture_output=True, timeout=60)
    with Image.open(file) as page:
        on_a_desk(page).save(file)
