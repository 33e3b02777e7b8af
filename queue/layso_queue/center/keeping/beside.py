"""What lies beside the copies, so that another computer can become the center: never a key."""

import re
from pathlib import Path

from layso_queue.center.folder import Folder

_SECRET = re.compile(r"""^(\s*(?:key|pin|"key"|"pin")\s*=\s*).*$""", re.M)
_INLINE = re.compile(r"""(\b(?:key|pin)\s*=\s*)("[^"\n]*"|'[^'\n]*')""")
_DOTTED = re.compile(r"""^(\s*[\w.]+\.(?:key|pin)\s*=\s*).*$""", re.M)


def without_secrets(settings: str) -> str:
    """Return a settings file's text with every key and PIN left empty."""
    for pattern in (_SECRET, _DOTTED, _INLINE):
        settings = pattern.sub(r'\1""', settings)
    return settings


def copy_beside(folder: Folder, target: Path) -> None:
    """Write settings (without keys) and the own catalog of procedures there. Raises OSError."""
    if folder.settings.exists():
        text = without_secrets(folder.settings.read_text("utf-8"))
        _write(target / folder.settings.name, text.encode())
    if folder.procedures.exists():
        _write(target / folder.procedures.name, folder.procedures.read_bytes())


def _write(file: Path, content: bytes) -> None:
    try:
        if file.read_bytes() == content:
            return
    except FileNotFoundError:
        pass
    part = file.with_name(f".{file.name}.part")
    part.write_bytes(content)
    part.replace(file)
