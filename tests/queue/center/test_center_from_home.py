"""Who took a number from home gets it at the kiosk by code, QR and card, as often as she asks."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from card_line import book, card_line, scan
from hub_beside import Wire
from layso_assets.languages import Texts
from layso_queue.center.api.problems import FROM_HOME
from layso_queue.hub.passes import pass_of, public_keys
from layso_queue.line.states import TicketState

pytestmark = pytest.mark.anyio

WAYS: dict[str, Callable[[Wire, Any], dict[str, str]]] = {
    "code": lambda _, booked: {"code": booked.code},
    "spaced code": lambda _, booked: {"code": f"{booked.code[:4]} {booked.code[4:]}"},
    "QR": lambda line, booked: {"token": pass_of(booked, line.hub.keys)},
}


@pytest.fixture
def line(working: Any, hub_model: Path, tmp_path: Path) -> Iterator[Wire]:
    with card_line(working, hub_model, tmp_path) as wire:
        working.center.keyring.take(public_keys(wire.hub.keys))
        yield wire


async def shown(line: Wire, booked: Any, way: str) -> tuple[int, dict[str, Any]]:
    if way == "card":
        return await scan(line)
    answer = await line.place.post("/v1/check-ins", WAYS[way](line, booked))
    return answer.status_code, answer.json()


async def test_all_three_ways_give_the_same_number_and_never_a_second(line: Wire) -> None:
    await line.place.open_counter()
    await line.place.issue()
    booked = await book(line, "05 00:00", remote=True)
    await line.up()  # by now it counts as given everywhere
    for way in ("code", "QR", "card", "spaced code", "QR"):
        status, said = await shown(line, booked, way)
        assert (status, said["id"], said["number"]) == (200, booked.id, "A002"), way
        assert (said["ahead"], said["state"]) == (1, "waiting")
    numbers = {one["number"] for one in (await line.place.day())["tickets"]}
    assert numbers == {"A001", "A002"}


async def moves(line: Wire, id: str) -> Any:
    """Take a ticket through its states; yield each that is not waiting."""

    async def post(path: str, **body: Any) -> None:
        answer = await line.place.post(path, body, role="counter")
        assert answer.status_code == 200, answer.text

    await post("/v1/counters/1/call-next")
    yield "CALLED"
    await post(f"/v1/tickets/{id}/recall")
    await post(f"/v1/tickets/{id}/no-show")
    yield "NO_SHOW"
    await post(f"/v1/tickets/{id}/return")
    await post("/v1/counters/1/call-next")
    await post(f"/v1/tickets/{id}/start")
    yield "SERVING"
    await post(f"/v1/tickets/{id}/park", reason="copying")
    yield "PARKED"
    await post(f"/v1/tickets/{id}/resume")
    await post("/v1/counters/1/call-next")
    await post(f"/v1/tickets/{id}/start")
    await post(f"/v1/tickets/{id}/finish")
    yield "SERVED"


async def test_once_called_each_state_has_its_sentence(line: Wire) -> None:
    await line.place.open_counter()
    booked = await book(line, "05 00:00", remote=True)
    sentences = set()
    async for state in moves(line, booked.id):
        for way in ("code", "QR", "card"):
            status, said = await shown(line, booked, way)
            assert (status, said["code"]) == (409, f"NUMBER_{state}"), way
            assert "A001" in said["detail"]
            assert "None" not in said["detail"]
        sentences.add(said["detail"])
    assert len(sentences) == 5
    assert any("quầy 1" in one for one in sentences)


async def test_a_number_that_was_cancelled_or_not_given_leaves_the_way_to_a_new_one(
    line: Wire,
) -> None:
    booked = await book(line, "05 00:00", remote=True)
    await line.place.post(f"/v1/tickets/{booked.id}/cancel", {"reason": "left"})
    for way in ("code", "QR", "card"):
        assert (await shown(line, booked, way))[1]["code"] == "NUMBER_CANCELLED"
    line.place.clock.turn_to("2026-10-05T18:00:00+07:00")
    await line.center.opening.once()
    late = await book(line, "05 00:00", n=2, remote=True)
    for way in ("code", "QR"):
        assert (await shown(line, late, way))[1]["code"] == "NUMBER_NOT_YET"


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_state_has_its_sentence(language: str) -> None:
    texts = Texts(language)
    assert len(FROM_HOME) == len(TicketState) + 1, "all but waiting, and two without a ticket"
    for code in FROM_HOME:
        assert texts.say(f"problems.titles.{code}")
        assert texts.say(f"problems.center.{code}", number="A011", counter=3)
