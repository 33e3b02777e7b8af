"""The kiosk's own append-only journal: what it says is written is on the disk."""

import contextlib
import json
import os
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any, BinaryIO

from layso_kiosk.link.lock import FolderLock

Json = dict[str, Any]


class JournalUnwritable(Exception):
    """The record is not kept: the disk is full, gone or read-only. Nothing may be shown."""


class Journal:
    """One JSON object a line, each with a checksum; one process at a time owns the folder.

    A torn last line (power cut in mid-write) was never answered for: it is cut away when the
    journal is opened. A damaged line before it is left where it is and counted in `damaged`.
    `records` are what stood in it when it was opened: what is appended is not kept in memory,
    where a kiosk that runs for months has no room for it.
    """

    def __init__(self, folder: Path, name: str = "kiosk.journal") -> None:
        """Open or make it. Raises FolderInUse, or JournalUnwritable if the folder is no use."""
        self.records: list[Json] = []
        self.damaged = 0
        self._file_path = folder / name
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._lock = FolderLock(folder)
            try:
                self._file: BinaryIO = self._open()
            except OSError:
                self._lock.release()
                raise
        except OSError as fault:
            raise JournalUnwritable(str(fault)) from fault

    def append(self, record: Json) -> None:
        """Write one record and wait until the disk holds it. Raises JournalUnwritable.

        After a failure the file ends where it ended before, so that the next try is whole.
        """
        line = _line(record)
        try:
            _write_all(self._file, line)
            os.fsync(self._file.fileno())
        except (OSError, ValueError) as fault:
            with contextlib.suppress(OSError, ValueError):
                self._file.truncate(self._end)
                self._file.seek(self._end)
            raise JournalUnwritable(str(fault)) from fault
        self._end += len(line)

    def rewrite(self, records: Iterable[Json]) -> None:
        """Keep only these: the old file stands until the new one is whole on the disk.

        Raises JournalUnwritable; then the old journal goes on.
        """
        kept = list(records)
        fresh = self._file_path.with_suffix(".new")
        try:
            with fresh.open("wb", buffering=0) as file:
                _write_all(file, b"".join(_line(record) for record in kept))
                os.fsync(file.fileno())
            self._file.close()  # Windows cannot replace an open file
            fresh.replace(self._file_path)
            _sync_folder(self._file_path.parent)
        except OSError as fault:
            raise JournalUnwritable(str(fault)) from fault
        finally:
            if self._file.closed:
                self._file = self._open()

    def close(self) -> None:
        """Let the folder go."""
        self._file.close()
        self._lock.release()

    def _open(self) -> BinaryIO:
        is_new = not self._file_path.exists()
        file: BinaryIO = self._file_path.open("r+b" if not is_new else "x+b", buffering=0)
        try:
            raw = file.readall() if hasattr(file, "readall") else file.read()
            self._end = self._read(raw)
            if self._end < len(raw):
                file.truncate(self._end)
                os.fsync(file.fileno())
            file.seek(self._end)
            if is_new:
                _sync_folder(self._file_path.parent)
        except OSError:
            file.close()
            raise
        return file

    def _read(self, raw: bytes) -> int:
        """Take the records in; return where the last whole line ends."""
        self.records, self.damaged, end = [], 0, 0
        for line in raw.splitlines(keepends=True):
            if not line.endswith(b"\n"):
                break
            record = _record(line)
            if record is None:
                self.damaged += 1
            else:
                self.records.append(record)
            end += len(line)
        return end


def _line(record: Json) -> bytes:
    text = json.dumps(record, ensure_ascii=True, separators=(",", ":")).encode()
    return b"%08x %s\n" % (zlib.crc32(text), text)


def _record(line: bytes) -> Json | None:
    checksum, _, text = line.rstrip(b"\n").partition(b" ")
    if checksum != b"%08x" % zlib.crc32(text):
        return None
    found = json.loads(text)
    return found if isinstance(found, dict) else None


def _write_all(file: BinaryIO, data: bytes) -> None:
    # a raw file may take less than it is given, e.g. when the disk is almost full
    while data:
        data = data[file.write(data) :]


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return  # Windows has no such handle; its rename is journalled by NTFS
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
