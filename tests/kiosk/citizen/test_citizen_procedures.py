"""Finding a procedure, ticking what to bring, and what could be done at home."""

import base64
import io
from typing import Any

import zxingcpp
from PIL import Image
from PySide6.QtCore import QObject, QRectF, Signal

from layso_assets.folding import fold
from layso_kiosk.citizen.letters.board import Board
from layso_kiosk.citizen.shelf import Shelf
from layso_kiosk.look.texts import ScreenTexts
from layso_kiosk.look.touch import find
from layso_queue.center.procedures import shipped


class _Source(QObject):
    changed = Signal()


def _shelf(tmp_path: Any) -> Shelf:
    shelf = Shelf(_Source(), tmp_path)  # type: ignore[arg-type]
    shown = [one.shown() for one in shipped(set("AHLKXNESM"))]
    assert shelf._take({"version": "v1", "procedures": shown})
    return shelf


def _names(shelf: Shelf, *queries: str) -> list[str]:
    return [one["name"]["vi"] for one in shelf.find(*queries)]


def test_tones_and_case_do_not_matter_to_who_searches(tmp_path: Any) -> None:
    shelf = _shelf(tmp_path)
    for query in ("khai sinh", "KHAI SINH", "khái sịnh", "  khai   sinh "):
        assert _names(shelf, query)[0] in ("Đăng ký khai sinh", "Liên thông: khai sinh, "
            "thường trú, thẻ BHYT cho trẻ dưới 6 tuổi")  # fmt: skip
    assert _names(shelf, "dang ky ket hon")[0] == "Đăng ký kết hôn"
    assert _names(shelf, "đăng kí kết hôn")[0] == "Đăng ký kết hôn"
    assert "Đăng ký thường trú" in _names(shelf, "thuong tru")
    assert "Cấp giấy phép xây dựng nhà ở riêng lẻ" in _names(shelf, "xay nha")
    assert "Chứng thực bản sao từ bản chính" in _names(shelf, "sao y")
    assert _names(shelf, "birth reg")[0] == "Đăng ký khai sinh"
    assert _names(shelf, "xyzzy") == _names(shelf, "", " ") == []


def test_every_procedure_is_found_by_its_own_name_without_tones(tmp_path: Any) -> None:
    shelf = _shelf(tmp_path)
    for one in shipped(set("AHLKXNESM")):
        assert one.name_vi in _names(shelf, fold(one.name_vi)), one.code


def test_a_catalog_that_is_no_catalog_changes_nothing(tmp_path: Any) -> None:
    shelf = _shelf(tmp_path)
    for wrong in ({}, {"version": "v2", "procedures": [{"code": "A"}]}, {"procedures": None}):
        assert not shelf._take(wrong)
    assert shelf.version == "v1"


def test_the_keyboard_writes_vietnamese_for_who_knows_telex_and_who_does_not(qapp: Any) -> None:
    board = Board(ScreenTexts("vi"))
    for key in "ddawng kys":
        board.press(key)
    assert board.text == "đăng ký"
    assert board.raw == "ddawng kys"
    board.clear()
    for key in ("đ", "ê", "n"):
        board.press(key)
    board.tone("f")
    board.tone("f")
    assert board.text == "đền"
    board.press(" ")
    board.press(" ")
    board.press("s")
    assert board.text == "đền s"
    for _ in range(3):
        board.back()
    assert board.text == "đề"
    board.wipe()
    assert board.text == ""
    for key in "dd":
        board.press(key)
    board.back()
    assert (board.text, board.raw) == ("", "")
    board.wipe()
    tones = {tone["name"]: tone["key"] for tone in board.property("tones")}
    for keys, tone in (("hô", "Dấu nặng"), (" khâu", "Dấu hỏi")):
        board.press(keys[0])
        board.tone(tones[tone])
        assert board.property("bearsTone") is False, "it waits for a vowel, and its key shows it"
        for key in keys[1:]:
            board.press(key)
        board.tone(tones[tone])
    assert board.text == "hộ khẩu"
    english = Board(ScreenTexts("en"))
    for key in "class ddd":
        english.press(key)
    assert english.text == "class ddd"


def test_a_procedure_is_searched_chosen_and_its_papers_ticked(
    full_center: Any, open_kiosk: Any, monkeypatch: Any
) -> None:
    person = open_kiosk()
    person.until(lambda: person.kiosk._shelf.version == "v1")
    person.touch("search")
    assert "Gõ tên thủ tục" in person.reads("search-said")
    tone = find(person.window, "tone-s")
    assert (tone.property("label").split(), tone.isEnabled()) == (["Dấu", "sắc"], False)
    for key in "khai":
        person.touch(f"type-{key}")
    assert tone.isEnabled()
    person.touch("type-space")
    for key in "sinh":
        person.touch(f"type-{key}")
    assert person.reads("search-typed") == "khai sinh"
    person.touch("found-H01")
    person.page("service")
    assert person.kiosk.choice.service == "H"
    assert person.reads("bring-title") == "Đăng ký khai sinh"
    raw = base64.b64decode(person.kiosk.choice.browse.property("qr").partition(",")[2])
    with Image.open(io.BytesIO(raw)) as code:
        large = code.convert("L").resize((code.width * 6, code.height * 6), 0)
    assert zxingcpp.read_barcodes(large)[0].text == "https://dichvucong.gov.vn"
    assert person.sees("portal-qr")
    more = [find(person.window, name) for name in ("more-procedures", "more-papers")]
    assert [one.property("tone") for one in more] == ["plain", "plain"], "one thing stands out"
    left, right = (one.mapRectToScene(QRectF(one.boundingRect())) for one in more)
    assert (left.top(), left.width()) == (right.top(), right.width())
    person.touch("paper-0")
    person.touch("paper-1")
    ticked = [line["ticked"] for line in person.kiosk.choice.checklist.property("lines")]
    assert ticked == [True, True, False, False]
    slips: list[Any] = []
    monkeypatch.setattr(type(person.open.paper), "there", property(lambda _: True))
    monkeypatch.setattr(person.open.paper, "print", lambda _, slip: slips.append(slip))
    person.touch("take-number")
    person.page("number")
    not_ticked = ("Giấy chứng sinh", "Giấy chứng nhận kết hôn của cha mẹ (nếu có)")
    assert [slip.documents for slip in slips] == [not_ticked]
    assert "procedure" not in center_body(full_center)


def center_body(center: Any) -> dict[str, Any]:
    (body,) = center.sent("/v1/tickets")
    return dict(body)


def test_choosing_is_never_a_must_and_can_be_taken_back(full_center: Any, open_kiosk: Any) -> None:
    person = open_kiosk()
    person.until(lambda: person.kiosk._shelf.version == "v1")
    person.touch("tile-A")
    assert person.reads("bring-title") == "Giấy tờ cần mang theo"
    person.touch("procedure-A02")
    assert person.reads("bring-title") == "Chứng thực chữ ký trong giấy tờ, văn bản"
    assert not person.sees("online")
    person.touch("procedure-A02")
    assert person.reads("bring-title") == "Giấy tờ cần mang theo"
    assert person.kiosk.choice.missing() == ()
    person.touch("take-number")
    person.page("number")


def test_a_new_catalog_is_fetched_and_a_kiosk_alone_still_knows_it(
    full_center: Any, open_kiosk: Any
) -> None:
    person = open_kiosk()
    shelf = person.kiosk._shelf
    person.until(lambda: shelf.version == "v1")
    told = [shelf.get("A01") | {"name": {"vi": "Thủ tục mới", "en": "A new one"}}]
    full_center.answers["GET", "/v1/procedures"] = lambda _: (
        200,
        {"version": "v2", "procedures": told},
    )
    shelf._asked_at = float("-inf")
    full_center.change(day={"procedures": "v2"})
    person.until(lambda: shelf.version == "v2", timeout=15_000)
    person.open.source._keep()
    person.open.close()
    full_center.stop()
    again = open_kiosk(known=False)
    assert again.kiosk._shelf.version == "v2"
    assert [one["name"]["vi"] for one in again.kiosk._shelf.of("A")] == ["Thủ tục mới"]


def test_a_found_procedure_of_a_closed_group_says_why_and_what_next(
    full_center: Any, open_kiosk: Any
) -> None:
    person = open_kiosk()
    person.until(lambda: person.kiosk._shelf.version == "v1")
    full_center.change(services=[{"code": "H", "open": False, "closed_reason": "series_full"}])
    person.until(lambda: not person.kiosk.home.tiles[1]["open"])
    person.touch("search")
    for key in "tu":
        person.touch(f"type-{key}")
    person.until(lambda: person.sees("found-H11"))
    person.touch("found-H11")
    person.page("notice")
    assert person.reads("notice-title") == "Dịch vụ này đã hết số hôm nay"
    assert "ngày làm việc tới" in person.reads("notice-next")
