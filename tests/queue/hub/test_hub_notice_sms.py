"""Text messages through a gateway that a file describes, on a real web server on loopback."""

import json

import pytest

from layso_queue.hub.notices.sms import Provider, ProviderWrong, Sms, in_form, read_provider
from layso_queue.hub.notices.written import NeverWill, TryLater
from notice_receivers import web_receiver, written


@pytest.fixture
def web():
    with web_receiver() as heard:
        yield heard


@pytest.fixture
def sms(web):
    made: list[Sms] = []

    def make(**more: object) -> Sms:
        wants = {
            "url": f"http://127.0.0.1:{web.port}/send",
            "body": {"to": "{phone}", "content": "{text}", "ref": "{id}", "parts": [1, "{phone}"]},
            "headers": {"Authorization": "Bearer {secret}"},
        }
        made.append(Sms(Provider(**{**wants, **more}), "s3cret"))
        return made[-1]

    yield make
    for one in made:
        one.close()


def test_a_gateway_gets_what_its_file_describes(web, sms) -> None:
    text = 'Mời {phone} đến "quầy" 3'
    sms().send(written("0901234567", text=text))
    path, headers, body = web.asked[0]
    assert path == "/send"
    assert headers["Authorization"] == "Bearer s3cret"
    assert json.loads(body) == {
        "to": "84901234567",
        "content": text,
        "ref": written().id,
        "parts": [1, "84901234567"],
    }, "braces in a text are no template"


def test_a_form_gateway_with_its_own_word_for_taken(web, sms) -> None:
    gateway = sms(form="form", phone="0", taken={"code": 0})
    web.answer = (200, {}, b'{"code": 0}')
    gateway.send(written("+84901234567"))
    assert b"to=0901234567" in web.asked[0][2]
    web.answer = (200, {}, b'{"code": 17}')
    with pytest.raises(NeverWill, match="code"):
        gateway.send(written("0901234567"))
    web.answer = (200, {}, b"<html>")
    with pytest.raises(TryLater):
        gateway.send(written("0901234567"))


@pytest.mark.parametrize(
    ("status", "fault"),
    [(503, TryLater), (429, TryLater), (401, TryLater), (400, NeverWill), (302, NeverWill)],
)
def test_what_a_gateway_answers_decides_whether_it_is_tried_again(web, sms, status, fault) -> None:
    web.answer = (status, {"Retry-After": "90", "Location": "http://127.0.0.1:1/"}, b"")
    with pytest.raises(fault) as raised:
        sms().send(written("0901234567"))
    if status == 429:
        assert raised.value.after_s == 90
    assert len(web.asked) == 1, "a redirect is not followed"


def test_a_gateways_file_is_read_or_its_fault_is_named(tmp_path) -> None:
    good = tmp_path / "gate.toml"
    good.write_text('url = "https://sms.example.vn"\n[body]\nto = "{phone}"\n')
    assert read_provider(good).phone == "84"
    for wrong in ("url = 3", 'url = "http://sms.example.vn"\n[body]', "no toml", "colour = 1"):
        bad = tmp_path / "bad.toml"
        bad.write_text(wrong)
        with pytest.raises(ProviderWrong, match=r"bad\.toml"):
            read_provider(bad)
    assert in_form("0912345678", "+84") == "+84912345678"
