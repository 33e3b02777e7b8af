"""`layso forecast report` on a center's own folder: the figures are those of what was kept."""

from array import array
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import orjson
import pytest

from layso_queue.center.folder import Folder
from layso_queue.center.storage import Forecasts, Prediction
from layso_queue.command import main
from layso_queue.line import from_record
from layso_queue.line.events import DayOpened, Event
from layso_queue.reports.foretold import figures, foretold

MINUTE = 60_000
NINE = 1_795_399_200_000
"""Nine in the morning of 23 November 2026 in Vietnam."""


def prediction(n: int, service: str, hour: int, median: float, wait: float | None) -> Prediction:
    issued = NINE + (hour - 9) * 60 * MINUTE
    return Prediction(
        ticket=f"t{n}",
        day="2026-11-23",
        service=service,
        issued_at=issued,
        low=5,
        high=20,
        interval_low=median - 5,
        median=median,
        interval_high=median + 5,
        runs=array("f", [median]).tobytes(),
        days=3,
        called_at=None if wait is None else issued + round(wait * MINUTE),
    )


TOLD = [
    *(prediction(n, "A", 9, 10.0, 12.0) for n in range(6)),
    *(prediction(10 + n, "A", 9, 10.0, 16.0) for n in range(2)),
    *(prediction(20 + n, "H", 14, 30.0, 28.0) for n in range(6)),
    prediction(30, "H", 14, 0.0, 0.5),
    prediction(31, "H", 14, 30.0, None),
]


@pytest.fixture
def folder(
    tmp_path: Path, town: Any, kept_days: Callable[[Path, Sequence[Sequence[Event]]], Path]
) -> Path:
    events = [from_record(orjson.loads(line)) for line in town.proof.journal]
    assert isinstance(events[0], DayOpened)
    assert events[0].plan.date == "2026-11-23"
    made = kept_days(tmp_path / "center", [events])
    with closing(Forecasts(Folder(made).database)) as kept:
        kept.keep(TOLD, {})
    return made


def test_error_bias_and_coverage_are_counted_over_those_who_were_called() -> None:
    some = foretold(TOLD)
    assert len(some) == 15
    ours = figures([one for one in some if one.service == "A"])
    assert (ours.tickets, ours.error, ours.bias) == (8, 3.0, -3.0)
    assert (ours.held, ours.kept) == (0.75, 1.0)
    others = figures([one for one in some if one.service == "H"])
    assert (others.held, others.kept) == (1.0, 0.0), "half a minute is no wait"


def test_the_report_shows_services_and_hours(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["forecast", "report", "--data", str(folder), "--language", "en"]
    assert main(words) == 0
    lines = capsys.readouterr().out.splitlines()
    row = next(line.split() for line in lines if line.startswith("A "))
    assert row[-6:] == ["13.0", "3.0", "-3.0", "75", "%", "100", "%"][-6:]
    assert any(line.startswith("09:00–10:00") for line in lines)
    assert any(line.startswith("14:00–15:00") for line in lines)
    assert main([*words[:-1], "vi"]) == 0
    assert "-3,0" in capsys.readouterr().out


def test_the_report_is_drawn(folder: Path, tmp_path: Path) -> None:
    plot = tmp_path / "out" / "forecast.png"
    assert main(["forecast", "report", "--data", str(folder), "--plot", str(plot)]) == 0
    assert plot.stat().st_size > 20_000
    assert plot.with_suffix(".svg").stat().st_size > 5_000


def test_it_says_when_there_is_nothing_yet(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(Forecasts(Folder(folder).database)) as kept:
        assert len(kept.predictions()) == len(TOLD)
    words = ["forecast", "report", "--data", str(folder), "--language", "en"]
    assert main([*words, "--to", "2026-11-20"]) == 2
    assert "2026-11-20" in capsys.readouterr().err
    assert main([*words[:3], str(folder.parent), *words[4:]]) == 2


def test_a_day_without_predictions_is_no_fault(
    tmp_path: Path,
    town: Any,
    kept_days: Callable[[Path, Sequence[Sequence[Event]]], Path],
    capsys: pytest.CaptureFixture[str],
) -> None:
    events = [from_record(orjson.loads(line)) for line in town.proof.journal]
    made = kept_days(tmp_path / "empty", [events])
    assert main(["forecast", "report", "--data", str(made), "--language", "en"]) == 1
    assert "No ticket" in capsys.readouterr().err
