"""When a counter will call from now on: past days' hours of it, from where this day stands.

All in minutes from now. A stretch (start, end, rest) is as in `seen.Stretch`.
"""

import math
from dataclasses import dataclass
from itertools import pairwise

from layso_queue.forecast.calendar import Calendar
from layso_queue.forecast.learned import Learned
from layso_queue.forecast.pools import Pool
from layso_queue.forecast.seen import Stretch
from layso_queue.line.day import Counter
from layso_queue.line.order import MINUTE
from layso_queue.line.states import CounterState

Ahead = list[tuple[float, float, float]]

ALWAYS: Ahead = [(0.0, math.inf, 0.0)]

EARLY = 20.0
"""So many minutes before its usual hour a pause may already be lunch."""

FEW = 3
"""With fewer past days than this the calendar counts as one more."""


@dataclass(frozen=True, slots=True)
class Moment:
    """Now in ms, and as local minutes of the day."""

    now: int
    minute: float


def aheads(
    counter: Counter,
    since: int,
    worked: bool,
    moment: Moment,
    learned: Learned,
    calendar: Calendar,
    chances: list[tuple[float, float]],
) -> list[Ahead]:
    """Return for each run, from its two chances, when the counter calls from now on.

    `since` is when its pause really began (ms), `worked` whether it was open before today.
    """
    past = [day[counter.number] for day in learned.programs if counter.number in day]
    if counter.state is CounterState.CLOSED:
        return _closed(past, len(learned.programs), worked, moment, chances)
    if counter.state is CounterState.OPEN:
        options = [_left(one, moment.minute, True) for one in past]
        if len(options) < FEW:
            options.append(_by_calendar(calendar, moment, 0.0))
    else:
        options = _over_lunch(past, counter, moment, learned, calendar)
        if not options:
            return _after_break(past, counter, since, moment, learned, calendar, chances)
    return [options[int(chance * len(options))] for chance, _ in chances]


def _left(program: list[Stretch], minute: float, calls: bool) -> Ahead:
    """Return what a past day still held at this minute; `calls`: the counter is open just now."""
    left: Ahead = []
    rested = False
    for one in program:
        if one.end > minute:
            # After a break a counter calls when the break is over, not when that day's was.
            left.append((-1.0 if rested else one.start - minute, one.end - minute, one.rest))
        rested = one.rest > 0
    if calls:
        left = [(0.0, *left[0][1:]), *left[1:]] if left else ALWAYS
    return left


def _by_calendar(calendar: Calendar, moment: Moment, after: float) -> Ahead:
    windows = calendar.windows(moment.now + round(after * MINUTE))
    left = [(a + after, b + after, 0.0) for a, b in windows]
    # An open counter calls now, whatever the hours say.
    return left if after else [(min(0.0, left[0][0]), *left[0][1:]), *left[1:]]


def _closed(
    past: list[list[Stretch]],
    days: int,
    worked: bool,
    moment: Moment,
    chances: list[tuple[float, float]],
) -> list[Ahead]:
    """A counter that opens later on most days will do so today; one that has closed will not."""
    options = [_left(one, moment.minute, False) for one in past if one[0].start > moment.minute]
    options += [[]] * (days - len(past))
    if worked or not options:
        return [[] for _ in chances]
    return [options[int(chance * len(options))] for chance, _ in chances]


def _over_lunch(
    past: list[list[Stretch]],
    counter: Counter,
    moment: Moment,
    learned: Learned,
    calendar: Calendar,
) -> list[Ahead]:
    """Return how lunch ended on past days, or by the calendar, if this pause is lunch."""
    known = f"rest|{counter.reason[:40]}" in learned.habits.pools
    for early in (0.0,) if known else (0.0, EARLY):
        minute = moment.minute + early
        at_lunch = [one for one in past if _gap(one, minute)]
        if at_lunch and len(at_lunch) >= len(past) / 2:
            return [_shifted(_left(one, minute, False), early) for one in at_lunch]
        reopens = calendar.reopens(moment.now + round(early * MINUTE))
        if reopens is not None and not past:
            return [_by_calendar(calendar, moment, (reopens - moment.now) / MINUTE)]
    return []


def _after_break(
    past: list[list[Stretch]],
    counter: Counter,
    since: int,
    moment: Moment,
    learned: Learned,
    calendar: Calendar,
    chances: list[tuple[float, float]],
) -> list[Ahead]:
    """Let a break last as long as breaks for its reason do, if they are not over by now."""
    habits = learned.habits
    stops = habits.stops(counter.reason)
    spent = 0.0 if counter.ticket else max(0.0, (moment.now - since) / MINUTE)
    rests = longer_than(habits.rests(counter.reason), spent)
    found: list[Ahead] = []
    for which, chance in chances:
        if chance < stops:
            found.append([])
            continue
        rest = rests[int((chance - stops) / (1 - stops) * len(rests))]
        if past:
            day = past[int(which * len(past))]
            then = _shifted(_left(day, moment.minute + rest, False), rest) or ALWAYS
        else:
            then = _by_calendar(calendar, moment, rest)
        found.append([(-1.0, 0.0, rest), *then])
    return found


def longer_than(pool: Pool, spent: float) -> Pool:
    """Return what is left of lengths (in order) once `spent` minutes of them are over."""
    left = [length - spent for length in pool if length > spent]
    return left or [max(1.0, spent / 4), max(2.0, spent / 2), max(4.0, spent)]


def _gap(program: list[Stretch], minute: float) -> bool:
    return any(a.end <= minute < b.start and not a.rest for a, b in pairwise(program))


def _shifted(ahead: Ahead, by: float) -> Ahead:
    return [(a + by, b + by, rest) for a, b, rest in ahead]
