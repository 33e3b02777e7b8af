"""Break a text into lines that fit, at places where a reader would pause."""

from collections.abc import Callable

from layso_printing.page.faces import Faces
from layso_printing.page.scripts import clusters

_ROUGH = 0.16
"""Cost of a break in the middle of a phrase, against 1.0 for a line left wholly empty."""

_PAUSES = (",", ":", ";", ".", ")", "·", "–")


def wrap(
    faces: Faces,
    weight: str,
    size: int,
    text: str,
    width: int,
    most: int,
    balance: bool = False,
    openers: tuple[str, ...] = (),
) -> list[str]:
    """Return at most `most` lines no wider than `width` dots; what is left over becomes "…".

    A word wider than a line is broken inside. With `balance` the lines are as equally long as
    their number allows, broken rather after a comma or before a word of `openers` (those that
    begin a phrase, the best first, such as "phường") than amid a phrase.
    """

    def measure(line: str) -> int:
        return faces.width(weight, size, line)

    words = _words(text)
    lines = _fill(measure, text, width)
    if balance and 1 < len(lines) <= most and max(map(measure, words)) <= width:
        lines = _even(measure, words, width, len(lines), openers)
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while last and measure(last + "…") > width:
        last = last[:-1].rstrip()
    return [*lines[: most - 1], last + "…"]


def _words(text: str) -> list[str]:
    """Return what a line may end after: no-break spaces hold what they stand between together."""
    return [word for word in text.split(" ") if word]


def _fill(measure: Callable[[str], int], text: str, width: int) -> list[str]:
    lines: list[str] = []
    line = ""
    for word in _words(text):
        longer = f"{line} {word}" if line else word
        if measure(longer) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        *full, line = _break(measure, word, width)
        lines += full
    return [*lines, line] if line else lines


def _break(measure: Callable[[str], int], word: str, width: int) -> list[str]:
    pieces: list[str] = []
    piece = ""
    for letter in clusters(word):
        if piece and measure(piece + letter) > width:
            pieces.append(piece)
            piece = ""
        piece += letter
    return [*pieces, piece]


def _even(
    measure: Callable[[str], int],
    words: list[str],
    width: int,
    count: int,
    openers: tuple[str, ...],
) -> list[str]:
    """Return the cheapest `count` lines: empty space squared, and a toll on rough breaks."""
    best: list[dict[int, tuple[float, list[str]]]] = [{0: (0.0, [])}]
    for _ in range(count):
        reached: dict[int, tuple[float, list[str]]] = {}
        for start, (cost, lines) in best[-1].items():
            for end in range(start + 1, len(words) + 1):
                line = " ".join(words[start:end])
                room = width - measure(line)
                if room < 0:
                    break
                total = cost + (room / width) ** 2
                if end < len(words):
                    total += _ROUGH * _roughness(words[end - 1], words[end], openers)
                if end not in reached or total < reached[end][0]:
                    reached[end] = (total, [*lines, line])
        best.append(reached)
    return best[-1][len(words)][1]


def _roughness(before: str, after: str, openers: tuple[str, ...]) -> float:
    """Return 0.0 at a pause, 1.0 amid a phrase; the first openers break best."""
    if before.endswith(_PAUSES) or after.startswith("("):
        return 0.0
    word = after.lower()
    return 0.6 * openers.index(word) / len(openers) if word in openers else 1.0
