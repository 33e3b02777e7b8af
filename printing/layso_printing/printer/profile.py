"""What a printer can do: facts as data, read when asked."""

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path

from layso_assets import files
from layso_printing.printer.faults import PrinterSettingsWrong

PROOFS = ("confirmed", "status", "blind")
ASKED_BY = ("dle", "asb")
CUTTERS = ("full", "partial", "none")


@dataclass(frozen=True, slots=True)
class PrinterProfile:
    """One model; `proof` is how we know that a slip came out.

    confirmed: the printer repeats a word of ours when it has printed what came before it
    (GS ( H); status: it says how it stands (DLE EOT, and GS r in turn where `in_turn`);
    blind: it never says anything.
    """

    name: str
    columns: int
    layout: str
    lean: str = ""
    """The layout for serial lines, on which the printer writes number and date itself and draws
    the code; empty: the printer cannot."""
    native_qr: bool = True
    """Knows GS ( k; else a lean slip's code is dots."""
    dpi: int = 203
    cutter: str = "partial"
    cut_feed: int = 0
    """Dots fed before the cut, on top of the way from head to knife."""
    tear_lines: int = 5
    """Lines fed without a cutter, so that the slip can be torn off."""
    proof: str = "status"
    in_turn: bool = True
    """Answers GS r only after the print data before it."""
    asked_by: str = "dle"
    """How the status is asked: "dle" (DLE EOT, at any time) or "asb" (GS a, in turn)."""
    justify: bool = True
    """ESC a moves raster images."""
    doubling: bool = True
    """GS v 0 knows double width and height."""
    motion: int = 203
    """Units an inch set by GS P, so that a feed counts dots; 0 leaves the printer's own."""
    band_rows: int = 240
    """Rows in one GS v 0, even."""
    most_bytes: int = 26_000
    """A slip that needs more is laid out tighter: see Press."""
    most_lean_bytes: int = 16_000
    """The same for a lean slip: 1.4 seconds at 115,200 baud."""
    connect_s: float = 1.0
    answer_s: float = 1.0
    """Longest wait for one status byte."""
    stall_s: float = 2.0
    """Longest time without a byte taken or an answer given, before the printer is stuck."""
    total_s: float = 6.0
    """Longest time for one slip, everything included; serial lines add their own."""


def load_profile(name: str, folder: Path | None = None) -> PrinterProfile:
    """Read a profile by name from the assets or from `folder`.

    Raises PrinterSettingsWrong: PROFILE_UNKNOWN, or PROFILE_WRONG naming the entry.
    """
    home = folder or files.path("printers")
    known = profile_names(folder)
    if name not in known:
        raise PrinterSettingsWrong("PROFILE_UNKNOWN", name=name, known=", ".join(known))
    try:
        table = tomllib.loads((home / f"{name}.toml").read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise PrinterSettingsWrong("PROFILE_WRONG", name=name, where=f"{name}.toml") from error
    for one in fields(PrinterProfile):
        if one.name not in table:
            continue
        if one.type is float and type(table[one.name]) is int:
            table[one.name] = float(table[one.name])
        if type(table[one.name]) is not one.type:
            raise PrinterSettingsWrong("PROFILE_WRONG", name=name, where=one.name)
    wrong = sorted(set(table) - {one.name for one in fields(PrinterProfile)})
    wrong += [key for key in ("name", "columns", "layout") if key not in table]
    if wrong:
        raise PrinterSettingsWrong("PROFILE_WRONG", name=name, where=wrong[0])
    profile = PrinterProfile(**table)
    _check(name, profile)
    return profile


def profile_names(folder: Path | None = None) -> list[str]:
    """Return the names that load_profile knows, sorted."""
    return sorted(file.stem for file in (folder or files.path("printers")).glob("*.toml"))


def _check(name: str, profile: PrinterProfile) -> None:
    good = {
        "columns": 200 <= profile.columns <= 1200 and profile.columns % 8 == 0,
        "cutter": profile.cutter in CUTTERS,
        "cut_feed": 0 <= profile.cut_feed <= 255,
        "tear_lines": 0 <= profile.tear_lines <= 20,
        "proof": profile.proof in PROOFS,
        "asked_by": profile.asked_by in ASKED_BY,
        "motion": 0 <= profile.motion <= 255,
        "band_rows": 24 <= profile.band_rows <= 2000 and profile.band_rows % 2 == 0,
        "most_bytes": profile.most_bytes >= 0,
        "most_lean_bytes": profile.most_lean_bytes >= 0,
        "connect_s": 0 < profile.connect_s <= 10,
        "answer_s": 0 < profile.answer_s <= 5,
        "stall_s": 0 < profile.stall_s <= 10,
        "total_s": 0 < profile.total_s <= 30,
    }
    for key, fine in good.items():
        if not fine:
            raise PrinterSettingsWrong("PROFILE_WRONG", name=name, where=key)
