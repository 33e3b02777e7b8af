"""Sign-in on the way to a booking: there and back over HTTP, and every way it can fail."""

import re
import secrets
import time
from urllib.parse import parse_qs, urlsplit

import pytest

from hub_place import CENTER, SetClock, at
from hub_reader import sum_of, words
from layso_queue.hub.signin.flow import Started
from layso_queue.hub.signin.keeping import Away, sealed, unsealed
from layso_queue.hub.signin.offer import AT_ONCE, BACK, SigninWrong, read_offer
from oidc_provider import CLIENT, SECRET, oidc_provider

pytestmark = pytest.mark.parametrize("url", ["sqlite"], indirect=True)

FAILED = "Chưa đăng nhập được bằng VNeID thử. Bạn vui lòng tự điền"


@pytest.fixture
def provider():
    with oidc_provider() as found:
        yield found


@pytest.fixture
def offered(client, hub, provider, tmp_path):
    """A browser on a hub that knows the provider."""
    file = tmp_path / "signin.toml"
    file.write_text(
        f'issuer = "{provider.issuer}"\nclient_id = "{CLIENT}"\nsecret = "{SECRET}"\n'
        'name = "VNeID thử"\n',
        "utf-8",
    )
    clock = lambda: int(time.time() * 1000)  # noqa: E731 - the provider's clock is the real one
    hub.signin = read_offer(file, str(client.base_url), secrets.token_bytes, clock)
    return client


def keep(client, language="vi", hour="09:00"):
    form = {"center": CENTER, "service": "A", "slot": str(at(f"06 {hour}"))}
    page = client.post(f"/{language}/hold", data=form)
    return page, page.url.path.rpartition("/")[2]


def sent(client, hold, language="vi"):
    """Go to the provider by the page's link; return where it sends the browser back to."""
    gone = client.get(f"/{language}/hold/{hold}/sign-in", follow_redirects=False)
    assert gone.status_code == 303
    return client.get(gone.headers["location"], follow_redirects=False).headers["location"]


def test_without_the_file_nothing_is_shown(client):
    page, hold = keep(client)
    assert "sign-in" not in page.text
    assert client.get(f"/vi/hold/{hold}/sign-in").status_code == 404
    assert client.get(BACK).status_code == 404


def test_who_signs_in_finds_name_and_phone_filled_in_and_still_answers_the_question(offered, hub):
    page, hold = keep(offered)
    assert "Đăng nhập bằng VNeID thử" in words(page)
    link = re.search(r'href="(/vi/hold/[^"]+/sign-in)"', page.text).group(1)
    form = offered.get(link)
    assert form.url.path == BACK
    assert 'value="Nguyễn Thị Thử"' in form.text
    assert 'value="0901234567"' in form.text
    assert "Đã điền theo VNeID thử" in words(form)
    assert "Đăng nhập bằng" not in words(form)
    action = re.search(r'<form method="post" action="([^"]+)"', form.text).group(1)
    assert action == page.url.path
    filled = {"name": "Nguyễn Thị Thử", "phone": "0901234567", "email": ""}
    wrong = offered.post(action, data={**filled, "sum": "0"})
    assert "sum-fault" in wrong.text
    made = offered.post(action, data={**filled, "sum": sum_of(hub, hold)})
    assert "Đã đặt lịch" in words(made)
    assert hub.sale.booking(made.url.path.rpartition("/")[2]).name == "Nguyễn Thị Thử"


def test_the_form_comes_back_in_the_language_it_was_left_in(offered):
    _, hold = keep(offered, "en")
    form = offered.get(f"/en/hold/{hold}/sign-in", headers={"accept-language": "vi"})
    assert "Filled in from VNeID thử" in words(form)
    assert f'href="/vi/hold/{hold}"' in form.text


def test_what_the_browser_keeps_is_read_by_no_script_and_sent_to_no_other_page(offered):
    _, hold = keep(offered)
    gone = offered.get(f"/vi/hold/{hold}/sign-in", follow_redirects=False)
    kept = gone.headers["set-cookie"]
    assert re.search(rf"Path={BACK}; Max-Age=600; HttpOnly; SameSite=Lax", kept)
    asked = parse_qs(urlsplit(gone.headers["location"]).query)
    assert asked["redirect_uri"] == [f"{str(offered.base_url).rstrip('/')}{BACK}"]
    back = offered.get(
        offered.get(gone.headers["location"], follow_redirects=False).next_request.url
    )
    assert "Max-Age=0" in back.headers["set-cookie"]
    assert "layso_signin" not in offered.cookies


def test_a_sign_in_that_is_not_trusted_is_said_in_one_sentence(offered, provider):
    _, hold = keep(offered)
    for fault in ("audience", "expired", "nonce", "our_secret", "stranger"):
        provider.fault = fault
        form = offered.get(f"/vi/hold/{hold}/sign-in")
        assert form.status_code == 200
        assert FAILED in words(form), fault
        assert 'value="Nguyễn' not in form.text
        assert f'action="/vi/hold/{hold}"' in form.text


def test_a_provider_that_is_away_leaves_the_form_and_a_booking(offered, provider, hub):
    provider.fault = "away"
    page, hold = keep(offered)
    assert FAILED in words(offered.get(f"/vi/hold/{hold}/sign-in"))
    filled = {"name": "Trần Thị Thử", "phone": "0912345678", "sum": sum_of(hub, hold)}
    assert "Đã đặt lịch" in words(offered.post(page.url.path, data=filled))


def test_who_gives_up_at_the_provider_or_looks_again_goes_on_without(offered):
    _, hold = keep(offered)
    back = sent(offered, hold)
    state = parse_qs(urlsplit(back).query)["state"][0]
    refused = offered.get(BACK, params={"error": "access_denied", "state": state})
    assert FAILED in words(refused)
    again = offered.get(back)
    assert FAILED in words(again), "an answer was taken without what the browser kept"
    assert f'action="/vi/hold/{hold}"' in again.text


def test_an_answer_that_another_browser_began_fills_in_nothing(offered):
    _, hold = keep(offered)
    theirs = sent(offered, hold)
    sent(offered, hold)
    assert FAILED in words(offered.get(theirs)), "another sign-in's state was taken"
    offered.cookies.delete("layso_hold")
    elsewhere = offered.get(f"/vi/hold/{hold}/sign-in", follow_redirects=False)
    assert elsewhere.headers["location"] == f"/vi/hold/{hold}", "a stranger signed in at a hold"


def test_a_place_that_is_gone_meanwhile_is_said(offered, clock):
    _, hold = keep(offered)
    back = sent(offered, hold)
    clock.pass_minutes(11)
    gone = offered.get(back)
    assert gone.status_code == 409
    assert "Chỗ giữ đã hết hạn" in words(gone)


def test_a_provider_that_does_not_say_who_it_is_fills_in_nothing(offered, provider):
    provider.claims |= {"name": "123", "phone_number": "+1 555 0100"}
    _, hold = keep(offered)
    assert FAILED in words(offered.get(f"/vi/hold/{hold}/sign-in"))


def test_a_slow_provider_holds_up_only_a_few(offered, hub):
    for _ in range(AT_ONCE):
        assert hub.signin._places.acquire(blocking=False)
    _, hold = keep(offered)
    assert FAILED in words(offered.get(f"/vi/hold/{hold}/sign-in"))
    hub.signin._places.release()
    assert "Đã điền" in words(offered.get(f"/vi/hold/{hold}/sign-in"))


def test_what_the_browser_keeps_cannot_be_made_or_kept_longer(url):
    clock, secret = SetClock(1_000_000), b"s" * 32
    away = Away(Started("", "state", "nonce", "verifier"), "hold", "vi")
    text = sealed(away, clock.ms, secret)
    assert unsealed(text, clock.ms, secret) == away
    assert unsealed(text, clock.ms + 600_000, secret) is None
    assert unsealed(text, clock.ms, b"t" * 32) is None
    for bad in ("", ".", "a.b", "é.x", text[1:], text[:-1], "x" * 5000, text.partition(".")[0]):
        assert unsealed(bad, clock.ms, secret) is None, bad


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("name = 1", "issuer: "),
        ('issuer = "http://far.example"\nclient_id = "x"\nname = "X"', "issuer: "),
        ('issuer = "https://a.example"\nclient_id = "x"\nname = "X"\nmore = 1', "more: "),
        ("= x", ""),
    ],
)
def test_a_file_that_cannot_be_used_is_said(url, tmp_path, text, why):
    file = tmp_path / "signin.toml"
    file.write_text(text)
    with pytest.raises(SigninWrong) as wrong:
        read_offer(file, "https://hub.example.vn", secrets.token_bytes, lambda: 0)
    assert wrong.value.why.startswith(why)
    assert read_offer(tmp_path / "none", "", secrets.token_bytes, lambda: 0) is None
