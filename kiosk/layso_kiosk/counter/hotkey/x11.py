"""Keys grabbed on the root window of an X server, through libxcb: Qt itself cannot."""

import ctypes
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

from layso_kiosk.counter.hotkey.chord import Chord, ChordUnknown

CAPS_LOCK, NUM_LOCK = 2, 16
LOCKS = (0, CAPS_LOCK, NUM_LOCK, CAPS_LOCK | NUM_LOCK)
"""A grab holds for one exact state of the keyboard, so each lock needs its own."""
KEY_PRESS = 2
ASYNCHRONOUS = 1
_REAL_MODIFIERS = 1 | 4 | 8 | 64


class NoServer(Exception):
    """There is no X server to ask, or no libxcb."""


class _Cookie(ctypes.Structure):
    _fields_ = (("sequence", ctypes.c_uint),)


class _Screens(ctypes.Structure):
    _fields_ = (
        ("data", ctypes.POINTER(ctypes.c_uint32)),
        ("rem", ctypes.c_int),
        ("index", ctypes.c_int),
    )


class X11HotKeys(QObject):
    """Emits `pressed` with the act's name; `taken` names acts whose key another program has."""

    pressed = Signal(str)

    def __init__(self, wanted: Mapping[str, Chord], display: str | None = None) -> None:
        """Grab the keys on `display`, or on the one of the environment; raise NoServer."""
        super().__init__()
        self._xcb, self._symbols, self._libc = _libraries()
        self._connection = self._xcb.xcb_connect(display and display.encode(), None)
        if self._xcb.xcb_connection_has_error(self._connection):
            self._xcb.xcb_disconnect(self._connection)
            raise NoServer(display or "")
        setup = self._xcb.xcb_get_setup(self._connection)
        self._root = int(self._xcb.xcb_setup_roots_iterator(setup).data[0])
        self._acts: dict[tuple[int, int], str] = {}
        self.taken: list[str] = []
        for act, chord in wanted.items():
            if not self._grab(act, chord):
                self.taken.append(act)
        descriptor = self._xcb.xcb_get_file_descriptor(self._connection)
        self._watch = QSocketNotifier(descriptor, QSocketNotifier.Type.Read, self)
        self._watch.activated.connect(self._read)
        self._read()

    def close(self) -> None:
        """Give the keys back."""
        self._watch.setEnabled(False)
        self._xcb.xcb_disconnect(self._connection)

    def _grab(self, act: str, chord: Chord) -> bool:
        try:
            keysym, modifiers = chord.x11
        except ChordUnknown:
            return False
        codes = self._key_codes(keysym)
        held = bool(codes)
        for code in codes:
            for lock in LOCKS:
                cookie = self._xcb.xcb_grab_key_checked(
                    *(self._connection, 1, self._root, modifiers | lock, code),
                    *(ASYNCHRONOUS, ASYNCHRONOUS),
                )
                fault = self._xcb.xcb_request_check(self._connection, cookie)
                if fault:
                    self._libc.free(fault)
                    held = False
            self._acts[code, modifiers] = act
        return held

    def _key_codes(self, keysym: int) -> list[int]:
        table = self._symbols.xcb_key_symbols_alloc(self._connection)
        found = self._symbols.xcb_key_symbols_get_keycode(table, keysym)
        codes: list[int] = []
        if found:
            while found[len(codes)]:
                codes.append(int(found[len(codes)]))
            self._libc.free(found)
        self._symbols.xcb_key_symbols_free(table)
        return codes

    @Slot()
    def _read(self) -> None:
        while event := self._xcb.xcb_poll_for_event(self._connection):
            kind, code = event[0] & 0x7F, event[1]
            state = event[28] | event[29] << 8
            self._libc.free(event)
            act = self._acts.get((code, state & _REAL_MODIFIERS))
            if kind == KEY_PRESS and act is not None:
                self.pressed.emit(act)
        if self._xcb.xcb_connection_has_error(self._connection):
            # the server is gone: an ended socket would be ready to read for ever
            self._watch.setEnabled(False)


def _libraries() -> tuple[Any, Any, Any]:
    """Load what Qt's own X11 plugin loads anyway, with the types of what is called."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
        symbols = ctypes.CDLL("libxcb-keysyms.so.1")
        libc = ctypes.CDLL(None)
    except OSError as fault:
        raise NoServer(str(fault)) from fault
    pointer, u8, u16, u32 = ctypes.c_void_p, ctypes.c_uint8, ctypes.c_uint16, ctypes.c_uint32
    octets = ctypes.POINTER(u8)
    xcb.xcb_connect.restype, xcb.xcb_connect.argtypes = pointer, (ctypes.c_char_p, pointer)
    for name in ("xcb_connection_has_error", "xcb_disconnect", "xcb_get_file_descriptor"):
        getattr(xcb, name).argtypes = (pointer,)
    xcb.xcb_get_setup.restype, xcb.xcb_get_setup.argtypes = pointer, (pointer,)
    xcb.xcb_setup_roots_iterator.restype = _Screens
    xcb.xcb_setup_roots_iterator.argtypes = (pointer,)
    xcb.xcb_grab_key_checked.restype = _Cookie
    xcb.xcb_grab_key_checked.argtypes = (pointer, u8, u32, u16, u8, u8, u8)
    xcb.xcb_request_check.restype, xcb.xcb_request_check.argtypes = pointer, (pointer, _Cookie)
    xcb.xcb_poll_for_event.restype, xcb.xcb_poll_for_event.argtypes = octets, (pointer,)
    symbols.xcb_key_symbols_alloc.restype = pointer
    symbols.xcb_key_symbols_alloc.argtypes = (pointer,)
    symbols.xcb_key_symbols_get_keycode.restype = octets
    symbols.xcb_key_symbols_get_keycode.argtypes = (pointer, u32)
    symbols.xcb_key_symbols_free.argtypes = (pointer,)
    libc.free.argtypes = (pointer,)
    return xcb, symbols, libc
