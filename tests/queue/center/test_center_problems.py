"""Every fault is answered with a problem, a stable word and two plain sentences."""

import re
import string

import pytest

from layso_assets.languages import Texts
from layso_queue.center.api import bodies
from layso_queue.center.api.problems import CENTERS_OWN, INPUT_KINDS, STATUS, Problem, document
from layso_queue.center.api.table import WAYS
from layso_queue.center.writer import WAITING_LIMIT
from layso_queue.line import Refusal
from layso_queue.line.states import TicketState

pytestmark = pytest.mark.anyio

WORDS = {one.value for one in Refusal} | CENTERS_OWN
ABOUT = {
    "service": "A", "counter": 3, "number": "A012", "state": "waiting", "calls": 1, "needed": 2,
    "limit": 9, "reason": "x", "seconds": 30, "minutes": 2, "booking": "X1", "date": "2026-10-05",
    "last": "2026-10-06", "day": "05/10/2026", "time": "09:30", "kiosk": "K1",
}  # fmt: skip


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_refusal_has_its_sentences(language):
    texts = Texts(language)
    own = texts.all_keys()
    for word in sorted(WORDS):
        table = "center" if word in CENTERS_OWN else "line"
        assert {f"problems.titles.{word}", f"problems.{table}.{word}"} <= own
        said = document(Problem(word, ABOUT), texts, {"A": {"vi": "Chứng thực", "en": "Copies"}})
        assert said["code"] == word
        assert said["detail"].endswith(".")
        assert "…" not in said["detail"], f"{word}: a value is missing"
        assert not re.search(r"\b(anh|chị|ông|bà)\b", said["detail"])
        assert word not in said["title"] + said["detail"]
        assert said["status"] == STATUS.get(word, 409)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_states_and_input_faults_have_their_words(language):
    own = Texts(language).all_keys()
    assert {f"problems.states.{one.value}" for one in TicketState} <= own
    assert {f"problems.input.{one}" for one in [*INPUT_KINDS.values(), "wrong_value"]} <= own
    assert {f"center.page.{one.value}" for one in TicketState} <= own


def test_both_languages_say_the_same_things_with_the_same_values():
    vi, en = Texts("vi"), Texts("en")
    for key in vi.all_keys() | en.all_keys():
        if key.startswith(("problems.", "center.")):
            fields = [
                {f for _, f, _, _ in string.Formatter().parse(t.say(key)) if f} for t in (vi, en)
            ]
            assert fields[0] == fields[1], key


def test_every_word_that_a_route_names_is_known():
    for way in WAYS:
        assert set(way.refusals) <= WORDS, way.name


async def test_the_reader_chooses_the_language(working):
    for header, title in (
        ("en", "There is no such page"),
        ("vi", "Không có trang này"),
        ("", "Không có trang này"),
        ("fr, de;q=0.9", "Không có trang này"),
        ("vi;q=0.2, en;q=0.8", "There is no such page"),
        ("en-GB;q=x, *", "Không có trang này"),
        ("vi-VN,en", "Không có trang này"),
    ):
        answer = await working.ask("GET", "/nowhere", headers={"Accept-Language": header})
        assert answer.json()["title"] == title, header
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.status_code == answer.json()["status"] == 404


async def test_a_method_that_a_path_has_not_is_405_with_all_that_it_has(working):
    answer = await working.ask("PATCH", "/v1/sessions", role="counter")
    assert (answer.status_code, answer.headers["allow"]) == (405, "DELETE, POST")
    assert answer.json()["code"] == "METHOD_NOT_ALLOWED"
    head = await working.ask("HEAD", "/v1/health", role=None)
    assert head.status_code == 200


@pytest.mark.parametrize(
    ("body", "where", "message"),
    [
        (b"{", "", "This is not well-formed JSON."),
        (b"\xff\xfe", "", "This is not well-formed JSON."),
        (b"", "", "This is not well-formed JSON."),
        (b"[]", "", "This must be a JSON object."),
        ({"id": 5, "service": "A"}, "id", "This field must be text."),
        ({"id": "A012", "service": "A"}, "id", "This field does not have the right form."),
        ({"service": "A"}, "id", "This field is missing."),
        ({"priority": "vip"}, "priority", "This is not one of the choices."),
        ({"channel": "web"}, "channel", "This is not one of the choices."),
        ({"dossiers": 0}, "dossiers", "This number is out of range."),
        ({"dossiers": 1.5}, "dossiers", "This field must be a whole number."),
        ({"assisted": "perhaps"}, "assisted", "The value of this field is not right."),
    ],
)
async def test_wrong_input_is_named_field_by_field(working, body, where, message):
    if isinstance(body, dict) and "id" not in body and where != "id":
        body = {"id": working.new_id(), "service": "A", **body}
    headers = {"Accept-Language": "en"}
    answer = await working.ask("POST", "/v1/tickets", body, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (422, "BAD_INPUT")
    assert {"where": where, "message": message} in answer.json()["errors"]


async def test_text_with_control_or_direction_signs_is_refused(working):
    ticket = await working.issue("A")
    for reason in ("a\u202eb", "a\x1b[2J", "a\nb", "x" * 201):
        answer = await working.post(f"/v1/tickets/{ticket['id']}/cancel", {"reason": reason})
        assert answer.status_code == 422


async def test_a_query_is_judged_too(working):
    for query in ("after=x", "limit=0", "limit=1001", "after=-1"):
        answer = await working.ask("GET", f"/v1/journal?{query}", role="auditor")
        assert (answer.status_code, answer.json()["code"]) == (422, "BAD_INPUT")


async def test_a_body_too_large_is_not_read_to_its_end(working):
    said = await working.ask("POST", "/v1/tickets", b" " * (64 * 1024 + 1))
    assert (said.status_code, said.json()["code"]) == (413, "TOO_LARGE")
    sent = 0

    async def endless():
        nonlocal sent
        while True:
            sent += 1
            yield b" " * 1024
            assert sent < 1000

    answer = await working.client.post(
        "/v1/tickets",
        content=endless(),
        headers={"Authorization": f"Bearer {working.tokens['kiosk']}"},
    )
    assert answer.status_code == 413


async def test_our_own_fault_is_a_polite_500_without_a_trace(working, monkeypatch, capsys):
    def broken(*_):
        raise ZeroDivisionError("secret detail")

    monkeypatch.setattr(working.center.publisher, "now", broken)
    answer = await working.ask("GET", "/v1/day", role="counter")
    assert (answer.status_code, answer.json()["code"]) == (500, "OUR_FAULT")
    assert "secret" not in answer.text
    assert "ZeroDivisionError" in capsys.readouterr().out


async def test_too_many_waiting_commands_are_sent_away_for_a_second(working, monkeypatch):
    monkeypatch.setattr("layso_queue.center.writer.WAITING_LIMIT", 0)
    answer = await working.post("/v1/tickets", {"service": "A"})
    assert (answer.status_code, answer.json()["code"]) == (503, "CENTER_BUSY")
    assert answer.headers["retry-after"] == "1"
    assert WAITING_LIMIT > 100


async def test_the_api_is_described_completely(working):
    document = (await working.ask("GET", "/v1/openapi.json", role=None)).json()
    assert document["openapi"].startswith("3.1")
    for way in WAYS:
        operation = document["paths"][way.path][way.method.lower()]
        assert set(map(str, way.answers)) <= set(operation["responses"])
        assert (way.body is not None) == ("requestBody" in operation)
        if way.roles is not None:
            assert {"401", "403"} <= set(operation["responses"])
    assert issubclass(bodies.IssueBody, bodies.Act)
