"""Lay a slip's words out: from blocks in a TOML layout to marks at dot positions."""

from layso_printing.page.compose import compose
from layso_printing.page.faces import Faces, open_faces
from layso_printing.page.layout import Block, SlipLayout, load_layout
from layso_printing.page.marks import Box, Code, Figure, Letters, Mark, Page, Run

__all__ = [
    "Block",
    "Box",
    "Code",
    "Faces",
    "Figure",
    "Letters",
    "Mark",
    "Page",
    "Run",
    "SlipLayout",
    "compose",
    "load_layout",
    "open_faces",
]
