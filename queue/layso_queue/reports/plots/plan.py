"""The plan as a picture: counters by half hour above, the waits that follow below."""

from pathlib import Path

from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from layso_queue.reports.plan_made import Plan, steps
from layso_queue.reports.plan_roster import SPAN
from layso_queue.reports.plan_waits import Waited
from layso_queue.reports.plan_words import PlanWords
from layso_queue.reports.plots.drawing import Drawing

DOTTED = (0, (1.2, 2.2))
DASHED = (0, (4, 2))


def draw_plan(drawing: Drawing, words: PlanWords, plan: Plan, to: Path) -> None:
    """Draw both; the curves are what people wait on the mean, by when they come."""
    with drawing.figure(to, height=7.6) as figure:
        drawing.title(figure, words.say("plot.title"), words.say("plot.about"))
        upper = drawing.axes(figure, (0.06, 0.50, 0.90, 0.30))
        lower = drawing.axes(figure, (0.06, 0.085, 0.90, 0.30))
        _counters(drawing, words, plan, upper)
        _waits(drawing, words, plan, lower)
        first, last = plan.spans[0][0] - SPAN / 2, plan.spans[-1][1] + SPAN / 2
        for axes in (upper, lower):
            drawing.hours(axes, first, last)


def _counters(drawing: Drawing, words: PlanWords, plan: Plan, axes: Axes) -> None:
    colours = drawing.colours
    at = steps(plan)
    planned = [len(plan.roster.open[step]) for step in at]
    middle = [step + SPAN / 2 for step in at]
    axes.bar(
        middle, planned, width=SPAN * 0.82, color=colours["accent"], label=words.say("plot.open")
    )
    for step, count in zip(middle, planned, strict=True):
        axes.text(step, 0.18, str(count), color=colours["on_accent"], ha="center", va="bottom")
    usual = [
        sum(any(a <= step < b for a, b in desk.hours) for desk in plan.usual_desks) for step in at
    ]
    for values, colour, key in (
        (usual, colours["quiet"], "usual"),
        ([plan.roster.needed[step] for step in at], colours["ink"], "needed"),
    ):
        axes.hlines(
            values,
            [step + 1 for step in at],
            [step + SPAN - 1 for step in at],
            colors=colour,
            linewidth=2.5,
            label=words.say(f"plot.{key}"),
        )
    axes.set_ylim(0, 1.12 * max([*planned, *usual, *plan.roster.needed.values()]))
    axes.yaxis.set_major_locator(MaxNLocator(integer=True))
    _name(axes, words.say("plot.counters"), drawing)


def _waits(drawing: Drawing, words: PlanWords, plan: Plan, axes: Axes) -> None:
    colours = drawing.colours
    lines: list[tuple[Waited, str, object, str]] = [
        (plan.usual, colours["quiet"], DOTTED, "usual_wait")
    ]
    if plan.changed is not None:
        lines.append((plan.changed, colours["good"], DASHED, "if_wait"))
    if plan.roster.waited is not None:
        lines.append((plan.roster.waited, colours["accent"], "-", "plan_wait"))
    most = 5.0
    for waited, colour, style, key in lines:
        label = words.say(f"plot.{key}")
        for a, b in plan.spans:
            known = [
                (s, w) for s in steps(plan) if a <= s < b and (w := waited.of_step(s)) is not None
            ]
            most = max([most, *(wait for _, wait in known)])
            axes.plot(
                [step + SPAN / 2 for step, _ in known],
                [wait for _, wait in known],
                color=colour,
                linestyle=style,
                linewidth=2.6,
                label=label,
            )
            label = "_again"
    axes.set_ylim(0, 1.12 * most)
    axes.yaxis.set_major_locator(MaxNLocator(nbins=5, integer=True))
    _name(axes, words.say("plot.wait"), drawing)


def _name(axes: Axes, title: str, drawing: Drawing) -> None:
    axes.text(0, 1.04, title, transform=axes.transAxes, color=drawing.colours["quiet"])
    axes.legend(frameon=False, loc="lower right", ncols=3, bbox_to_anchor=(1.0, 0.99))
