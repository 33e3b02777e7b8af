"""A hub that tells people in every way, and a center that closes and opens."""

import random
from dataclasses import dataclass, field

from hub_place import CENTER, at, place
from layso_queue.hub.notices.courier import Courier
from layso_queue.hub.notices.posts import HOOK, Posts
from layso_queue.hub.storage import Centers, Person, Sale, Sides
from layso_queue.sync import Event, Kind
from layso_queue.sync.at_hub.effects import take_effect

THU = Person("Trần Thị Thử", "0912345678", "p-1", "thu@example.vn", "vi")
ANN = Person("Ann Example", "0912345670", "p-2", "ann@example.vn", "en")
URL = "https://dat-lich.example.vn"
STORM = {"reason": "mưa bão", "reason_en": "a storm"}


@dataclass
class Kept:
    got: list = field(default_factory=list)
    fault: Exception | None = None

    def send(self, written):
        if self.fault is not None:
            raise self.fault
        self.got.append(written)

    @property
    def kinds(self):
        return [one.kind for one in self.got]


class Town:
    """A hub that tells people in every way, and a center that closes and opens."""

    def __init__(self, database, clock, mail):
        self.database, self.clock = database, clock
        self.sms, self.hook = Kept(), Kept()
        name = f"{HOOK}dossiers"
        hooks = {name: ("https://x.example.vn", ("closed", "reopened"))}
        posts = Posts({"email": mail, "sms": self.sms, name: self.hook}, hooks)
        chance = random.Random(5).randbytes
        self.sale = Sale(database, clock, chance, posts.ways)
        self.sides = Sides(clock, chance, posts.ways)
        self.courier = Courier(database, Centers(database), clock, posts, URL)
        self._versions = {}

    def book(self, who=THU, slot="06 09:00", service="A"):
        return self.sale.confirm(self.sale.hold(place(slot, service)).id, who)[0]

    def hear(self, kind, id, payload):
        version = self._versions[id] = self._versions.get(id, 0) + 1

        def work(connection):
            side, moment = self.sides.open(connection, CENTER)
            event = Event(
                id=self.sides.new_id(),
                kind=kind,
                entity=id,
                version=version,
                occurred_at=moment.now,
                payload=payload,
            )
            assert take_effect(side, event, moment) is None

        self.database.write(work)

    def close(self, id="c-1", first="06 08:00", last="06 12:00", service="A", **reason):
        span = {"service": service, "from": at(first), "to": at(last)}
        self.hear(Kind.CLOSURE_SET, id, span | (reason or STORM))

    def lift(self, id="c-1"):
        self.hear(Kind.CLOSURE_LIFTED, id, {})
