"""What staff and operation centers see of feedback: what waits, what is overdue, how content."""

import csv
import io
import json
import threading

import pytest
from sqlalchemy import text

from hub_place import CENTER, MONDAY_AT_EIGHT
from hub_reader import words
from layso_queue.hub.feedback import Opinion
from layso_queue.hub.log import log_to
from layso_queue.hub.storage import AlreadyThere, CenterRow, Feedback, StoreFailed
from layso_queue.hub.storage.live import show_ticket
from layso_queue.hub.storage.rows import LiveTicket
from layso_queue.hub.storage.satisfaction import content_share, levels_of, waits_of_all
from layso_queue.hub.times import MINUTE_MS

PASSWORD = "mat-khau-rat-dai"
KEY = "k" * 64
DAY = "2026-10-05"
OTHER = "00004"
FOUR_HOURS = 4 * 60 * MINUTE_MS


def visit(n, center=CENTER, day=DAY):
    name = f"t{n}"
    return LiveTicket(name, center, day, f"A{n:03}", "A", "served", "kiosk", 3, n, 0, None, 0)


def told(database, n, level, said="", *, at=MONDAY_AT_EIGHT, center=CENTER, why=(), day=DAY):
    """Have somebody say something of a visit."""
    one = Opinion(level, why, said)
    assert Feedback(database).give(visit(n, center, day), one, f"id{n}", at)


def signed_in(client, hub):
    hub.staff.add("canbo", PASSWORD)
    return client.post("/vi/staff/sign-in", data={"name": "canbo", "password": PASSWORD})


def answer(client, id, note, seen, path="/vi/staff/feedback"):
    return client.post(f"{path}/{id}", data={"note": note, "seen": str(seen)})


def test_staff_see_what_waits_and_answer_it_once(client, hub, clock, database):
    late = clock.ms - FOUR_HOURS - 1
    told(database, 1, 5, "Ghế gãy", at=clock.ms - FOUR_HOURS)
    told(database, 2, 1, at=late, why=("waited_long",))
    told(database, 3, 3)
    assert client.get("/vi/staff/feedback").url.path == "/vi/staff/sign-in"
    assert "2 ý kiến chờ trả lời. 1 ý kiến đã quá 4 giờ." in words(signed_in(client, hub))
    answer_page = client.get("/vi/staff/feedback")
    page = words(answer_page)
    assert page.index("Quá 4 giờ Phường Trấn Biên") < page.index("Chờ lâu") < page.index("Ghế gãy")
    assert answer_page.text.count('class="tag overdue"') == 1
    empty = answer(client, "id2", "  ", late)
    assert (empty.status_code, "ghi vài chữ về việc đã làm" in words(empty)) == (422, True)
    assert hub.feedback.of("t2").handled_at is None
    done = answer(client, "id2", "Đã mở thêm quầy 0912345678", late)
    assert "Đã ghi lại" in words(done)
    kept = hub.feedback.of("t2")
    assert (kept.handled_at, kept.handled_by, kept.note) == (
        clock.ms,
        "canbo",
        "Đã mở thêm quầy •••",
    )
    assert "vừa được người khác xử lý" in words(answer(client, "id2", "Lần nữa", late))
    assert hub.feedback.of("t2").note == kept.note
    hub.database.write(lambda c: show_ticket(c, visit(2)))
    assert "Trả lời của cán bộ Đã mở thêm quầy •••" in words(client.get("/vi/t/t2"))
    only = words(client.get(f"/vi/staff/feedback?center={CENTER}"))
    assert "Chỉ ý kiến về Phường Trấn Biên" in only
    assert "Phường Trấn Biên 1 – 1 – 1 3 33 % 1" in only, "levels of the center's row"
    client.post("/vi/staff/sign-out")
    client.post("/vi/staff/feedback/id1", data={"note": "x", "seen": "1"})
    assert hub.feedback.of("t1").handled_at is None


def test_an_answer_to_what_was_changed_meanwhile_is_not_noted(clock, database):
    kept = Feedback(database)
    told(database, 1, 1, at=clock.ms)
    told(database, 1, 1, "Chờ quá lâu", at=clock.ms + 1)
    assert not kept.handle("id1", clock.ms, "canbo", "Cảm ơn", clock.ms + 2)
    assert kept.handle("id1", clock.ms + 1, "canbo", "Xin lỗi", clock.ms + 2)
    assert kept.waiting(None, 9) == []
    told(database, 1, 1, "Chờ quá lâu", at=clock.ms + 3)
    assert kept.of("t1").note == "Xin lỗi", "the same again is no new question"
    told(database, 1, 1, "Vẫn chờ", at=clock.ms + 4)
    (again,) = kept.waiting(None, 9)
    assert (again.wants_since, again.handled_by, again.note) == (clock.ms + 4, None, None)
    told(database, 1, 2, "Vẫn chờ lâu", at=clock.ms + 5)
    assert kept.of("t1").wants_since == clock.ms + 4, "a change gives staff no more time"
    told(database, 1, 4, at=clock.ms + 6)
    assert kept.waiting(None, 9) == []


def test_two_answers_at_once_are_one(database):
    gate, kept = threading.Barrier(4), []

    def say(level):
        gate.wait(30)
        kept.append(Feedback(database).give(visit(1), Opinion(level), f"id{level}", level))

    threads = [threading.Thread(target=say, args=(level,)) for level in (2, 3, 4, 5)]
    for one in threads:
        one.start()
    for one in threads:
        one.join(60)
    assert kept == [True] * 4
    assert sum(levels_of(database, DAY, DAY)[CENTER].values()) == 1


def test_the_database_refuses_a_second_answer_and_a_sixth_level(database):
    told(database, 1, 4)
    row = (
        "INSERT INTO feedback (id, ticket, center, service, day, level, reasons, at, changed_at)"
        " VALUES ('{id}', '{ticket}', '26041', 'A', '2026-10-05', {level}, '', 0, 0)"
    )
    for values, rule in (
        ({"id": "x", "ticket": "t1", "level": 4}, "ticket|a_visit_is_answered_for_once"),
        ({"id": "x", "ticket": "t2", "level": 6}, "feedback_has_one_of_five_levels"),
    ):
        with pytest.raises(AlreadyThere, match=rule):
            database.write(lambda c, v=values: c.execute(text(row.format(**v))))


def test_the_watch_names_centers_whose_feedback_is_overdue(client, hub, clock, database):
    hub.portals.add("ioc", KEY, ("statistics",), 600, clock.ms)
    hub.centers.register(CenterRow(OTHER, "Trung tâm khác", "Another", "01", 0), "e" * 64)
    headers = {"authorization": f"Bearer {KEY}"}
    begun = clock.ms
    told(database, 1, 2)
    told(database, 2, 5, "Tốt", center=OTHER, at=begun - 1)
    told(database, 3, 5)
    clock.ms = begun + FOUR_HOURS
    told(database, 4, 1, at=clock.ms)
    seen = client.get("/v1/watch", headers=headers).json()["feedback_overdue"]
    since = "2026-10-05T07:59:59.999+07:00"
    assert seen == [{"center": OTHER, "n": 1, "waiting": 1, "since": since}]
    clock.ms += 1
    seen = client.get("/v1/watch", headers=headers).json()["feedback_overdue"]
    assert [(one["center"], one["n"], one["waiting"]) for one in seen] == [
        (OTHER, 1, 1),
        (CENTER, 1, 2),
    ]


def test_levels_are_counted_by_the_day_of_the_visit(database):
    for n, (level, day) in enumerate([(5, DAY), (5, DAY), (1, DAY), (4, "2026-10-06")]):
        told(database, n, level, day=day)
    assert levels_of(database, DAY, DAY) == {CENTER: {1: 1, 5: 2}}
    assert levels_of(database, DAY, "2026-10-06")[CENTER] == {1: 1, 4: 1, 5: 2}
    assert content_share({1: 1, 5: 2}) == 0.6667
    assert content_share({}) is None
    assert waits_of_all(database, 0)[CENTER].n == 1


def test_a_day_s_statistics_tell_the_levels_of_each_center(client, hub, database):
    hub.portals.add("ioc", KEY, ("statistics",), 600, 0)
    hub.centers.register(CenterRow(OTHER, "Trung tâm khác", "Another", "01", 0), "e" * 64)
    for n, (level, center) in enumerate([(5, CENTER), (1, CENTER), (4, OTHER), (4, OTHER)]):
        told(database, n, level, center=center)
    headers = {"authorization": f"Bearer {KEY}"}
    day = client.get("/v1/statistics", params={"day": DAY}, headers=headers).json()
    assert day["feedback"]["levels"] == {"1": 1, "2": 0, "3": 0, "4": 2, "5": 1}
    assert day["feedback"]["content_share"] == 0.75
    assert [(one["center"], one["feedback"]["content_share"]) for one in day["centers"]] == [
        (OTHER, 1.0),
        (CENTER, 0.5),
    ]
    none = client.get("/v1/statistics", params={"day": "2026-10-04"}, headers=headers).json()
    assert none["feedback"] == {"levels": {}, "content_share": None}


def test_the_file_of_opinions_has_a_row_each_and_no_formula(client, hub, clock, database):
    told(database, 1, 2, '=HYPERLINK("http://x")\n+1', why=("sent_away", "no_longer_asked"))
    told(database, 2, 5, at=clock.ms + 1)
    assert client.get("/vi/staff/feedback.csv").url.path == "/vi/staff/sign-in"
    signed_in(client, hub)
    got = client.get("/vi/staff/feedback.csv")
    rows = list(csv.reader(io.StringIO(got.content.decode("utf-8-sig"))))
    assert len(rows) == 3
    assert rows[0][:4] == ["Trung tâm", "Mã", "Ngày đến", "Thủ tục"]
    assert rows[1][4:8] == ["5", "Rất hài lòng", "", ""]
    assert rows[2][:6] == ["Phường Trấn Biên", CENTER, DAY, "A", "2", "Không hài lòng"]
    assert rows[2][6] == "Phải về lấy thêm giấy tờ; no_longer_asked"
    assert rows[2][7].startswith("'=HYPERLINK")
    assert "t1" not in got.text.split()


def test_words_reach_no_log_when_they_cannot_be_kept(client, database):
    database.write(lambda c: show_ticket(c, visit(1)))
    database.write(lambda c: c.execute(text("ALTER TABLE feedback RENAME TO gone")))
    out = io.StringIO()
    try:
        with log_to(out):
            form = {"level": "1", "words": "Chim Hoàng Yến"}
            failed = client.post("/vi/t/t1/feedback", data=form)
            with pytest.raises(StoreFailed) as error:
                told(database, 1, 1, "Chim Hoàng Yến")
    finally:
        database.write(lambda c: c.execute(text("ALTER TABLE gone RENAME TO feedback")))
    assert failed.status_code == 503
    logged = [json.loads(line) for line in out.getvalue().splitlines()]
    assert logged
    assert "Chim" not in json.dumps(logged, ensure_ascii=False) + str(error.value)
