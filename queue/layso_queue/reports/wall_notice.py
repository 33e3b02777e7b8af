"""`layso notice`: a center's services, counters and hours as a PDF for its wall."""

from argparse import Namespace
from datetime import date, datetime

from layso_assets.command_line import CommandLine
from layso_assets.languages import Texts
from layso_printing.reports.notice import NoticeFacts, NoticeService, notice_pdf
from layso_queue.center.settings import Settings
from layso_queue.center.settings.model import Days
from layso_queue.center.stamps import VIETNAM
from layso_queue.reports.wall import SheetWrong, add_wall_options, checked_url, write_sheet


def add_options(parser: CommandLine) -> None:
    """Add the options of `layso notice`."""
    say = parser.texts.say
    add_wall_options(parser)
    parser.add_argument("--from", dest="first", metavar="DATE", help=say("reports.help.valid"))
    parser.add_argument("--url", metavar="URL", help=say("reports.help.printed_url"))
    parser.add_argument("--short", action="store_true", help=say("reports.help.short"))


def run(options: Namespace) -> int:
    """Write the notice; 2 with a sentence when that cannot be."""

    def drawn(settings: Settings, texts: Texts) -> bytes:
        first = _first_day(options.first)
        if first is None:
            raise SheetWrong(texts.say("reports.notice.date_wrong", given=options.first))
        url = checked_url(options.url, texts) if options.url else ""
        facts = facts_of(settings, texts, first, url, with_documents=not options.short)
        return notice_pdf(facts, texts.language, options.paper)

    return write_sheet(options, "notice", drawn)


def facts_of(
    settings: Settings, texts: Texts, first: date, url: str = "", *, with_documents: bool = True
) -> NoticeFacts:
    """Return what the notice says, valid from `first`; days that differ are named from then on.

    A service at no counter is left out: nobody could be served.
    """
    language, hours = texts.language, settings.hours
    spans = [(f"{start:%H:%M}", f"{end:%H:%M}") for start, end in hours.spans]
    weekdays = [order for order, name in enumerate(Days) if name in hours.days]
    services = []
    for one in settings.services:
        counters = [c.number for c in settings.counters if one.code in c.services]
        documents = getattr(one.documents, language) if with_documents else ()
        name = getattr(one.name, language)
        if counters:
            services.append(NoticeService(one.series, name, counters, one.minutes, documents))
    return NoticeFacts(
        center=getattr(settings.center.name, language),
        valid_from=first,
        hours=[(weekdays, spans)],
        services=services,
        closed=_remarks(settings, texts, first),
        booking_url=url,
    )


def _remarks(settings: Settings, texts: Texts, first: date) -> list[str]:
    hours = settings.hours
    said = []
    if hours.doors_open_minutes:
        word = "doors_one" if hours.doors_open_minutes == 1 else "doors"
        said.append(texts.say(f"reports.notice.{word}", n=hours.doors_open_minutes))
    differs = [(day, "closed") for day in hours.closures]
    differs += [(day, "working") for day in hours.working - hours.closures]
    for day, word in sorted(one for one in differs if one[0] >= first):
        name = texts.say(f"paper.weekday.{day.weekday()}")
        said.append(texts.say(f"reports.notice.{word}", day=name, date=f"{day:%d/%m/%Y}"))
    return said


def _first_day(written: str | None) -> date | None:
    if written is None:
        return datetime.now(VIETNAM).date()
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None
