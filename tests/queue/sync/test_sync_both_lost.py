"""Hub and center both restored to before a phone got its number: what is kept, what is excused."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from layso_queue.line.states import BookingState
from layso_queue.sync.at_center import telling
from layso_queue.sync.at_center.storage import Leap, Mode
from layso_queue.sync.rules import ALL
from layso_queue.sync.trial import Fault, losses, run
from layso_queue.sync.trial.kiosk import Kiosk
from layso_queue.sync.trial.losses import Losses, number_is_left
from layso_queue.sync.trial.people import People, Promise
from layso_queue.sync.trial.report import Report
from layso_queue.sync.trial.staff import Staff
from layso_queue.sync.trial.town import Town
from layso_queue.sync.trial.world import BEGIN

FORGOTTEN = "numbers only a phone knows"
EXCUSED = 81
"""A seed in which hub and center both lose a number that a phone shows."""


class Scene:
    """A pair whose center gave a phone the number it waited for after the only backups."""

    def __init__(self, pair: Any) -> None:
        self.pair = pair
        self.report = Report(1)
        self.people = People(pair.world, pair.province, self.report)
        who = (pair.post, pair.world, self.people, self.report)
        self.town = Town(pair.post, Staff(*who), Kiosk(*who))
        self.losses = Losses(pair.world, pair.province, self.people, [self.town], self.report)
        telling.set_quota(pair.hall, "A", BEGIN, True, 3, pair.post.moment())
        pair.settle()
        promise = self.people.buy("26041", remote=True)
        assert promise is not None
        self.promise: Promise = promise
        self.losses.back_up_now()
        pair.settle()
        self.promise.number = self.shown()
        assert self.promise.number == "A001"

    def shown(self) -> str:
        """Return the number on the phone's page."""
        kept = self.pair.part.booking(self.promise.shown.id)
        return "" if kept is None else str(kept.number)

    def lose_the_hub(self) -> None:
        self.losses.restore_hub()

    def lose_the_center(self) -> None:
        self.losses.restore(self.town)
        self.pair.post.line.cut_until = 0


@pytest.fixture
def scene(pair: Any) -> Scene:
    return Scene(pair)


def test_a_number_that_the_center_has_comes_back_to_the_phone(scene: Scene) -> None:
    scene.lose_the_hub()
    assert scene.promise.number == "A001"
    scene.pair.settle()
    assert scene.shown() == "A001"


def test_a_number_that_the_hub_has_comes_back_to_the_center(scene: Scene) -> None:
    scene.lose_the_center()
    assert scene.promise.number == "A001"
    scene.pair.settle()
    kept = scene.pair.hall.booking(scene.promise.shown.id)
    assert (kept.state, kept.number) == (BookingState.CHECKED_IN, "A001")
    assert scene.pair.hall.issue("t", "kiosk") == "A002"


@pytest.mark.parametrize("first", ["hub", "center"])
def test_a_number_that_both_lost_is_excused_and_given_to_nobody_else(
    scene: Scene, first: str
) -> None:
    steps: list[Callable[[], None]] = [scene.lose_the_hub, scene.lose_the_center]
    for lose in steps if first == "hub" else reversed(steps):
        assert scene.promise.number == "A001"
        lose()
    assert scene.promise.number == ""
    assert scene.report.happened[FORGOTTEN] == 1
    scene.pair.push()
    assert scene.pair.hall.state.mode is Mode.GOING
    assert scene.pair.hall.issue("t1", "kiosk") == "A201"
    assert scene.pair.hall.issue("t2", "kiosk") == "A202"
    assert scene.pair.hall.state.leapt is Leap.NOT_YET


def test_a_leap_that_is_due_outlives_another_restore(scene: Scene) -> None:
    scene.lose_the_hub()
    scene.lose_the_center()
    scene.pair.push()
    scene.pair.hall.inbox.log.set_head(scene.pair.part.outbox.head())
    scene.town.backups = [scene.pair.hall.store.backup()]
    assert scene.pair.hall.state.leapt is Leap.DUE
    scene.lose_the_center()
    scene.pair.push()
    assert scene.pair.hall.state.mode is Mode.GOING
    assert scene.pair.hall.issue("t1", "kiosk") == "A201"


def test_numbers_leap_once_although_both_were_restored(scene: Scene) -> None:
    scene.lose_the_hub()
    scene.lose_the_center()
    assert scene.pair.hall.issue("t1", "kiosk") == "A201"
    scene.pair.push()
    assert scene.pair.hall.issue("t2", "kiosk") == "A202"


def test_a_word_in_any_stream_is_no_excuse(scene: Scene) -> None:
    id = scene.promise.shown.id
    hall, part = scene.pair.hall, scene.pair.part
    assert number_is_left(part, hall, id, "A001")
    assert not number_is_left(part, hall, id, "A002")
    for side in (hall, part):
        side.keep_booking(replace(side.booking(id), number=""))
    assert number_is_left(part, hall, id, "A001"), "the streams still tell it"
    hall.outbox.cut(0)
    assert number_is_left(part, hall, id, "A001"), "the hub's copy still tells it"
    part.inbox.log.cut(0)
    assert not number_is_left(part, hall, id, "A001")


def test_without_the_excuse_only_forgotten_numbers_are_faults(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    excused = run(EXCUSED)
    assert excused.faults == []
    forgotten = set()

    def never_excused(part: Any, hall: Any, id: str, number: str) -> bool:
        if not number_is_left(part, hall, id, number):
            forgotten.add(f"{hall.code}: {number}")
        return True

    monkeypatch.setattr(losses, "number_is_left", never_excused)
    strict = run(EXCUSED)
    assert strict.kinds() == [Fault.NUMBER_CHANGED]
    assert {about.split(",")[0] for _, about in strict.faults} <= forgotten


def test_a_forgotten_number_is_still_nobody_elses() -> None:
    report = run(129, replace(ALL, leap_for_a_new_hub=False))
    assert report.happened[FORGOTTEN] > 0
    assert report.kinds() == [Fault.DUPLICATE_NUMBER]


def test_the_next_number_of_such_a_phone_is_a_promise_again(scene: Scene) -> None:
    scene.lose_the_hub()
    scene.lose_the_center()
    scene.pair.settle()
    scene.promise.number = scene.shown()
    assert scene.promise.number == "A201"
    scene.losses.back_up_now()
    scene.lose_the_hub()
    assert scene.promise.number == "A201"
    assert scene.report.happened[FORGOTTEN] == 1
