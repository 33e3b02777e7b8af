"""Where a webhook may go: a host on the list, over TLS, at no address of an inner network."""

import ipaddress
import socket
from urllib.parse import urlsplit


class AddressRefused(Exception):
    """The hub does not speak to this address; the message says why."""


def resolve(url: str, allowed: frozenset[str], *, private: bool = False) -> list[str]:
    """Return the addresses to try in turn. Raises AddressRefused, or OSError if nothing is found.

    Every address of the host is looked at: one bad one refuses the host. `private` lets a
    receiver be in an inner network, and be spoken to without TLS there.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise AddressRefused("the address cannot be read") from error
    if parts.scheme != "https" and not (private and parts.scheme == "http"):
        raise AddressRefused("only https")
    if parts.username or parts.password:
        raise AddressRefused("no name or password in the address")
    host = parts.hostname or ""
    if host not in allowed:
        raise AddressRefused(f"{host} is not on the list")
    found = socket.getaddrinfo(host, port or 443, type=socket.SOCK_STREAM)
    addresses = list(dict.fromkeys(str(one[4][0]).partition("%")[0] for one in found))
    if not private:
        for address in addresses:
            if not _public(address):
                raise AddressRefused(f"{host} leads to an inner address")
    return addresses


def _public(address: str) -> bool:
    found = ipaddress.ip_address(address)
    inner = getattr(found, "ipv4_mapped", None) or getattr(found, "sixtofour", None)
    if inner is not None:
        found = inner
    return found.is_global and not found.is_multicast
