"""How plots look: the product's colours, its font, and files as PNG and SVG."""

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import matplotlib
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_hex, to_rgb
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, fontManager

from layso_assets import files

FAMILY = "Be Vietnam Pro"
WEIGHTS = ("Regular", "Medium", "SemiBold", "Bold")
DOTS = 160
"""Dots an inch of the PNG."""

HOUR = 60


class Drawing:
    """Makes figures that look alike; the colours are those of the light theme."""

    def __init__(self) -> None:
        """Read the colours and make the shipped font known."""
        tokens = tomllib.loads(files.path("tokens.toml").read_text("utf-8"))
        self.colours: dict[str, str] = tokens["themes"]["light"]
        known = {one.fname for one in fontManager.ttflist}
        for weight in WEIGHTS:
            file = str(files.path("fonts", f"BeVietnamPro-{weight}.ttf"))
            if file not in known:
                fontManager.addfont(file)

    @contextmanager
    def figure(self, to: Path, width: float = 11.0, height: float = 6.2) -> Iterator[Figure]:
        """Give a figure of so many inches; write it to `to` with .png and .svg at the end."""
        settings: dict[str, object] = {
            "font.family": FAMILY,
            "font.size": 11,
            "svg.hashsalt": "layso",
            "text.color": self.colours["ink"],
            "axes.edgecolor": self.colours["line"],
            "axes.labelcolor": self.colours["quiet"],
            "xtick.color": self.colours["quiet"],
            "ytick.color": self.colours["quiet"],
        }
        with matplotlib.rc_context(settings):  # type: ignore[arg-type]
            figure = Figure(figsize=(width, height), facecolor=self.colours["ground"])
            FigureCanvasAgg(figure)
            yield figure
            figure.savefig(to.with_suffix(".png"), dpi=DOTS)
            figure.savefig(to.with_suffix(".svg"), metadata={"Date": None})

    def title(self, figure: Figure, title: str, about: str, top: float = 0.945) -> None:
        """Write what the figure shows, and how to read it, at its upper left."""
        face = FontProperties(fname=str(files.path("fonts", "BeVietnamPro-SemiBold.ttf")), size=19)
        figure.text(0.06, top, title, fontproperties=face, va="top")
        below = 0.46 / figure.get_figheight()
        figure.text(0.06, top - below, about, color=self.colours["quiet"], fontsize=11.5, va="top")

    def mixed(self, name: str, part: float) -> str:
        """Return a colour with so much of `name` in it and the rest of the ground."""
        red, green, blue = to_rgb(self.colours[name])
        beneath = to_rgb(self.colours["ground"])
        return to_hex(
            (
                part * red + (1 - part) * beneath[0],
                part * green + (1 - part) * beneath[1],
                part * blue + (1 - part) * beneath[2],
            )
        )

    def axes(self, figure: Figure, place: tuple[float, float, float, float]) -> Axes:
        """Return quiet axes at (left, bottom, width, height): no frame, lines behind the data."""
        axes = figure.add_axes(place, facecolor=self.colours["ground"])
        for side in ("top", "right", "left"):
            axes.spines[side].set_visible(False)
        axes.grid(axis="y", color=self.colours["line"], linewidth=0.8, alpha=0.7)
        axes.set_axisbelow(True)
        axes.tick_params(length=0, pad=7)
        return axes

    def unit(self, axes: Axes, name: str) -> None:
        """Write what the figures at the left are, above them."""
        axes.annotate(
            name,
            (0, 1),
            (0, 12),
            xycoords="axes fraction",
            textcoords="offset points",
            color=self.colours["quiet"],
        )

    def hours(self, axes: Axes, first: float, last: float) -> None:
        """Mark whole hours from `first` to `last`, in minutes after midnight."""
        axes.set_xlim(first, last)
        hours = range(int(-(-first // HOUR)), int(last // HOUR) + 1)
        axes.set_xticks([hour * HOUR for hour in hours], [f"{hour:02d}:00" for hour in hours])
