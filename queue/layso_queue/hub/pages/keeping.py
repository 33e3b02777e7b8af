"""Files to keep: the appointment for a calendar, and a picture with the QR."""

from datetime import timedelta
from functools import lru_cache
from io import BytesIO

from icalendar import Alarm, Calendar, Event, vText
from PIL import Image, ImageDraw, ImageFont

from layso_assets import files
from layso_queue.hub.ids import spaced
from layso_queue.hub.pages.booked import booking_of, names_of, shows_pass, to_come
from layso_queue.hub.pages.qr import modules_of
from layso_queue.hub.passes import pass_of
from layso_queue.hub.refusals import Refusal, Refused
from layso_queue.hub.times import local, utc
from layso_queue.hub.web.asked import Asked
from layso_queue.hub.web.reply import Reply

WIDTH, MARGIN = 1080, 80
INK, QUIET, ACCENT, GROUND = "#1B1F27", "#474D59", "#A3171E", "#FFFFFF"
REMIND = timedelta(hours=-2)


def calendar(asked: Asked) -> Reply:
    """The appointment as iCalendar (RFC 5545)."""
    booking = booking_of(asked)
    if not to_come(asked, booking) or booking.remote:
        raise Refused(Refusal.NOT_FOUND)
    names, say = names_of(asked, booking), asked.texts.say
    service = asked.hub.centers.service(booking.center, booking.service)
    ends = booking.ends(service.minutes if service else 30)
    made, event, alarm = Calendar(), Event(), Alarm()
    made.add("prodid", "-//Lay So//hub//VI")
    made.add("version", "2.0")
    title = say("hub.booked.calendar_title", service=names["service"])
    event.add("uid", f"{booking.id}@layso")
    event.add("sequence", booking.version - 1)
    event.add("dtstamp", utc(booking.changed_at))
    event.add("dtstart", utc(booking.slot))
    event.add("dtend", utc(ends))
    event.add("summary", title)
    event.add("location", vText(names["center"]))
    event.add("description", say("hub.booked.calendar_text", code=spaced(booking.code)))
    event.add("url", f"{asked.base}{asked.here(f'/b/{booking.code}')}")
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", REMIND)
    event.add_component(alarm)
    made.add_component(event)
    named = ("content-disposition", 'attachment; filename="lay-so.ics"')
    return Reply(200, made.to_ical(), "text/calendar; charset=utf-8", headers=(named,))


def picture(asked: Asked) -> Reply:
    """The appointment, or the number from home, as a picture for the phone's gallery."""
    booking = booking_of(asked)
    if not shows_pass(asked, booking):
        raise Refused(Refusal.NOT_FOUND)
    names, say = names_of(asked, booking), asked.texts.say
    sheet = _Sheet()
    sheet.line(names["center"], 40, bold=True)
    sheet.space(28)
    sheet.qr(pass_of(booking, asked.hub.keys))
    sheet.line(spaced(booking.code), 46, bold=True)
    sheet.space(36)
    begins = local(booking.slot)
    day = f"{say(f'hub.weekdays.d{begins.weekday()}')}, {begins:%d/%m/%Y}"
    large = (booking.number or "") if booking.remote else f"{begins:%H:%M}"
    if large:
        sheet.line(large, 120, bold=True, colour=ACCENT)
    sheet.line(day, 52, bold=True)
    sheet.space(20)
    sheet.line(names["service"], 44)
    if booking.name:
        sheet.line(booking.name, 44, colour=QUIET)
    sheet.space(30)
    come = "home_hint" if booking.remote else "early"
    sheet.line(say(f"hub.booked.{come}"), 34, colour=QUIET)
    sheet.line(say("hub.booked.picture_foot"), 30, colour=QUIET)
    return Reply(200, sheet.png(), "image/png")


class _Sheet:
    """A white sheet that is written from top to bottom, each line in the middle."""

    def __init__(self) -> None:
        self._image = Image.new("RGB", (WIDTH, 2400), GROUND)
        self._draw = ImageDraw.Draw(self._image)
        self._draw.rectangle((0, 0, WIDTH, 24), fill=ACCENT)
        self._y = 24 + MARGIN

    def space(self, pixels: int) -> None:
        self._y += pixels

    def line(self, text: str, size: int, *, bold: bool = False, colour: str = INK) -> None:
        font = _font(size, bold)
        for part in _broken(text, font):
            self._draw.text((WIDTH / 2, self._y), part, colour, font, anchor="ma")
            self._y += int(size * 1.4)

    def qr(self, text: str) -> None:
        rows = modules_of(text)
        module = 640 // len(rows)
        left = (WIDTH - module * len(rows)) // 2
        for y, row in enumerate(rows):
            for x, dark in enumerate(row):
                if dark:
                    corner = (left + x * module, self._y + y * module)
                    far = (corner[0] + module - 1, corner[1] + module - 1)
                    self._draw.rectangle((*corner, *far), fill="#000000")
        self._y += module * len(rows)

    def png(self) -> bytes:
        out = BytesIO()
        sheet = self._image.crop((0, 0, WIDTH, min(2400, self._y + MARGIN)))
        sheet.quantize(64).save(out, "PNG", optimize=True)
        return out.getvalue()


@lru_cache(maxsize=16)
def _font(size: int, bold: bool) -> ImageFont.FreeTypeFont:
    name = "BeVietnamPro-Bold.ttf" if bold else "BeVietnamPro-Regular.ttf"
    return ImageFont.truetype(str(files.path("fonts", name)), size)


def _broken(text: str, font: ImageFont.FreeTypeFont) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= WIDTH - 2 * MARGIN:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
