"""The pages without a browser: a whole booking by links and forms, and what protects it."""

import io
import re

import icalendar
import zxingcpp
from PIL import Image

from hub_place import CENTER, at, lease, place, someone
from hub_reader import book, sum_of, words
from layso_queue.hub.storage import CenterRow
from layso_queue.hub.web.reply import POLICY


def test_a_booking_is_made_seen_changed_and_cancelled_by_pages_alone(client, hub):
    found = client.get("/vi/centers", params={"q": "tran bien"})
    assert f'href="/vi/c/{CENTER}"' in found.text
    services = client.get(f"/vi/c/{CENTER}", params={"q": "chung thuc"})
    assert "Chứng thực" in words(services)
    assert "Đất đai" not in words(services)
    times = client.get(f"/vi/c/{CENTER}/A", params={"day": "2026-10-06"})
    assert "Căn cước hoặc VNeID Bản chính và bản sao" in words(times)
    assert f'value="{at("06 09:00")}"' in times.text
    made = book(client, hub)
    assert made.status_code == 200
    assert "Đã đặt lịch" in words(made)
    assert "09:00 Thứ Ba, 06/10/2026" in words(made)
    assert "Nguyễn Văn Mẫu" in words(made)
    page = made.url.path
    changed = client.post(f"{page}/change", data={"slot": str(at("07 14:00"))})
    assert changed.url.path == page
    assert "14:00 Thứ Tư, 07/10/2026" in words(changed)
    assert "Hủy lịch hẹn này?" in words(client.get(f"{page}/cancel"))
    gone = client.post(f"{page}/cancel")
    assert "Lịch hẹn đã hủy" in words(gone)
    assert "<svg class=" not in gone.text
    assert client.get(f"{page}/calendar.ics").status_code == 404
    assert client.get(f"{page}/picture.png").status_code == 404


def test_wrong_fields_are_named_and_what_was_right_is_kept(client, hub):
    form = {"center": CENTER, "service": "A", "kind": "slot", "slot": str(at("06 09:00"))}
    kept = client.post("/en/hold", data=form)
    hold = kept.url.path.rpartition("/")[2]
    bad = {"name": "Nguyễn Văn Mẫu", "phone": "12", "email": "x@y", "sum": "0"}
    answer = client.post(kept.url.path, data=bad)
    assert answer.url.path == kept.url.path
    assert "3 fields need another look" in words(answer)
    assert answer.text.count('aria-invalid="true"') == 3
    assert 'value="Nguyễn Văn Mẫu"' in answer.text
    assert "4 answers left" in words(answer)
    for _ in range(3):
        again = client.post(kept.url.path, data=bad)
    assert "1 answer left" in words(again)
    last = client.post(kept.url.path, data=bad)
    assert last.status_code == 409
    assert "Too many wrong answers" in words(last)
    assert hub.sale.held(hold) is None


def test_a_form_sent_twice_makes_one_booking(client, hub):
    form = {"center": CENTER, "service": "A", "kind": "slot", "slot": str(at("06 09:00"))}
    path = client.post("/vi/hold", data=form).url.path
    hold = path.rpartition("/")[2]
    form = {"name": "Trần Thị Thử", "phone": "0912345678", "sum": sum_of(hub, hold)}
    first, second = client.post(path, data=form), client.post(path, data=form)
    assert first.url == second.url
    assert "/b/" in first.url.path
    assert client.get(path).url == first.url
    client.cookies.clear()
    assert client.get(path).status_code == 409, "a hold's address opened somebody's booking"


def test_choosing_another_time_gives_the_first_one_back(client, hub):
    for hour in ("09:00", "09:30", "14:00"):
        slot = str(at(f"06 {hour}"))
        client.post("/vi/hold", data={"center": CENTER, "service": "A", "slot": slot})
    left = {one.slot: one.free for one in hub.sale.free(CENTER, "A", at("07 00:00"))}
    assert left[at("06 09:00")] == left[at("06 09:30")] == 2
    assert left[at("06 14:00")] == 1


def test_each_refusal_is_a_whole_sentence(client, hub, database):
    lease(database, place("06 09:00"), 0, version=2)
    full = client.post(
        "/vi/hold", data={"center": CENTER, "service": "A", "slot": str(at("06 09:00"))}
    )
    assert (full.status_code, "Người khác vừa lấy chỗ" in words(full)) == (409, True)
    over = client.post(
        "/vi/hold", data={"center": CENTER, "service": "A", "slot": str(at("05 07:30"))}
    )
    assert "Giờ này đã qua" in words(over)
    assert "Đã đặt lịch" in words(book(client, hub, slot="06 09:30"))
    assert "Thủ tục này đã đặt rồi" in words(book(client, hub, slot="06 14:00"))
    assert "Đã đặt lịch" in words(book(client, hub, slot="06 14:00", service="H"))
    assert "nhiều nhất 2 lịch" in words(book(client, hub, slot="06 14:00", service="L"))


NOWHERE = (
    "/vi/b/AAAAAAAAAAAAAAAAA",
    "/vi/b/x",
    "/vi/b/AAAAAAAAAAAAAAAAA/cancel",
    "/vi/b/AAAAAAAAAAAAAAAAA/calendar.ics",
    "/vi/t/nothing",
    "/vi/c/99999",
    "/vi/c/26041/ZZ",
    "/static/none.css",
    "/vi/nothing/at/all",
    "/xx/",
    "/hub.keys",
)


def test_whatever_is_not_there_is_not_found_in_the_same_words(client):
    for path in NOWHERE:
        answer = client.get(path, headers={"accept-language": "vi"})
        assert answer.status_code == 404, path
        assert "Không tìm thấy Không có trang, lịch hẹn hoặc số này." in words(answer), path


def test_a_center_that_never_came_is_not_said_to_take_bookings(client, hub):
    hub.centers.register(CenterRow("26017", "Tam Hiệp", "Tam Hiep", "75", 0), "t" * 64)
    assert "26017" not in client.get("/vi/").text
    found = words(client.get("/vi/centers?q=tam hiep"))
    assert "Phường Tam Hiệp Đồng Nai Chưa nhận đặt lịch qua mạng" in found
    assert "Nơi này chưa nhận đặt lịch" in words(client.get("/vi/c/26017"))
    assert CENTER in client.get("/vi/").text


def test_one_is_said_as_one_and_a_bare_language_leads_to_its_first_page(client, hub):
    hub.sale.hold(place("06 09:00"))
    times = client.get(f"/en/c/{CENTER}/A", params={"day": "2026-10-06"})
    assert "09:00 1 place left 09:30 2 places left" in words(times)
    assert client.get("/en").url.path == "/en/"
    assert client.get("/xx").status_code == 404


def test_a_reader_of_any_other_language_gets_a_page_that_is_there(client):
    """Languages that kiosks have, one that nobody has, and no language."""
    for code in ("km", "tdd", "zh-Hant", "../en", ""):
        home = client.get("/", headers={"accept-language": code})
        assert (home.status_code, home.url.path) == (200, "/vi/"), code
        page = client.get(f"/vi/c/{CENTER}/A", headers={"accept-language": code})
        assert page.status_code == 200, code
    assert client.get("/km/").status_code == 404


def test_a_code_is_found_however_it_is_typed_and_a_wrong_one_is_not(client, hub):
    made = book(client, hub)
    shown = re.search(r'class="code">([0-9A-Z-]+)<', made.text.replace("<wbr>", "")).group(1)
    typed = f" {shown.lower().replace('0', 'o')} "
    assert client.post("/vi/find", data={"code": typed}).url.path == made.url.path
    wrong = client.post("/vi/find", data={"code": "AAAA-AAAA-AAAA-AAAAA"})
    assert wrong.status_code == 404
    assert "Không tìm thấy lịch hẹn" in words(wrong)


def test_what_is_kept_on_the_phone_can_be_read_by_its_programs(client, hub):
    made = book(client, hub)
    event = icalendar.Calendar.from_ical(client.get(f"{made.url.path}/calendar.ics").content)
    (entry,) = event.walk("VEVENT")
    assert entry.decoded("dtstart").timestamp() * 1000 == at("06 09:00")
    assert "Trấn Biên" in entry["location"]
    picture = Image.open(io.BytesIO(client.get(f"{made.url.path}/picture.png").content))
    assert picture.width == 1080
    read = zxingcpp.read_barcode(picture)
    assert read is not None
    assert 0 < len(read.text) < 200
    assert "Mẫu" not in read.text
    assert "0912345678" not in read.text


def test_a_number_for_today_is_pending_until_the_center_gives_it(client, hub, database):
    form = {"center": CENTER, "service": "A", "kind": "now", "slot": str(at("05 00:00"))}
    assert "Lấy số từ xa" in words(client.get(f"/vi/c/{CENTER}/A"))
    path = client.post("/vi/hold", data=form).url.path
    hold = path.rpartition("/")[2]
    form = {"name": "Trần Thị Thử", "phone": "0912345678", "sum": sum_of(hub, hold)}
    made = client.post(path, data=form)
    assert "Trung tâm sẽ cấp số trong ít phút" in words(made)
    assert '<noscript><meta http-equiv="refresh"' in made.text
    code = made.url.path.rpartition("/")[2]
    moved = client.post(f"/vi/b/{code}/change", data={"slot": str(at("06 09:00"))})
    assert moved.status_code == 409


def test_no_post_from_another_site_does_anything(client, hub):
    made = book(client, hub)
    for origin in ("https://evil.example", "null", "http://127.0.0.1:1"):
        answer = client.post(f"{made.url.path}/cancel", headers={"origin": origin})
        assert answer.status_code == 403
    del client.headers["origin"]
    assert client.post(f"{made.url.path}/cancel").status_code == 403
    assert hub.sale.booking(made.url.path.rpartition("/")[2]).state == "booked"


def test_every_page_has_a_strict_policy_and_no_inline_code(client, hub):
    made = book(client, hub)
    paths = ["/vi/", "/en/centers?q=a", f"/vi/c/{CENTER}", f"/en/c/{CENTER}/A", made.url.path]
    for path in paths:
        answer = client.get(path)
        assert answer.headers["content-security-policy"] == POLICY
        assert "unsafe" not in POLICY
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert not re.search(r'<style|style="|<script>|\son\w+="|javascript:', answer.text)
    assert client.get(made.url.path).headers["cache-control"] == "no-store"
    assert "public" in client.get("/vi/").headers["cache-control"]
    style = re.search(r'href="(/static/style\.[0-9a-f]+\.css)"', client.get("/vi/").text).group(1)
    assert "immutable" in client.get(style).headers["cache-control"]
    cookie = client.post(
        "/vi/hold",
        data={"center": CENTER, "service": "A", "slot": str(at("06 14:00"))},
        follow_redirects=False,
    ).headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


def test_names_never_become_part_of_the_page(client, hub):
    code = hub.sale.confirm(hub.sale.hold(place("06 09:00")).id, someone())[0].code
    sly = "</script><img src=x onerror=alert(1)>"
    for path in (f"/vi/centers?q={sly}", f"/vi/c/{CENTER}?q={sly}", f"/vi/b/{code}?{sly}"):
        answer = client.get(path)
        assert "<img" not in answer.text


def test_a_client_who_asks_too_fast_is_told_when_to_come_back(client, clock):
    for _ in range(30):
        assert client.post("/vi/find", data={"code": "X"}).status_code == 404
    slow = client.post("/vi/find", data={"code": "X"})
    assert slow.status_code == 429
    assert "thử lại sau 20 giây" in words(slow)
    clock.pass_minutes(1)
    assert client.post("/vi/find", data={"code": "X"}).status_code == 404
