"""What a booking's QR holds."""

from layso_queue.hub.keys import Keys
from layso_queue.hub.storage import Booked


def pass_of(booking: Booked, keys: Keys) -> str:
    """Return the text of a booking's QR."""
    return booking.code
