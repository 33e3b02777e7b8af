"""The ranges people were told against the waits that came."""

from pathlib import Path

import numpy as np

from layso_queue.reports.measured import HALF_HOUR
from layso_queue.reports.plots.drawing import Drawing
from layso_queue.reports.promised import Promise, share
from layso_queue.reports.told import Teller

AIM = (0.78, 0.83)
"""How much of the waits a range of 80 % should hold."""

FEWEST = 8
"""Fewer promises in a half hour say nothing."""


def draw_promises(
    drawing: Drawing,
    teller: Teller,
    promises: list[Promise],
    hours: tuple[float, float],
    to: Path,
) -> None:
    """Draw, by half hour, the mean range and the mean wait, and below how many were right."""
    colours = drawing.colours
    halves = _half_hours(promises)
    minutes = [minute + HALF_HOUR / 2 for minute in halves]
    low = [float(np.mean([one.low for one in some])) for some in halves.values()]
    high = [float(np.mean([one.high for one in some])) for some in halves.values()]
    wait = [float(np.mean([one.wait for one in some])) for some in halves.values()]
    kept = [share(one.foreseen for one in some) for some in halves.values()]
    with drawing.figure(to, height=8.8) as figure:
        drawing.title(figure, teller.say("plot.told"), teller.say("plot.told_about"), top=0.965)
        axes = drawing.axes(figure, (0.06, 0.475, 0.90, 0.36))
        width = HALF_HOUR * 0.62
        spans = [b - a for a, b in zip(low, high, strict=True)]
        axes.bar(
            minutes,
            spans,
            width,
            low,
            color=drawing.mixed("accent", 0.22),
            label=teller.say("plot.range"),
        )
        axes.plot(
            minutes,
            wait,
            "o",
            color=colours["accent"],
            markersize=9,
            markeredgecolor=colours["ground"],
            markeredgewidth=1.5,
            label=teller.say("plot.actual"),
        )
        axes.legend(frameon=False, loc="lower right", ncols=2, bbox_to_anchor=(1.0, 0.995))
        axes.text(
            0, 1.03, teller.say("plot.wait"), transform=axes.transAxes, color=colours["quiet"]
        )
        axes.set_ylim(0, 1.06 * max([5.0, *high, *wait]))
        drawing.hours(axes, *hours)
        below = drawing.axes(figure, (0.06, 0.075, 0.90, 0.20))
        aim = f"{100 * AIM[0]:.0f}–{100 * AIM[1]:.0f} %"
        figure.text(
            0.06, 0.372, teller.say("plot.kept"), fontsize=14, fontweight="semibold", va="top"
        )
        about = teller.say("plot.kept_about", aim=aim)
        figure.text(0.06, 0.334, about, color=colours["quiet"], fontsize=11.5, va="top")
        below.axhspan(*AIM, color=colours["good_soft"], linewidth=0)
        below.axhline(sum(AIM) / 2, color=colours["good"], linewidth=1, alpha=0.6)
        below.vlines(minutes, sum(AIM) / 2, kept, color=colours["line"], linewidth=2)
        below.plot(minutes, kept, "o", color=colours["ink"], markersize=7, clip_on=False)
        below.set_ylim(0, 1.02)
        below.set_yticks([0, 0.5, 1], ["0", "50 %", "100 %"])
        drawing.hours(below, *hours)
        below.set_xlabel(teller.say("plot.clock"), labelpad=8)


def _half_hours(promises: list[Promise]) -> dict[int, list[Promise]]:
    found: dict[int, list[Promise]] = {}
    for one in promises:
        found.setdefault(int(one.minute // HALF_HOUR * HALF_HOUR), []).append(one)
    return {minute: some for minute, some in sorted(found.items()) if len(some) >= FEWEST}
