"""Databases that are lost and restored from a backup, with or without anybody knowing."""

from layso_queue.sync.trial.hall import Hall
from layso_queue.sync.trial.people import People
from layso_queue.sync.trial.province import Part, Province
from layso_queue.sync.trial.report import Report
from layso_queue.sync.trial.store import Store, Tables
from layso_queue.sync.trial.town import Town
from layso_queue.sync.trial.world import HOUR, MINUTE, World

KEPT_BACKUPS = 4


class Losses:
    """Keeps backups of everybody, and puts them back."""

    def __init__(
        self, world: World, province: Province, people: People, towns: list[Town], report: Report
    ) -> None:
        """Begin without a backup."""
        self._world = world
        self._province = province
        self._people = people
        self._towns = towns
        self._report = report
        self._backups: list[Tables] = []

    def back_up(self, end: int) -> None:
        """Keep a backup of everything each hour or two."""
        self.back_up_now()
        wait = self._world.chance.randrange(30 * MINUTE, 2 * HOUR)
        if self._world.now + wait < end:
            self._world.after(wait, lambda: self.back_up(end))

    def back_up_now(self) -> None:
        """Keep one more backup of everything, and drop the oldest."""
        self._backups = [*self._backups, self._province.store.backup()][-KEPT_BACKUPS:]
        for town in self._towns:
            kept = [*town.backups, town.post.hall.store.backup()]
            town.backups = kept[-KEPT_BACKUPS:]

    def restore_hub(self) -> None:
        """Lose the hub's database and take a backup of it."""
        self._report.happened["hub restores"] += 1
        self._province.store = Store(self._world.chance.choice(self._backups))
        self._backups = [self._province.store.backup()]
        self._province.store = Store(self._backups[0])
        self._backups = [self._province.store.backup()]
        if self._province.rules.hub_begins_anew:
            self._province.act(self._province.begin_anew)
        self._note_orphans()

    def restore(self, town: Town) -> None:
        """Lose a center's database, take a backup of it, and know that.

        What killed the disk often takes the line along for some hours.
        """
        self._report.happened["center restores"] += 1
        if self._world.chance.random() < 0.5:
            until = self._world.now + self._world.chance.randrange(6 * HOUR)
            town.post.line.cut_until = max(town.post.line.cut_until, until)
        tables = self._world.chance.choice(town.backups)
        town.post.live_again(Store(tables).backup())
        if town.post.moment().rules.journals_replay:
            town.kiosk.read_journals()
        self._after_loss(town)

    def roll_back(self, town: Town) -> None:
        """Put the whole machine back without telling it, if it gave no number or place to the web.

        What only the hub knows of those is out of the center's reach until it hears from the hub.
        """
        before, now = town.backups[-1], town.post.hall.store.backup()
        remote = [
            {i: b for i, b in t.get("bookings", {}).items() if b.remote} for t in (before, now)
        ]
        if remote[0] != remote[1] or before.get("grants") != now.get("grants"):
            return
        self._report.happened["center rolled back"] += 1
        town.post.load(Store(before).backup())
        town.kiosk.read_journals()
        self._after_loss(town)

    def _after_loss(self, town: Town) -> None:
        town.backups = [town.post.hall.store.backup()]
        for promise in self._people.promises.values():
            if promise.center == town.post.code and (not promise.live or promise.old):
                promise.cheats = False  # the center may have forgotten that she gave it up
        self._note_orphans()

    def _note_orphans(self) -> None:
        """Find what only a phone knows now: neither side has the booking, or the number, any more.

        The number that its center gives such a phone next is as good as a first one. All that was
        ever shown stays in the kiosks' `holders`: nobody else may get it.
        """
        for promise in self._people.promises.values():
            town = next(one for one in self._towns if one.post.code == promise.center)
            id = promise.shown.id
            part, hall = self._province.part(promise.center), town.post.hall
            sides = (part.booking(id), hall.booking(id))
            if all(one is None or one.version < promise.shown.version for one in sides):
                if not promise.orphan:
                    self._report.happened["orphans"] += 1
                promise.orphan = True
            if promise.number and not number_is_left(part, hall, id, promise.number):
                self._report.happened["numbers only a phone knows"] += 1
                promise.number = ""


def number_is_left(part: Part, hall: Hall, booking: str, number: str) -> bool:
    """Return whether the hub or the center can still tell which number a booking was given.

    Their bookings say it, and so does every kept entry of the stream in which it was told.
    """
    if any(one and one.number == number for one in (part.booking(booking), hall.booking(booking))):
        return True
    for log in (part.inbox.log, hall.outbox):
        for entry in log.after(0, 10**9):
            what = entry.event.payload
            about = booking in (entry.event.entity, what.get("booking"))
            if about and what.get("number") == number:
                return True
    return False
