"""Style sheet, script and fonts: each under a name that changes with it, kept for ever."""

import hashlib
import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from layso_assets import files
from layso_queue.hub.refusals import Refusal, Refused
from layso_queue.hub.web.asked import Asked
from layso_queue.hub.web.reply import FOR_EVER, Reply

_HERE = Path(__file__).with_name("static")
_FONTS = {"regular": "BeVietnamPro-Regular.woff", "bold": "BeVietnamPro-Bold.woff"}


_LEFT_OUT = re.compile(r"(?m)^ *(//.*\n)?")
"""Of the script: indents, and lines that only a reader needs; every first visit loads it."""


@dataclass(frozen=True, slots=True)
class Statics:
    """Addresses for templates, and what stands behind each."""

    style: str
    script: str
    files: dict[str, tuple[str, bytes]]


@lru_cache(maxsize=1)
def statics() -> Statics:
    """Return all static files; the colours are those of the design tokens."""
    found: dict[str, tuple[str, bytes]] = {}

    def keep(name: str, kind: str, body: bytes) -> str:
        stem, _, end = name.rpartition(".")
        named = f"{stem}.{hashlib.sha256(body).hexdigest()[:10]}.{end}"
        found[named] = (kind, body)
        return f"/static/{named}"

    fonts = {
        f"font_{name}": keep(
            f"{name}.woff", "font/woff", files.path("fonts", "web", file).read_bytes()
        )
        for name, file in _FONTS.items()
    }
    style = _HERE.joinpath("style.css").read_text("utf-8")
    for name, value in {**_colours(), **fonts}.items():
        style = style.replace(f"@{name}@", value)
    script = _LEFT_OUT.sub("", _HERE.joinpath("pages.js").read_text("utf-8"))
    return Statics(
        keep("style.css", "text/css; charset=utf-8", style.encode()),
        keep("pages.js", "text/javascript; charset=utf-8", script.encode()),
        found,
    )


def static(asked: Asked) -> Reply:
    """Answer one file."""
    found = statics().files.get(asked.path["name"])
    if found is None:
        raise Refused(Refusal.NOT_FOUND)
    kind, body = found
    return Reply(200, body, kind, FOR_EVER)


def _colours() -> dict[str, str]:
    themes = tomllib.loads(files.path("tokens.toml").read_text("utf-8"))["themes"]
    return {
        theme: ";".join(f"--{name.replace('_', '-')}:{value}" for name, value in colours.items())
        for theme, colours in themes.items()
    }


_ICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path fill="{colour}" '
    'd="M3 5h18a1 1 0 0 1 1 1v3.5a2.5 2.5 0 0 0 0 5V18a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1v-3.5a2.5 2.5 '
    '0 0 0 0-5V6a1 1 0 0 1 1-1zm11 3v2h2V8zm0 3v2h2v-2zm0 3v2h2v-2z"/></svg>'
)


def favicon(_: Asked) -> Reply:
    """Answer the ticket of the page's head."""
    tokens = tomllib.loads(files.path("tokens.toml").read_text("utf-8"))
    body = _ICON.format(colour=tokens["themes"]["light"]["accent"]).encode()
    return Reply(200, body, "image/svg+xml", "public, max-age=86400")


def robots(_: Asked) -> Reply:
    """Keep bookings and tickets out of search engines."""
    lines = ["User-agent: *", "Disallow: /*/b/", "Disallow: /*/t/", "Disallow: /*/hold", ""]
    return Reply(200, "\n".join(lines).encode(), "text/plain; charset=utf-8")
