"""How the counters' hours were spent."""

from pathlib import Path

from matplotlib.patches import Patch

from layso_queue.reports.measured import Measured
from layso_queue.reports.plots.drawing import Drawing
from layso_queue.reports.told import Teller

A_BAR = 0.46
"""Inches that each counter takes."""


def draw_loads(drawing: Drawing, teller: Teller, found: Measured, to: Path) -> None:
    """Draw a bar for each counter, parted into serving, calling, breaks and free time."""
    colours = drawing.colours
    parts = {
        "serving": colours["accent"],
        "calling": drawing.mixed("accent", 0.5),
        "paused": drawing.mixed("warn", 0.4),
        "free": drawing.mixed("line", 0.6),
    }
    height = 2.3 + A_BAR * len(found.loads)
    with drawing.figure(to, height=height) as figure:
        about = teller.say("plot.load_about", days=found.days)
        drawing.title(figure, teller.say("plot.load"), about, top=1 - 0.34 / height)
        axes = drawing.axes(figure, (0.10, 0.45 / height, 0.86, (height - 2.15) / height))
        axes.grid(visible=False)
        axes.spines["bottom"].set_visible(False)
        for row, load in enumerate(found.loads.values()):
            left = 0.0
            for name, colour in parts.items():
                share = getattr(load, name)
                axes.barh(row, share, left=left, color=colour, height=0.66, linewidth=0)
                left += share
            inside = load.serving > 0.12
            axes.text(
                load.serving - 0.012 if inside else left + 0.01,
                row,
                teller.share(load.serving),
                ha="right" if inside else "left",
                va="center_baseline",
                color=colours["on_accent"] if inside else colours["ink"],
            )
        axes.axvline(1, color=colours["quiet"], linewidth=1)
        axes.set_yticks(
            range(len(found.loads)), [teller.say("plot.counter", n=n) for n in found.loads]
        )
        axes.tick_params(axis="y", labelcolor=colours["ink"])
        axes.set_ylim(len(found.loads) - 0.5, -0.5)
        most = max(load.busy + load.paused + load.free for load in found.loads.values())
        axes.set_xlim(0, max(1.0, most))
        axes.set_xticks([0, 0.25, 0.5, 0.75, 1.0], ["0", "25 %", "50 %", "75 %", "100 %"])
        figure.legend(
            handles=[
                Patch(color=colour, label=teller.say(f"column.{name}"))
                for name, colour in parts.items()
            ],
            loc="upper left",
            bbox_to_anchor=(0.052, 1 - 1.12 / height),
            ncols=len(parts),
            frameon=False,
            handlelength=1.0,
            handleheight=1.0,
            columnspacing=2.2,
        )
