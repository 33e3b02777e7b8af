"""How people reach the hub, and who stands before it: judged before anything is served."""

import ipaddress
from urllib.parse import SplitResult, urlsplit

from layso_queue.hub.notices.posts import Posts


class AddressWrong(Exception):
    """Links would lead nowhere, or clients could not be told apart.

    `key` is the sentence's in hub.command, `about` what it names.
    """

    def __init__(self, key: str, **about: str) -> None:
        super().__init__(key)
        self.key = key
        self.about = about


def check_public_url(url: str) -> bool:
    """Say whether `url` ("" for none) is safe to give to people. Raises AddressWrong.

    It is a scheme and a host, with a port or without: pages and links begin at the root. Plain
    http is safe only on this machine.
    """
    if not url:
        return True
    parts = _split(url)
    if parts is None or parts.scheme not in ("https", "http") or not parts.hostname:
        raise AddressWrong("public_url_form", url=url)
    if parts.path not in ("", "/") or parts.query or parts.fragment or parts.username:
        raise AddressWrong("public_url_path", url=url, root=f"{parts.scheme}://{parts.netloc}")
    return parts.scheme == "https" or _is_loopback(parts.hostname)


def check_links(url: str, posts: Posts) -> None:
    """See that messages to people have an address to lead to. Raises AddressWrong."""
    if not url and ("email" in posts.adapters or "sms" in posts.adapters):
        raise AddressWrong("public_url_needed")


def check_behind(behind: str) -> None:
    """See that balancers are addresses or networks. Raises AddressWrong.

    A word that is neither would quietly trust nobody, and make all citizens one client.
    """
    for one in behind.split(","):
        try:
            ipaddress.ip_network(one.strip(), strict=False)
        except ValueError as error:
            raise AddressWrong("behind_form", behind=one.strip()) from error


def _split(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return None
    fine = url.isascii() and url.isprintable() and " " not in url
    return parts if fine else None


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
