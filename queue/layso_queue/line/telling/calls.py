"""What stood in the line at one call: who was called, who waited, by whose choice."""

from dataclasses import dataclass

from layso_queue.line.states import Reason


@dataclass(slots=True, kw_only=True)
class Passed:
    """Somebody who waited while another was called, who came `by` ms after her (or before: < 0).

    `earlier` if the one who waited had come first.
    """

    ticket: str
    earlier: bool
    by: int


@dataclass(slots=True, kw_only=True)
class Call:
    """One call; times in ms since the epoch.

    `first` is the ticket that the rule would have called, None if it was this one; `arrived` and
    `reach` (ms) are of the called ticket: she may go before those who came up to `reach` earlier.
    `sent_by` and `sent_for` say who sent a ticket to this one counter, and why; `undone_by` who
    took the call back.
    """

    seq: int
    at: int
    ticket: str
    number: str
    service: str
    counter: int
    actor: str
    reason: Reason
    detail: str
    arrived: int
    reach: int
    first: str | None
    passed: tuple[Passed, ...]
    sent_by: str = ""
    sent_for: str = ""
    undone_by: str = ""

    @property
    def undone(self) -> bool:
        """Say whether the call was taken back."""
        return bool(self.undone_by)

    @property
    def by_hand(self) -> bool:
        """Say whether a person chose: picked the ticket, or had sent it to this one counter."""
        return self.reason is Reason.PICKED or bool(self.sent_by)

    @property
    def by_key(self) -> bool:
        """Say whether the order alone decided."""
        return not self.by_hand and self.reason is not Reason.DUE
