"""One slip under a fault: printed, mended, tried again, and compared with what was drawn."""

import time
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from PIL import Image, ImageChops

from layso_printing import (
    Outcome,
    Printer,
    PrinterProfile,
    PrintResult,
    load_profile,
    next_try,
    open_printer,
    print_slip,
)
from layso_printing.double.double import PaperDouble
from layso_printing.double.slips import SlipMade
from layso_printing.preview import sample_slip

SLIP = replace(
    sample_slip("plain", "vi", datetime.fromisoformat("2026-11-23T07:42:10+07:00")), follow_url=""
)
"""Without a code: it is the faults that are many, not the dots."""
_SPECKS = 30
"""Dots that differ where real-time commands were tamed."""


class Broken(AssertionError):
    """The rule does not hold."""


@dataclass(frozen=True, slots=True)
class Case:
    """A fault of the double when `after` bytes have come, 0 for at once."""

    fault: str
    after: int = 0


def quick(name: str) -> PrinterProfile:
    """Return a profile with short patience, so that a fault does not cost seconds."""
    return replace(load_profile(name), answer_s=0.15, stall_s=0.4, total_s=1.2)


class Trial:
    """One printer on one double; each run is one citizen's slip."""

    def __init__(self, folder: Path, profile: PrinterProfile) -> None:
        """Open both; `close` ends them."""
        self.double = PaperDouble(folder, columns=profile.columns)
        self.double.start()
        self.printer: Printer = open_printer(self.double.uri, profile)
        marked = replace(SLIP, reprint=True)
        self.first, self.second = (self.printer.press.image(one) for one in (SLIP, marked))
        self.size = len(self.printer.press.bytes(SLIP))
        self._seen = 0

    def close(self) -> None:
        """End the double."""
        self.double.stop()

    def run(self, case: Case) -> tuple[PrintResult, ...]:
        """Print under a fault, mend it, try again if that is allowed; raise Broken."""
        self.double.tell(case.fault, case.after)
        results = [print_slip(self.printer, SLIP)]
        self.double.tell("recover")
        again = next_try(SLIP, results[0])
        if again is not None:
            results.append(print_slip(self.printer, again))
        self._judge(case, results)
        return tuple(results)

    def _judge(self, case: Case, results: list[PrintResult]) -> None:
        made = self._new_slips()
        first = sum(looks_like(one, self.first) for one in made)
        second = sum(looks_like(one, self.second) and one.cut for one in made)
        told = results[0]
        problems = {
            "two slips that look like the first": first > (2 if case.fault == "twice" else 1),
            "a slip that is neither": any(
                not looks_like(one, self.first) and not looks_like(one, self.second) for one in made
            ),
            "failed, and yet there is paper": told.outcome is Outcome.FAILED and first > 0,
            "failed, and yet bytes have left": told.outcome is Outcome.FAILED
            and told.any_byte_left,
            "tried again though bytes had left": len(results) > 1 and told.any_byte_left,
            "printed, and yet no paper": told.outcome is Outcome.PRINTED
            and self.printer.profile.proof != "blind"
            and case.fault != "lie"
            and not any(one.cut for one in made),
            "two retries on paper": second > (2 if case.fault == "twice" else 1),
        }
        for problem, wrong in problems.items():
            if wrong:
                raise Broken(f"{problem}: {case} {self.printer.profile.name} {results}")

    def _new_slips(self) -> list[SlipMade]:
        """Return what came out since; the double serves callers in turn, so that an answer to a
        later one says that all before it has been printed."""
        deadline = time.monotonic() + 60
        while not self.printer.status().answered:
            if time.monotonic() > deadline:
                raise TimeoutError("the double does not answer")
        made = self.double.slips
        new, self._seen = made[self._seen :], len(made)
        return new


def looks_like(made: SlipMade, drawn: Image.Image) -> bool:
    """Whether a slip, whole or torn, shows what was drawn, as far as it goes.

    White above is passed over: a slip that broke off before its first dot leaves some.
    """
    with Image.open(made.file) as picture:
        paper, wanted = _from_first_ink(picture), _from_first_ink(drawn)
    box = (0, 0, drawn.width, min(paper.height, wanted.height))
    differ = ImageChops.logical_xor(paper.crop(box), wanted.crop(box)).convert("L")
    return differ.tobytes().count(255) <= _SPECKS


def _from_first_ink(picture: Image.Image) -> Image.Image:
    ink = ImageChops.invert(picture.convert("L")).getbbox()
    return picture.convert("1").crop((0, ink[1] if ink else 0, picture.width, picture.height))
