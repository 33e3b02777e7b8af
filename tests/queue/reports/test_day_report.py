"""`layso report`: screen, paper and file say the same of a day, a week and a month."""

import csv
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import orjson
import pytest

from layso_queue.line import from_record
from layso_queue.line.events import Event
from layso_queue.reports.past import open_past
from pdf_reader import texts

Keep = Callable[[Path, Sequence[Sequence[Event]]], Path]
Story = Callable[[Any], list[Event]]
DAY = 86_400_000
OWN_TARGETS = """
[center]
code = "26041"
name = { vi = "Trung tâm", en = "Center" }
province = { vi = "Đồng Nai", en = "Đồng Nai" }
[[services]]
code = "copies"
series = "A"
target_wait_minutes = 20
name = { vi = "Chứng thực", en = "Copies" }
[[services]]
code = "land"
series = "C"
target_wait_minutes = 45
name = { vi = "Đất đai", en = "Land" }
[[counters]]
number = 1
services = ["copies", "land"]
"""


def moved(events: Sequence[Event], date: str, days: int) -> list[Event]:
    """The same day on another date."""
    later = []
    for event in events:
        named = {"at": event.at + days * DAY}
        for name in ("arrived", "key", "slot"):
            if hasattr(event, name):
                named[name] = getattr(event, name) + days * DAY
        one = replace(event, **named)
        later.append(
            replace(one, plan=replace(one.plan, date=date)) if hasattr(one, "plan") else one
        )
    return later


@pytest.fixture
def folder(tmp_path: Path, town: Any, kept_days: Keep, a_counted_day: Story) -> Path:
    return kept_days(tmp_path / "center", [a_counted_day(town)])


def rows_of(file: Path) -> list[list[str]]:
    data = file.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(data.decode("utf-8-sig").splitlines()))


def printed(file: Path) -> str:
    return " ".join(one for page in texts(file.read_bytes()) for one in page)


def test_the_report_says_the_day_on_screen_paper_and_file(
    folder: Path, ran: Any, tmp_path: Path
) -> None:
    pdf, table = tmp_path / "day.pdf", tmp_path / "day.csv"
    code, out, err = ran("report", "--data", folder, "--pdf", pdf, "--csv", table)
    assert (code, err) == (0, "")
    assert out.startswith("Báo cáo ngày · Trung tâm Phục vụ hành chính công")
    assert "Đặt trước qua mạng: 1 trên 7 số đã cấp (14 %)." in out
    whole = printed(pdf)
    for wanted in ("Thứ Hai, 23/11/2026", "3 trên 5 lượt gọi", "60 %", "được gọi trong 30 phút"):
        assert wanted in whole
    for wanted in ("2 phiếu in lỗi", "Thời gian của các quầy", "truong · quầy 1", "Lịch hẹn"):
        assert wanted in whole
    rows = rows_of(table)
    assert ["copies · copies", "5", "4", "0", "14", "32", "30", "75 %"] in rows
    assert ["land · land", "1", "0", "1", "38", "38", "30", "0 %"] in rows
    assert ["1", "4", "2:00", "0:30", "0:00", "1:30", "25 %"] in rows
    assert ["Người cao tuổi", "1", "14 %"] in rows
    assert ["Đã đến", "1", "100 %"] in rows
    assert ["07:50", "A002", "Chọn số để gọi", "'=HYPERLINK(1)", "truong · quầy 1"] in rows
    past = open_past(folder)
    last = past.archive.journal_of("2026-11-23")[-1]
    past.close()
    assert rows[-1] == ["Mã xác thực nhật ký", str(last.seq), last.hash.hex()]
    assert last.hash.hex() in out
    assert last.hash.hex()[:8] in whole


def test_no_cell_of_the_file_can_be_taken_for_a_formula(
    folder: Path, ran: Any, tmp_path: Path
) -> None:
    table = tmp_path / "day.csv"
    assert ran("report", "--data", folder, "--csv", table)[0] == 0
    cells = [cell for row in rows_of(table) for cell in row]
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))] == []


def test_each_service_is_held_against_its_own_target(
    folder: Path, ran: Any, tmp_path: Path
) -> None:
    (folder / "settings.toml").write_text(OWN_TARGETS, encoding="utf-8")
    pdf, table = tmp_path / "day.pdf", tmp_path / "day.csv"
    code, out, _ = ran("report", "--data", folder, "--pdf", pdf, "--csv", table)
    assert code == 0
    assert "được gọi trong thời gian mục tiêu" in out
    assert "mục tiêu của từng dịch vụ" in printed(pdf)
    targets = {row[0]: (row[6], row[7]) for row in rows_of(table) if len(row) == 8}
    assert targets["copies · Chứng thực"] == ("20", "75 %")
    assert targets["land · Đất đai"] == ("45", "100 %")
    assert targets["civil · civil"] == ("30", "–"), "a service that the settings no longer know"


def test_every_hour_in_which_the_center_is_open_is_told_also_one_without_anybody(
    folder: Path, ran: Any, tmp_path: Path
) -> None:
    table = tmp_path / "day.csv"
    spans = '[hours]\nspans = [["06:30", "11:00"], ["13:00", "17:15"]]\n'
    (folder / "settings.toml").write_text(OWN_TARGETS + spans, encoding="utf-8")
    assert ran("report", "--data", folder, "--csv", table)[0] == 0
    hours = [row for row in rows_of(table) if len(row) == 2 and row[0].endswith(":00")]
    came = {"07:00": "6", "08:00": "1"}
    whole = [f"{hour:02}:00" for hour in range(6, 18)]
    assert hours == [[hour, came.get(hour, "0")] for hour in whole]


def test_a_week_and_a_month_are_the_sum_of_their_days(
    tmp_path: Path, a_town: Any, kept_days: Keep, ran: Any, a_counted_day: Story
) -> None:
    first = a_counted_day(a_town())
    dates = (("2026-11-23", 0), ("2026-11-24", 1), ("2026-11-30", 7), ("2026-12-01", 8))
    folder = kept_days(tmp_path / "center", [moved(first, *one) for one in dates])
    pdf, table = tmp_path / "week.pdf", tmp_path / "week.csv"
    words = ("report", "--data", folder, "--language", "en")
    code, out, _ = ran(*words, "--week", "2026-11-26", "--pdf", pdf, "--csv", table)
    assert code == 0
    assert "Week report" in out
    assert "23/11/2026 – 24/11/2026" in out
    rows = rows_of(table)
    assert ["numbers given", "14"] in rows
    assert ["Tuesday, 24/11/2026", "7", "4", "1", "19 min", "60 %", "1"] in rows
    picked = [row[0] for row in rows if len(row) == 5 and row[1] == "A002"]
    assert picked == ["23/11/2026 07:50", "24/11/2026 07:50"]
    assert "By day" in printed(pdf)
    code, out, _ = ran(*words, "--month", "2026-11")
    assert code == 0
    assert "Month report 11/2026" in out
    assert "23/11/2026 – 30/11/2026" in out
    assert re.search(r"^numbers given +21$", out, re.MULTILINE)
    assert "01/12/2026" in ran(*words)[1], "the newest day, if none is asked for"


def test_what_cannot_be_told_is_one_sentence(folder: Path, ran: Any, tmp_path: Path) -> None:
    for words, sentence in (
        (("--week", "2026-12-09"), "từ 07/12/2026 đến 13/12/2026"),
        (("--week", "soon"), "“soon” không phải là một ngày"),
        (("--month", "2026-10"), "trong tháng 10/2026"),
        (("--month", "2026-13"), "“2026-13” không phải là một tháng"),
        (("--day", "2026-11-22"), "2026-11-22"),
        (("--csv", tmp_path), str(tmp_path)),
    ):
        code, _, err = ran("report", "--data", folder, *words)
        assert (code, err.count("\n")) == (2, 1), words
        assert sentence in err
    code, _, err = ran("report", "--data", tmp_path / "nowhere")
    assert (code, err.count("\n")) == (2, 1)


def test_a_day_on_which_nobody_came_is_a_report_too(
    tmp_path: Path, town: Any, kept_days: Keep, ran: Any
) -> None:
    events = [from_record(orjson.loads(line)) for line in town.proof.journal]
    folder = kept_days(tmp_path / "center", [events])
    pdf = tmp_path / "day.pdf"
    code, out, _ = ran("report", "--data", folder, "--pdf", pdf)
    assert code == 0
    assert "0 trên 0 số đã cấp (–)" in out
    assert "Không có ngoại lệ" in printed(pdf)
