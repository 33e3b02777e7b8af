"""Read a settings file and say every fault of it in a plain sentence."""

import tomllib
from pathlib import Path

from pydantic import ValidationError

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
                _sentence(texts, name, fault["loc"], fault["type"], fault["msg"])
                for fault in error.errors(include_url=False, include_input=False)
            ]
        ) from error


def _sentence(texts: Texts, file: str, where: tuple[int | str, ...], kind: str, said: str) -> str:
    field = _field(where)
    word = said.removeprefix("Value error, ") if kind == "value_error" else kind
    try:
        return texts.say(f"center.settings.{word}", file=file, field=field)
    except TextMissing:
        return texts.say("center.settings.wrong_value", file=file, field=field)


def _field(where: tuple[int | str, ...]) -> str:
    written = ""
    for part in where:
        written += f"[{part + 1}]" if isinstance(part, int) else f".{part}"
    return written.lstrip(".") or "-"
