"""What a sentence says of an appointment's slot."""

from layso_queue.center.stamps import local, written


def of_slot(slot: int) -> dict[str, str]:
    """Return what a sentence says of a slot (ms)."""
    at = local(slot)
    return {"slot": written(slot), "day": f"{at:%d/%m/%Y}", "time": f"{at:%H:%M}"}
