"""Command lines in the reader's language: argparse's help and its complaints, as our sentences."""

import re
from argparse import ArgumentParser, ArgumentTypeError, HelpFormatter, _SubParsersAction
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from layso_assets.languages import LANGUAGES, Texts

_COMPLAINTS = (
    (r"the following arguments are required: (?P<what>.+)", "required"),
    (r"unrecognized arguments: (?P<what>.+)", "unknown"),
    (r"argument (?P<what>.+?): expected .+ arguments?", "without_value"),
    (
        r"argument (?P<what>.+?): invalid choice: (?P<value>.+) \(choose from (?P<known>.+)\)",
        "known",
    ),
    (r"argument (?P<what>.+?): invalid .+ value: (?P<value>.+)", "value"),
    (r"argument (?P<what>.+?): not allowed with argument (?P<value>.+)", "together"),
    (r"one of the arguments (?P<what>.+) is required", "one_of"),
    (r"ambiguous option: (?P<value>.+) could match (?P<known>.+)", "ambiguous"),
)
"""What argparse of Python 3.11 to 3.14 says, and the text that says it in other words."""


def texts_for(arguments: Sequence[str]) -> Texts:
    """Return the texts of the language asked for, so that even a wrong command line is answered."""
    at = arguments.index("--language") + 1 if "--language" in arguments else len(arguments)
    asked = arguments[at] if at < len(arguments) else LANGUAGES[0]
    return Texts(asked if asked in LANGUAGES else LANGUAGES[0])


def complaint(message: str, texts: Texts) -> str:
    """Say one of argparse's complaints as a sentence; what is not known stays as it was said."""
    for form, key in _COMPLAINTS:
        found = re.fullmatch(form, message)
        if found:
            about = {name: said.replace("'", "") for name, said in found.groupdict().items()}
            return texts.say(f"command.wrong.{key}", **about)
    own = re.fullmatch(r"argument (?P<what>.+?): (?P<why>.+)", message)
    about = own.groupdict() if own else {"what": "", "why": message}
    return texts.say("command.wrong.other" if own else "command.wrong.any", **about)


def _formatter(texts: Texts) -> type[HelpFormatter]:
    class Formatter(HelpFormatter):
        def add_usage(
            self, usage: Any, actions: Any, groups: Any, prefix: str | None = None
        ) -> None:
            ours = f"{texts.say('command.help.usage')} " if prefix is None else prefix
            super().add_usage(usage, actions, groups, ours)

    return Formatter


def whole_number(texts: Texts, least: int, most: int) -> Callable[[str], int]:
    """Return what reads a whole number within bounds, for an option's `type`."""

    def read(typed: str) -> int:
        if not (typed.isascii() and typed.isdigit() and least <= int(typed) <= most):
            raise ArgumentTypeError(texts.say("command.wrong.number", least=least, most=most))
        return int(typed)

    return read


class CommandLine(ArgumentParser):
    """A parser whose help and complaints are in one language, as are those of its words.

    Raises SystemExit: 0 after help, 2 with one sentence on standard error.
    """

    def __init__(self, *given: Any, texts: Texts, **more: Any) -> None:
        super().__init__(*given, **more)
        self.texts = texts
        self.formatter_class = _formatter(texts)
        self._positionals.title = texts.say("command.help.positional")
        self._optionals.title = texts.say("command.help.options")
        for action in self._actions:
            if action.dest == "help":
                action.help = texts.say("command.help.help")

    def add_subparsers(self, **more: Any) -> Any:
        """Have words below this parser, in the same language."""
        more.setdefault("parser_class", partial(type(self), texts=self.texts))
        return super().add_subparsers(**more)

    def error(self, message: str) -> Any:
        """End with 2 and one sentence; a word that is missing is named by those that there are."""
        for action in self._actions:
            missing = message.endswith(f"required: {action.dest}")
            if missing and isinstance(action, _SubParsersAction):
                message = message.removesuffix(action.dest) + ", ".join(action.choices)
        self.exit(2, f"{complaint(message, self.texts)}\n")
