"""The words that `layso-hub` understands, and what it says of each in the reader's language."""

from pathlib import Path
from typing import Any

from layso_assets.command_line import CommandLine, whole_number
from layso_assets.languages import LANGUAGES, Texts
from layso_queue.hub.commands.portal import SCOPES

LAST_PORT = 65_535
MOST_PER_MINUTE = 1_000_000


def parser(texts: Texts) -> CommandLine:
    """Return what reads the command line."""
    made = CommandLine(prog="layso-hub", description=texts.say("hub.command.about"), texts=texts)
    made.add_argument(
        "--language",
        choices=LANGUAGES,
        default=texts.language,
        help=texts.say("hub.help.language"),
    )
    words = made.add_subparsers(dest="command", required=True)
    serve = _word(words, texts, "serve")
    port = whole_number(texts, 0, LAST_PORT)
    serve.add_argument("--port", type=port, default=8027, help=texts.say("hub.help.port"))
    serve.add_argument("--host", default="127.0.0.1", help=texts.say("hub.help.host"))
    serve.add_argument(
        "--public-url", default="", metavar="URL", help=texts.say("hub.help.public_url")
    )
    serve.add_argument(
        "--behind", default="127.0.0.1", metavar="IP,IP", help=texts.say("hub.help.behind")
    )
    _word(words, texts, "restored")
    _word(words, texts, "accept-keys", about=texts.say("hub.help.accept_keys"))
    _add_centers(_group(words, texts, "center"), texts)
    _add_staff(_group(words, texts, "staff"), texts)
    _add_keys(_group(words, texts, "key"), texts)
    return made


def _add_centers(verbs: Any, texts: Texts) -> None:
    add = _word(verbs, texts, "add", "center_")
    _word(verbs, texts, "list", "center_")
    remove = _word(verbs, texts, "remove", "center_")
    for one in (add, remove):
        one.add_argument("--code", required=True, help=texts.say("hub.help.code"))
    add.add_argument("--replace", action="store_true", help=texts.say("hub.help.replace"))


def _add_staff(verbs: Any, texts: Texts) -> None:
    add = _word(verbs, texts, "add", "staff_")
    _word(verbs, texts, "list", "staff_")
    change = _word(verbs, texts, "password", "staff_")
    remove = _word(verbs, texts, "remove", "staff_")
    for one in (add, change, remove):
        one.add_argument("--name", required=True, help=texts.say("hub.help.staff_name"))
    for one in (add, change):
        one.add_argument("--password", help=texts.say("hub.help.password"))


def _add_keys(verbs: Any, texts: Texts) -> None:
    add = _word(verbs, texts, "add", "key_")
    _word(verbs, texts, "list", "key_")
    remove = _word(verbs, texts, "remove", "key_")
    for one in (add, remove):
        one.add_argument("--name", required=True, help=texts.say("hub.help.key_name"))
    known = texts.say("hub.help.scopes", known=", ".join(SCOPES))
    add.add_argument("--scopes", required=True, help=known)
    often = whole_number(texts, 1, MOST_PER_MINUTE)
    add.add_argument(
        "--per-minute", type=often, default=300, metavar="N", help=texts.say("hub.help.per_minute")
    )


def _group(words: Any, texts: Texts, name: str) -> Any:
    group = words.add_parser(name, help=texts.say(f"hub.help.{name}"))
    return group.add_subparsers(dest="verb", required=True)


def _word(
    words: Any, texts: Texts, name: str, of: str = "", *, about: str | None = None
) -> CommandLine:
    about = about or texts.say(f"hub.help.{of}{name}")
    one: CommandLine = words.add_parser(name, help=about, description=about)
    one.add_argument(
        "--data", type=Path, required=True, metavar="DIR", help=texts.say("hub.help.data")
    )
    one.add_argument("--database", metavar="URL", help=texts.say("hub.help.database"))
    return one
