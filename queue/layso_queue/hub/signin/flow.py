"""The authorization code flow with PKCE: there and back, and who it was."""

import base64
import hashlib
import hmac
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode

import httpx
from joserfc import jwt
from joserfc.errors import JoseError

from layso_queue.hub.signin.provider import Client, Provider, ProviderAway, discover

ALGORITHMS = ["RS256", "PS256", "ES256", "EdDSA"]
"""Signatures with a public key only: a token "signed" with our own secret, or not, is none."""

LEEWAY_S = 120
"""How far the provider's clock may be from ours."""


class SignInFailed(Exception):
    """This sign-in is not to be trusted or was given up; the person goes on without it."""


@dataclass(frozen=True, slots=True)
class Started:
    """What the browser keeps, signed, until it is back. `url`: where it goes now."""

    url: str
    state: str
    nonce: str
    verifier: str


@dataclass(frozen=True, slots=True)
class Who:
    """What the provider says of a person; empty where it does not say."""

    subject: str
    name: str
    phone: str


class SignIn:
    """Signs people in at one provider. `random(n)` gives n random bytes, `clock` ms."""

    def __init__(
        self,
        client: Client,
        random: Callable[[int], bytes],
        clock: Callable[[], int],
        web: httpx.Client,
    ) -> None:
        """Nothing is asked yet: the provider may be away when the hub starts."""
        self._client, self._random, self._clock, self._web = client, random, clock, web
        self._provider: Provider | None = None

    def start(self) -> Started:
        """Return where to send the browser. Raises ProviderAway."""
        state, nonce, verifier = (_word(self._random(32)) for _ in range(3))
        challenge = _word(hashlib.sha256(verifier.encode()).digest())
        asked = {
            "response_type": "code",
            "client_id": self._client.id,
            "redirect_uri": self._client.back,
            "scope": self._client.scope,
            "state": state,
            "nonce": nonce,
            "code_challenge": challenge,
            "code_challenge_method": "S256",
        }
        authorize = self._known().authorize
        joint = "&" if "?" in authorize else "?"
        return Started(f"{authorize}{joint}{urlencode(asked)}", state, nonce, verifier)

    def finish(self, started: Started, state: str, code: str) -> Who:
        """Return who came back with this code. Raises SignInFailed, ProviderAway."""
        if not code or not hmac.compare_digest(started.state, state):
            raise SignInFailed("another browser's answer")
        token = self._exchanged(code, started.verifier)
        claims = self._claims(token)
        if claims.get("nonce") != started.nonce:
            raise SignInFailed("another sign-in's token")
        return Who(
            subject=_clean(claims.get("sub")),
            name=_clean(claims.get("name")),
            phone=_clean(claims.get("phone_number")),
        )

    def _known(self) -> Provider:
        if self._provider is None:
            self._provider = discover(self._web, self._client.issuer)
        return self._provider

    def _exchanged(self, code: str, verifier: str) -> str:
        client = self._client
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": client.back,
            "client_id": client.id,
            "code_verifier": verifier,
        }
        signed = httpx.BasicAuth(client.id, client.secret) if client.secret else httpx.Auth()
        try:
            answer = self._web.post(self._known().token, data=form, auth=signed)
            if 400 <= answer.status_code < 500:
                raise SignInFailed("the code was not taken")
            answer.raise_for_status()
            return str(answer.json()["id_token"])
        except (httpx.HTTPError, ValueError, KeyError, TypeError) as error:
            raise ProviderAway(type(error).__name__) from error

    def _claims(self, token: str) -> dict[str, object]:
        try:
            return self._judged(token, self._known())
        except JoseError as error:
            # The provider may have changed its keys since we asked: once more with the new ones.
            self._provider = None
            try:
                return self._judged(token, self._known())
            except JoseError:
                raise SignInFailed(type(error).__name__) from error

    def _judged(self, token: str, provider: Provider) -> dict[str, object]:
        claims = jwt.decode(token, provider.keys, algorithms=ALGORITHMS).claims
        rules = jwt.JWTClaimsRegistry(
            now=self._clock() // 1000,
            leeway=LEEWAY_S,
            iss={"essential": True, "value": provider.issuer},
            aud={"essential": True, "value": self._client.id},
            exp={"essential": True},
            iat={"essential": True},
            sub={"essential": True},
        )
        rules.validate(claims)
        return dict(claims)


def _word(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def _clean(value: object) -> str:
    text = unicodedata.normalize("NFC", value) if isinstance(value, str) else ""
    return "".join(sign for sign in text if sign.isprintable()).strip()[:120]
