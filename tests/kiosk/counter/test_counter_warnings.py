"""The bar says the center's troubles in words; who is in charge tries again what was set aside."""

from typing import Any

import pytest

from layso_kiosk.counter.parts import Parts
from layso_kiosk.counter.warnings import STOPS_WORK, TO_BE_SEEN_TO
from layso_kiosk.link.answers import Answer
from layso_queue.center.alerts import Alert
from layso_queue.center.show.alerts import IN_WORDS, shown_alert

SINCE = 1_795_395_600_000


def alert(code: str, about: str = "2") -> dict[str, Any]:
    return shown_alert(Alert(code, code, "center", SINCE, about))


def raise_(parts: Parts, busy: Any, *alerts: dict[str, Any]) -> None:
    busy.alerts = list(alerts)
    busy.tell()
    parts.strip.hide()


def shown(parts: Parts) -> tuple[str, str]:
    return str(parts.strip.property("text")), str(parts.strip.property("tone"))


def test_every_alert_with_a_sentence_has_its_place_in_the_order() -> None:
    assert sorted((*STOPS_WORK, *TO_BE_SEEN_TO)) == sorted(IN_WORDS)


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("code", sorted(IN_WORDS - {"HUB_AWAY"}))
def test_each_stands_on_the_bar_in_words(parts: Parts, busy: Any, code: str, language: str) -> None:
    parts.texts.choose(language)
    about = "unwritable" if code == "BACKUP_FAILED" else "2"
    raise_(parts, busy, alert(code, about))
    text, tone = shown(parts)
    assert text == alert(code, about)["text"][language]
    assert tone == ("warn" if code in STOPS_WORK else "info")
    assert code not in text


def test_the_worst_is_said_with_how_many_there_are(parts: Parts, busy: Any) -> None:
    raise_(parts, busy, alert("BACKUP_OLD"), alert("HUB_SUPERSEDED"), alert("HUB_AWAY"))
    text, tone = shown(parts)
    assert text.startswith("Một máy khác đang nhận là trung tâm này")
    assert (parts.strip.property("all"), tone) == ("3 việc cần xem", "warn")
    raise_(parts, busy, alert("BACKUP_OLD"))
    assert parts.strip.property("all") == ""


def test_a_call_for_help_and_a_printer_are_not_said_here(parts: Parts, busy: Any) -> None:
    raise_(parts, busy, {"id": "1", "code": "HELP", "about": "?", "text": None})
    assert shown(parts)[0] == ""


def test_what_has_just_been_done_is_said_before_a_warning(parts: Parts, busy: Any) -> None:
    raise_(parts, busy, alert("DISK_LOW"))
    parts.act("call-next")
    assert shown(parts) == ("Đã mời H003.", "good")
    parts.strip.hide()
    assert shown(parts)[1] == "info"


class Aside:
    """A center where `left` things are set aside, of which some stay so."""

    def __init__(self, *left: str) -> None:
        self.left, self.tried = list(left), []

    def __call__(self, path: str, body: dict[str, Any]) -> Answer | None:
        if not path.startswith("/v1/web/set-aside"):
            return None
        if not body:
            return Answer(200, {"set_aside": [{"id": id} for id in self.left]})
        id = path.split("/")[4]
        self.tried.append(id)
        if id.startswith("still"):
            why = "Dịch vụ này đang không phát số."
            return Answer(409, problem={"code": "STILL_SET_ASIDE", "why": why})
        self.left.remove(id)
        return Answer(200, {"set_aside": []})


def test_only_who_is_in_charge_is_offered_to_try_again(parts: Parts, busy: Any) -> None:
    raise_(parts, busy, alert("HUB_SET_ASIDE"))
    assert parts.strip.property("remedy") == ""
    parts.station.sign(None)
    busy.role = "supervisor"
    parts.sign_in.submit("truong", "260411")
    parts.strip.hide()
    assert parts.strip.property("remedy") == "Thử lại việc để riêng"


@pytest.mark.parametrize(
    ("left", "expected"),
    [
        (["one", "two"], ("Đã thử lại: mọi việc để riêng đều làm được.", "good")),
        (
            ["one", "still"],
            ("Đã thử lại: làm được 1, còn 1 việc. Dịch vụ này đang không phát số.", "warn"),
        ),
    ],
)
def test_everything_is_tried_once_and_what_is_left_is_said(
    parts: Parts, busy: Any, left: list[str], expected: tuple[str, str]
) -> None:
    busy.others = aside = Aside(*left)
    parts.set_aside.retry()
    assert aside.tried == left
    assert shown(parts) == expected


def test_a_refused_list_is_said(parts: Parts, busy: Any) -> None:
    problem = {"code": "ROLE_NOT_ALLOWED", "detail": "x"}
    busy.others = lambda path, _: Answer(403, problem=problem) if "aside" in path else None
    parts.set_aside.retry()
    assert shown(parts)[0].startswith("Máy này")
