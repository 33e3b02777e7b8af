"""Read the design tokens: the one file of colours and sizes that windows, web and paper share."""

import tomllib
from dataclasses import dataclass

from layso_assets import files

THEMES = ("light", "dark", "contrast")
TEXT_SIZES = (100, 125, 150)
"""Percent of the normal letter height that a reader can choose."""

PAIRS = (
    ("ink", "ground"),
    ("ink", "surface"),
    ("quiet", "ground"),
    ("quiet", "surface"),
    ("accent", "ground"),
    ("accent", "surface"),
    ("on_accent", "accent"),
    ("ink", "accent_soft"),
    ("ink", "good_soft"),
    ("good", "good_soft"),
    ("good", "surface"),
    ("ink", "warn_soft"),
    ("warn", "warn_soft"),
    ("warn", "surface"),
)
"""Every (letters, ground) pair that our screens use; each must keep 7:1 in every theme."""


@dataclass(frozen=True)
class Tokens:
    """Colours by theme ("#RRGGBB") and sizes in pixels of a 1080p screen at 100 % text."""

    family: str
    type_sizes: dict[str, int]
    page: int
    radius: int
    touch: int
    motion_ms: int
    themes: dict[str, dict[str, str]]


def load() -> Tokens:
    """Read tokens.toml; raise AssetMissing when the installation is damaged."""
    with files.path("tokens.toml").open("rb") as stream:
        table = tomllib.load(stream)
    lettering = dict(table["type"])
    return Tokens(
        family=str(lettering.pop("family")),
        type_sizes={name: int(size) for name, size in lettering.items()},
        page=int(table["space"]["page"]),
        radius=int(table["space"]["radius"]),
        touch=int(table["space"]["touch"]),
        motion_ms=int(table["motion"]["milliseconds"]),
        themes={name: dict(colours) for name, colours in table["themes"].items()},
    )


def contrast(one: str, other: str) -> float:
    """Return the WCAG 2.2 contrast ratio (1 to 21) of two "#RRGGBB" colours."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
