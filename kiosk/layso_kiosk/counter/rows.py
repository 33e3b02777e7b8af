"""A list of rows for QML that changes in place: nothing jumps, the focus stays where it is."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QPersistentModelIndex, Qt

Row = dict[str, Any]

ROLE = Qt.ItemDataRole.UserRole + 1
NOWHERE = QModelIndex()


class Rows(QAbstractListModel):
    """Rows with an "id" each; a delegate reads the whole row as ``row``."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Row] = []

    def replace(self, rows: list[Row]) -> None:
        """Become `rows`: gone ones leave, new ones come, changed ones change."""
        wanted = {row["id"] for row in rows}
        for place in reversed(range(len(self._rows))):
            if self._rows[place]["id"] not in wanted:
                self._remove(place)
        for place, row in enumerate(rows):
            if place < len(self._rows) and self._rows[place]["id"] == row["id"]:
                if self._rows[place] != row:
                    self._rows[place] = row
                    self.dataChanged.emit(self.index(place), self.index(place))
                continue
            held = self._place_of(row["id"], place)
            if held is not None:
                self._remove(held)
            self.beginInsertRows(NOWHERE, place, place)
            self._rows.insert(place, row)
            self.endInsertRows()

    def _place_of(self, row_id: str, start: int) -> int | None:
        found = (at for at in range(start, len(self._rows)) if self._rows[at]["id"] == row_id)
        return next(found, None)

    def _remove(self, place: int) -> None:
        self.beginRemoveRows(NOWHERE, place, place)
        del self._rows[place]
        self.endRemoveRows()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = NOWHERE) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the row."""
        return self._rows[index.row()] if role == ROLE and index.isValid() else None

    def roleNames(self) -> dict[int, QByteArray]:
        """Name the one role ``row``."""
        return {int(ROLE): QByteArray(b"row")}

    def all(self) -> list[Row]:
        """Return the rows as they stand."""
        return list(self._rows)
