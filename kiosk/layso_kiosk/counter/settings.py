"""What an officer has chosen for this PC: where the bar stands, its look and language."""

import json
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path

FILE = "counter.json"


class DataUnwritable(Exception):
    """The data folder cannot be used; the installer must act."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The choices; `x` in logical pixels counts from the screen's left, for a compact bar.

    `screen` is the window system's name of the monitor; one that is gone counts as the first.
    """

    wide: bool = True
    edge: str = "top"
    x: int = 0
    screen: str = ""
    theme: str = "light"
    text_size: int = 100
    language: str = ""


class Settings:
    """Reads the choices once and writes each change; a damaged file counts as none."""

    def __init__(self, folder: Path) -> None:
        """Use `folder`, making it when it is not there; raise DataUnwritable."""
        self._file = folder / FILE
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self.chosen = self._read()
            self._write()
        except OSError as fault:
            raise DataUnwritable(str(folder)) from fault

    def change(self, **choices: object) -> None:
        """Choose and keep; a full disk costs the choice at the next start, nothing else."""
        changed = replace(self.chosen, **choices)  # type: ignore[arg-type]
        if changed == self.chosen:
            return
        self.chosen = changed
        try:
            self._write()
        except OSError:
            return

    def _read(self) -> Chosen:
        try:
            kept = json.loads(self._file.read_text("utf-8"))
        except (FileNotFoundError, ValueError):
            return Chosen()
        if not isinstance(kept, dict):
            return Chosen()
        known = {
            field.name: kept[field.name]
            for field in fields(Chosen)
            if type(kept.get(field.name)) is type(field.default)
        }
        return Chosen(**known)

    def _write(self) -> None:
        fresh = self._file.with_suffix(".new")
        fresh.write_text(json.dumps(asdict(self.chosen)), "utf-8")
        fresh.replace(self._file)
