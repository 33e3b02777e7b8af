"""A slip's layout as data: an ordered list of blocks, read from a TOML file when asked."""

import re
import tomllib
from dataclasses import dataclass, fields
from pathlib import Path

from layso_assets import files
from layso_printing.printer.faults import PrinterSettingsWrong

KINDS = frozenset(
    {"text", "pill", "frame", "number", "facts", "list", "code", "rule", "space", "stamp"}
)
ALIGNMENTS = frozenset({"left", "centre", "right"})
WEIGHTS = frozenset({"Regular", "Medium", "SemiBold", "Bold", "ExtraBold"})


@dataclass(frozen=True, slots=True)
class Block:
    """One block; lengths are dots of the printer (8 a millimetre at 203 dpi).

    `what` names a text of SlipWords; a block without its text takes no paper, nor its `after`.
    """

    kind: str
    what: str = ""
    weight: str = "Regular"
    size: int = 24
    small: int = 0
    """Size for a text that would take more than two lines; 0 keeps `size`."""
    align: str = "left"
    after: int = 0
    lines: int = 4
    """At most so many lines; the last ends in an ellipsis."""
    balance: bool = False
    """Lines of nearly equal length instead of a full one and a crumb."""
    label: int = 20
    """Size of the small labels of facts."""
    height: int = 0
    """Dots: of a space, of the number's capital letters, of a rule."""
    width: int = 0
    """Dots: the widest a text or the number may be; 0 is the whole width."""
    least: float = 0.0
    """The number is squeezed to this share of its width before it gets lower."""
    grain: int = 1
    """Dots drawn alike: in the number 1, 2 (two rows, half the bytes) or 4 (two by two), in a
    text 1 or 2."""
    module: int = 6
    """Dots a QR module, wanted; never fewer than 4 are drawn."""
    native: bool = False
    """The printer draws the number or the code by its own command: a few bytes instead of
    thousands, as slow lines need."""
    times: int = 8
    """A native text is enlarged at most so many times, 1 to 8; `stamp` as well."""


@dataclass(frozen=True, slots=True)
class SlipLayout:
    """Blocks from top to bottom on paper of `columns` dots, `margin` free on both sides."""

    name: str
    columns: int
    margin: int
    top: int
    blocks: tuple[Block, ...]


def load_layout(name: str, folder: Path | None = None) -> SlipLayout:
    """Read a layout by name from the assets or from `folder`.

    Raises PrinterSettingsWrong: LAYOUT_UNKNOWN for a name that is not there, LAYOUT_UNREADABLE
    with the place in a file that is no TOML, LAYOUT_WRONG naming the block that is not understood.
    """
    place = folder or files.path("slips")
    file = place / f"{name}.toml"
    if not name.replace("-", "").isalnum() or not file.is_file():
        raise unknown_layout(name)
    try:
        table = tomllib.loads(file.read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        found = re.search(r"line (\d+)", str(error))
        line = found[1] if found else "1"
        raise PrinterSettingsWrong("LAYOUT_UNREADABLE", name=name, line=line) from error
    sizes = [table.get(key) for key in ("columns", "margin", "top")]
    if not all(isinstance(size, int) and 0 <= size <= 2000 for size in sizes):
        raise PrinterSettingsWrong("LAYOUT_WRONG", name=name, where="columns, margin, top")
    raw = table.get("block")
    if not isinstance(raw, list) or not raw:
        raise PrinterSettingsWrong("LAYOUT_WRONG", name=name, where="block")
    blocks = tuple(_block(name, order, entry) for order, entry in enumerate(raw, start=1))
    return SlipLayout(name, table["columns"], table["margin"], table["top"], blocks)


def unknown_layout(name: str) -> PrinterSettingsWrong:
    """Return what is said of a layout that is not there: which ones are."""
    known = ", ".join(sorted(one.stem for one in files.path("slips").glob("*.toml")))
    return PrinterSettingsWrong("LAYOUT_UNKNOWN", name=name, known=known)


def _block(name: str, order: int, entry: object) -> Block:
    where = f"block {order}"
    if not isinstance(entry, dict):
        raise PrinterSettingsWrong("LAYOUT_WRONG", name=name, where=where)
    for one in fields(Block):
        if one.name not in entry:
            continue
        value, kind = entry[one.name], one.type
        if kind is float and isinstance(value, int):
            continue
        if not isinstance(kind, type) or type(value) is not kind:
            raise PrinterSettingsWrong("LAYOUT_WRONG", name=name, where=f"{where}, {one.name}")
    unknown = sorted(set(entry) - {one.name for one in fields(Block)})
    if unknown:
        raise PrinterSettingsWrong("LAYOUT_WRONG", name=name, where=f"{where}, {unknown[0]}")
    block = Block(**entry)
    choices = {"kind": KINDS, "align": ALIGNMENTS, "weight": WEIGHTS}
    for key, allowed in choices.items():
        if getattr(block, key) not in allowed:
            raise PrinterSettingsWrong("LAYOUT_WRONG", name=name, where=f"{where}, {key}")
    if not 1 <= block.times <= 8:
        raise PrinterSettingsWrong("LAYOUT_WRONG", name=name, where=f"{where}, times")
    if not (8 <= block.size <= 400 and 8 <= block.label <= 400 and block.grain in (1, 2, 4)):
        raise PrinterSettingsWrong("LAYOUT_WRONG", name=name, where=f"{where}, size")
    return block
