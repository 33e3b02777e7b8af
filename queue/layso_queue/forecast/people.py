"""People who may go before those who wait: bookings, privileged, and who comes back."""

from collections.abc import Callable
from random import Random

import numpy as np
from numpy.typing import NDArray

from layso_queue.forecast.habits import LATENESS
from layso_queue.forecast.play import Coming, Rules
from layso_queue.forecast.programs import longer_than
from layso_queue.forecast.scene import Scene
from layso_queue.forecast.today import Today
from layso_queue.line.day import Ticket
from layso_queue.line.order import MINUTE, key_of_booking
from layso_queue.line.states import BookingState

Stratified = Callable[[int], NDArray[np.float64]]

PARKED_BACK = 0.95
"""The share of people sent to fetch something who come back."""


class People:
    """Draws who will begin to wait while others do."""

    def __init__(self, scene: Scene, rules: Rules, today: Today) -> None:
        """Look at a scene."""
        self._scene, self._rules, self._today = scene, rules, today
        self._index = {code: i for i, code in enumerate(scene.codes)}
        self._by_hour: list[tuple[float, list[tuple[int, int, float]]]] = []
        crowd = today.learned.habits.crowd(today.watch.seen.arrived, scene.minute)
        for some in today.privileged():
            known = [(self._index[s], head, n * crowd) for s, head, n in some if s in self._index]
            self._by_hour.append((sum(rate for _, _, rate in known), known))
        heads = [head for _, some in self._by_hour for _, head, _ in some]
        self._longest = min(max(heads, default=0), 600)

    def coming(self, busy: list[list[float]], stratified: Stratified) -> list[list[Coming]]:
        """Draw for each run which bookings are kept and when, who comes back, who is sent on.

        `busy` are the minutes that each desk is taken, by desk and run.
        """
        found: list[list[Coming]] = [[] for _ in busy[0]]
        self._add_bookings(found, stratified)
        self._add_returns(found, stratified)
        for desk, minutes in zip(self._scene.desks, busy, strict=True):
            if desk.counter.ticket is not None:
                self._send_on(
                    found, self._scene.day.tickets[desk.counter.ticket], minutes, stratified
                )
        return found

    def _send_on(
        self,
        found: list[list[Coming]],
        ticket: Ticket,
        minutes: list[float],
        stratified: Stratified,
    ) -> None:
        """Let a visit under way end with a transfer or a way to the copier, as others do."""
        service = self._index[ticket.service]
        ways = self._rules.onward[service]
        key = float(ticket.key - self._scene.now)
        if not ways:
            return
        for run, (chance, which) in enumerate(stratified(2).tolist()):
            for share, to in ways:
                if chance < share:
                    aways = self._rules.aways
                    away = 0.0 if to >= 0 else aways[int(which * len(aways))]
                    then = service if to < 0 else to
                    found[run].append((minutes[run] + away, key, then, False))
                    break
                chance -= share

    def _add_bookings(self, found: list[list[Coming]], stratified: Stratified) -> None:
        scene, habits, index = self._scene, self._today.learned.habits, self._index
        late = np.array(habits.pool("late", LATENESS))
        rules = scene.day.opened_plan.rules
        for booking in scene.day.bookings.values():
            if booking.state is not BookingState.BOOKED or booking.service not in index:
                continue
            slot = (booking.slot - scene.now) / MINUTE
            head = max(rules.booking_head_start, rules.head_start(booking.priority))
            times = slot + late
            times = times[times > 0]
            if slot > head + 60 or not len(times):
                continue
            still = habits.show * len(times) / len(late)
            shows = still / (still + 1 - habits.show)
            uniform = stratified(2)
            when = times[(uniform[:, 1] * len(times)).astype(int)]
            for run in np.flatnonzero(uniform[:, 0] < shows):
                at = float(when[run])
                arrived = scene.now + round(at * MINUTE)
                key = key_of_booking(rules, booking.priority, booking.slot, arrived) - scene.now
                if key < 0:
                    found[run].append((at, float(key), index[booking.service], False))

    def _add_returns(self, found: list[list[Coming]], stratified: Stratified) -> None:
        scene, watch, rules, index = self._scene, self._today.watch, self._rules, self._index
        for id, parked in watch.away.items():
            ticket, kept = watch.ticket(id), scene.day.tickets.get(id)
            if ticket is None or ticket.service not in index:
                continue
            spent = max(0.0, (scene.now - ticket.since) / MINUTE)
            pool = rules.aways if parked else rules.backs
            share = PARKED_BACK if parked else rules.back
            still = share * (sum(one > spent for one in pool) + 0.5) / (len(pool) + 0.5)
            left = longer_than(pool, spent)
            key = float((kept.key if kept else ticket.arrived) - scene.now)
            uniform = stratified(2)
            for run in np.flatnonzero(uniform[:, 0] < still / (still + 1 - share)):
                at = left[int(uniform[run, 1] * len(left))]
                found[run].append((at, key, index[ticket.service], False))

    def next_privileged(self, random: Random) -> Callable[[float], Coming | None]:
        """Return who says who comes next with a head start after a minute, before newcomers."""
        by_hour, longest, minute_now = self._by_hour, self._longest, self._scene.minute

        def following(minute: float) -> Coming | None:
            while minute < longest:
                hour = int((minute_now + minute) // 60)
                whole, some = by_hour[hour % 24]
                ends = (hour + 1) * 60 - minute_now
                if whole <= 0:
                    minute = ends
                    continue
                after = minute + random.expovariate(whole / 60)
                if after >= ends:
                    minute = ends
                    continue
                minute = after
                service, head = _drawn(some, random.random() * whole)
                if head > minute:
                    return (minute, (minute - head) * MINUTE, service, True)
            return None

        return following


def _drawn(some: list[tuple[int, int, float]], chance: float) -> tuple[int, int]:
    for service, head, rate in some:
        chance -= rate
        if chance < 0:
            return service, head
    return some[-1][:2]
