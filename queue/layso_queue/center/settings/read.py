"""Read a settings file and say every fault of it in a plain sentence."""

import tomllib
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from layso_assets.languages import TextMissing, Texts
from layso_queue.center.settings.model import Settings


class SettingsWrong(Exception):
    """The settings cannot be used; the installer must act. `faults` are sentences, one a fault."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__(" ".join(faults))
        self.faults = faults


def read_settings(file: Path, texts: Texts) -> Settings:
    """Return the settings in `file`; raise SettingsWrong with a sentence for each fault."""
    name = file.name
    try:
        with file.open("rb") as stream:
            table = tomllib.load(stream)
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise SettingsWrong(
            [texts.say("center.settings.unreadable", file=file, why=why)]
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsWrong(
            [texts.say("center.settings.not_toml", file=name, why=str(error))]
        ) from error
    try:
        return Settings.model_validate(table)
    except ValidationError as error:
        raise SettingsWrong(
            [
                _sentence(texts, name, fault)
                for fault in error.errors(include_url=False, include_input=False)
            ]
        ) from error


def _sentence(texts: Texts, file: str, fault: ErrorDetails) -> str:
    field, kind = _field(fault["loc"]), fault["type"]
    word = fault["msg"].removeprefix("Value error, ") if kind == "value_error" else kind
    # what pydantic says of a fault may be no plain word: the texts take what they name
    about = {**fault.get("ctx", {}), "file": file, "field": field}
    try:
        return texts.say(f"center.settings.{word}", **about)
    except TextMissing:
        return texts.say("center.settings.wrong_value", file=file, field=field)


def _field(where: tuple[int | str, ...]) -> str:
    written = ""
    for part in where:
        written += f"[{part + 1}]" if isinstance(part, int) else f".{part}"
    return written.lstrip(".") or "-"
