"""How often one client may ask: a bucket each that refills with time, kept by each process."""

import threading
from collections import OrderedDict
from dataclasses import dataclass

from layso_queue.hub.clock import Clock

MOST_CLIENTS = 50_000
"""Buckets kept; the ones not used for longest go first."""


@dataclass(frozen=True, slots=True)
class Rate:
    """At most `n` at once, refilled evenly over `seconds`.

    `everywhere`: counted for all processes together before anything else is done (see guards.py),
    since it guards a secret.
    """

    name: str
    n: int
    seconds: int
    everywhere: bool = False


CODES = Rate("code", 30, 600, everywhere=True)
"""Codes and tickets that one address asks for and that are not there."""


class Limits:
    """Counts askings in this process; behind a balancer the true limit is this times the processes.

    That is right for what keeps a process quick: pages looked at, names written under places that
    are kept already (their number is limited for all together), visits to a sign-in provider
    (limited by the people there at a time, too), and a portal's askings, which it pays for with its
    key. What more processes must not multiply is counted in the database by guards.py: guesses,
    places kept by an address, messages to a phone number or address. Bookings of one person are no
    matter of time: the tables refuse more than two a day and each service twice.
    """

    def __init__(self, clock: Clock) -> None:
        """Begin with full buckets."""
        self._clock = clock
        self._lock = threading.Lock()
        self._buckets: OrderedDict[tuple[str, str], tuple[float, int]] = OrderedDict()

    def wait(self, rate: Rate, client: str) -> int:
        """Count one asking; return 0 if it is allowed, else the seconds until the next one is."""
        now = self._clock.now()
        key = (rate.name, client)
        per_ms = rate.n / (rate.seconds * 1000)
        with self._lock:
            left, then = self._buckets.pop(key, (float(rate.n), now))
            left = min(float(rate.n), left + max(0, now - then) * per_ms)
            allowed = left >= 1
            self._buckets[key] = (left - 1 if allowed else left, now)
            if len(self._buckets) > MOST_CLIENTS:
                self._buckets.popitem(last=False)
        return 0 if allowed else max(1, round((1 - left) / per_ms / 1000))
