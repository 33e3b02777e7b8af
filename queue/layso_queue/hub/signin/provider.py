"""What is known of an OpenID Connect provider: its own document, and its signing keys."""

from dataclasses import dataclass

import httpx
from joserfc.jwk import KeySet

PATIENCE_S = 8


class ProviderAway(Exception):
    """The provider does not answer, or not with what it must: try again later."""


@dataclass(frozen=True, slots=True)
class Client:
    """How this hub is known to the provider; `secret` "" for a public client."""

    issuer: str
    id: str
    secret: str
    back: str
    scope: str = "openid profile phone"


@dataclass(frozen=True, slots=True)
class Provider:
    """The provider's addresses and keys, as it says itself."""

    issuer: str
    authorize: str
    token: str
    keys: KeySet


def discover(web: httpx.Client, issuer: str) -> Provider:
    """Read the provider's document and keys. Raises ProviderAway."""
    about = fetched(web, f"{issuer.rstrip('/')}/.well-known/openid-configuration")
    try:
        if about["issuer"] != issuer:
            raise ProviderAway("the document is another issuer's")
        addresses = [str(about[name]) for name in ("authorization_endpoint", "token_endpoint")]
        keys = KeySet.import_key_set(fetched(web, str(about["jwks_uri"])))  # type: ignore[arg-type]
    except (KeyError, TypeError, ValueError) as error:
        raise ProviderAway(f"the document lacks {error}") from error
    secure = issuer.startswith("https://")
    if secure and not all(one.startswith("https://") for one in addresses):
        raise ProviderAway("an address without TLS")
    return Provider(issuer, addresses[0], addresses[1], keys)


def fetched(web: httpx.Client, url: str) -> dict[str, object]:
    """Return a JSON object from the provider. Raises ProviderAway."""
    try:
        answer = web.get(url)
        answer.raise_for_status()
        found = answer.json()
    except (httpx.HTTPError, ValueError) as error:
        raise ProviderAway(type(error).__name__) from error
    if not isinstance(found, dict):
        raise ProviderAway("no JSON object")
    return found
