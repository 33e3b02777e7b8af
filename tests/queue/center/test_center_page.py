"""The page that a slip's QR opens, the figures for a monitor, the log."""

import io
import json
import re

import httpx
import pytest
import structlog

from layso_queue.center.log import log_to

pytestmark = pytest.mark.anyio


async def _page(place, id, language="vi"):
    headers = {"Accept-Language": language}
    return await place.ask("GET", f"/t/{id}", role=None, headers=headers)


async def test_the_page_follows_a_ticket_through_its_visit(working):
    first, second = await working.issue("A"), await working.issue("A")
    page = await _page(working, second["id"])
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert "A002" in page.text
    assert "Còn 1 người trước bạn" in page.text
    assert "Chứng thực bản sao, chữ ký" in page.text
    assert '<meta http-equiv="refresh" content="20">' in page.text
    await working.open_counter(1)
    await working.post("/v1/counters/1/call-next", role="counter")
    assert "Please go to counter\u00a01" in (await _page(working, first["id"], "en")).text
    assert "Bạn là người kế tiếp" in (await _page(working, second["id"])).text
    await working.center.waits.once()
    assert re.search("Dự kiến chờ dưới \\d+\u00a0phút", (await _page(working, second["id"])).text)
    await working.post(f"/v1/tickets/{first['id']}/cancel", {"reason": "left"}, role="counter")
    assert "Số này đã được hủy" in (await _page(working, first["id"])).text


async def test_the_page_is_read_in_the_language_that_is_touched(working):
    ticket = await working.issue("A")
    path = f"/t/{ticket['id']}"

    async def read(address):
        headers = {"Accept-Language": "vi"}
        return (await working.ask("GET", address, role=None, headers=headers)).text

    vietnamese = await read(path)
    assert '<html lang="vi">' in vietnamese
    (link,) = re.findall(
        '<a class="tongue" lang="en" hreflang="en" href="([^"]+)">English<', vietnamese
    )
    english = await read(path + link)
    assert '<html lang="en">' in english
    assert "You are next" in english
    (back,) = re.findall('href="([^"]+)">Tiếng Việt<', english)
    assert "Bạn là người kế tiếp" in await read(path + back)
    assert "Bạn là người kế tiếp" in await read(f"{path}?lang=xx&fbclid=1")


async def test_the_page_has_a_strict_policy_and_no_script(working):
    ticket = await working.issue("A")
    page = await _page(working, ticket["id"])
    policy = page.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert "<script" not in page.text
    assert page.headers["x-content-type-options"] == "nosniff"


async def test_an_unknown_or_evil_ticket_is_politely_unknown(working):
    for id in (working.new_id(), "<script>alert(1)", "%3Cimg%20src=x%3E", "x" * 3000):
        page = await _page(working, id)
        assert page.status_code == 404
        assert "Không tìm thấy số này" in page.text
        assert "script" not in page.text
        assert "<img" not in page.text


async def test_figures_are_shown_on_this_machine_only(working):
    await working.issue("A")
    shown = await working.ask("GET", "/metrics", role=None)
    assert 'layso_tickets{state="waiting"} 1.0' in shown.text
    assert re.search(r"layso_commits_total [1-9]", shown.text)
    outside = httpx.ASGITransport(working.app, client=("192.168.1.7", 1))
    async with httpx.AsyncClient(transport=outside, base_url="http://center") as client:
        hidden = await client.get("/metrics")
    assert (hidden.status_code, hidden.json()["code"]) == (404, "NOT_FOUND")


def test_the_log_is_one_json_line_a_thing():
    stream = io.StringIO()
    with log_to(stream):
        structlog.get_logger().info("done", command="OpenDay")
    line = json.loads(stream.getvalue())
    assert (line["event"], line["command"], line["level"]) == ("done", "OpenDay", "info")


def test_a_fault_s_trace_says_where_and_never_with_what():
    def fails(phone):
        raise ValueError("no")

    stream = io.StringIO()
    with log_to(stream):
        try:
            fails("0912345678")
        except ValueError:
            structlog.get_logger().exception("our fault")
    line = json.loads(stream.getvalue())
    assert line["exception"][0]["exc_type"] == "ValueError"
    assert "0912345678" not in stream.getvalue()
