"""A list for QML that changes row by row, so that what stands still is not drawn anew."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

Row = dict[str, Any]
_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_ROOT = QModelIndex()


class Rows(QAbstractListModel):
    """Rows of plain values; a delegate declares ``required property var row``."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []

    def take(self, rows: Sequence[Row]) -> None:
        """Become these rows; only the ones that differ are told."""
        before, after = len(self.rows), len(rows)
        for index, row in enumerate(rows[:before]):
            if self.rows[index] != row:
                self.rows[index] = row
                place = self.index(index)
                self.dataChanged.emit(place, place, [_ROLE])
        if after < before:
            self.beginRemoveRows(_ROOT, after, before - 1)
            del self.rows[after:]
            self.endRemoveRows()
        elif after > before:
            self.beginInsertRows(_ROOT, before, after - 1)
            self.rows += rows[before:]
            self.endInsertRows()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Return the number of rows; a row has none below it."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = _ROLE) -> Any:
        """Return the row's values."""
        return self.rows[index.row()] if index.isValid() and role == _ROLE else None

    def roleNames(self) -> dict[int, Any]:
        """Name the one role."""
        return {_ROLE: b"row"}
