"""A booking's QR at the kiosk: verified here, used once, believed even if it never came by line."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from layso_queue.center.clock import Clock
from layso_queue.center.storage import Exchange
from layso_queue.center.sync.keyring import Keyring
from layso_queue.sync import Booking, SyncRefused
from layso_queue.sync.at_center.telling import may_check_in
from layso_queue.sync.moment import Moment
from layso_queue.sync.token import PREFIX, Token, verify


def is_pass(text: str) -> bool:
    """Say whether a scanned text is a booking's QR, as against a code."""
    return text.strip().upper().startswith(PREFIX)


@dataclass(frozen=True, slots=True)
class Passes:
    """Looks at QR codes for one center."""

    center: str
    keyring: Keyring
    exchange: Exchange
    clock: Clock
    new_id: Callable[[], str]

    def look(self, text: str) -> Booking | SyncRefused:
        """Return the booking that may have its number now, kept in the center's own book; of a
        number from home whatever became of it.

        Refuses as `verify` and `may_check_in` do; see layso_queue.sync. Called in a thread.
        """
        at = Moment(self.clock.now(), self.new_id)
        read = verify(text, self.keyring.keys, self.center, at.now)
        if not isinstance(read, Token):
            return read
        with self.exchange.begin(at.now, self.new_id()) as side:
            known = side.books.booking(read.booking)
            if known is not None and known.remote:
                return known  # a number from home is held, not used up: its ticket says the rest
            standing = may_check_in(known, read.shown())
            if isinstance(standing, Booking) and not standing.code:
                # It never came by line: the citizen carries the only copy. Its id is its code.
                standing = replace(standing, code=standing.id.replace("-", "").upper())
            if isinstance(standing, Booking) and standing != known:
                side.books.keep_booking(standing)
        return standing
