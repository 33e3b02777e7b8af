"""A guard against a fault of PySide6 6.12.0 on Python 3.11 that ends a program after hours."""

import ctypes
import sys

_PLENTY = 1 << 40


def make_true_immortal() -> None:
    """Give True so many references that it is never freed; again is harmless.

    `Signal.emit` of PySide6 6.12.0 returns True without counting the reference, so each
    emission takes one away: after some ten thousand the interpreter aborts with "bool_dealloc".
    From Python 3.12 on True is immortal by itself.
    """
    if sys.version_info >= (3, 12) or sys.implementation.name != "cpython":
        return
    if sys.getrefcount(True) < _PLENTY // 2:
        ctypes.c_ssize_t.from_address(id(True)).value += _PLENTY
