"""Write docs/licences.md: every locked package and shipped asset with its licence.

Exits with 1, writing nothing, when a package's licence is not among those we know and accept.
"""

import re
import sys
from importlib.metadata import PackageMetadata, PackageNotFoundError, metadata
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[1]
LOCK = HOUSE / "installer" / "requirements.lock"
PAGE = HOUSE / "docs" / "licences.md"

ACCEPTED = {
    "Apache-2.0": r"apache",
    "MIT": r"\bmit\b",
    "BSD": r"\bbsd\b|0bsd",
    "MPL-2.0": r"mozilla|mpl",
    "LGPL-3.0": r"\blgpl|lesser general public",
    "PSF-2.0": r"python software foundation|\bpsf\b",
    "ISC": r"\bisc\b",
    "zlib": r"\bzlib\b",
    "Unlicense": r"unlicense",
    "HPND": r"hpnd|historical permission|mit-cmu",
    "Public domain": r"public domain",
    "GPL-3.0, only as a separate process": r"gpl-?3|gplv3|general public license v3",
}

ASSETS = (
    ("Be Vietnam Pro, Noto Sans Khmer (fonts)", "OFL-1.1"),
    ("Lucide (icons)", "ISC"),
    ("vietnamadminunits (codes, names and places of the communes)", "MIT"),
    ("espeak-ng (made the voice packs; run as a separate process)", "GPL-3.0"),
)

APART = {
    # Their metadata names no licence, or a text we cannot match; read in their repositories.
    "axe-playwright-python": "MIT",
    "ciw": "MIT",
    "espeakng-loader": "GPL-3.0, only as a separate process",
    "pysqlite3": "zlib",
}


def main() -> int:
    """Write the page, or say which licence is unknown."""
    rows, unknown = [], []
    for name, version in re.findall(r"^([\w.-]+)(?:\[[^]]*\])?==(\S+)", LOCK.read_text(), re.M):
        try:
            found = licence_of(name, metadata(name))
        except PackageNotFoundError:
            found = ""
        if found:
            rows.append((name, version, found))
        else:
            unknown.append(name)
    if unknown:
        print(f"licence unknown: {', '.join(unknown)}", file=sys.stderr)
        return 1
    PAGE.write_text(page(rows))
    return 0


def licence_of(name: str, about: PackageMetadata) -> str:
    """Return the accepted licence that a package declares, or "" if it declares none of them."""
    if name in APART:
        return APART[name]
    words = [about.get("License-Expression") or "", (about.get("License") or "")[:200]]
    words += [c for c in about.get_all("Classifier") or [] if c.startswith("License")]
    said = " ".join(words).lower()
    return next((ours for ours, pattern in ACCEPTED.items() if re.search(pattern, said)), "")


def page(rows: list[tuple[str, str, str]]) -> str:
    """Return the Markdown page."""
    lines = ["# Licences", "", "Made by `./run licences`. Lấy Số itself is Apache-2.0.", ""]
    lines += ["| package | version | licence |", "|---|---|---|"]
    lines += [f"| {name} | {version} | {found} |" for name, version, found in rows]
    lines += ["", "| shipped asset or tool | licence |", "|---|---|"]
    lines += [f"| {name} | {found} |" for name, found in ASSETS]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
