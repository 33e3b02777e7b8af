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
    """Say in our words what an error of a database driver means, without any value of a row."""
    orig = getattr(error, "orig", None) or error
    text = str(orig)
    if "constraint failed" in text:
        return AlreadyThere(text.partition("failed: ")[2])
    diagnosis = getattr(orig, "diag", None)
    state = getattr(orig, "sqlstate", None) or ""
    if state.startswith("23"):
        return AlreadyThere(str(getattr(diagnosis, "constraint_name", "") or state))
    # PostgreSQL's details name the values of the row; its first line does not.
    said = getattr(diagnosis, "message_primary", None) or text.partition("\n")[0]
    return StoreFailed(str(said))
