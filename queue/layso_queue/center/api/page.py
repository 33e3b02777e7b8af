"""The page that a slip's QR opens on a phone: one ticket, large, kept fresh, no script."""

import base64
import hashlib
import tomllib
from functools import lru_cache
from html import escape
from typing import Any

import orjson

from layso_assets import files
from layso_queue.center.api.problems import Problem
from layso_queue.center.api.reply import HTML, Reply
from layso_queue.center.api.tickets import ticket_json
from layso_queue.center.api.ways import Asked

REFRESH_S = 20

_STYLE = (
    "*{{box-sizing:border-box}}body{{margin:0;padding:24px 20px;background:{ground};color:{ink};"
    "font:18px/1.5 '{family}',system-ui,sans-serif;text-align:center}}"
    "main{{max-width:30rem;margin:0 auto;background:{surface};border:1px solid {line};"
    "border-top:6px solid {accent};border-radius:16px;padding:28px 20px}}"
    "h1{{font-size:1.05rem;font-weight:600;margin:0 0 20px}}"
    ".n{{font-size:4.5rem;line-height:1.1;font-weight:800;margin:0;color:{accent}}}"
    ".s{{margin:4px 0 20px}}.w{{font-size:1.5rem;font-weight:700;margin:0 0 8px}}"
    ".c{{background:{accent};color:{on_accent};border-radius:12px;padding:14px}}"
    "small{{display:block;margin-top:24px;color:{quiet}}}"
)
_DARK = (
    "@media(prefers-color-scheme:dark){{body{{background:{ground};color:{ink}}}"
    "main{{background:{surface};border-color:{line};border-top-color:{accent}}}"
    ".n{{color:{accent}}}.c{{background:{accent};color:{on_accent}}}small{{color:{quiet}}}}}"
)


@lru_cache(maxsize=1)
def style() -> str:
    """Return the page's one style sheet, in the colours of all our windows."""
    tokens = tomllib.loads(files.path("tokens.toml").read_text("utf-8"))
    light, dark = tokens["themes"]["light"], tokens["themes"]["dark"]
    return _STYLE.format(family=tokens["type"]["family"], **light) + _DARK.format(**dark)


@lru_cache(maxsize=1)
def policy() -> str:
    """Return the content security policy: this style sheet and nothing else."""
    digest = base64.b64encode(hashlib.sha256(style().encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    )


async def follow(asked: Asked) -> Reply:
    """Show the ticket, or say politely that there is none."""
    texts, center = asked.center.texts(asked.language), asked.center
    name = center.settings.center.name.model_dump()[texts.language]
    try:
        ticket = orjson.loads(await ticket_json(asked, asked.path["id"]))
    except Problem:
        unknown = f'<p class="w">{escape(texts.say("center.page.unknown"))}</p>'
        return _page(404, asked, name, texts.say("center.page.title"), unknown)
    service = center.names.get(ticket["service"], {}).get(texts.language, ticket["service"])
    parts = [
        f'<p class="n">{escape(ticket["number"])}</p>',
        f'<p class="s">{escape(service)}</p>',
        *_standing(asked, ticket),
    ]
    return _page(200, asked, name, ticket["number"], "".join(parts))


def _standing(asked: Asked, ticket: dict[str, Any]) -> list[str]:
    texts = asked.center.texts(asked.language)
    state = ticket["state"]
    if state in ("called", "serving"):
        said = texts.say(f"center.page.{state}", counter=ticket["counter"])
        return [f'<p class="w c">{escape(said)}</p>']
    lines = [texts.say(f"center.page.{state}")]
    if ticket["ahead"] is not None:
        key = "next" if ticket["ahead"] == 0 else "ahead"
        lines = [texts.say(f"center.page.{key}", n=ticket["ahead"])]
    parts = [f'<p class="w">{escape(lines[0])}</p>']
    wait = ticket["wait"]
    if wait is not None and wait["high"] > 0:
        said = texts.say("center.page.wait", low=wait["low"], high=wait["high"])
        if split := wait.get("split"):
            times = {side: at[11:16] for side, at in split.items()}
            said = texts.say("center.page.wait_split", **times)
        parts.append(f"<p>{escape(said)}</p>")
    return parts


def _page(status: int, asked: Asked, center: str, title: str, inner: str) -> Reply:
    texts = asked.center.texts(asked.language)
    refreshed = escape(texts.say("center.page.refreshed", seconds=REFRESH_S))
    page = (
        f'<!doctype html><html lang="{texts.language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f'<meta http-equiv="refresh" content="{REFRESH_S}">'
        f"<title>{escape(title)}</title><style>{style()}</style></head>"
        f'<body><main><h1>{escape(center)}</h1><div role="status">{inner}</div>'
        f"<small>{refreshed}</small></main></body></html>"
    )
    return Reply(status, page.encode(), HTML, ((b"content-security-policy", policy().encode()),))
