"""An OpenID Connect provider on loopback: real keys, real codes, and faults on demand."""

import base64
import hashlib
import json
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import ECKey, KeySet, OctKey

CLIENT, SECRET = "layso-hub", "the hub's own secret"


class OidcProvider:
    """Signs everybody in as the person of `claims`; `fault` names what it does wrong."""

    def __init__(self) -> None:
        self.claims = {
            "sub": "0197-citizen",
            "name": "Nguyễn Thị Thử",
            "phone_number": "+84901234567",
        }
        self.fault = ""
        self.key = ECKey.generate_key("P-256", {"kid": "first", "use": "sig"})
        self._asked: dict[str, dict[str, str]] = {}
        self.issuer = ""

    def change_keys(self) -> None:
        self.key = ECKey.generate_key("P-256", {"kid": "second", "use": "sig"})

    def document(self) -> dict[str, str]:
        return {
            "issuer": "https://other.example" if self.fault == "issuer" else self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/keys",
        }

    def authorize(self, asked: dict[str, str]) -> str:
        """Return where the browser is sent back to."""
        code = secrets.token_urlsafe(16)
        self._asked[code] = asked
        return f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}"

    def token(self, form: dict[str, str], authorization: str) -> tuple[int, dict[str, str]]:
        asked = self._asked.pop(form.get("code", ""), None)
        known = base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
        if asked is None or authorization != f"Basic {known}":
            return 400, {"error": "invalid_grant"}
        digest = hashlib.sha256(form["code_verifier"].encode()).digest()
        if base64.urlsafe_b64encode(digest).rstrip(b"=").decode() != asked["code_challenge"]:
            return 400, {"error": "invalid_grant"}
        return 200, {"access_token": "x", "token_type": "Bearer", "id_token": self._signed(asked)}

    def _signed(self, asked: dict[str, str]) -> str:
        now = int(time.time())
        claims = {
            "iss": self.issuer,
            "aud": "another" if self.fault == "audience" else asked["client_id"],
            "iat": now,
            "exp": now - 3600 if self.fault == "expired" else now + 300,
            "nonce": "other" if self.fault == "nonce" else asked["nonce"],
            **self.claims,
        }
        if self.fault == "our_secret":
            return jwt.encode({"alg": "HS256"}, claims, OctKey.import_key(SECRET * 3))
        if self.fault == "stranger":
            stranger = ECKey.generate_key("P-256", {"kid": self.key.kid})
            return jwt.encode({"alg": "ES256", "kid": self.key.kid}, claims, stranger)
        return jwt.encode({"alg": "ES256", "kid": self.key.kid}, claims, self.key)

    def keys(self) -> dict[str, object]:
        return KeySet([self.key]).as_dict(private=False)


@contextmanager
def oidc_provider() -> Iterator[OidcProvider]:
    provider = OidcProvider()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            if provider.fault == "away":
                self._say(503, {})
            elif parts.path == "/.well-known/openid-configuration":
                self._say(200, provider.document())
            elif parts.path == "/keys":
                self._say(200, provider.keys())
            else:
                asked = {name: value[0] for name, value in parse_qs(parts.query).items()}
                self._say(302, {}, Location=provider.authorize(asked))

        def do_POST(self) -> None:
            raw = self.rfile.read(int(self.headers["Content-Length"])).decode()
            form = {name: value[0] for name, value in parse_qs(raw).items()}
            self._say(*provider.token(form, self.headers.get("Authorization", "")))

        def _say(self, status: int, said: dict[str, object], **headers: str) -> None:
            body = json.dumps(said).encode()
            self.send_response(status)
            more = {"Content-Type": "application/json", "Content-Length": str(len(body)), **headers}
            for name, value in more.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = False
    provider.issuer = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield provider
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
