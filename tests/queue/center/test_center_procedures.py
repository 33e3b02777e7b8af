"""The catalog of procedures: what is shipped, what a center imports, what windows are told."""

import csv
from pathlib import Path

import pytest
from openpyxl import Workbook

from layso_assets import files
from layso_queue.center.command import main
from layso_queue.center.people.roles import Role
from layso_queue.center.procedures import COLUMNS, Catalog, read_table, shipped

HEADING = ["Mã", "nhom", "Số phút", "Tên tiếng Việt", "Tên tiếng Anh", "Trực tuyến toàn trình"]
HEADING += ["Địa chỉ nộp trực tuyến", "Giấy tờ tiếng Việt"]
RIGHT = ["H77", "H", "12", "Đăng ký khai sinh", "Birth", "có", "https://dichvucong.gov.vn"]
RIGHT += ["Giấy chứng sinh | Tờ khai"]
GROUPS = "AHLKXNESM"


def _csv(file: Path, rows: list[list[str]], coding: str = "utf-8", between: str = ",") -> Path:
    with file.open("w", encoding=coding, newline="") as stream:
        csv.writer(stream, delimiter=between).writerows(rows)
    return file


def test_our_own_catalog_has_procedures_of_every_group_in_both_languages() -> None:
    found = shipped(set(GROUPS))
    assert len(found) >= 60
    assert {one.service for one in found} == set(GROUPS)
    assert len({one.code for one in found}) == len({one.name_vi for one in found}) == len(found)
    for one in found:
        assert one.name_en
        assert len(one.documents_vi) == len(one.documents_en)
    assert len([one for one in found if one.portal]) >= 15


def test_a_center_without_a_group_is_not_offered_its_procedures() -> None:
    assert {one.service for one in shipped({"A", "S"})} == {"A", "S"}


def test_no_procedure_asks_for_what_stands_on_every_list_already() -> None:
    rows = read_table(files.path("procedures", "procedures.csv"))
    assert rows[0].cells == COLUMNS
    assert not any("căn cước" in cell.lower() for row in rows for cell in row.cells)


@pytest.mark.parametrize(
    ("coding", "between"), [("utf-8", ","), ("utf-8-sig", ";"), ("utf-16", "\t")]
)
def test_a_csv_of_any_spreadsheet_is_taken_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], coding: str, between: str
) -> None:
    table = _csv(tmp_path / "own.csv", [HEADING, RIGHT], coding, between)
    assert main(["procedures", "import", "--data", str(tmp_path / "c"), str(table)]) == 0
    assert "Đã nhập 1 thủ tục, trong đó 1" in capsys.readouterr().out
    kept = read_table(tmp_path / "c" / "procedures.csv")
    assert kept[1].cells[:2] == ("H77", "H")
    assert kept[1].cells[7] == "Giấy chứng sinh | Tờ khai"


def test_a_workbook_is_taken_in_and_written_out_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = Workbook()
    for row in (HEADING, [*RIGHT[:2], 12, *RIGHT[3:]]):
        book.active.append(row)
    book.save(tmp_path / "own.xlsx")
    data = ["--data", str(tmp_path / "c")]
    assert main(["procedures", "import", *data, str(tmp_path / "own.xlsx")]) == 0
    assert main(["procedures", "export", *data, str(tmp_path / "out.csv")]) == 0
    written = read_table(tmp_path / "out.csv")
    assert written[1].cells[2:5] == ("12", "yes", "https://dichvucong.gov.vn")
    assert (tmp_path / "out.csv").read_bytes().startswith(b"\xef\xbb\xbf")


WRONG = [
    (["", "H", "12", "Tên", "", "", "", ""], "Dòng 3, cột “Mã”: chưa điền."),
    (["H 1", "H", "12", "Tên", "", "", "", ""], "chưa đúng dạng"),
    (RIGHT, "mã “H77” đã có ở dòng 2"),
    (["H20", "Q", "12", "Tên", "", "", "", ""], "không có dịch vụ “Q”"),
    (["H21", "H", "nửa giờ", "Tên", "", "", "", ""], "số phút từ 1 đến 480"),
    (["H22", "H", "0", "Tên", "", "", "", ""], "số phút từ 1 đến 480"),
    (["H23", "H", "12", "Tên", "", "có lẽ", "", ""], "“có” hoặc “không”"),
    (["H24", "H", "12", "Tên", "", "có", "http://a.vn", ""], "https://"),
    (["H25", "H", "12", "Tên", "", "có", "javascript:alert(1)", ""], "https://"),
    (["H26", "H", "12", "T" * 201, "", "", "", ""], "dài quá 200 ký tự"),
    (["H27", "H", "12", "Tên", "", "", "", "|".join("abcdefghijklm")], "nhiều nhất 12"),
]


def test_every_fault_is_said_with_its_line_and_nothing_is_taken(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = tmp_path / "c" / "procedures.csv"
    data = ["--data", str(tmp_path / "c")]
    rows = [row for row, _ in WRONG]
    table = _csv(tmp_path / "wrong.csv", [HEADING, RIGHT, *rows])
    assert main(["procedures", "import", *data, str(table)]) == 2
    said = capsys.readouterr().err.splitlines()
    assert len(said) == len(WRONG) + 1
    for line, (_, sentence) in enumerate(WRONG, start=3):
        assert said[line - 3].startswith(f"Dòng {line}, ")
        assert sentence in said[line - 3]
    assert "nên chưa nhập gì" in said[-1]
    assert not before.exists()


def test_faults_are_said_in_the_readers_language_and_not_without_end(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [[f"H{n}", "Q", "12", "Tên", "", "", "", ""] for n in range(80)]
    table = _csv(tmp_path / "wrong.csv", [HEADING, *rows])
    data = ["--data", str(tmp_path / "c")]
    assert main(["--language", "en", "procedures", "import", *data, str(table)]) == 2
    said = capsys.readouterr().err.splitlines()
    assert said[0].startswith("Line 2, column “Group”: the center has no group “Q”.")
    assert said[-2] == "And 30 more faults."


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "Không đọc được tệp"),
        (b"", "không có thủ tục"),
        ("Mã,Nhóm\nH1,H\n".encode("cp1258", "ignore"), "bảng mã Unicode"),
        (b'"code,service\nH1', "không phải bảng"),
        (b"PK\x03\x04 not a workbook", "không phải bảng"),
        ("Mã,Nhóm,Số phút\n1,H,3\n".encode(), "thiếu cột “Tên tiếng Việt” (name_vi)"),
        ("Mã,Mã,Nhóm,Số phút,name_vi\n".encode(), "xuất hiện hai lần"),
        (b"code,service,minutes,name_vi,fee\n", "cột “fee” không có trong danh mục"),
        (b"code,service,minutes,name_vi\n", "không có thủ tục"),
    ],
)
def test_a_file_that_is_no_catalog_is_refused_with_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes | None, sentence: str
) -> None:
    file = tmp_path / "file.csv"
    if content is not None:
        file.write_bytes(content)
    assert main(["procedures", "import", "--data", str(tmp_path / "c"), str(file)]) == 2
    said = capsys.readouterr().err
    assert sentence in said
    assert "Traceback" not in said


@pytest.mark.anyio
async def test_windows_read_the_catalog_and_hear_of_a_new_one(place, until, tmp_path: Path) -> None:
    async with place.opened():
        answer = await place.ask("GET", "/v1/procedures")
        told = answer.json()
        version = (await place.day("kiosk"))["day"]["procedures"]
        assert told["version"] == version
        birth = next(one for one in told["procedures"] if one["code"] == "H01")
        assert birth["name"] == {"vi": "Đăng ký khai sinh", "en": "Birth registration"}
        assert birth["online"]
        assert (await place.ask("GET", "/v1/procedures", role=None)).status_code == 401
        table = _csv(tmp_path / "own.csv", [HEADING, RIGHT])
        assert main(["procedures", "import", "--data", str(place.path), str(table)]) == 0
        await place.center.catalog_watch.look()
        await until(
            lambda: (
                place.center.publisher.audience(Role.KIOSK).snapshot("")["day"]["procedures"]
                != version
            )
        )
        own = (await place.ask("GET", "/v1/procedures")).json()
        assert [one["code"] for one in own["procedures"]] == ["H77"]
        assert own["procedures"][0]["documents"]["en"] == ["Giấy chứng sinh", "Tờ khai"]
        assert (await place.day("kiosk"))["day"]["procedures"] == own["version"] != version


def test_a_damaged_catalog_leaves_the_last_good_one(tmp_path: Path) -> None:
    kept = tmp_path / "procedures.csv"
    catalog = Catalog(kept, set(GROUPS))
    version = catalog.version
    kept.write_text("code,service\n?", encoding="utf-8")
    assert not catalog.look()
    assert catalog.version == version
    kept.unlink()
    assert not catalog.look(), "the shipped one was never left"
    _csv(kept, [HEADING, RIGHT])
    assert catalog.look()
    assert catalog.version != version


def test_an_address_that_is_not_used_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    offline = [*RIGHT[:5], "không", *RIGHT[6:]]
    table = _csv(tmp_path / "own.csv", [HEADING, offline])
    words = ["--language", "en", "procedures", "import", "--data", str(tmp_path / "center")]
    assert main([*words, str(table)]) == 0
    taken, note = capsys.readouterr().out.splitlines()
    assert "1 procedures were taken in, 0 of them" in taken
    assert note.startswith("Line 2, column")
    assert "this address is not used" in note
    vi = ["procedures", "import", "--data", str(tmp_path / "center"), str(tmp_path / "none.csv")]
    assert main(vi) == 2
    assert capsys.readouterr().err == "Không đọc được tệp none.csv: không có ở đó.\n"
