"""Every setting has its line in docs/settings.md, and no line is left over."""

import re
import typing
from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel

from layso_queue.center.settings.model import Lists, Name, Settings

PAGE = Path(__file__).resolve().parents[3] / "docs" / "settings.md"


def _fields(model: type[BaseModel], prefix: str = "") -> Iterator[str]:
    for name, field in model.model_fields.items():
        kinds = [field.annotation, *typing.get_args(field.annotation)]
        parts = [k for k in kinds if isinstance(k, type) and issubclass(k, BaseModel)]
        if parts and parts[0] not in (Name, Lists):
            yield from _fields(parts[0], f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}"


def test_every_setting_is_explained_and_nothing_else_is():
    explained = set(re.findall(r"^\| `([a-z_.]+)` \|", PAGE.read_text(), re.M))
    assert explained == set(_fields(Settings))
