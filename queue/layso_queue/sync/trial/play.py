"""One run: a day and a half of three towns, then quiet, then the checks."""

from functools import partial

from layso_queue.sync.at_hub.effects import take_effect
from layso_queue.sync.inbox import try_again
from layso_queue.sync.messages import Answer, Request
from layso_queue.sync.rules import ALL, Rules
from layso_queue.sync.trial.checks import check_all, check_flow, check_tries
from layso_queue.sync.trial.hall import day_of
from layso_queue.sync.trial.kiosk import Kiosk
from layso_queue.sync.trial.network import Network
from layso_queue.sync.trial.people import People, Promise
from layso_queue.sync.trial.post import Post
from layso_queue.sync.trial.province import Province
from layso_queue.sync.trial.report import Fault, Report
from layso_queue.sync.trial.staff import Staff
from layso_queue.sync.trial.town import Town
from layso_queue.sync.trial.weather import Weather
from layso_queue.sync.trial.world import BEGIN, DAY, HOUR, MINUTE, World

CENTERS = ("26041", "26044", "26050")
BUSY = 36 * HOUR
"""How long people and faults go on; 90 hours where one line is cut for 72."""
QUIET = 4 * HOUR
BETWEEN_ACTS = 9 * MINUTE
"""From one act at a center, or one citizen of its, to the next, on average."""


def run(seed: int, rules: Rules = ALL, centers: tuple[str, ...] = CENTERS) -> Report:
    """Play one seed and return what was found; about a fifth of a second."""
    return _Play(seed, rules, centers).play()


class _Play:
    def __init__(self, seed: int, rules: Rules, centers: tuple[str, ...]) -> None:
        self.report = Report(seed)
        self.world = World(seed)
        self.province = Province(self.world, rules, centers)
        self.network = Network(self.world, self._serve)
        self.people = People(self.world, self.province, self.report)
        self.towns = []
        for code in centers:
            post = Post(code, self.world, self.network, rules)
            who = (post, self.world, self.people, self.report)
            self.towns.append(Town(post, Staff(*who), Kiosk(*who)))
        self.weather = Weather(
            self.world, self.province, self.network, self.people, self.towns, self.report
        )
        self._end = 0

    def play(self) -> Report:
        world = self.world
        end = BEGIN + (90 * HOUR if self.weather.long_cut else BUSY)
        self._end = end
        self.weather.begin(end)
        for town in self.towns:
            for slot in range(1, 8):
                town.staff.set_quota(BEGIN + slot * 2 * HOUR, False)
            self._next_act(town, end)
            self._next_citizen(town, end)
        world.run_until(end)
        self._last_minutes()
        self.weather.clear()
        world.run_until(world.now + QUIET // 2)
        for town in self.towns:
            check_flow(town, self.province.part(town.post.code), self.report)
        self.province.program = 2
        for town in self.towns:
            self._hub_was_updated(town)
        world.run_until(world.now + QUIET // 2)
        check_all(self.province, self.towns, self.people, self.report, world.now)
        for town in self.towns:
            town.post.line.cut_until = world.now + 3 * HOUR
        since = world.now
        world.run_until(since + 3 * HOUR)
        for town in self.towns:
            check_tries(town, self.report, since, world.now)
        self.report.happened["messages lost"] = self.network.lost
        self.report.happened["messages doubled"] = self.network.doubled
        return self.report

    def _next_act(self, town: Town, end: int) -> None:
        chance, staff = self.world.chance, town.staff
        if self.world.now >= end:
            return
        slot = self.people.slot_to_come()
        today = BEGIN + day_of(self.world.now) * DAY
        acts = (
            (30, town.kiosk.walk_in),
            (25, lambda: staff.set_quota(slot, False)),
            (6, lambda: staff.set_quota(today, True)),
            (15, lambda: staff.book_locally(slot)),
            (10, lambda: staff.change_mind(slot)),
            (3, staff.close_or_lift),
            (6, staff.change_catalogue),
            (15, staff.change_status),
            (5, staff.mark_missed),
        )
        (act,) = chance.choices([act for _, act in acts], [weight for weight, _ in acts])
        act()
        self.world.after(chance.expovariate(1 / BETWEEN_ACTS), lambda: self._next_act(town, end))

    def _next_citizen(self, town: Town, end: int) -> None:
        chance, code = self.world.chance, town.post.code
        if self.world.now >= end:
            return
        mine = [
            one
            for one in self.people.promises.values()
            if one.center == code and one.live and not one.came and not one.shown.remote
        ]
        what = chance.random()
        if what < 0.6 or not mine:
            promise = self.people.buy(code, False)
            if promise is not None:
                self._expect(town, promise)
        elif what < 0.72:
            self.people.buy(code, True)
        elif what < 0.86:
            self.people.cancel(chance.choice(mine))
        else:
            promise = chance.choice(mine)
            self.people.move(promise)
            self._expect(town, promise)
        wait = chance.expovariate(1 / BETWEEN_ACTS)
        self.world.after(wait, lambda: self._next_citizen(town, end))

    def _expect(self, town: Town, promise: Promise) -> None:
        """Let the person come about her time, and perhaps her token once more."""
        chance, shown = self.world.chance, promise.shown

        def come() -> None:
            if self.world.now > self._end:
                return
            current = promise.live and promise.shown == shown
            cheats = promise.cheats and self.people.cheating
            comes = promise.comes if current else cheats
            if comes and promise.came == 0:
                town.kiosk.come(promise, promise.shown if current else shown)

        def come_again() -> None:
            if promise.came and self.world.now <= self._end:
                town.kiosk.come(promise, shown)

        about = shown.slot + chance.randrange(-20 * MINUTE, 20 * MINUTE)
        self.world.at(max(about, self.world.now + 1), come)
        if chance.random() < 0.2:
            self.world.at(max(about, self.world.now) + chance.randrange(1, 5 * HOUR), come_again)

    def _serve(self, request: Request) -> Answer | None:
        answer = self.province.serve(request)
        if answer is not None and not self.weather.twins:
            self._look_at_phones(request.sender.center)
        return answer

    def _look_at_phones(self, code: str) -> None:
        kiosk = next(town.kiosk for town in self.towns if town.post.code == code)
        part = self.province.part(code)
        for promise in self.people.from_home[code]:
            kept = None if promise.number else part.booking(promise.shown.id)
            if kept is not None and kept.number:
                promise.number = kept.number
                kiosk.holds(day_of(kept.slot), kept.number, kept.ticket)

    def _last_minutes(self) -> None:
        """Let a lot be said just before quiet, while lines still say things twice and late."""
        for town in self.towns:
            town.post.idle_ms = MINUTE
            town.post.line.twice = max(town.post.line.twice, 0.3)
        for _ in range(4):
            for town in self.towns:
                town.staff.change_status()
            self.world.run_until(self.world.now + 2 * MINUTE)

    def _hub_was_updated(self, town: Town) -> None:
        """Let staff try again what an older program had set aside."""
        part, at = self.province.part(town.post.code), self.province.moment()
        self.province.act(
            lambda: _ignore(try_again(part.inbox, partial(take_effect, part, at=at), at))
        )
        for id, promise in self.people.promises.items():
            kept = self.province.part(promise.center).booking(id)
            if promise.number and kept is not None and kept.number != promise.number:
                about = f"{promise.center}: {promise.number}, then {kept.number}"
                self.report.fault(Fault.NUMBER_CHANGED, about)


def _ignore(_: object) -> None:
    return None
