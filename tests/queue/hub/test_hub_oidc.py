"""Sign-in by OpenID Connect against a local provider: who came back, or why it is not trusted."""

import secrets
import time
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from layso_queue.hub.signin.flow import SignIn, SignInFailed, Started
from layso_queue.hub.signin.provider import Client, ProviderAway
from oidc_provider import CLIENT, SECRET, oidc_provider

BACK = "https://hub.example.vn/vi/sign-in/back"


@pytest.fixture
def provider():
    with oidc_provider() as found:
        yield found


@pytest.fixture
def web():
    with httpx.Client(timeout=20) as client:
        yield client


@pytest.fixture
def signin(provider, web):
    client = Client(provider.issuer, CLIENT, SECRET, BACK)
    return SignIn(client, secrets.token_bytes, lambda: int(time.time() * 1000), web)


def _there_and_back(signin: SignIn, web: httpx.Client) -> tuple[Started, dict[str, str]]:
    started = signin.start()
    sent_back = web.get(started.url).headers["location"]
    assert sent_back.startswith(BACK)
    given = {name: value[0] for name, value in parse_qs(urlsplit(sent_back).query).items()}
    return started, given


def test_a_person_comes_back_with_her_name_and_phone(signin, web) -> None:
    started, given = _there_and_back(signin, web)
    who = signin.finish(started, given["state"], given["code"])
    assert (who.name, who.phone) == ("Nguyễn Thị Thử", "+84901234567")


def test_the_browser_is_sent_with_a_challenge_and_never_with_a_secret(signin) -> None:
    started = signin.start()
    asked = parse_qs(urlsplit(started.url).query)
    assert asked["code_challenge_method"] == ["S256"]
    assert asked["response_type"] == ["code"]
    assert started.verifier not in started.url
    assert SECRET not in started.url
    assert len({started.state, started.nonce, started.verifier, signin.start().state}) == 4


@pytest.mark.parametrize("fault", ["audience", "expired", "nonce", "our_secret", "stranger"])
def test_a_token_that_is_not_for_this_sign_in_is_not_trusted(signin, web, provider, fault) -> None:
    provider.fault = fault
    started, given = _there_and_back(signin, web)
    with pytest.raises(SignInFailed):
        signin.finish(started, given["state"], given["code"])


def test_an_answer_to_another_browser_is_not_trusted(signin, web) -> None:
    started, given = _there_and_back(signin, web)
    with pytest.raises(SignInFailed):
        signin.finish(started, "another state", given["code"])
    with pytest.raises(SignInFailed):
        signin.finish(started, given["state"], "")


def test_a_code_is_used_once_and_only_with_its_own_verifier(signin, web) -> None:
    started, given = _there_and_back(signin, web)
    other = signin.start()
    stolen = Started(other.url, started.state, started.nonce, other.verifier)
    with pytest.raises(SignInFailed):
        signin.finish(stolen, given["state"], given["code"])
    started, given = _there_and_back(signin, web)
    signin.finish(started, given["state"], given["code"])
    with pytest.raises(SignInFailed):
        signin.finish(started, given["state"], given["code"])


def test_new_keys_of_the_provider_are_asked_for(signin, web, provider) -> None:
    signin.start()
    provider.change_keys()
    started, given = _there_and_back(signin, web)
    assert signin.finish(started, given["state"], given["code"]).subject == "0197-citizen"


@pytest.mark.parametrize("fault", ["away", "issuer"])
def test_a_provider_that_is_away_or_another_is_said(signin, provider, fault) -> None:
    provider.fault = fault
    with pytest.raises(ProviderAway):
        signin.start()
    provider.fault = ""
    assert signin.start().url.startswith(provider.issuer)


def test_what_a_provider_says_is_cleaned(signin, web, provider) -> None:
    provider.claims |= {"name": "  A\u202e\nB" + "x" * 500, "phone_number": 84}
    started, given = _there_and_back(signin, web)
    who = signin.finish(started, given["state"], given["code"])
    assert who.name.startswith("ABx")
    assert len(who.name) == 120
    assert who.phone == ""
