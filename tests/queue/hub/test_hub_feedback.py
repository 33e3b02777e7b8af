"""A citizen says how a visit was: once a visit, without script, by the ticket's own link."""

import pytest
from sqlalchemy import func, select

from hub_place import CENTER, place, sell
from hub_reader import words
from layso_queue.hub.feedback import HIDDEN, Opinion, clean_words
from layso_queue.hub.rules import KEEP_WORDS_DAYS
from layso_queue.hub.storage import Feedback
from layso_queue.hub.storage.live import show_ticket
from layso_queue.hub.storage.rows import LiveTicket
from layso_queue.hub.storage.sweeping import erase
from layso_queue.hub.storage.tables import bookings, feedback
from layso_queue.hub.times import DAY_MS

DAY = "2026-10-05"

ON_ONE = pytest.mark.parametrize("url", ["sqlite"], indirect=True)
"""What asks nothing new of the database needs only one of the two."""


def visit(state="served", id="t1"):
    return LiveTicket(id, CENTER, DAY, "A001", "A", state, "kiosk", 3, 1, 0, None, 0)


@pytest.fixture
def served(database):
    database.write(lambda c: show_ticket(c, visit()))


def say(client, level, said="", *why, to="/vi/t/t1/feedback"):
    form = {"level": str(level), "words": said, **{f"why-{one}": "1" for one in why}}
    return client.post(to, data=form)


def test_the_question_is_asked_once_the_visit_is_over(client, database):
    database.write(lambda c: show_ticket(c, visit("serving")))
    assert 'name="level"' not in client.get("/vi/t/t1").text
    assert client.get("/vi/t/t1/feedback").url.path == "/vi/t/t1"
    assert say(client, 1).url.path == "/vi/t/t1"
    database.write(lambda c: show_ticket(c, visit()))
    asked = client.get("/vi/t/t1")
    assert asked.text.count('type="radio"') == 5
    assert "Rất không hài lòng" in words(asked)
    assert "Xin đừng ghi tên, số điện thoại" in words(asked)


def test_an_answer_is_kept_thanked_for_and_shown_to_who_gave_it(client, served, hub):
    done = say(client, 2, "Ghế <b>gãy.\r\nTrời mưa dột.", "waited_long", "poor_place")
    assert done.url.path == "/vi/t/t1/thanks"
    assert "trả lời trong 4 giờ" in words(done)
    given = hub.feedback.of("t1")
    assert given.opinion == Opinion(2, ("waited_long", "poor_place"), "Ghế <b>gãy.\nTrời mưa dột.")
    assert (given.center, given.service, given.day) == (CENTER, "A", DAY)
    seen = client.get("/vi/t/t1")
    assert "Ghế &lt;b&gt;gãy." in seen.text
    assert 'name="level"' not in seen.text
    assert "trả lời" not in words(say(client, 5))


def test_an_answer_may_be_changed_for_a_day_and_stays_one(client, served, hub, clock, database):
    say(client, 1, "", "waited_long")
    say(client, 1, "", "waited_long")
    again = client.get("/vi/t/t1/feedback").text
    assert 'value="1" required checked' in again
    assert 'name="why-waited_long" value="1" checked' in again
    clock.pass_minutes(24 * 60 - 1)
    assert say(client, 4).url.path == "/vi/t/t1/thanks"
    assert database.read(lambda c: c.execute(select(func.count()).select_from(feedback))).one() == (
        1,
    )
    clock.pass_minutes(1)
    late = say(client, 5)
    assert late.url.path == "/vi/t/t1/feedback"
    assert "nay đã hết hạn" in words(late)
    assert hub.feedback.of("t1").opinion == Opinion(4)


def test_after_seven_days_the_question_is_closed(client, served, hub, clock):
    clock.ms += 7 * DAY_MS
    assert 'name="level"' in client.get("/vi/t/t1").text
    clock.ms += DAY_MS
    for path in ("/vi/t/t1", "/vi/t/t1/feedback"):
        assert "Đã hết hạn cho ý kiến" in words(client.get(path))
        assert 'name="level"' not in client.get(path).text
    assert "nhận ý kiến trong 7 ngày" in words(say(client, 5))
    assert hub.feedback.of("t1") is None


@ON_ONE
def test_a_link_of_no_ticket_is_answered_as_any_wrong_address(client):
    any_wrong = words(client.get("/vi/b/nobody"))
    for wrong in (
        client.get("/vi/t/nobody/feedback"),
        client.get("/vi/t/nobody/thanks"),
        say(client, 1, to="/vi/t/nobody/feedback"),
    ):
        assert (wrong.status_code, words(wrong)) == (404, any_wrong)


@ON_ONE
def test_what_is_wrong_is_said_beside_its_part_and_what_was_written_stays(client, served, hub):
    empty = say(client, "", "Chờ hai giờ", "sent_away")
    assert (empty.status_code, "Bạn vui lòng chọn một mức." in words(empty)) == (422, True)
    assert "Chờ hai giờ" in empty.text
    assert 'name="why-sent_away" value="1" checked' in empty.text
    assert say(client, 3, "ơ" * 501).status_code == 422
    for level in (0, 6, "1e0", "²"):
        assert say(client, level).status_code == 422
    assert hub.feedback.of("t1") is None
    assert say(client, 3, "ơ\r\n" * 249 + "ơơ", "no_such_reason").status_code == 200
    assert hub.feedback.of("t1").opinion.reasons == ()


@ON_ONE
def test_feedback_is_taken_from_our_own_pages_only_and_not_without_end(client, served, hub):
    answer = client.post(
        "/vi/t/t1/feedback", data={"level": "1"}, headers={"origin": "https://elsewhere.example"}
    )
    assert (answer.status_code, hub.feedback.of("t1")) == (403, None)
    seen = [say(client, 3).status_code for _ in range(41)]
    assert (seen[0], seen[-1]) == (200, 429)


def test_who_booked_is_asked_on_the_booking_s_page(client, served, hub, database):
    sold = sell(hub, place("06 09:00"))
    came = {"state": "checked_in", "ticket": "t1", "number": "A001"}
    database.write(lambda c: c.execute(bookings.update().values(came)))
    page = client.get(f"/vi/b/{sold.code}")
    assert "Ý kiến về lần đến này" in words(page)
    assert 'href="/vi/t/t1#feedback"' in page.text
    database.write(lambda c: show_ticket(c, visit("waiting")))
    assert "Theo dõi số" in words(client.get(f"/vi/b/{sold.code}"))


def test_words_are_deleted_after_ninety_days_and_levels_stay(database):
    kept = Feedback(database)
    kept.give(visit(), Opinion(1, ("sent_away",), "Chim Hoàng Yến"), "o1", 1000)
    assert kept.handle("o1", 1000, "canbo", "Đã nhắc quầy", 2000)
    erase(database, 1000 + KEEP_WORDS_DAYS * DAY_MS)
    assert kept.of("t1").opinion.words == "Chim Hoàng Yến"
    erase(database, 1001 + KEEP_WORDS_DAYS * DAY_MS)
    left = kept.of("t1")
    assert (left.opinion, left.note) == (Opinion(1, ("sent_away",)), None)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Gọi tôi 0912 345 678 nhé", f"Gọi tôi {HIDDEN} nhé"),
        ("075085123456", HIDDEN),
        ("Chờ 45 phút ở quầy 3", "Chờ 45 phút ở quầy 3"),
        ("a\u202eb\x1b[31m\ufeff", "ab[31m"),
        ("  một   hai \r\n\r\n\r\n ba ", "một hai\n\nba"),
        ("e\u0302\u0323", "ệ"),
        (" \n\t ", ""),
    ],
)
def test_words_are_kept_without_long_numbers_and_unseen_signs(typed, kept):
    assert clean_words(typed) == kept
    assert Opinion(5, (), clean_words(typed)).wants_answer == bool(kept)


def test_an_opinion_shows_no_words_whoever_prints_it(database):
    kept = Feedback(database)
    kept.give(visit(), Opinion(1, (), "Chim Hoàng Yến"), "o1", 0)
    assert "Chim" not in repr(kept.of("t1")) + repr(kept.of("t1").opinion) + f"{kept.of('t1')}"
