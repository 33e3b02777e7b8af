"""Plots and the fairness sheet, by the commands that a center uses, on days that were played."""

import shutil
import sys
from array import array
from contextlib import closing
from datetime import date
from pathlib import Path

from bench.pictures.paper import draw_pdf
from layso_assets import files
from layso_assets.languages import Texts
from layso_queue.center.desk import Desk
from layso_queue.center.folder import Folder
from layso_queue.center.rows import Rows
from layso_queue.center.settings import read_settings
from layso_queue.center.show.ticket import shower_of_tickets
from layso_queue.center.storage import Forecasts, Prediction, Store, bring_up_to_date
from layso_queue.command import main
from layso_queue.forecast import Calendar, Forecast, Learned, Today, estimate
from layso_queue.line import ServiceDay, events
from layso_queue.line.order import MINUTE
from layso_queue.reports.center_days import described
from layso_queue.reports.center_hours import spans_of
from layso_queue.simulate import DayRun, open_days, simulate
from layso_queue.simulate.opening import midnight_of

MONDAY = date(2026, 11, 23)
EVERY = 3
"""Only every third wait is foretold: an estimate costs some milliseconds."""


def make(out: Path) -> None:
    """Run the commands; a plot that a command does not leave is missed by the book."""
    shutil.rmtree(out / "center", ignore_errors=True)
    folder = kept_day(out / "center")
    words = ["--language", "vi"]
    first = ["--from", MONDAY.isoformat(), "--days", "8"]
    _run(["simulate", *first, "--out", str(out), *words])
    _run(["plan", "--day", "2026-11-30", "--runs", "3", "--out", str(out), *words])
    _run(["forecast", "report", "--data", str(folder), "--plot", str(out / "forecast.png"), *words])
    sheet = out / "fairness-sheet.pdf"
    _run(["fairness", "--data", str(folder), "--pdf", str(sheet), *words])
    draw_pdf(sheet.read_bytes(), out / "fairness.png")


def _run(words: list[str]) -> None:
    print(f"layso {' '.join(words)}", file=sys.stderr, flush=True)
    main(words)


def kept_day(folder: Path) -> Path:
    """Play a Monday of the demo center, and keep it with what people were told."""
    settings = read_settings(files.path("demo", "center-26041.toml"), Texts("vi"))
    learned, run, told = Learned(), None, list[Prediction]()
    for of_day, seed in open_days(described(settings, None), "2026-11-19", 3, 26041):
        midnight, today = midnight_of(of_day), Today(learned)
        calendar = Calendar(
            tuple(
                (midnight + round(a * MINUTE), midnight + round(b * MINUTE))
                for a, b in spans_of(settings)
            )
        )
        last = of_day.date == MONDAY.isoformat()
        made: dict[str, Forecast] = {}

        def saw(day: ServiceDay, event: events.Event) -> None:
            today.take(event)  # noqa: B023 (used within the same turn)
            if last and isinstance(event, events.TicketIssued) and day.seq % EVERY == 0:  # noqa: B023
                found = estimate(day, event.at, calendar=calendar, today=today)  # noqa: B023
                forecast = found.tickets.get(event.ticket)
                if forecast is not None:  # a number for whom no counter is open has none
                    made[event.ticket] = forecast  # noqa: B023

        run = simulate(of_day, seed, saw)
        told = _predictions(run, made, learned.days)
        learned = learned.after(today.watch)
    assert run is not None
    _keep(folder, run.events)
    with closing(Forecasts(Folder(folder).database)) as kept:
        kept.keep(told, {})
    return folder


def _predictions(run: DayRun, made: dict[str, Forecast], days: int) -> list[Prediction]:
    return [
        Prediction(
            ticket=visit.ticket,
            day=run.description.date,
            service=visit.service,
            issued_at=visit.arrived,
            low=round(made[visit.ticket].spoken.low),
            high=round(made[visit.ticket].spoken.high),
            interval_low=made[visit.ticket].low,
            median=made[visit.ticket].median,
            interval_high=made[visit.ticket].high,
            runs=array("f", made[visit.ticket].runs).tobytes(),
            days=days,
            called_at=visit.called,
        )
        for visit in run.visits
        if visit.ticket in made
    ]


def _keep(folder: Path, happened: tuple[events.Event, ...]) -> None:
    place = Folder(folder)
    place.prepare()
    bring_up_to_date(place.database, place.backups)
    store, desk, rows = (
        Store(place.database),
        Desk(ServiceDay.before(0)),
        Rows(shower_of_tickets("")),
    )
    for event in happened:
        desk.take(event)
        rows.add(event, desk)
    store.append(rows.finished(desk))
    store.close()
