"""What can go wrong with the database, by who must act."""


class StoreFailed(Exception):
    """The database could not be read or written just now; nothing of the batch was kept."""


class DiskFull(StoreFailed):
    """No room is left: somebody must free some. Nothing of the batch was kept."""


class AlreadyThere(StoreFailed):
    """A constraint refused a row; `what` is SQLite's own word for it, such as "commands.id"."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


class DatabaseDamaged(Exception):
    """The file is not a sound database; `detail` says what SQLite or the chain found."""

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


class SchemaUnknown(Exception):
    """The database was written by a newer version of this program; `revision` names its schema."""

    def __init__(self, revision: str) -> None:
        super().__init__(revision)
        self.revision = revision


def sort_out(error: Exception) -> StoreFailed:
    """Say in our words what an error of the database driver means."""
    text = str(getattr(error, "orig", error))
    if "disk is full" in text:
        return DiskFull(text)
    if "constraint failed" in text:
        return AlreadyThere(text.partition("failed: ")[2])
    return StoreFailed(text)
