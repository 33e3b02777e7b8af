"""A sum in words instead of a picture: read aloud by any screen reader, answered without script.

The question is made from the hold that it guards, so that nothing need be kept of it, an answer
is of no use for another hold, and a wrong one brings a new question.
"""

import hashlib
import hmac
import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Question:
    """How much is `first` plus `second`? Both are from 1 to 9."""

    first: int
    second: int

    def answered_by(self, typed: str) -> bool:
        """Say whether what was typed is the sum."""
        digits = unicodedata.normalize("NFKC", typed[:20]).strip()
        return digits == str(self.first + self.second)


def question_of(hold: str, tries: int, secret: bytes) -> Question:
    """Return the question of a hold after so many wrong answers."""
    made = hmac.new(secret, f"question:{hold}:{tries}".encode(), hashlib.sha256).digest()
    return Question(made[0] % 9 + 1, made[1] % 9 + 1)
