"""What the runs draw from, made for all runs at once; equal scenes and seeds draw equal numbers.

Every column is stratified: over the runs it goes through all parts of its distribution, which
makes thirty runs tell as much as many more would by mere chance.
"""

from random import Random

import numpy as np
from numpy.typing import NDArray

from layso_queue.forecast.calendar import Calendar
from layso_queue.forecast.habits import PATIENCE, WALK
from layso_queue.forecast.people import People
from layso_queue.forecast.play import Chances, Rules
from layso_queue.forecast.pools import normal
from layso_queue.forecast.programs import Ahead, Moment, aheads, longer_than
from layso_queue.forecast.scene import Desk, Scene
from layso_queue.forecast.today import Today
from layso_queue.line.order import MINUTE
from layso_queue.line.states import CounterState, TicketState

Floats = NDArray[np.float64]

NORMAL = np.array(normal(0.0, 1.0, 99))


class Draws:
    """All chances of `runs` runs."""

    def __init__(self, scene: Scene, rules: Rules, today: Today, calendar: Calendar, runs: int):
        """Draw them."""
        self._scene, self._rules, self._today, self._runs = scene, rules, today, runs
        self._random = np.random.default_rng(scene.day.seq)
        self._levels = self._draw_levels()
        self._residuals = [np.array(pool) for pool in rules.residuals]
        moment = Moment(scene.now, scene.minute)
        self._busy = [self._draw_busy(desk) for desk in scene.desks]
        self._aheads = [self._draw_ahead(desk, moment, calendar) for desk in scene.desks]
        self._lengths = self._draw_lengths()
        self._patience = self._draw_patience()
        people = People(scene, rules, today)
        self._next_privileged = people.next_privileged
        self._coming = people.coming(self._busy, self._stratified)

    def of_run(self, run: int) -> Chances:
        """Return one run's."""
        random = Random(self._scene.day.seq * 1000 + run)
        return Chances(
            levels=self._levels[run],
            lengths=self._lengths[run],
            patience=self._patience[run],
            busy=[busy[run] for busy in self._busy],
            aheads=[ahead[run] for ahead in self._aheads],
            coming=self._coming[run],
            next_privileged=self._next_privileged(random),
            uniform=random.random,
        )

    def _stratified(self, columns: int) -> Floats:
        strata = np.tile(np.arange(self._runs, dtype=np.float64)[:, None], (1, columns))
        strata = self._random.permuted(strata, axis=0)
        found: Floats = (strata + self._random.random((self._runs, columns))) / self._runs
        return found

    def _draw_levels(self) -> list[list[float]]:
        scene, lengths = self._scene, self._today.learned.lengths
        common, own = self._today.levels(scene.codes, scene.now)
        z = NORMAL[(self._stratified(1 + len(scene.codes)) * len(NORMAL)).astype(int)]
        minutes = {service.code: service.minutes for service in scene.day.opened_plan.services}
        means = np.array([lengths.mean(code, minutes[code]) for code in scene.codes])
        means += common.mean + np.array([own[code].mean for code in scene.codes])
        deviations = np.array([own[code].deviation for code in scene.codes])
        levels: Floats = means + z[:, :1] * common.deviation + z[:, 1:] * deviations
        found: list[list[float]] = levels.tolist()
        return found

    def _draw_lengths(self) -> list[list[float]]:
        scene, lengths = self._scene, self._today.learned.lengths
        uniform = self._stratified(len(scene.items))
        made = np.zeros_like(uniform)
        levels = np.array(self._levels)
        services = np.array([item.service for item in scene.items])
        real = np.array([isinstance(item.name, str) for item in scene.items])
        for service, pool in enumerate(self._residuals):
            which = np.flatnonzero(real & (services == service))
            if len(which):
                rest = pool[(uniform[:, which] * len(pool)).astype(int)]
                made[:, which] = np.exp(levels[:, service : service + 1] + rest)
        for i, item in enumerate(scene.items):
            if item.dossiers > 1:
                made[:, i] *= np.exp(lengths.dossiers(item.dossiers))
        found: list[list[float]] = made.tolist()
        return found

    def _draw_patience(self) -> list[list[float]]:
        """Draw after how many minutes each one leaves: by hazards that change with the wait."""
        scene = self._scene
        rates = np.array(self._today.learned.habits.leaving())
        shape = (self._runs, len(scene.items))
        if not rates.any():
            never: list[list[float]] = np.full(shape, np.inf).tolist()
            return never
        edges = np.array([*PATIENCE, 24 * 60.0])
        hazard = np.concatenate([[0.0], np.cumsum(rates * np.diff(edges))])
        waited = np.minimum([item.waited for item in scene.items], 1000.0)
        spent = np.interp(waited, edges, hazard)
        leave = np.interp(spent + self._random.exponential(size=shape), hazard, edges, right=np.inf)
        found: list[list[float]] = (leave - waited).tolist()
        return found

    def _draw_busy(self, desk: Desk) -> list[float]:
        """Draw how long each desk is still taken by who is there, given how long she has been."""
        scene, day, habits = self._scene, self._scene.day, self._today.learned.habits
        if desk.counter.ticket is None:
            return [0.0] * self._runs
        ticket = day.tickets[desk.counter.ticket]
        known = self._today.watch.ticket(ticket.id)
        since = known.called if known is not None and known.called else ticket.called_at
        spent = max(0.0, (scene.now - (since or ticket.started_at or scene.now)) / MINUTE)
        service = scene.codes.index(ticket.service)
        pool = self._residuals[service]
        lengths = self._today.learned.lengths
        hour = int(((scene.minute - spent) // 60) % 24)
        pace = desk.paces[service] * self._rules.hours[service][hour]
        level = np.array(self._levels)[:, service] + np.log(pace)
        level += lengths.dossiers(ticket.dossiers)
        over = np.searchsorted(pool, np.log(max(spent, 1e-3)) - level, side="right")
        left = len(pool) - over
        uniform = self._stratified(2)
        which = np.minimum(over + (uniform[:, 0] * left).astype(int), len(pool) - 1)
        rest = np.exp(level + pool[which]) - spent
        # Longer than nearly all so far: what is left is about a third of a visit.
        tail = -np.log1p(-uniform[:, 0]) * np.exp(level) * 0.6
        rest = np.where(left >= 3, np.maximum(rest, 0.0), tail)
        if ticket.state is TicketState.CALLED:
            miss = self._rules.miss
            walks = habits.pool("walk", WALK)
            gone = self._rules.no_show * (sum(one > spent for one in miss) / len(miss) + 0.02)
            here = (1 - self._rules.no_show) * (sum(w > spent for w in walks) / len(walks) + 0.02)
            missing = uniform[:, 1] < gone / (gone + here)
            more = np.array(longer_than(miss, spent))
            rest = np.where(missing, more[(uniform[:, 0] * len(more)).astype(int)], rest)
        found: list[float] = rest.tolist()
        return found

    def _draw_ahead(self, desk: Desk, moment: Moment, calendar: Calendar) -> list[Ahead]:
        counter, watch = desk.counter, self._today.watch
        uniform = self._stratified(2).tolist()
        chances = [(a, b) for a, b in uniform]
        since = counter.since
        if counter.state is CounterState.PAUSED and counter.number in watch.desks.paused:
            since = watch.desks.paused[counter.number][1]
        worked = counter.number in watch.seen.programs
        return aheads(counter, since, worked, moment, self._today.learned, calendar, chances)
