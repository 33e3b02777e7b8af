"""What was found out about a printer at enrolment, kept in a file of the device."""

import contextlib
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from layso_printing.printer.discovery import Discovery
from layso_printing.printer.faults import PrinterSettingsWrong
from layso_printing.printer.printer import Printer, open_printer
from layso_printing.printer.profile import ASKED_BY, PROOFS, PrinterProfile, load_profile
from layso_printing.printer.wire import WireFault


@dataclass(frozen=True, slots=True)
class Enrolment:
    """A printer's address, the profile of its paper and knife, and what it can say."""

    uri: str
    profile: str
    found: Discovery
    at: str
    """When it was found out, RFC 3339."""

    def adapted(self) -> PrinterProfile:
        """Return the profile as this printer is; raise PrinterSettingsWrong."""
        found = self.found
        return replace(
            load_profile(self.profile),
            proof=found.proof,
            in_turn=found.in_turn,
            asked_by=found.asked_by,
        )


def enrol(uri: str, profile: str, now: datetime) -> Enrolment:
    """Ask the printer what it can say; nothing is printed.

    Raises PrinterSettingsWrong for what the installer must mend and WireFault (NotReached) when
    nobody answers at the address.
    """
    found = open_printer(uri, profile).discover()
    return Enrolment(uri, profile, found, now.isoformat(timespec="seconds"))


def keep(enrolment: Enrolment, file: Path) -> None:
    """Write the enrolment; raise PrinterSettingsWrong (KEPT_WRONG)."""
    found = enrolment.found
    texts = {"uri": enrolment.uri, "profile": enrolment.profile, "at": enrolment.at}
    texts |= {"proof": found.proof, "asked_by": found.asked_by, "model": found.model}
    lines = [f"{key} = {_quoted(text)}" for key, text in texts.items()]
    lines.append(f"in_turn = {str(found.in_turn).lower()}")
    draft = file.with_name(file.name + ".new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text("\n".join(lines) + "\n", "utf-8")
        draft.replace(file)
    except OSError as error:
        raise PrinterSettingsWrong("KEPT_WRONG", file=file) from error


def kept(file: Path) -> Enrolment | None:
    """Return what was kept, or None; raise PrinterSettingsWrong (KEPT_WRONG)."""
    try:
        table = tomllib.loads(file.read_text("utf-8"))
        words = [table[key] for key in ("uri", "profile", "at", "proof", "asked_by", "model")]
        uri, profile, at, proof, asked_by, model = words
        known = proof in PROOFS and asked_by in ASKED_BY and isinstance(table["in_turn"], bool)
        if not known or not all(isinstance(word, str) for word in words):
            raise ValueError(proof)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError) as error:
        raise PrinterSettingsWrong("KEPT_WRONG", file=file) from error
    return Enrolment(uri, profile, Discovery(proof, table["in_turn"], asked_by, model), at)


class EnrolledPrinter(Printer):
    """A printer that is asked once what it can say, and then believed in that way.

    Until it has answered its profile stands as it is.
    """

    def __init__(self, uri: str, profile: str, file: Path, clock: Callable[[], datetime]) -> None:
        """Raise PrinterSettingsWrong as open_printer() does; a damaged file is written anew."""
        known = None
        with contextlib.suppress(PrinterSettingsWrong):
            known = kept(file)
        self.settled = known is not None and (known.uri, known.profile) == (uri, profile)
        chosen = known.adapted() if known and self.settled else profile
        opened = open_printer(uri, chosen)
        super().__init__(opened.address, opened.press)
        self.profile = opened.profile
        self._uri, self._name, self._file, self._clock = uri, profile, file, clock

    def settle(self) -> None:
        """Ask the printer, and keep what it says; blocking, never raises a WireFault.

        One that is not reached, says nothing (it may be starting) or has a fault is asked the
        next time.
        """
        if self.settled:
            return
        try:
            found = self.discover()
        except WireFault:
            return
        if found.proof == "blind" or not found.sure:
            return
        at = self._clock().isoformat(timespec="seconds")
        enrolment = Enrolment(self._uri, self._name, found, at)
        with self.turn:
            self.profile, self.settled = enrolment.adapted(), True
        with contextlib.suppress(PrinterSettingsWrong):
            keep(enrolment, self._file)


def open_enrolled(
    uri: str, profile: str, file: Path, clock: Callable[[], datetime]
) -> EnrolledPrinter:
    """Open the printer as it was enrolled; settle() enrols one that is new at its address.

    Raises PrinterSettingsWrong.
    """
    return EnrolledPrinter(uri, profile, file, clock)


def _quoted(text: str) -> str:
    """Return a TOML string; text that cannot be seen is left out."""
    seen = "".join(one for one in text if one.isprintable())
    return '"' + seen.replace("\\", "\\\\").replace('"', '\\"') + '"'
