"""What a booking's QR holds: a token signed by the hub, about nobody."""

from layso_queue.hub.keys import Keys
from layso_queue.hub.storage import Booked
from layso_queue.hub.times import DAY_MS, day_start
from layso_queue.sync.token import Token, public_of, sign


def pass_of(booking: Booked, keys: Keys) -> str:
    """Return the text of a booking's QR; good until the end of its day.

    For a center whose words do not fit into a token it is the code, as a person would type it.
    """
    token = Token(
        booking=booking.id,
        center=booking.center,
        service=booking.service,
        slot=booking.slot,
        expires=day_start(booking.day) + DAY_MS,
        version=booking.version,
        key=keys.key_id,
        remote=booking.remote,
    )
    try:
        return sign(token, keys.signing)
    except ValueError:
        return booking.code


def public_keys(keys: Keys) -> dict[str, bytes]:
    """Return what centers need to verify a QR: public keys by their names."""
    return {keys.key_id: public_of(keys.signing)}
