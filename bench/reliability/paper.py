"""Every fault at every place of a slip, and never two slips that look like the first.

`python -m bench.reliability.paper [--step 1]`: long form, minutes; the suite runs a short one.
"""

import argparse
import json
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from PIL import Image, ImageChops

from layso_printing import (
    Outcome,
    Printer,
    PrinterProfile,
    PrintResult,
    TicketSlip,
    load_profile,
    next_try,
    open_printer,
    print_slip,
)
from layso_printing.double.double import PaperDouble
from layso_printing.double.slips import SlipMade

PROFILES = ("confirmed-80", "generic-80", "blind-80")
QUESTIONS = 12
"""Bytes of the four status questions before a watched slip."""

STANDING = ("paper_out", "cover_open", "offline", "cutter", "mute", "busy", "stall", "power")
"""Faults that stay until somebody mends them."""

SLIP = TicketSlip(
    center="Trung tâm Phục vụ hành chính công phường Trấn Biên",
    number="A012",
    service="Chứng thực bản sao, chữ ký",
    issued_at=datetime.fromisoformat("2026-11-23T07:42:10+07:00"),
    ahead=7,
    wait=(15, 25),
    counters=(1, 2, 8),
)
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


def cuts(trial: Trial, step: int) -> Iterator[Case]:
    """Yield the cable cut, and the power lost, at every `step`-th byte of status and slip."""
    whole = trial.size + 2 * QUESTIONS
    for place in range(1, whole, step):
        yield Case("break_off", place)
    for place in range(1, whole, step * 7):
        yield Case("power", place)


def standing(trial: Trial, places: int = 3) -> Iterator[Case]:
    """Yield each lasting fault at once and at places amid the slip, and the sly ones."""
    for fault in STANDING:
        for part in range(places):
            yield Case(fault, part * (trial.size + QUESTIONS) // places)
    for fault in ("knife", "near_end", "half", "no_id", "late_id", "repeat_id", "lie", "twice"):
        yield Case(fault)


def walk(trial: Trial, cases: Iterable[Case]) -> Counter[str]:
    """Run every case; return how often each outcome was told."""
    told: Counter[str] = Counter()
    for case in cases:
        told[trial.run(case)[0].outcome.value] += 1
    return told


def main() -> int:
    """Walk every profile; 1 when the rule was broken."""
    parser = argparse.ArgumentParser(prog="python -m bench.reliability.paper")
    parser.add_argument("--step", type=int, default=1, help="cut at every so many bytes")
    parser.add_argument("--out", type=Path, help="also write the result here, as JSON")
    options = parser.parse_args()
    result: dict[str, object] = {"passed": True, "step": options.step}
    with tempfile.TemporaryDirectory(prefix="layso-paper-") as folder:
        for name in PROFILES:
            trial = Trial(Path(folder) / name, quick(name))
            started = time.monotonic()
            try:
                told = walk(trial, [*standing(trial), *cuts(trial, options.step)])
                result[name] = dict(told) | {"seconds": round(time.monotonic() - started)}
            except Broken as broken:
                result |= {"passed": False, name: str(broken)}
            finally:
                trial.close()
    text = json.dumps(result, indent=2, ensure_ascii=False)
    print(text)
    if options.out:
        options.out.write_text(text + "\n", "utf-8")
    return 0 if result["passed"] else 1


if __name__ == "__main__":
    sys.exit(main())
