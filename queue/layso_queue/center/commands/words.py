"""The words that `layso-center` understands, and what it says of each in the reader's language."""

from pathlib import Path
from typing import Any

from layso_assets.command_line import CommandLine, whole_number
from layso_assets.languages import LANGUAGES, Texts

ROLES = ("kiosk", "display", "counter", "supervisor", "admin", "province", "auditor")
LAST_PORT = 65_535


def parser(texts: Texts) -> CommandLine:
    """Return what reads the command line."""
    about = texts.say("center.command.about")
    made = CommandLine(prog="layso-center", description=about, texts=texts)
    made.add_argument(
        "--language",
        choices=LANGUAGES,
        default=texts.language,
        help=texts.say("center.help.language"),
    )
    words = _Words(made.add_subparsers(dest="command", required=True), texts)
    words.add("init").option("--code", "commune_code", required=True, metavar="26041")
    serve = words.add("serve")
    port = whole_number(texts, 0, LAST_PORT)
    serve.option("--port", type=port, default=8026, metavar="PORT")
    serve.option("--host", default="127.0.0.1")
    serve.option("--always-open", "always_open", action="store_true")
    words.add("verify")
    _add_keeping(words)
    _add_register(words)
    _add_books(words)
    _add_closing(words)
    _add_web(words)
    return made


class _Word:
    """One word; its options say of themselves what stands at center.help.OPTION."""

    def __init__(self, parser: CommandLine, texts: Texts) -> None:
        self.parser = parser
        self.texts = texts

    def option(self, name: str, says: str = "", **more: Any) -> None:
        """Add an option; `says` is another place for its words."""
        key = says or name.lstrip("-").replace("-", "_")
        self.parser.add_argument(name, help=self.texts.say(f"center.help.{key}"), **more)


class _Words:
    """The words below a parser; each says of itself what stands at center.help.GROUP_WORD."""

    def __init__(self, words: Any, texts: Texts, of: str = "") -> None:
        self._words, self._texts, self._of = words, texts, of

    def add(self, name: str, says: str = "") -> _Word:
        """Add a word that is done on a center's folder; `says` is another place for its words."""
        about = self._texts.say(f"center.help.{says or self._of + name}")
        word = _Word(self._words.add_parser(name, help=about, description=about), self._texts)
        word.option("--data", type=Path, required=True, metavar="DIR")
        return word

    def group(self, name: str, of: str) -> "_Words":
        """Add a word that has words of its own; what is said of those begins with `of`."""
        about = self._texts.say(f"center.help.{of.strip('_')}")
        one = self._words.add_parser(name, help=about, description=about)
        within = one.add_subparsers(dest=f"{of}command", required=True)
        return _Words(within, self._texts, of)


def _add_keeping(words: _Words) -> None:
    words.add("backup").option("--to", type=Path, metavar="FOLDER")
    restore = words.add("restore")
    restore.option(
        "--from", "source", dest="source", type=Path, required=True, metavar="FILE|FOLDER"
    )
    restore.option("--key-file", "key_file", type=Path, metavar="FILE")


def _add_register(words: _Words) -> None:
    enrol = words.add("enrol")
    enrol.option("--role", choices=ROLES, required=True)
    enrol.option("--name", required=True)
    enrol.option("--replace", action="store_true")
    enrol.option("--out", "token_file", type=Path, metavar="FILE")
    words.add("remove").option("--name", required=True)
    words.group("devices", "devices_").add("list")
    staff = words.group("staff", "staff_")
    add, remove = staff.add("add"), staff.add("remove")
    staff.add("list")
    for one in (add, remove):
        one.option("--code", required=True)
    roles = ("counter", "supervisor", "admin")
    add.option("--role", "staff_role", choices=roles, default="counter")
    add.option("--pin")


def _add_books(words: _Words) -> None:
    book = words.group("booking", "booking_").add("add")
    book.option("--code", "booking_code", required=True)
    book.option("--service", "service_code", required=True)
    book.option("--slot", required=True, metavar="2026-09-30T09:00+07:00")
    catalog = words.group("procedures", "procedures_")
    for verb in ("import", "export"):
        catalog.add(verb).option("file", type=Path, metavar="FILE")


def _add_closing(words: _Words) -> None:
    close, reopen = words.add("close"), words.add("reopen")
    for one in (close, reopen):
        one.option("--service", "closed_service", metavar="A")
        one.option("--from", "first", dest="first", metavar="2026-12-01T10:00")
        one.option("--to", "last", dest="last", metavar="2026-12-01")
    close.option("--reason", required=True)
    close.option("--reason-en", "reason_en")
    words.add("closures")


def _add_web(words: _Words) -> None:
    web = words.group("web", "web_")
    places = web.add("places")
    places.option("--service", "service_code", required=True)
    places.option("--date", required=True, metavar="2026-12-01")
    places.option("--slot", "half_hour", required=True, metavar="09:00")
    places.option("--n", required=True)
    web.add("take-over", "take_over").option("--yes", action="store_true")
    aside = web.group("set-aside", "aside_")
    aside.add("list")
    for word in ("retry", "dismiss"):
        aside.add(word).option("id", metavar="ID")
