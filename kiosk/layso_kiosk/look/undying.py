"""Keep None, True and False alive where Qt's bindings believe that they cannot die.

PySide6 6.12 is built as if these constants were immortal, which they are from Python 3.12 on.
On Python 3.11 each call that returns nothing takes one reference of None, each emitted signal
one of True, and after some hundred signals the interpreter ends with "deallocating True or
False". Measured: QTimer.start -1 None, Signal.emit -1 True. A head start of 2**40 references is
as good as immortal: at a thousand signals a second it lasts for thirty years.
"""

import ctypes
import sys

HEAD_START = 1 << 40
IMMORTAL_SINCE = (3, 12)


class _Counted(ctypes.Structure):
    _fields_ = (("references", ctypes.c_ssize_t),)


def keep_constants() -> None:
    """Give the constants their head start, once a process; does nothing from Python 3.12 on."""
    if sys.version_info >= IMMORTAL_SINCE or sys.implementation.name != "cpython":
        return
    for constant in (None, True, False, NotImplemented):
        if sys.getrefcount(constant) < HEAD_START // 2:
            _Counted.from_address(id(constant)).references += HEAD_START
