"""People find what they need by the words that they have for it."""

import pytest

from hub_place import CENTER
from hub_reader import words
from layso_assets import files
from layso_assets.languages import Texts
from layso_queue.center.procedures import shipped
from layso_queue.center.settings import read_settings
from layso_queue.center.sync.catalogue import documents_of
from layso_queue.hub.storage.catalogue import catalogue_of, procedures_of
from layso_queue.hub.storage.centers import offer_procedures

MOST_BYTES = 60_000


@pytest.fixture
def offered(hub):
    settings = read_settings(files.path("demo", "center-26041.toml"), Texts("vi"))
    procedures = [one.shown() for one in shipped({one.code for one in settings.services})]
    named, *others = documents_of(settings, procedures).values()
    hub.centers.offer(CENTER, catalogue_of(CENTER, named).services)
    for each in map(procedures_of, others):
        hub.database.write(
            lambda connection, each=each: offer_procedures(connection, CENTER, *each)
        )
    return hub


TYPED = {
    "đăng ký khai sinh": "Đăng ký khai sinh",
    "dang ki khai sinh": "Đăng ký khai sinh",
    "giấy khai sinh": "Đăng ký khai sinh",
    "sao y": "Chứng thực bản sao từ bản chính",
    "làm sổ đỏ": "Đăng ký đất đai, cấp giấy chứng nhận",
    "cấp giấy phép xây dựng": "Cấp giấy phép xây dựng nhà ở riêng lẻ",
    "marriage certificate": "Đăng ký kết hôn",
}


def test_what_people_type_finds_the_procedure(offered, client):
    for typed, name in TYPED.items():
        page = client.get(f"/vi/c/{CENTER}", params={"q": typed})
        assert f"<b>{name}" in page.text, typed
        assert len(page.content) < MOST_BYTES
    english = client.get(f"/en/c/{CENTER}", params={"q": "marriage certificate"})
    assert "<b>Marriage registration</b>" in english.text


def test_a_found_procedure_says_where_how_long_what_to_bring_and_that_it_goes_online(
    offered, client
):
    found = client.get(f"/vi/c/{CENTER}", params={"q": "khai sinh"})
    first = words(found).split("Đăng ký khai sinh", 1)[1][:300]
    assert first.startswith(" Hộ tịch: khai sinh, khai tử, kết hôn, trích lục Làm mất khoảng 15")
    assert "Mang theo: Tờ khai đăng ký khai sinh; Giấy chứng sinh;" in first
    assert "Làm được trực tuyến" in first
    link = f"/vi/c/{CENTER}/H?p=H01"
    assert f'href="{link}"' in found.text
    one = client.get(link)
    assert "<h1>Đăng ký khai sinh</h1>" in one.text
    assert "Căn cước hoặc VNeID Tờ khai đăng ký khai sinh Giấy chứng sinh" in words(one)
    assert "Thủ tục này nộp được trên Cổng Dịch vụ công quốc gia" in words(one)
    assert f'href="/vi/c/{CENTER}/H?day=2026-10-06&amp;p=H01#times"' in one.text
    not_online = client.get(f"/vi/c/{CENTER}/H?p=H07")
    assert "Cổng Dịch vụ công quốc gia" not in words(not_online)
    unknown = client.get(f"/vi/c/{CENTER}/H?p=<b>")
    assert "<h1>Hộ tịch" in unknown.text


def test_nothing_found_leaves_all_services_and_a_word_of_help(offered, client):
    page = client.get(f"/vi/c/{CENTER}", params={"q": "wqzxw"})
    assert "Không có dịch vụ nào khớp với “wqzxw”" in words(page)
    assert "Bạn thử gõ tên giấy tờ" in words(page)
    assert page.text.count(f'<li><a href="/vi/c/{CENTER}/') == 9


def test_a_slip_of_the_finger_finds_what_is_most_alike(offered, client):
    page = client.get(f"/vi/c/{CENTER}", params={"q": "kết hônn"})
    assert "Không có gì khớp hẳn với “kết hônn”. Có thể bạn cần:" in words(page)
    assert "<b>Đăng ký kết hôn</b>" in page.text


def test_a_service_says_that_some_of_it_goes_online(offered, client):
    page = client.get(f"/vi/c/{CENTER}")
    assert page.text.count("Có thủ tục làm được trực tuyến") == 7
    assert len(page.content) < MOST_BYTES
    assert "Các thủ tục của dịch vụ này (21)" in words(client.get(f"/vi/c/{CENTER}/H"))
