"""Pages that say what happened and what to do, never a code."""

from collections.abc import Mapping
from typing import Any

from layso_queue.hub.pages.leading import ways_on
from layso_queue.hub.pages.render import page
from layso_queue.hub.web.asked import Asked
from layso_queue.hub.web.reply import Reply


def problem_page(
    asked: Asked, status: int, word: str, about: Mapping[str, Any] | None = None
) -> Reply:
    """Return the page of a refusal or fault."""
    values = dict(about or {})
    ways = ways_on(asked, word)
    if asked.method not in ("GET", "HEAD"):
        asked.url = ways[0].href  # what was posted cannot be looked at in the other language
    title = asked.texts.say(f"hub.titles.{word}")
    text = asked.texts.say(f"hub.refusals.{word}", **values)
    return page(asked, "problem.html", status, title=title, text=text, ways=ways)
