"""`layso notice` and `layso poster`: what a center's settings say, on one page for its wall."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from layso_assets import files
from layso_assets.languages import Texts
from layso_queue.center.settings import read_settings
from layso_queue.reports.wall import LONGEST_URL, SheetWrong, checked_url
from layso_queue.reports.wall_notice import facts_of
from pdf_reader import texts

DEMO = files.path("demo", "center-26041.toml")
URL = "https://datlich.example.vn/26041"


@pytest.fixture
def changed(tmp_path: Path) -> Callable[..., Path]:
    """Write the demo center's settings with lines changed."""

    def write(*pairs: tuple[str, str]) -> Path:
        text = DEMO.read_text(encoding="utf-8")
        for old, new in pairs:
            assert text.count(old) >= 1, old
            text = text.replace(old, new)
        file = tmp_path / "settings.toml"
        file.write_text(text, encoding="utf-8")
        return file

    return write


@pytest.mark.parametrize("paper", ["a4", "a3"])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_demo_centers_notice_is_one_page_with_every_service(
    ran: Any, tmp_path: Path, language: str, paper: str
) -> None:
    pdf = tmp_path / "notice.pdf"
    words = ("--center", DEMO, "--language", language, "--paper", paper, "--url", URL)
    code, out, _ = ran("notice", *words, "--pdf", pdf, "--from", "2026-12-01")
    assert (code, str(pdf) in out) == (0, True)
    pages = texts(pdf.read_bytes())
    assert len(pages) == 1, "half of a notice hangs on no wall"
    whole = " ".join(pages[0])
    for one in "AHLKXNESM":
        assert f"{one} · " in whole
    assert "01/12/2026" in whole
    assert "07:30–11:30, 13:30–17:00" in whole


def test_days_that_differ_are_named_from_the_first_day_on(changed: Any) -> None:
    file = changed(
        ("closures = []", 'closures = ["2026-11-24", "2026-01-01"]'),
        ("working = []", 'working = ["2026-12-05"]'),
        ("doors_open_minutes = 30", "doors_open_minutes = 1"),
    )
    found = facts_of(read_settings(file, Texts("vi")), Texts("vi"), date(2026, 11, 20))
    assert list(found.closed) == [
        "Bắt đầu phát số trước giờ làm việc 1 phút.",
        "Nghỉ Thứ Ba, 24/11/2026.",
        "Làm việc Thứ Bảy, 05/12/2026, như ngày thường.",
    ]
    later = facts_of(read_settings(file, Texts("en")), Texts("en"), date(2026, 12, 5))
    assert list(later.closed)[1:] == ["Open on Saturday, 05/12/2026, as on a usual day."]


def test_a_service_at_no_counter_is_not_promised(changed: Any) -> None:
    settings = read_settings(DEMO, Texts("vi"))
    served = [one for counter in settings.counters for one in counter.services]
    assert "M" in served
    counters = tuple(
        counter.model_copy(update={"services": tuple(s for s in counter.services if s != "M")})
        for counter in settings.counters
    )
    without = settings.model_copy(update={"counters": counters})
    found = facts_of(without, Texts("vi"), date(2026, 12, 1))
    assert "M" not in [one.code for one in found.services]
    assert len(found.services) == len(settings.services) - 1


def test_a_short_notice_leaves_out_what_to_bring(ran: Any, tmp_path: Path) -> None:
    pdf = tmp_path / "notice.pdf"
    assert ran("notice", "--center", DEMO, "--pdf", pdf, "--short")[0] == 0
    assert "Giấy tờ cần mang theo" not in " ".join(texts(pdf.read_bytes())[0])


def test_a_centers_own_folder_will_do(ran: Any, changed: Any, tmp_path: Path) -> None:
    changed()
    pdf = tmp_path / "notice.pdf"
    assert ran("notice", "--data", tmp_path, "--pdf", pdf)[0] == 0
    assert len(texts(pdf.read_bytes())) == 1


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_poster_names_center_and_address(ran: Any, tmp_path: Path, language: str) -> None:
    pdf = tmp_path / "poster.pdf"
    words = ("--center", DEMO, "--url", URL, "--language", language, "--paper", "a3")
    code, out, _ = ran("poster", *words, "--pdf", pdf)
    assert (code, str(pdf) in out) == (0, True)
    (page,) = texts(pdf.read_bytes())
    center = getattr(read_settings(DEMO, Texts("vi")).center.name, language)
    assert center in " ".join(page)
    assert URL in " ".join(page)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "datlich.vn",
        "javascript:alert(1)",
        "ftp://a.vn/",
        "https://",
        "https://a.vn/á",
        "http://a b",
    ],
)
def test_only_an_address_that_a_phone_opens_is_printed(url: str) -> None:
    with pytest.raises(SheetWrong):
        checked_url(url, Texts("vi"))


def test_the_longest_address_still_fits_its_page(ran: Any, tmp_path: Path) -> None:
    longest = "https://a.vn/" + "x" * (LONGEST_URL - 13)
    words = ("--center", DEMO, "--pdf", tmp_path / "poster.pdf", "--url")
    assert ran("poster", *words, longest)[0] == 0
    code, _, err = ran("poster", *words, longest + "x")
    assert (code, err.count("\n")) == (2, 1)
    assert str(LONGEST_URL) in err


def test_what_cannot_be_done_is_one_sentence_and_leaves_no_file(
    ran: Any, changed: Any, tmp_path: Path
) -> None:
    pdf = tmp_path / "wall.pdf"
    center = ("--center", DEMO, "--pdf", pdf)
    name = ("phường Trấn Biên", "phường " + "Trấn Biên dài " * 11)
    longest = ("--url", "https://a.vn/" + "x" * (LONGEST_URL - 13))
    for words in (
        ("notice", "--center", tmp_path / "none.toml", "--pdf", pdf),
        ("notice", "--data", tmp_path / "nowhere", "--pdf", pdf),
        ("notice", *center, "--from", "tomorrow"),
        ("notice", *center, "--url", "nowhere"),
        ("poster", *center, "--url", "nowhere"),
        ("poster", "--center", DEMO, "--url", URL, "--pdf", tmp_path / "no" / "such.pdf"),
        ("poster", "--center", tmp_path / "none.toml", "--url", URL, "--pdf", pdf),
        ("poster", "--center", changed(name), *longest, "--pdf", pdf),
    ):
        code, out, err = ran(*words)
        assert (code, out, err.count("\n")) == (2, "", 1), words
        assert not pdf.exists()
