"""Capacity leases: how many places of a slot the web may sell, without asking the center.

The center grants `n` places with a version. A smaller `n` is a request: the hub answers what it
must keep, and until then the center counts the old grant as sold. Cut off from each other, web and
center draw on disjoint places.
"""

from dataclasses import dataclass, replace

from layso_queue.sync.rules import ALL, Rules


def lease_key(service: str, slot: int, remote: bool = False) -> str:
    """Return the name of a lease; `slot` in ms, for remote numbers the day's local midnight."""
    return f"lease:{'remote' if remote else 'slot'}:{service}:{slot}"


def lease_place(key: str) -> tuple[str, int, bool]:
    """Return (service, slot, remote) of a lease's name; raise ValueError for no such name."""
    _, kind, service, slot = key.split(":")
    return service, int(slot), kind == "remote"


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """The center's side. `asked` is its last word, `counted` what it must treat as sold."""

    key: str
    asked: int
    version: int
    counted: int


def grant(known: Grant | None, key: str, n: int, rules: Rules = ALL) -> Grant:
    """Return the lease with the center's new word `n` (at least 0), to be told to the hub."""
    if known is None:
        return Grant(key=key, asked=n, version=1, counted=n)
    counted = max(known.counted, n) if rules.shrinking_is_a_request else n
    return Grant(key=key, asked=n, version=known.version + 1, counted=counted)


def answered(known: Grant, n: int, version: int, rules: Rules = ALL) -> Grant:
    """Return the lease after the hub's answer to `version`; an answer to an older word says less
    than the center has said since, and changes nothing."""
    if rules.answers_by_version and version != known.version:
        return known
    return replace(known, counted=n)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lease:
    """The hub's side. `sold` counts places held, sold, or given up but not yet known given up."""

    key: str
    asked: int = 0
    version: int = 0
    sold: int = 0

    def kept(self, rules: Rules = ALL) -> int:
        """Return the places the center must count as sold: the answer to its word."""
        return max(self.asked, self.sold) if rules.never_below_sold else self.asked

    def may_sell(self, rules: Rules = ALL) -> bool:
        """Return whether one more place may be sold."""
        return not rules.sales_inside_lease or self.sold < self.asked


def told(known: Lease | None, key: str, n: int, version: int) -> Lease:
    """Return the lease after the center's word; an older word than the last changes nothing."""
    if known is None:
        return Lease(key=key, asked=n, version=version)
    if version <= known.version:
        return known
    return replace(known, asked=n, version=version)
