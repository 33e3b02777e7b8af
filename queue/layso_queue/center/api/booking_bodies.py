"""What requests about appointments carry."""

from typing import Annotated

from pydantic import StringConstraints, model_validator

from layso_queue.center.api.bodies import Act, Code, Id, Language, Moment
from layso_queue.line.states import Priority

BookingCode = Annotated[
    str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9. -]{2,38}[A-Za-z0-9]$")
]
Read = Annotated[str, StringConstraints(max_length=4096)]
"""What a scanner read or a finger typed, whatever it is."""
CardHash = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


def plain_code(written: str) -> str:
    """Return a booking's code as it is compared: HEN-12 34, hen1234 and Hen.1234 are the same."""
    return "".join(sign for sign in written.upper() if sign.isascii() and sign.isalnum())


class CheckInBody(Act):
    """A booking's code, typed or read from its QR, or the keyed hash of an ID card.

    `id` becomes the ticket's id; `booking` says which one of several that a card stands for.
    """

    code: Read | None = None
    token: Read | None = None
    card: CardHash | None = None
    booking: Id | None = None
    language: Language = "vi"

    @model_validator(mode="after")
    def _one_of_them(self) -> "CheckInBody":
        if self.code is None and self.token is None and self.card is None:
            raise ValueError("code")
        return self


class BookingBody(Act):
    """An appointment."""

    code: BookingCode
    service: Code
    slot: Moment
    priority: Priority = Priority.NONE
