"""Waits by the hour in which people came."""

from pathlib import Path

from matplotlib.axes import Axes

from layso_queue.reports.measured import HALF_HOUR, HalfHour, Measured
from layso_queue.reports.plots.drawing import Drawing
from layso_queue.reports.told import Teller

GAP = 60
"""Minutes without anybody after which the line begins anew: lunch."""


DOTTED = (0, (1.2, 2.2))


def draw_waits(
    drawing: Drawing,
    teller: Teller,
    before: Measured,
    after: Measured | None,
    hours: tuple[float, float],
    to: Path,
) -> None:
    """Draw the median and the spread of waits; with a change, the waits without it beside."""
    shown = before if after is None else after
    colours = drawing.colours
    with drawing.figure(to) as figure:
        drawing.title(figure, teller.say("plot.waits"), teller.say("plot.waits_about"))
        axes = drawing.axes(figure, (0.06, 0.115, 0.90, 0.645))
        for part in spells(shown.half_hours):
            middle = [one.minute + HALF_HOUR / 2 for one in part]
            low, high = [one.p10 for one in part], [one.p90 for one in part]
            axes.fill_between(middle, low, high, color=drawing.mixed("accent", 0.14), linewidth=0)
            median = [one.median for one in part]
            axes.plot(middle, median, color=colours["accent"], linewidth=3, solid_capstyle="round")
        if after is not None:
            for part in spells(before.half_hours):
                middle = [one.minute + HALF_HOUR / 2 for one in part]
                median = [one.median for one in part]
                axes.plot(middle, median, color=colours["quiet"], linewidth=2, linestyle=DOTTED)
            _name(axes, teller, drawing)
        drawing.hours(axes, *hours)
        axes.set_ylim(0, 1.06 * max([5.0, *(one.p90 for one in shown.half_hours)]))
        axes.set_xlabel(teller.say("plot.clock"), labelpad=8)
        axes.text(
            0, 1.025, teller.say("plot.wait"), transform=axes.transAxes, color=colours["quiet"]
        )


def spells(half_hours: tuple[HalfHour, ...]) -> list[list[HalfHour]]:
    """Part the half hours where nobody came for long."""
    found: list[list[HalfHour]] = []
    for one in half_hours:
        if not found or one.minute - found[-1][-1].minute > GAP:
            found.append([])
        found[-1].append(one)
    return found


def _name(axes: Axes, teller: Teller, drawing: Drawing) -> None:
    colours = drawing.colours
    axes.plot([], [], color=colours["accent"], linewidth=3, label=teller.say("plot.after"))
    told = teller.say("plot.before")
    axes.plot([], [], color=colours["quiet"], linewidth=2, linestyle=DOTTED, label=told)
    axes.legend(frameon=False, loc="lower right", ncols=2, bbox_to_anchor=(1.0, 0.995))
