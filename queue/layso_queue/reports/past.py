"""Read a center's days from its folder: only reading, also while the center runs."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import orjson

from layso_assets.languages import LANGUAGES, Texts
from layso_queue.center.folder import Folder
from layso_queue.center.settings import Settings, SettingsWrong, read_settings
from layso_queue.center.storage import Archive, StoreFailed
from layso_queue.line import from_record
from layso_queue.line.events import Event
from layso_queue.line.record import RecordUnreadable
from layso_queue.line.telling import Told, tell


class PastUnreadable(Exception):
    """The folder cannot be read, or holds no such day; the sentence says which."""


@dataclass(frozen=True, slots=True)
class Past:
    """A center's folder as it stood when it was opened: settings, and the dates of its days."""

    folder: Path
    settings: Settings | None
    texts: Texts
    archive: Archive

    @property
    def names(self) -> Mapping[str, str]:
        """Return the services' names by code, in the reader's language."""
        if self.settings is None:
            return {}
        return {one.code: getattr(one.name, self.texts.language) for one in self.settings.services}

    @property
    def center(self) -> str:
        """Return the center's name, empty if its settings cannot be read."""
        return str(getattr(self.settings.center.name, self.texts.language)) if self.settings else ""

    def dates(self) -> list[str]:
        """Return the dates of all service days, the first day first; raise PastUnreadable."""
        try:
            return [date for date, _ in self.archive.days()]
        except StoreFailed as failed:
            raise self.unreadable(failed) from failed

    def date(self, asked: str | None) -> str:
        """Return the date asked for, or the newest; raise PastUnreadable if there is none such."""
        known = self.dates()
        if asked is None and not known:
            raise PastUnreadable(self._say("no_day", folder=self.folder))
        if asked is not None and asked not in known:
            raise PastUnreadable(self._say("day_unknown", folder=self.folder, date=asked))
        return asked or known[-1]

    def events(self, date: str) -> list[Event]:
        """Return a day's events so far; raise PastUnreadable."""
        try:
            entries = self.archive.journal_of(date)
            return [from_record(orjson.loads(entry.record)) for entry in entries]
        except (StoreFailed, RecordUnreadable, orjson.JSONDecodeError) as failed:
            raise self.unreadable(failed) from failed

    def told(self, date: str) -> Told:
        """Return what a day's journal tells; raise PastUnreadable."""
        return tell(self.events(date))

    def promised(self, ticket: str) -> tuple[int, int] | None:
        """Return the minutes (low, high) told with a ticket; None if none were, or none are kept.

        A folder last used by an older version keeps none.
        """
        try:
            return self.archive.promised(ticket)
        except StoreFailed:
            return None

    def close(self) -> None:
        """Let go of the files."""
        self.archive.close()

    def unreadable(self, why: Exception) -> PastUnreadable:
        """Return the fault that says the folder cannot be read."""
        return PastUnreadable(self._say("unreadable", folder=self.folder, why=why))

    def _say(self, key: str, **values: object) -> str:
        return self.texts.say(f"reports.why.{key}", **values)


def open_past(path: Path, language: str | None = None) -> Past:
    """Open a center's folder for reading, in the language asked for or the center's own.

    Raises PastUnreadable when there is no center's database.
    """
    folder = Folder(path)
    texts = Texts(language or LANGUAGES[0])
    settings: Settings | None = None
    try:
        settings = read_settings(folder.settings, texts)
        texts = Texts(language or settings.center.language)
    except SettingsWrong:
        pass  # the journal can be read without them; services then go by their codes
    if not folder.database.is_file():
        raise PastUnreadable(texts.say("reports.why.no_day", folder=path))
    return Past(path, settings, texts, Archive(folder.database))
