"""What is wrong with a file that is no TOML: the line, and the kind of slip, for the texts."""

import re

_PLACE = re.compile(r"\s*\(at (?:line (?P<line>\d+), column \d+|end of document)\)$")
_KINDS = (
    (r"Unclosed array", "array"),
    (r"Unclosed inline table", "braces"),
    (r"Unterminated string|Expected .*(?:\"\"\"|''')|Illegal character", "string"),
    (r"Expected '=' after a key", "equals"),
    (r"Expected '\]", "heading"),
    (r"Cannot (?:overwrite|declare|mutate|redefine)|Duplicate", "twice"),
    (r"Unescaped|Escaped|Invalid hex", "backslash"),
    (r"Invalid (?:statement|initial character)", "key"),
    (r"Expected newline", "rest"),
    (r"Invalid", "value"),
)
"""What tomllib says, and the word for it at center.toml.WORD."""


def slip(said: str, text: str) -> tuple[str, int]:
    """Return the word for what tomllib said of `text`, and the line, counted from 1."""
    found = _PLACE.search(said)
    line = found["line"] if found else None
    at_end = len(text.rstrip().splitlines()) or 1
    for form, word in _KINDS:
        if re.match(form, said):
            return word, int(line) if line else at_end
    return "other", int(line) if line else at_end
