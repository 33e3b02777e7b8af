"""What can go wrong with the database, by who must act."""


class StoreFailed(Exception):
    """The database could not be read or written just now; nothing was kept."""


class AlreadyThere(StoreFailed):
    """A constraint refused a row; `what` names the constraint or its columns."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


class SchemaUnknown(Exception):
    """The database was written by a newer version of this program; `revision` names its schema."""

    def __init__(self, revision: str) -> None:
        super().__init__(revision)
        self.revision = revision


def sort_out(error: Exception) -> StoreFailed:
    """Say in our words what an error of a database driver means."""
    orig = getattr(error, "orig", error)
    text = str(orig)
    if "constraint failed" in text:
        return AlreadyThere(text.partition("failed: ")[2])
    state = getattr(orig, "sqlstate", None) or ""
    if state.startswith("23"):
        diagnosis = getattr(orig, "diag", None)
        return AlreadyThere(str(getattr(diagnosis, "constraint_name", "") or text))
    return StoreFailed(text)
