"""Error and bias by hour, and how often the interval was right, by hour and by service."""

import math
from collections.abc import Sequence
from pathlib import Path

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from layso_assets.languages import Texts
from layso_queue.reports.foretold import Foretold, by_hour, by_service, figures
from layso_queue.reports.plots.drawing import Drawing

AIM = (0.78, 0.83)
"""How much of the waits an interval of 80 % should hold."""

FEWEST = 5
"""Fewer tickets say nothing."""


def draw_foretold(drawing: Drawing, texts: Texts, some: list[Foretold], to: Path) -> None:
    """Draw them as PNG and SVG."""
    colours = drawing.colours
    hours = {hour: figures(own) for hour, own in by_hour(some).items() if len(own) >= FEWEST}
    names = [f"{hour:02d}:00" for hour in hours]
    services = {code: figures(own) for code, own in by_service(some).items() if len(own) >= FEWEST}
    with drawing.figure(to, height=8.8) as figure:
        title, about = _say(texts, "plot.title"), _say(texts, "plot.about")
        drawing.title(figure, title, about, top=0.965)
        axes = drawing.axes(figure, (0.06, 0.53, 0.90, 0.29))
        places = list(range(len(hours)))
        errors = [one.error for one in hours.values()]
        biases = [one.bias for one in hours.values()]
        axes.bar(
            [one - 0.19 for one in places],
            errors,
            0.36,
            color=drawing.mixed("accent", 0.75),
            label=_say(texts, "plot.error"),
        )
        axes.bar(
            [one + 0.19 for one in places],
            biases,
            0.36,
            color=drawing.mixed("ink", 0.35),
            label=_say(texts, "plot.bias"),
        )
        axes.axhline(0, color=colours["line"], linewidth=1)
        axes.set_xticks(places, names)
        axes.legend(frameon=False, loc="lower right", ncols=2, bbox_to_anchor=(1.0, 1.0))
        drawing.unit(axes, _say(texts, "plot.minutes"))
        _title(drawing, figure, texts)
        held = [one.held for one in hours.values()]
        _shares(drawing, drawing.axes(figure, (0.06, 0.09, 0.53, 0.22)), names, held)
        own = [one.held for one in services.values()]
        _shares(drawing, drawing.axes(figure, (0.66, 0.09, 0.30, 0.22)), list(services), own)
        figure.text(0.06, 0.02, _say(texts, "plot.by_hour"), color=colours["quiet"])
        figure.text(0.66, 0.02, _say(texts, "plot.by_service"), color=colours["quiet"])


def _title(drawing: Drawing, figure: Figure, texts: Texts) -> None:
    figure.text(0.06, 0.435, _say(texts, "plot.held"), fontsize=14, fontweight="semibold", va="top")
    aim = f"{100 * AIM[0]:.0f}–{100 * AIM[1]:.0f} %"
    about = _say(texts, "plot.held_about", aim=aim)
    figure.text(0.06, 0.397, about, color=drawing.colours["quiet"], fontsize=11.5, va="top")


def _shares(drawing: Drawing, axes: Axes, names: list[str], shares: Sequence[float]) -> None:
    colours = drawing.colours
    known = [(place, one) for place, one in enumerate(shares) if not math.isnan(one)]
    axes.axhspan(*AIM, color=colours["good_soft"], linewidth=0)
    axes.axhline(sum(AIM) / 2, color=colours["good"], linewidth=1, alpha=0.6)
    places, values = [place for place, _ in known], [one for _, one in known]
    axes.vlines(places, sum(AIM) / 2, values, color=colours["line"], linewidth=2)
    axes.plot(places, values, "o", color=colours["ink"], markersize=7, clip_on=False)
    axes.set_xlim(-0.5, len(names) - 0.5)
    axes.set_xticks(range(len(names)), names)
    axes.set_ylim(0, 1.02)
    axes.set_yticks([0, 0.5, 1], ["0", "50 %", "100 %"])


def _say(texts: Texts, key: str, **values: object) -> str:
    return texts.say(f"reports.forecast.{key}", **values)
