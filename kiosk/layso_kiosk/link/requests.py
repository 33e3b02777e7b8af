"""Requests to the center over HTTP, with the window's token and the reader's language."""

import json
from typing import Any

from PySide6.QtCore import QByteArray, QObject, QUrl
from PySide6.QtNetwork import QNetworkAccessManager, QNetworkProxy, QNetworkRequest

from layso_kiosk.link.exchange import Exchange, OnAnswer

Json = dict[str, Any]

PATIENCE_MS = 10_000
"""How long a request is tried unless its sender says otherwise."""


class Requests(QObject):
    """Builds and sends them; `close` forgets those under way."""

    def __init__(self, base: str, token: str, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self._base = base.rstrip("/")
        self._token = token
        self.language = language
        self._net = QNetworkAccessManager(self)
        self._net.setProxy(QNetworkProxy(QNetworkProxy.ProxyType.NoProxy))

    def send(
        self,
        verb: str,
        path: str,
        body: Json | None,
        on_answer: OnAnswer,
        session: str | None,
        patience_ms: int,
    ) -> None:
        """Send one; `on_answer` is called once, from the event loop."""
        request = self.request(QUrl(self._base + path))
        request.setRawHeader(QByteArray(b"Content-Type"), QByteArray(b"application/json"))
        if session is not None:
            request.setRawHeader(QByteArray(b"Layso-Session"), QByteArray(session.encode()))
        raw = b"" if body is None else json.dumps(body, ensure_ascii=False).encode()
        Exchange(self._net, request, verb.encode(), raw, patience_ms, on_answer).start()

    def request(self, url: QUrl) -> QNetworkRequest:
        """Return an empty request that proves who asks."""
        request = QNetworkRequest(url)
        # the token must never follow a redirect to another host
        request.setAttribute(
            QNetworkRequest.Attribute.RedirectPolicyAttribute,
            QNetworkRequest.RedirectPolicy.ManualRedirectPolicy,
        )
        bearer = f"Bearer {self._token}".encode()
        request.setRawHeader(QByteArray(b"Authorization"), QByteArray(bearer))
        request.setRawHeader(QByteArray(b"Accept-Language"), QByteArray(self.language.encode()))
        return request

    def close(self) -> None:
        """Forget every request under way: nothing is called any more."""
        for exchange in self._net.findChildren(Exchange):
            exchange.cancel()
