"""How people reach the hub is judged before it serves; the unit gives all that it needs."""

import re
from pathlib import Path

import pytest

from layso_assets.languages import Texts
from layso_queue.hub import command
from layso_queue.hub.commands.public import AddressWrong, check_behind, check_public_url
from layso_queue.hub.commands.words import parser

INSTALLER = Path(__file__).resolve().parents[3] / "installer" / "hub"


@pytest.mark.parametrize(
    "url",
    ["", "https://dat-lich.vn", "https://dat-lich.vn:8443/", "http://127.0.0.1:8027"],
)
def test_an_address_that_leads_to_the_hub_is_taken(url):
    assert check_public_url(url)


def test_plain_http_in_the_open_is_warned_of():
    assert not check_public_url("http://dat-lich.vn")


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("dat-lich.vn", "public_url_form"),
        ("dat-lich.vn:443", "public_url_form"),
        ("https://", "public_url_form"),
        ("https://a b.vn", "public_url_form"),
        ("https://a.vn:port", "public_url_form"),
        ("ftp://a.vn", "public_url_form"),
        ("https://a.vn/hub", "public_url_path"),
        ("https://a.vn?x=1", "public_url_path"),
        ("https://me@a.vn", "public_url_path"),
    ],
)
def test_half_an_address_is_refused(url, key):
    with pytest.raises(AddressWrong) as wrong:
        check_public_url(url)
    assert wrong.value.key == key


def test_balancers_are_addresses_or_networks():
    check_behind("10.0.0.2, 10.1.0.0/16,::1")
    for wrong in ("balancer", "*", "", "10.0.0.2,"):
        with pytest.raises(AddressWrong):
            check_behind(wrong)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--public-url", "dat-lich.vn"), "The public address “dat-lich.vn” is not complete."),
        (("--public-url", "https://a.vn/x"), "The public address “https://a.vn/x” has more"),
        (("--behind", "balancer"), "--behind names “balancer”"),
        ((), "The file notices.toml sends e-mails or text messages"),
    ],
)
def test_a_hub_whose_links_lead_nowhere_does_not_start(tmp_path, capsys, words, said):
    mail = "[mail]\nhost = '127.0.0.1'\nsender = 'hen@example.vn'\n"
    (tmp_path / "notices.toml").write_text(mail)
    serve = ("serve", "--data", str(tmp_path), "--port", "0")
    assert command.main(["--language", "en", *serve, *words]) == 2
    heard = capsys.readouterr().err
    assert heard.startswith(said)
    assert len(heard.splitlines()) == 1


def test_the_unit_gives_each_process_all_that_a_hub_behind_a_balancer_needs():
    unit = (INSTALLER / "layso-hub@.service").read_text()
    example = (INSTALLER / "layso-hub.env").read_text()
    named = dict(re.findall(r"^#?(LAYSO_[A-Z_]+)=(.+)$", example, re.MULTILINE))
    (order,) = re.findall(r"^ExecStart=\S+/layso-hub (.+)$", unit, re.MULTILINE)
    order = re.sub(r"\$\{(\w+)\}", lambda found: named[found[1]], order.replace("%i", "8041"))
    asked = parser(Texts("en")).parse_args(order.split())
    assert asked.public_url == "https://dat-lich.example.vn"
    assert (asked.behind, asked.host) == ("10.0.0.2,10.0.0.3", "10.0.0.11")
    check_public_url(asked.public_url)
    check_behind(asked.behind)
    without = set(re.findall(r"^#(LAYSO_[A-Z_]+)=", example, re.MULTILINE))
    (ours,) = re.findall(r"^Environment=(.+)$", unit, re.MULTILINE)
    assert {one.partition("=")[0] for one in ours.split()} == without
