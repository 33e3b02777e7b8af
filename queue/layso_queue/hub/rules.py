"""The rules of selling places. Times in ms."""

from layso_queue.hub.times import MINUTE_MS

HOLD_MS = 10 * MINUTE_MS
"""So long a chosen place is kept while somebody writes a name."""

RELEASE_WITHIN_MS = 30 * MINUTE_MS
"""A cancelled place comes back at a random moment within this time, so that none is passed on."""

PER_DAY = 2
"""Bookings that one person may have for one day; the schema says so too."""

CHALLENGE_TRIES = 5
"""Wrong answers after which a held place goes back."""

KEEP_PERSON_DAYS = 30
"""Days after the visit when name, phone and address are erased."""

BOOK_DAYS = 30
"""Days ahead that are shown; what the centers lease may be less."""

ANSWER_WITHIN_MS = 4 * 60 * MINUTE_MS
"""Feedback that wants an answer is overdue so long after it came: see docs/sync.md."""

CHANGE_FEEDBACK_MS = 24 * 60 * MINUTE_MS
"""So long who gave feedback may change it."""

KEEP_WORDS_DAYS = 90
"""Days after which the words of feedback and of its answer are deleted; the levels stay."""
