"""Tell when a call really stands on the screen: at the first frame that was drawn with it."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, Slot
from PySide6.QtQuick import QQuickWindow

Call = Mapping[str, Any]


class ShownCalls(QObject):
    """Follows the frames of a window; `tell` is called once for each call, after its frame."""

    def __init__(self, window: QQuickWindow, tell: Callable[[Call], None]) -> None:
        super().__init__()
        self._tell = tell
        self._waiting: list[Call] = []
        self._drawn: list[Call] = []
        # a frame takes what the view-model says at its beginning: a call that comes while one is
        # being drawn belongs to the next frame
        window.afterAnimating.connect(self._frame_begins)
        window.frameSwapped.connect(self._frame_shown)

    def expect(self, call: Call) -> None:
        """Wait for the frame that shows this call."""
        self._waiting.append(call)

    @Slot()
    def _frame_begins(self) -> None:
        self._drawn += self._waiting
        self._waiting = []

    @Slot()
    def _frame_shown(self) -> None:
        shown, self._drawn = self._drawn, []
        for call in shown:
            self._tell(call)
