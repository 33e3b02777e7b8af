"""Commands over HTTP: asked again with the same id, answered once, always readable."""

from collections.abc import Iterator
from typing import Any

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from layso_assets.languages import Texts
from layso_kiosk.link.answers import Answer, sentence
from layso_kiosk.link.center import CenterLink
from layso_kiosk.link.ids import new_id


@pytest.fixture
def link(center: Any, qapp: Any) -> Iterator[CenterLink]:
    link = CenterLink(center.url, "right-token")
    yield link
    link.close()
    shiboken6.delete(link)


def asked(qtbot: QtBot, link: CenterLink, path: str, body: dict[str, Any], **how: Any) -> Answer:
    got: list[Answer] = []
    link.post(path, body, got.append, **how)
    qtbot.waitUntil(lambda: bool(got), timeout=20_000)
    return got[0]


def test_a_ticket_is_answered(qtbot: QtBot, center: Any, link: CenterLink) -> None:
    answer = asked(qtbot, link, "/v1/tickets", {"id": new_id(), "service": "A"})
    assert answer.ok
    assert answer.status == 201
    assert answer.body["number"] == "A012"


def test_a_lost_answer_is_asked_for_again_with_the_same_id(
    qtbot: QtBot, center: Any, link: CenterLink
) -> None:
    ticket = {"id": new_id(), "service": "A"}
    center.silent = True
    lost = asked(qtbot, link, "/v1/tickets", ticket, patience_ms=300)
    assert (lost.status, lost.code, lost.reached) == (0, "CENTER_UNREACHABLE", False)
    center.silent = False
    assert asked(qtbot, link, "/v1/tickets", ticket).body["number"] == "A012"
    assert center.issued == {"A": 12}


def test_a_center_that_starts_late_still_gets_the_command(
    qtbot: QtBot, center: Any, link: CenterLink
) -> None:
    center.stop()
    got: list[Answer] = []
    link.post("/v1/tickets", {"id": new_id(), "service": "A"}, got.append)
    qtbot.wait(50)
    center.start()
    qtbot.waitUntil(lambda: bool(got), timeout=20_000)
    assert got[0].ok


def test_the_readers_language_and_the_session_are_sent(
    qtbot: QtBot, center: Any, link: CenterLink
) -> None:
    link.language = "en"
    asked(qtbot, link, "/v1/help", {"id": new_id()}, session="s-1")
    assert center.languages[-1] == "en"


def test_a_busy_center_is_asked_again_after_the_time_it_names(
    qtbot: QtBot, center: Any, link: CenterLink
) -> None:
    center.answers["POST", "/v1/tickets"] = lambda _: (503, {"code": "CENTER_BUSY", "retry": 60})
    answer = asked(qtbot, link, "/v1/tickets", {"id": new_id(), "service": "A"})
    assert (answer.code, answer.retry_after_s) == ("CENTER_BUSY", 60)
    del center.answers["POST", "/v1/tickets"]
    assert asked(qtbot, link, "/v1/tickets", {"id": new_id(), "service": "A"}).ok


@pytest.mark.parametrize("raw", [b"<html>502</html>", b"\xff\xfe", b"[1]", b"{", b"[" * 50_000])
def test_an_unreadable_answer_is_a_clear_sentence(
    qtbot: QtBot, center: Any, link: CenterLink, raw: bytes
) -> None:
    center.garbage = raw
    answer = asked(qtbot, link, "/v1/help", {"id": new_id()})
    assert not answer.ok
    assert sentence(answer, Texts("vi")) == Texts("vi").say("link.problems.CENTER_UNREADABLE")


def test_the_centers_own_sentence_is_shown() -> None:
    about = {"code": "BOOKING_UNKNOWN", "title": "Không tìm thấy", "detail": "Không thấy lịch hẹn"}
    assert sentence(Answer(404, problem=about), Texts("vi")) == "Không thấy lịch hẹn."
    assert sentence({**about, "detail": ""}, Texts("vi")) == "Không tìm thấy."


@pytest.mark.parametrize("bad", ["Traceback (most recent call last)", "x" * 500, "a\nb", 7, ""])
def test_innards_are_never_shown(bad: object) -> None:
    said = sentence({"code": "NO_SUCH_WORD", "title": bad, "detail": bad}, Texts("en"))
    assert said == Texts("en").say("link.problems.CENTER_UNREADABLE")


def test_a_closed_link_calls_nobody(qtbot: QtBot, center: Any, link: CenterLink) -> None:
    center.silent = True
    got: list[Answer] = []
    link.post("/v1/help", {"id": new_id()}, got.append, patience_ms=60)
    link.close()
    qtbot.wait(150)
    assert got == []


def test_ids_are_uuid_version_7_and_rise() -> None:
    ids = [new_id(1_700_000_000_000 + n) for n in range(20)]
    assert ids == sorted(ids)
    assert len(set(ids)) == 20
    assert all(one[14] == "7" and one[19] in "89ab" for one in ids)
