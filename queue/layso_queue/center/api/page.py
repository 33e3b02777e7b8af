"""The page that a slip's QR opens on a phone: one ticket, large, kept fresh, no script."""

from dataclasses import replace
from html import escape
from typing import Any

import orjson
from pydantic import BaseModel, Field

from layso_assets.languages import LANGUAGES
from layso_queue.center.api.page_style import policy, style
from layso_queue.center.api.problems import Problem
from layso_queue.center.api.reply import HTML, Reply
from layso_queue.center.api.tickets import ticket_json
from layso_queue.center.api.ways import Asked
from layso_queue.line.states import LIVE

REFRESH_S = 20

GO_AHEAD, GO_MINUTES = 3, 15
"""With so few people or minutes before, it is time to come; the hub's page says the same."""

_MOVING = frozenset(state.value for state in LIVE)
_TICKET = (
    '<svg viewBox="0 0 24 24" aria-hidden="true"><path fill="currentColor" d="M3 5h18a1 1 0 0 1 1 '
    "1v3.5a2.5 2.5 0 0 0 0 5V18a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1v-3.5a2.5 2.5 0 0 0 0-5V6a1 1 0 0 1 "
    '1-1zm11 3v2h2V8zm0 3v2h2v-2zm0 3v2h2v-2z"/></svg>'
)


class PageQuery(BaseModel):
    """The language that was touched on the page; any other word leaves the phone's own. What else
    stands in an address that was passed on says nothing to us."""

    lang: str = Field(default="", max_length=16)


async def follow(asked: Asked) -> Reply:
    """Show the ticket, or say politely that there is none."""
    chosen: PageQuery = asked.body
    if chosen.lang in LANGUAGES:
        asked = replace(asked, language=chosen.lang)
    texts, center = asked.center.texts(asked.language), asked.center
    try:
        ticket = orjson.loads(await ticket_json(asked, asked.path["id"]))
    except Problem:
        unknown = f'<p class="state">{escape(texts.say("center.page.unknown"))}</p>'
        return _page(404, asked, texts.say("center.page.title"), unknown, moving=False)
    name = center.settings.center.name.model_dump()[texts.language]
    service = center.names.get(ticket["service"], {}).get(texts.language, ticket["service"])
    parts = [
        f"<h1>{escape(texts.say('center.page.number'))}</h1>",
        f'<p class="number">{escape(ticket["number"])}</p>',
        f'<p><strong>{escape(service)}</strong><br><span class="quiet">{escape(name)}</span></p>',
        f'<hr class="cut"><div role="status">{"".join(_standing(asked, ticket))}</div>',
    ]
    moving = ticket["state"] in _MOVING
    return _page(200, asked, ticket["number"], "".join(parts), moving=moving)


def _standing(asked: Asked, ticket: dict[str, Any]) -> list[str]:
    say, state = asked.center.texts(asked.language).say, ticket["state"]
    if state in ("called", "serving"):
        call = " call" if state == "called" else ""
        said = say(f"center.page.{state}", counter=ticket["counter"])
        return [f'<p class="state{call}">{escape(said)}</p>']
    ahead, wait = ticket["ahead"], ticket["wait"]
    if ahead is None:
        return [f'<p class="state">{escape(say(f"center.page.{state}"))}</p>']
    said = say(f"center.page.{'next' if ahead == 0 else 'ahead'}", n=ahead)
    parts = [f'<p class="state">{escape(said)}</p>']
    if wait is None:
        unknown = say("center.page.wait_unknown")
        parts += [f'<p class="lead">{escape(unknown)}</p>'] if ahead else []
    elif wait["high"] > 0:
        parts.append(f'<p class="lead">{escape(_wait(asked, wait))}</p>')
    if ahead <= GO_AHEAD or (wait is not None and wait["high"] <= GO_MINUTES):
        parts.append(f'<p class="good">{escape(say("center.page.go"))}</p>')
    return parts


def _wait(asked: Asked, wait: dict[str, Any]) -> str:
    say = asked.center.texts(asked.language).say
    if split := wait.get("split"):
        return say("center.page.wait_split", **{side: at[11:16] for side, at in split.items()})
    low, high = wait["low"], wait["high"]
    word = "wait_one" if low == high else "wait_under" if low == 0 else "wait"
    return say(f"center.page.{word}", low=low, high=high)


def _page(status: int, asked: Asked, title: str, inner: str, *, moving: bool) -> Reply:
    texts = asked.center.texts(asked.language)
    refresh = fresh = ""
    if moving:
        refresh = f'<meta http-equiv="refresh" content="{REFRESH_S}">'
        said = escape(texts.say("center.page.refreshed", seconds=REFRESH_S))
        fresh = f'<p class="quiet small">{said}</p>'
    brand = escape(texts.say("hub.site.name"))
    other = next(one for one in LANGUAGES if one != texts.language)
    tongue = (
        f'<a class="tongue" lang="{other}" hreflang="{other}" href="?lang={other}">'
        f"{escape(texts.say('hub.site.other'))}</a>"
    )
    page = (
        f'<!doctype html><html lang="{texts.language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f'<meta name="robots" content="noindex">{refresh}'
        f"<title>{escape(title)} · {brand}</title><style>{style()}</style></head><body>"
        f'<header><div class="wrap brand">{_TICKET}{brand}{tongue}</div></header>'
        f'<main class="wrap"><section class="slip">{inner}{fresh}</section></main>'
        f'<footer><div class="wrap">{escape(texts.say("center.page.help"))}</div></footer>'
        "</body></html>"
    )
    return Reply(status, page.encode(), HTML, ((b"content-security-policy", policy().encode()),))
