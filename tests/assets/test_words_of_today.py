"""Vietnamese texts name papers and offices as today's law does; what people type may be older."""

import csv
import re
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

from layso_assets import files

OLD = {
    r"căn cước công dân|CCCD": "căn cước (Identity Act of 2023, in force since 1 July 2024)",
    r"chứng minh nhân dân|CMND": "căn cước",
    r"sổ hộ khẩu|sổ tạm trú": "confirmation of residence details (since 2023)",
    r"(?<!\w)(cấp )?huyện(?!\w)": "there are no districts since 1 July 2025",
    r"xác nhận độc thân": "giấy xác nhận tình trạng hôn nhân",
}


def _leaves(part: Any, place: str) -> Iterator[tuple[str, str]]:
    if isinstance(part, str):
        yield place, part
    elif isinstance(part, dict):
        for key, value in part.items():
            yield from _leaves(value, f"{place}.{key}")
    elif isinstance(part, list):
        for value in part:
            yield from _leaves(value, place)


@pytest.fixture(scope="module")
def said() -> dict[str, str]:
    """Every text that people read, by its place; searched words are not read."""
    found: dict[str, str] = {}
    tables = [*files.path("languages", "vi").glob("*.toml"), *files.path("demo").glob("*.toml")]
    for file in tables:
        for n, (place, text) in enumerate(_leaves(tomllib.loads(file.read_text("utf-8")), "")):
            found[f"{file.stem}{place} {n}"] = text
    with files.path("procedures", "procedures.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            for column in ("name_vi", "documents_vi"):
                found[f"procedures {row['code']} {column}"] = row[column]
    return found


@pytest.mark.parametrize("old", OLD)
def test_no_text_says_what_the_law_no_longer_says(said: dict[str, str], old: str) -> None:
    assert len(said) > 1500
    assert {place: text for place, text in said.items() if re.search(old, text, re.I)} == {}


def test_every_procedure_says_what_to_bring_the_same_way_in_both_languages() -> None:
    with files.path("procedures", "procedures.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) >= 60
    assert {row["service"] for row in rows} == set("AHLKXNESM"), "a group without procedures"
    for row in rows:
        vietnamese, english = (row[f"documents_{one}"].split(" | ") for one in ("vi", "en"))
        assert len(vietnamese) == len(english), row["code"]
        assert all(one[0].isupper() for one in (*vietnamese, *english)), row["code"]
        assert all(not one.endswith((".", ";", ",")) for one in vietnamese), row["code"]
        assert (row["portal"] != "") is (row["online"] == "yes"), row["code"]
        # the group's own papers never ask for the card: the kiosk says that for all of them
        assert not any("căn cước" in one.lower() for one in vietnamese), row["code"]
