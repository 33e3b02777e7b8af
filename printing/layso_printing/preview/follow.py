"""Draw a layout as a picture, and again whenever its file changes."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from layso_printing.page import load_layout
from layso_printing.printer.faults import PrinterSettingsWrong
from layso_printing.printer.profile import PrinterProfile, load_profile
from layso_printing.raster.press import open_press
from layso_printing.slip import TicketSlip


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture that was written: dots, bytes that a printer would get, and seconds."""

    file: Path
    width: int
    height: int
    bytes: int
    seconds: float


def draw_layout(layout: Path, slip: TicketSlip, out: Path, profile: str = "") -> Drawn:
    """Draw `slip` in the layout file and write it to `out`, whole or not at all.

    Without a profile one is taken that fits the layout's paper. Raises PrinterSettingsWrong
    (LAYOUT_WRONG, PROFILE_UNKNOWN, PROFILE_WRONG) and OSError.
    """
    started = time.perf_counter()
    blocks = load_layout(layout.stem, layout.parent)
    native = any(block.native or block.kind == "stamp" for block in blocks.blocks)
    chosen = load_profile(profile) if profile else _profile_for(blocks.columns)
    press = open_press(chosen, blocks, lean=native)
    image, data = press.image(slip), press.bytes(slip)
    draft = out.with_name(f".{out.name}.new")
    image.save(draft, "PNG")
    draft.replace(out)
    return Drawn(out, *image.size, len(data), time.perf_counter() - started)


def _profile_for(columns: int) -> PrinterProfile:
    names = {576: "generic-80", 384: "generic-58"}
    if columns in names:
        return load_profile(names[columns])
    return PrinterProfile("preview", columns, "", lean="preview")


def follow(
    layout: Path,
    draw: Callable[[], Drawn],
    tell: Callable[[Drawn | PrinterSettingsWrong | OSError], None],
    wait: Callable[[], bool],
) -> None:
    """Draw now and after every change of the file, until `wait` returns False.

    A layout that is wrong for a moment is told and does not end it.
    """
    seen: tuple[int, int] | None = None
    while True:
        now = _stamp(layout)
        if now != seen:
            seen = now
            try:
                tell(draw())
            except (PrinterSettingsWrong, OSError) as fault:
                tell(fault)
        if not wait():
            return


def _stamp(file: Path) -> tuple[int, int]:
    """Return what changes when the file does; an editor may replace it at any moment."""
    try:
        found = file.stat()
    except OSError:
        return (0, 0)
    return (found.st_mtime_ns, found.st_ino)
