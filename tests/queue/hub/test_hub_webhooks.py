"""Webhooks: signed cloud events, to listed hosts at public addresses, and nowhere else."""

import base64
import json
import socket

import pytest

from layso_queue.hub.notices.places import AddressRefused, _public, resolve
from layso_queue.hub.notices.webhook import Webhook, signature
from layso_queue.hub.notices.written import NeverWill, TryLater
from notice_receivers import AT, web_receiver, written


@pytest.fixture
def web():
    with web_receiver() as heard:
        yield heard


@pytest.fixture
def hook(web):
    made: list[Webhook] = []

    def make(private: bool = True, allowed: str = "localhost") -> Webhook:
        made.append(
            Webhook(
                "https://hub.example.vn",
                b"shared secret",
                frozenset({allowed}),
                private=private,
                clock=lambda: AT,
            )
        )
        return made[-1]

    yield make
    for one in made:
        one.close()


def test_a_webhook_is_a_signed_cloud_event_without_personal_data(web, hook) -> None:
    web.answer = (202, {}, b"")
    hook().send(written(f"http://localhost:{web.port}/events?for=26041"))
    path, headers, body = web.asked[0]
    assert path == "/events?for=26041"
    assert headers["Host"] == f"localhost:{web.port}"
    said = json.loads(body)
    assert (said["specversion"], said["type"]) == ("1.0", "vn.layso.booking.booked.v1")
    assert said["id"] == headers["webhook-id"]
    assert said["time"].endswith("Z")
    stamp = headers["webhook-timestamp"]
    assert headers["webhook-signature"] == signature(b"shared secret", said["id"], stamp, body)
    assert headers["webhook-signature"] != signature(b"other", said["id"], stamp, body)
    assert "Quý khách" not in body.decode()


def test_of_a_host_with_two_addresses_the_one_that_listens_is_found(
    web, hook, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = [
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, web.port))
        for address in ("127.0.0.9", "127.0.0.1")
    ]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    hook().send(written(f"http://localhost:{web.port}/events"))
    assert len(web.asked) == 1


def test_the_signature_is_that_of_standard_webhooks() -> None:
    # The example of the specification's own documentation.
    secret = base64.b64decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
    body = b'{"test": 2432232314}'
    found = signature(secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", body)
    assert found == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


@pytest.mark.parametrize(
    ("status", "fault"), [(500, TryLater), (410, NeverWill), (301, NeverWill), (400, TryLater)]
)
def test_what_a_receiver_answers_decides_whether_it_is_tried_again(web, hook, status, fault):
    web.answer = (status, {"Location": f"http://localhost:{web.port}/x"}, b"")
    with pytest.raises(fault):
        hook().send(written(f"http://localhost:{web.port}/events"))
    assert len(web.asked) == 1


@pytest.mark.parametrize(
    "url",
    [
        "http://hub.example.vn/",
        "https://other.example.vn/",
        "https://user:pass@hub.example.vn/",
        "https://hub.example.vn.evil.example/",
        "https://localhost/",
        "file:///etc/passwd",
        "https://[::1",
        "https://169.254.169.254/latest/",
    ],
)
def test_only_listed_hosts_at_public_addresses_are_spoken_to(url: str) -> None:
    allowed = frozenset({"hub.example.vn", "localhost", "169.254.169.254"})
    with pytest.raises(AddressRefused):
        resolve(url, allowed)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("10.0.0.1", False), ("127.0.0.1", False), ("169.254.169.254", False), ("::1", False),
        ("fd00::1", False), ("::ffff:10.0.0.1", False), ("2002:0a00:0001::", False),
        ("224.0.0.1", False), ("0.0.0.0", False), ("100.64.0.1", False),
        ("203.119.36.1", True), ("2405:4800::1", True),
    ],
)  # fmt: skip
def test_inner_addresses_are_known_in_every_disguise(address: str, public: bool) -> None:
    assert _public(address) is public


def test_a_refused_address_reaches_no_network(web, hook) -> None:
    with pytest.raises(NeverWill):
        hook(private=False).send(written(f"https://localhost:{web.port}/"))
    with pytest.raises(NeverWill):
        hook(allowed="other.example").send(written(f"http://localhost:{web.port}/"))
    assert web.asked == []
