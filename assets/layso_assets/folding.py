"""Searching without tones: "khai sinh" finds Khai sinh, "dang ky" finds Đăng ký.

The kiosk and the web pages search alike.
"""

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches


def fold(text: str) -> str:
    """Return lower-case letters without any mark, đ as d, all else as single spaces."""
    parts = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    kept = (sign if sign.isalnum() else " " for sign in parts if not unicodedata.combining(sign))
    # "đăng kí" and "đăng ký" are one word to whoever searches
    return " ".join(_same_i(word) for word in "".join(kept).split())


def _same_i(word: str) -> str:
    return (
        word[:-1] + "y" if len(word) == 2 and word.endswith("i") and word[0] in "hklmqst" else word
    )


def rank(query: str, name: str, words: str) -> int | None:
    """Return how well a name meets a query, 0 the best; None if it does not.

    All three folded. Each word of the query must begin a word of the name or of `words`.
    """
    if not query:
        return None
    in_name, in_words = f" {name} ", f" {words} "
    if in_name.startswith(f" {query}"):
        return 0
    if f" {query}" in in_name:
        return 1
    if f" {query}" in in_words:
        return 2
    asked = query.split()
    if all(f" {one}" in in_name for one in asked):
        return 3
    if all(f" {one}" in in_name or f" {one}" in in_words for one in asked):
        return 4
    return None


ALIKE = 0.8
"""How much of two words must be the same for one to be meant by the other."""

MOST_WORDS = 8
"""Of a query; nobody's slip of the finger is in the ninth word."""

_SOUNDS = re.compile(r"ch|gi|[rvx]|k(?!h)|n(?![gh])")
_ALSO = {"ch": "tr", "gi": "d", "r": "d", "v": "d", "x": "s", "k": "c", "n": "l"}
"""Beginnings that are heard, and so written, for one another."""


def mended(query: str, texts: Iterable[str]) -> str:
    """Return a folded query with each word that begins none of the folded `texts`' words put right:
    by one that sounds the same, else by the most alike that begins so; "" where there is none."""
    known = {word for text in texts for word in text.split()}
    found = []
    for word in query.split()[:MOST_WORDS]:
        meant = word if any(one.startswith(word) for one in known) else _alike(word, known)
        if not meant:
            return ""
        found.append(meant)
    return " ".join(found)


def _alike(word: str, known: set[str]) -> str:
    sound = _sound(word)
    near = sorted(one for one in known if len(one) > 2 and _sound(one)[:2] == sound[:2])
    same = [one for one in near if _sound(one) == sound]
    return next(iter(same or get_close_matches(word, near, 1, ALIKE)), "")


def _sound(word: str) -> str:
    begins = _SOUNDS.match(word)
    return word if begins is None else _ALSO[begins[0]] + word[begins.end() :]
