"""How numbers are written: `A012`, `Z1-07`, `?A001`."""

import re

_EMERGENCY = re.compile(r"(Z[1-9][0-9]?)-([0-9]{2})")


def ordinary(series: str, n: int) -> str:
    """Write a number of a series: three digits, four after 999."""
    return f"{series}{n:03d}"


def rehearsal(series: str, n: int) -> str:
    """Write a number for practice, which never counts."""
    return f"?{ordinary(series, n)}"


def emergency(series: str, n: int) -> str:
    """Write the n-th number of a kiosk that is cut off; its series is `Z` and its own number."""
    return f"{series}-{n:02d}"


def parse_emergency(number: str) -> tuple[str, int] | None:
    """Return series and n of an emergency number as a kiosk writes it, or None; n is 1 to 99."""
    found = _EMERGENCY.fullmatch(number)
    if found is None or int(found[2]) == 0:
        return None
    return found[1], int(found[2])
