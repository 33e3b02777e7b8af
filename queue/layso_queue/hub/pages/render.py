"""Templates, with the words of the reader's language and times as people write them."""

from contextlib import suppress
from functools import lru_cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from layso_assets.languages import TextMissing
from layso_queue.hub.ids import spaced
from layso_queue.hub.pages.moments import said_at
from layso_queue.hub.pages.statics import statics
from layso_queue.hub.times import local
from layso_queue.hub.web.asked import Asked
from layso_queue.hub.web.reply import FOR_GOING_BACK, NEVER, Reply

ONE = "_one"
"""Ends the key of a sentence about one of what is counted (`n`), where it is said otherwise."""


@lru_cache(maxsize=1)
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("layso_queue.hub.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "clock": lambda ms: f"{local(ms):%H:%M}",
        "date": lambda ms: f"{local(ms):%d/%m/%Y}",
        "spaced": spaced,
    }
    return made


def page(
    asked: Asked,
    template: str,
    status: int = 200,
    *,
    cache: str = NEVER,
    asks_place: bool = False,
    **values: Any,
) -> Reply:
    """Return a whole page; `asks_place`: see Reply.

    What answers a form may be gone back to, where nothing else is said of its keeping.
    """
    if asked.method == "POST" and cache == NEVER:
        cache = FOR_GOING_BACK
    texts = asked.texts

    def say(key: str, **fields: Any) -> str:
        if fields.get("n") == 1:
            with suppress(TextMissing):
                return texts.say(f"hub.{key}{ONE}", **fields)
        return texts.say(f"hub.{key}", **fields)

    def since(ms: int) -> str:
        return said_at(texts, ms, asked.hub.clock.now())

    def weekday(ms: int) -> str:
        return texts.say(f"hub.weekdays.d{local(ms).weekday()}")

    text = (
        _environment()
        .get_template(template)
        .render(
            t=say,
            weekday=weekday,
            since=since,
            asked=asked,
            language=asked.language,
            other="en" if asked.language == "vi" else "vi",
            here=asked.here,
            statics=statics(),
            **values,
        )
    )
    return Reply(status, text.encode(), cache=cache, asks_place=asks_place)
