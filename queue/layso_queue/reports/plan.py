"""`layso plan`: counters by half hour for a day to come, tried in the simulator; web places."""

import sys
import time
from argparse import Namespace
from contextlib import closing, nullcontext
from datetime import date, timedelta
from pathlib import Path

from layso_assets import files
from layso_assets.command_line import CommandLine
from layso_assets.languages import LANGUAGES, Texts
from layso_assets.reasons import reason
from layso_queue.center.commands.faults import FORESEEN, sentence
from layso_queue.center.commands.ready import make_ready
from layso_queue.center.folder import Folder
from layso_queue.center.settings import Settings, SettingsWrong, read_settings
from layso_queue.center.stamps import local_date
from layso_queue.center.storage import StoreFailed
from layso_queue.center.sync.by_hand import set_by_hand, set_so_far
from layso_queue.reports.changes import or_say
from layso_queue.reports.past import Past, PastUnreadable, open_past
from layso_queue.reports.plan_day import ClosedThatDay, history_of
from layso_queue.reports.plan_given import differences
from layso_queue.reports.plan_given import lines as given_lines
from layso_queue.reports.plan_made import Change, NoSuchCounter, Plan, make
from layso_queue.reports.plan_words import PlanWords

RUNS = 16
"""Days that each plan is played for, unless told otherwise."""

MOST_RUNS = 400
END_OF_DAY = 24 * 60.0


def add_options(parser: CommandLine) -> None:
    """Add the options of `layso plan`."""
    say = parser.texts.say
    demo = files.path("demo", "center-26041.toml")
    parser.add_argument(
        "--day", required=True, metavar="DATE", help=say("reports.help.planned_day")
    )
    source = parser.add_mutually_exclusive_group()
    source.add_argument(
        "--center", type=Path, default=demo, metavar="FILE", help=say("reports.help.center")
    )
    source.add_argument("--data", type=Path, metavar="DIR", help=say("reports.help.history"))
    parser.add_argument("--target", type=float, metavar="MIN", help=say("reports.help.target"))
    parser.add_argument(
        "--what-if",
        type=or_say(change, say("reports.help.change_form")),
        action="append",
        default=[],
        metavar="4=08:00",
        help=say("reports.help.what_if"),
    )
    parser.add_argument("--people", type=float, metavar="N", help=say("reports.help.people"))
    parser.add_argument("--runs", type=int, default=RUNS, help=say("reports.help.runs"))
    parser.add_argument("--every-place", action="store_true", help=say("reports.help.every_place"))
    parser.add_argument("--give", action="store_true", help=say("reports.help.give"))
    parser.add_argument("--yes", action="store_true", help=say("reports.help.yes"))
    parser.add_argument("--out", type=Path, default=Path("out/plan"), help=say("reports.help.out"))
    parser.add_argument("--language", choices=LANGUAGES, help=say("reports.help.language"))


def change(written: str) -> Change:
    """Read "4=08:00", "4=08:00-10:30" or "4=closed"; raise ValueError."""
    counter, _, hours = written.partition("=")
    if counter.isdecimal() and hours == "closed":
        return int(counter), 0.0, 0.0
    first, dash, last = hours.partition("-")
    try:
        found = (int(counter), _minute(first), _minute(last) if dash else END_OF_DAY)
    except ValueError:
        found = (0, 0.0, 0.0)
    if found[1] >= found[2]:
        raise ValueError(written)
    return found


def run(options: Namespace) -> int:
    """Print the plan and draw it; 2 with a sentence when that cannot be."""
    texts = Texts(options.language or LANGUAGES[0])
    try:
        past = None if options.data is None else open_past(options.data, options.language)
        with nullcontext() if past is None else closing(past):
            file = options.center if options.data is None else options.data / "settings.toml"
            settings = read_settings(file, texts)
            texts = Texts(options.language or settings.center.language)
            _answer(options, settings, past, texts)
    except SettingsWrong as wrong:
        return _fault("\n".join(wrong.faults))
    except (PastUnreadable, StoreFailed) as fault:
        return _fault(str(fault))
    except FORESEEN as fault:
        return _fault("\n".join(sentence(fault, Folder(options.data), texts).lines))
    except OSError as fault:
        return _fault(f"{fault.filename}: {reason(fault, texts)}.")
    except ClosedThatDay:
        said = f"{date.fromisoformat(options.day):%d/%m/%Y}"
        return _fault(texts.say("reports.plan.closed", date=said))
    except NoSuchCounter as fault:
        return _fault(texts.say("reports.plan.no_counter", why=fault))
    except Unasked as fault:
        return _fault(texts.say(f"reports.plan.fault.{fault}", most=MOST_RUNS, given=options.day))
    return 0


class Unasked(ValueError):
    """An option has a value that cannot be meant; the word says which sentence explains it."""


def _answer(options: Namespace, settings: Settings, past: Past | None, texts: Texts) -> None:
    try:
        day = date.fromisoformat(options.day)
    except ValueError as fault:
        raise Unasked("day") from fault
    if not 1 <= options.runs <= MOST_RUNS:
        raise Unasked("runs")
    if (options.give or options.yes) and (options.data is None or not options.give):
        raise Unasked("give")
    if (options.target or 1) <= 0 or (options.people or 1) <= 0:
        raise Unasked("number")
    targets = {
        one.code: options.target or float(one.target_wait_minutes) for one in settings.services
    }
    history = history_of(settings, past, day, options.people)
    booked = past.archive.bookings(day.isoformat()) if past is not None else []
    plan = make(settings, history, day, booked, targets, options.what_if, options.runs)
    names = {one.code: getattr(one.name, texts.language) for one in settings.services}
    words = PlanWords(plan, texts, names, getattr(settings.center.name, texts.language))
    every = options.every_place or options.give
    lines = "\n".join(words.lines(options.what_if, every))
    sys.stdout.write(f"{lines}\n")
    if options.give:
        _give(options, settings, plan, names, texts)
    _draw(plan, words, options.out)
    sys.stdout.write(words.say("plots", folder=options.out) + "\n")


def _give(
    options: Namespace, settings: Settings, plan: Plan, names: dict[str, str], texts: Texts
) -> None:
    folder, now = Folder(options.data), time.time_ns() // 1_000_000
    make_ready(folder)
    changes = differences(plan, settings, set_so_far(folder, settings, now), now)
    told = list(given_lines(changes, names, texts))
    if changes and options.yes:
        set_by_hand(folder, settings, {one.place: one.after for one in changes}, now)
    if changes:
        told.append(texts.say(f"reports.plan.give.{'done' if options.yes else 'ask'}"))
    if not settings.hub.url:
        told.append(texts.say("center.web.no_hub"))
    elif plan.day > local_date(now) + timedelta(days=settings.web.days):
        told.append(texts.say("center.web.later", days=settings.web.days))
    lines = "\n".join(told)
    sys.stdout.write(f"\n{lines}\n")


def _draw(plan: Plan, words: PlanWords, out: Path) -> None:
    # matplotlib takes a second to load: who asks wrongly need not wait for it.
    from layso_queue.reports.plots.drawing import Drawing
    from layso_queue.reports.plots.plan import draw_plan

    out.mkdir(parents=True, exist_ok=True)
    draw_plan(Drawing(), words, plan, out / "plan")


def _minute(written: str) -> float:
    hour, minute = written.split(":")
    found = int(hour) * 60 + int(minute)
    if not 0 <= found <= END_OF_DAY or int(minute) > 59:
        raise ValueError(written)
    return float(found)


def _fault(sentence: str) -> int:
    sys.stderr.write(f"{sentence}\n")
    return 2
