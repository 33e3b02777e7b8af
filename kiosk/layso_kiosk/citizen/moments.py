"""The center's time, and how a moment is said to a person."""

from datetime import datetime, timedelta

from layso_kiosk.look.clock import VIETNAM, local_now
from layso_kiosk.look.texts import ScreenTexts


def read_moment(text: object) -> datetime | None:
    """Return an RFC 3339 time in Vietnam; None for anything else."""
    try:
        moment = datetime.fromisoformat(str(text))
    except ValueError:
        return None
    return None if moment.tzinfo is None else moment.astimezone(VIETNAM)


class CenterTime:
    """Our clock, put right by what the center says; a kiosk's own clock may be wrong."""

    def __init__(self) -> None:
        self._ahead = timedelta()

    def hear(self, now: object) -> None:
        """Take the center's "now" as it has just come."""
        moment = read_moment(now)
        if moment is not None:
            self._ahead = moment - local_now()

    def now(self) -> datetime:
        """Return the time in Vietnam."""
        return local_now() + self._ahead


def say_moment(texts: ScreenTexts, moment: datetime, now: datetime) -> str:
    """Return "13:30 hôm nay", "07:30 ngày mai" or "07:30 Thứ Hai, 23/11/2026"."""
    days = (moment.date() - now.date()).days
    if days in (0, 1):
        return texts.say(f"kiosk.moment.in{days}", time=moment.strftime("%H:%M"))
    return texts.say(
        "kiosk.moment.day",
        time=moment.strftime("%H:%M"),
        weekday=texts.say(f"look.weekday.d{moment.isoweekday()}"),
        date=moment.strftime("%d/%m/%Y"),
    )
