"""What a printer can say, found by asking it: the proof we may expect of every later slip."""

import time
from dataclasses import dataclass

from layso_printing.printer.automatic import ask_automatic
from layso_printing.printer.proof import (
    TURN_REQUEST,
    Patience,
    await_turn,
    await_word,
    id_request,
    new_word,
)
from layso_printing.printer.status import ask_status
from layso_printing.printer.wire import Wire

_MODEL, _MAKER = b"\x1dI\x43", b"\x1dI\x42"
_LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class Discovery:
    """`proof`, `in_turn` and `asked_by` as profiles have them; `model` is empty when not said."""

    proof: str
    in_turn: bool = False
    asked_by: str = "dle"
    model: str = ""
    sure: bool = True
    """False while the printer has a fault: it then holds back what it could say."""


def discover(wire: Wire, answer_s: float) -> Discovery:
    """Ask for status, process id and name, a few answers' time each; raise WireFault.

    Silence makes a printer blind: nothing is believed that was not said.
    """
    if not wire.two_way:
        return Discovery("blind")
    status = ask_status(wire, answer_s, time.monotonic() + 5 * answer_s)
    if status.fault is not None:
        return Discovery("status", sure=False)
    if not status.answered:
        said = ask_automatic(wire, answer_s, time.monotonic() + 2 * answer_s)
        if not said.answered:
            return Discovery("blind")
        return Discovery("status", asked_by="asb", model=_model(wire, answer_s))
    word, until = new_word(), time.monotonic() + 2 * answer_s
    wire.send(id_request(word), answer_s, until)
    confirmed, _ = await_word(wire, word, Patience(answer_s, 2 * answer_s, until))
    until = time.monotonic() + 2 * answer_s
    wire.send(TURN_REQUEST, answer_s, until)
    in_turn, _ = await_turn(wire, Patience(answer_s, 2 * answer_s, until))
    return Discovery(
        "confirmed" if confirmed else "status", in_turn=in_turn, model=_model(wire, answer_s)
    )


def _model(wire: Wire, answer_s: float) -> str:
    """Return "EPSON TM-T82III", or what was said of it: GS I answers "_", a name and a zero."""
    names = (_name(wire, question, answer_s) for question in (_MAKER, _MODEL))
    return " ".join(filter(None, names))


def _name(wire: Wire, question: bytes, answer_s: float) -> str:
    until = time.monotonic() + answer_s
    wire.send(question, answer_s, until)
    heard = b""
    while b"\0" not in heard and len(heard) < 256:
        data = wire.read(until)
        if not data:
            return ""
        heard += data
    _, _, name = heard.partition(b"_")
    letters = name.partition(b"\0")[0][:_LONGEST_NAME].decode("ascii", "replace")
    return "".join(one for one in letters if one.isascii() and one.isprintable()).strip()
