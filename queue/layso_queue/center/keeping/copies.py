"""A folder of copies: each one written aside, looked at, and only then given its name."""

import errno
import os
import re
import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from layso_queue.center.keeping.sealing import Unsealable, is_sealed, seal, unseal
from layso_queue.center.keeping.thinning import too_many
from layso_queue.center.stamps import VIETNAM, in_ms, local
from layso_queue.center.storage import DatabaseDamaged, DiskFull, StoreFailed
from layso_queue.center.storage.copying import copy_database, examine, make_durable

_STAMP = re.compile(r"-([0-9]{8}-[0-9]{6})\.db")
_PART = ".part"
_STAGED = "copy.staged"


class FolderGone(Exception):
    """The folder of copies is not there: a stick was pulled out, a disk is not mounted."""


class CopyFailed(Exception):
    """No copy was made; `why` is a word: "full", "unwritable" or "unsound"."""

    def __init__(self, why: str, detail: str = "") -> None:
        super().__init__(f"{why} {detail}")
        self.why = why
        self.detail = detail


@dataclass(frozen=True, slots=True, order=True)
class Copy:
    """A copy that was whole when it got its name; `at` (ms) is when it was made."""

    at: int
    file: Path

    @property
    def sealed(self) -> bool:
        """Whether a key is needed to read it."""
        return self.file.suffix == ".sealed"

    def bring(self, target: Path, passphrase: str) -> None:
        """Write its database to `target` and look at all of it.

        Raises DatabaseDamaged, Unsealable, OSError.
        """
        if is_sealed(self.file):
            unseal(self.file, target, passphrase)
        else:
            shutil.copyfile(self.file, target)
        examine(target)


def copy_of(file: Path) -> Copy:
    """Return a file as a copy, whatever its name; a name of ours says when it was made."""
    stamp = _STAMP.search(file.name)
    at = _read(stamp[1]) if stamp else None
    return Copy(file.stat().st_mtime_ns // 1_000_000 if at is None else at, file)


class CopyFolder:
    """The copies of one center in one folder. The folder is never made: it is on another disk,
    and a folder made in its place would be on this one."""

    def __init__(self, path: Path, code: str) -> None:
        """Name the folder and the center's code; nothing is touched."""
        self.path = path
        self._name = re.compile(rf"layso-{re.escape(code)}-([0-9]{{8}}-[0-9]{{6}})\.db(\.sealed)?")
        self._code = code

    def copies(self) -> list[Copy]:
        """Return all copies, the newest first; none where the folder is gone."""
        found = []
        try:
            names = os.listdir(self.path)
        except OSError:
            return []
        for name in names:
            fits = self._name.fullmatch(name)
            at = _read(fits[1]) if fits else None
            if at is not None:
                found.append(Copy(at, self.path / name))
        return sorted(found, reverse=True)

    def make(self, database: Path, now: int, passphrase: str) -> Copy:
        """Make a copy of a database in use; sealed if there is a passphrase.

        It is read again and compared before it gets its name. A sealed one is first made beside
        the database, so that nothing plain ever lies in this folder. Raises FolderGone, CopyFailed.
        """
        if not self.path.is_dir():
            raise FolderGone(str(self.path))
        name = f"layso-{self._code}-{local(now):%Y%m%d-%H%M%S}.db" + (
            ".sealed" if passphrase else ""
        )
        target, part = self.path / name, self.path / f".{name}{_PART}"
        staged = database.with_name(_STAGED)
        try:
            if passphrase:
                _make_sealed(database, staged, part, passphrase)
            else:
                _make_plain(database, part)
            part.replace(target)
            make_durable(target)
        except (OSError, DiskFull) as error:
            full = isinstance(error, DiskFull) or error.errno in (errno.ENOSPC, errno.EDQUOT)
            raise CopyFailed("full" if full else "unwritable", str(error)) from error
        except (DatabaseDamaged, Unsealable, StoreFailed) as error:
            raise CopyFailed("unsound", str(error)) from error
        finally:
            _remove(part, staged)
        return Copy(now // 1000 * 1000, target)

    def thin(self, now: int, days: int) -> None:
        """Remove what is no longer worth its room, and what was left half made."""
        copies = self.copies()
        for copy in too_many(copies, now, days):
            _remove(copy.file)
        for left in self.path.glob(f".layso-{self._code}-*{_PART}*"):
            _remove(left)


def _make_plain(database: Path, part: Path) -> None:
    _remove(part)
    held = copy_database(database, part)
    if examine(part) != held:
        raise DatabaseDamaged("the copy holds something else")


def _make_sealed(database: Path, staged: Path, part: Path, passphrase: str) -> None:
    _remove(staged)
    held = copy_database(database, staged)
    seal(staged, part, passphrase)
    unseal(part, staged, passphrase)
    if examine(staged) != held:
        raise DatabaseDamaged("the copy holds something else")


def _remove(*files: Path) -> None:
    for file in files:
        for one in (file, Path(f"{file}-journal"), Path(f"{file}-wal"), Path(f"{file}-shm")):
            try:
                one.unlink(missing_ok=True)
            except OSError:
                continue


def _read(text: str) -> int | None:
    try:
        return in_ms(datetime.strptime(text, "%Y%m%d-%H%M%S").replace(tzinfo=VIETNAM))
    except ValueError:
        return None
