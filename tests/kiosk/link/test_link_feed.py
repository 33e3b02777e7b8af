"""The link against a center on loopback: it follows, notices silence, comes back, never lies."""

import random
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from layso_assets.languages import Texts
from layso_kiosk.link.answers import sentence
from layso_kiosk.link.center import CenterLink
from layso_kiosk.link.feed import Pace

QUICK = Pace(heartbeat=60, dead=300, open_within=400, first_pause=20, last_pause=60)


@pytest.fixture
def open_link(center: Any) -> Iterator[Callable[..., CenterLink]]:
    links: list[CenterLink] = []

    def connect(token: str = "right-token", url: str = center.url) -> CenterLink:
        link = CenterLink(url, token, pace=QUICK, chance=random.Random(1))
        links.append(link)
        link.start()
        return link

    center.heartbeat_s = 0.05
    yield connect
    for link in links:
        link.close()
        shiboken6.delete(link)


def until(qtbot: QtBot, condition: Callable[[], bool]) -> None:
    qtbot.waitUntil(condition, timeout=20_000)


def test_a_snapshot_comes_first_and_deltas_keep_it_right(
    qtbot: QtBot, center: Any, open_link: Any
) -> None:
    link = open_link()
    told: list[frozenset[str]] = []
    link.changed.connect(told.append)
    assert link.state == "connecting"
    until(qtbot, lambda: link.state == "fresh")
    assert link.mirror.services["A"]["waiting"] == 1
    assert link.role == "kiosk"
    center.change(services=[{"code": "A", "waiting": 7}])
    until(qtbot, lambda: link.mirror.services["A"]["waiting"] == 7)
    assert link.mirror.services["A"]["icon"] == "stamp"
    assert told[-1] == frozenset({"services"})


def test_a_gap_asks_for_a_new_snapshot(qtbot: QtBot, center: Any, open_link: Any) -> None:
    link = open_link()
    until(qtbot, lambda: link.state == "fresh")
    center.change(told=False, services=[{"code": "A", "waiting": 3}])
    center.change(services=[{"code": "H", "waiting": 4}])
    until(qtbot, lambda: link.mirror.services["A"]["waiting"] == 3)
    assert link.mirror.services["H"]["waiting"] == 4
    assert [f["type"] for f in center.frames if f["type"] != "heartbeat"] == ["start", "start"]


def test_a_dropped_feed_is_stale_then_resumes_with_what_it_missed(
    qtbot: QtBot, center: Any, open_link: Any
) -> None:
    link = open_link()
    until(qtbot, lambda: link.state == "fresh")
    states: list[str] = []
    link.stateChanged.connect(lambda: states.append(link.state))
    center.change(told=False, day={"state": "closed", "closed_reason": "lunch"})
    center.drop()
    until(qtbot, lambda: states == ["stale", "fresh"])
    until(qtbot, lambda: link.mirror.day["closed_reason"] == "lunch")
    assert {"type": "resume", "epoch": "epoch-1", "seq": 10} in center.frames


def test_another_epoch_starts_from_a_snapshot(qtbot: QtBot, center: Any, open_link: Any) -> None:
    link = open_link()
    until(qtbot, lambda: link.state == "fresh")
    center.epoch, center.seq = "epoch-2", 2
    center.drop()
    until(qtbot, lambda: link.mirror.epoch == "epoch-2" and link.state == "fresh")
    assert link.mirror.seq == 2


def test_a_center_that_falls_silent_is_found_out_and_left(
    qtbot: QtBot, center: Any, open_link: Any
) -> None:
    link = open_link()
    until(qtbot, lambda: link.state == "fresh")
    center.mute = True
    until(qtbot, lambda: link.state == "stale")
    assert link.mirror.filled
    center.mute = False
    until(qtbot, lambda: link.state == "fresh")


def test_we_beat_too(qtbot: QtBot, center: Any, open_link: Any) -> None:
    link = open_link()
    until(qtbot, lambda: any(frame["type"] == "heartbeat" for frame in center.frames))
    assert link.mirror.seq == center.frames[-1].get("seq", 10)


def test_an_unreachable_center_is_away_and_comes_back(
    qtbot: QtBot, center: Any, open_link: Any
) -> None:
    center.stop()
    link = open_link()
    until(qtbot, lambda: link.state == "away")
    assert link.trouble["code"] == "CENTER_UNREACHABLE"
    center.start()
    until(qtbot, lambda: link.state == "fresh")
    assert link.trouble == {}
    center.stop()
    until(qtbot, lambda: link.state == "away")
    assert link.mirror.services["A"]["waiting"] == 1


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_wrong_token_is_said_in_a_sentence(
    qtbot: QtBot, center: Any, open_link: Any, language: str
) -> None:
    link = open_link("wrong-token")
    until(qtbot, lambda: link.trouble.get("code") == "NOT_ENROLLED")
    assert link.state == "away"
    texts = Texts(language)
    assert sentence(link.trouble, texts) == texts.say("link.problems.NOT_ENROLLED")


@pytest.mark.parametrize(
    "garbage",
    [
        "not json",
        "[1, 2]",
        '{"type": "who knows"}',
        '{"type": "delta", "seq": "x", "from": 1}',
        '{"type": "snapshot", "day": {"services": 4}}',
        '{"type": "delta", "seq": 11, "from": 10, "services": [{"code": 5}]}',
        "[" * 100_000,
    ],
)
def test_garbage_frames_end_the_feed_and_harm_nothing(
    qtbot: QtBot, center: Any, open_link: Any, garbage: str
) -> None:
    link = open_link()
    until(qtbot, lambda: link.state == "fresh")
    states: list[str] = []
    link.stateChanged.connect(lambda: states.append(link.state))
    center.say(garbage)
    until(qtbot, lambda: states[-1:] == ["fresh"])
    assert states[0] == "stale"
    assert link.mirror.services["A"]["waiting"] == 1


def test_a_problem_frame_is_kept_as_the_trouble(qtbot: QtBot, center: Any, open_link: Any) -> None:
    link = open_link()
    until(qtbot, lambda: link.state == "fresh")
    center.deaf = True
    center.epoch = "epoch-2"
    center.say({"type": "problem", "code": "ROLE_NOT_ALLOWED", "title": "Sai"})
    center.drop()
    until(qtbot, lambda: link.state != "fresh")
    assert link.trouble["code"] == "ROLE_NOT_ALLOWED"
