"""A number in any language is given, told, followed and explained by a real center."""

import pytest

from layso_assets.languages import offered

pytestmark = pytest.mark.anyio

CODES = (*(one.code for one in offered()), "tdd", "zh-Hant")


async def test_a_number_in_any_language_goes_through_its_day(working):
    await working.open_counter(1)
    for code in CODES:
        ticket = await working.issue("A", language=code)
        called = await working.post("/v1/counters/1/call-next", role="counter")
        assert called.json()["language"] == code
        shown = [one for one in (await working.day())["tickets"] if one["id"] == ticket["id"]]
        assert [one["language"] for one in shown] == [code]
        path, headers = f"/v1/tickets/{ticket['id']}", {"Accept-Language": code}
        page = await working.ask("GET", f"/t/{ticket['id']}", role=None, headers=headers)
        assert (page.status_code, ticket["number"] in page.text) == (200, True)
        assert (await working.post(f"{path}/start", role="counter")).status_code == 200
        assert (await working.post(f"{path}/finish", role="counter")).status_code == 200
        why = await working.ask("GET", f"{path}/why", role="counter", headers=headers)
        assert ticket["number"] in why.json()["text"]


@pytest.mark.parametrize("code", ["", "VI", "vi/", "../vi", "zh_Hant", "x" * 9])
async def test_what_can_be_no_language_is_refused(working, code):
    body = {"service": "A", "language": code}
    assert (await working.post("/v1/tickets", body)).status_code == 422
