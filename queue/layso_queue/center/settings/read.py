"""Read a settings file and say every fault of it in a plain sentence."""

import tomllib
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from layso_assets.languages import TextMissing, Texts
from layso_assets.reasons import reason
from layso_queue.center.settings.model import Settings
from layso_queue.center.settings.toml_faults import slip


class SettingsWrong(Exception):
    """The settings cannot be used; the installer must act. `faults` are sentences, one a fault."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__(" ".join(faults))
        self.faults = faults


def read_settings(file: Path, texts: Texts) -> Settings:
    """Return the settings in `file`; raise SettingsWrong with a sentence for each fault."""
    name = file.name
    try:
        # Windows' editors put a mark before the first sign.
        text = file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
        table = tomllib.loads(text)
    except OSError as error:
        why = reason(error, texts)
        raise SettingsWrong(
            [texts.say("center.settings.unreadable", file=file, why=why)]
        ) from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise SettingsWrong([texts.say("center.toml.letters", file=name, line=line)]) from error
    except tomllib.TOMLDecodeError as error:
        word, line = slip(str(error), text)
        raise SettingsWrong([texts.say(f"center.toml.{word}", file=name, line=line)]) from error
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
    if kind == "string_pattern_mismatch":
        about["form"] = texts.say(f"center.form.{_form(field)}")
    elif kind == "literal_error":
        about["known"] = about["expected"].replace("'", '"').replace(" or ", ", ")
    try:
        return texts.say(f"center.settings.{word}", **about)
    except TextMissing:
        return texts.say("center.settings.wrong_value", file=file, field=field)


def _field(where: tuple[int | str, ...]) -> str:
    written = ""
    for part in where:
        written += f"[{part + 1}]" if isinstance(part, int) else f".{part}"
    return written.lstrip(".") or "-"


def _form(field: str) -> str:
    """Return the word of the form that a field's text must have."""
    if field == "center.code":
        return "commune"
    name = field.rpartition(".")[2]
    return name if name in ("series", "pin") else "code"
