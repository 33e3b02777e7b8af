"""Searching without tones: "khai sinh" finds Khai sinh, "dang ky" finds Đăng ký."""

import unicodedata


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
