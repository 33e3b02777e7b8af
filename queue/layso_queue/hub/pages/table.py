"""The one table of pages."""

from layso_assets.languages import LANGUAGES
from layso_queue.hub.limits import CODES, Rate
from layso_queue.hub.pages import (
    booked,
    booking,
    feedback,
    finding,
    following,
    keeping,
    nearby,
    offering,
    opinionfile,
    opinions,
    signing,
    staffing,
)
from layso_queue.hub.pages.statics import favicon, robots, static
from layso_queue.hub.pages.ways import PageWay
from layso_queue.hub.signin.offer import BACK

NAMES = Rate("confirm", 40, 600)
SIGN_INS = Rate("sign-in", 6, 300, everywhere=True)
PROVIDER = Rate("provider", 30, 600)
LOOKS = Rate("look", 600, 60)
"""One address may be a whole neighbourhood behind a phone company's wall: wide, not strict."""

SEEN = Rate("seen", 120, 60)
PICTURES = Rate("picture", 12, 60)
CHANGES = Rate("change", 20, 600)
"""Of one booking or one ticket, whoever asks: its page asks once in 8 s on each phone."""

PAGES = (
    PageWay("GET", "/", finding.root),
    PageWay("GET", "/favicon.svg", favicon),
    PageWay("GET", "/robots.txt", robots),
    PageWay("GET", "/static/{name}", static),
    PageWay("GET", "/t/{ticket}", following.short),
    *(PageWay("GET", f"/{language}", finding.bare) for language in LANGUAGES),
    PageWay("GET", "/{language}/", finding.home),
    PageWay("GET", "/{language}/centers", finding.centers, rate=LOOKS),
    PageWay("GET", "/{language}/centers/near", nearby.search_instead),
    PageWay("POST", "/{language}/centers/near", nearby.near, rate=LOOKS),
    PageWay("GET", "/{language}/c/{center}", offering.center, rate=LOOKS),
    PageWay("GET", "/{language}/c/{center}/{service}", offering.service, rate=LOOKS),
    PageWay("POST", "/{language}/hold", booking.keep, rate=booking.HOLDS),
    PageWay("GET", "/{language}/hold/{hold}", booking.details, rate=LOOKS),
    PageWay("POST", "/{language}/hold/{hold}", booking.confirm, rate=NAMES),
    PageWay("GET", "/{language}/hold/{hold}/sign-in", signing.start, rate=PROVIDER),
    PageWay("GET", BACK, signing.back, rate=PROVIDER),
    PageWay("GET", "/{language}/find", booked.find),
    PageWay("POST", "/{language}/find", booked.found, rate=CODES),
    PageWay("GET", "/{language}/b/{code}", booked.booked, rate=SEEN, secret="code"),
    PageWay("GET", "/{language}/b/{code}/calendar.ics", keeping.calendar, rate=SEEN, secret="code"),
    PageWay(
        "GET", "/{language}/b/{code}/picture.png", keeping.picture, rate=PICTURES, secret="code"
    ),
    PageWay("GET", "/{language}/b/{code}/cancel", booked.ask_cancel, rate=SEEN, secret="code"),
    PageWay("POST", "/{language}/b/{code}/cancel", booked.cancel, rate=CHANGES, secret="code"),
    PageWay("GET", "/{language}/b/{code}/change", booked.ask_change, rate=SEEN, secret="code"),
    PageWay("POST", "/{language}/b/{code}/change", booked.change, rate=CHANGES, secret="code"),
    PageWay("GET", "/{language}/t/{ticket}", following.follow, rate=SEEN, secret="ticket"),
    PageWay("GET", "/{language}/t/{ticket}/feedback", feedback.ask, rate=SEEN, secret="ticket"),
    PageWay(
        "POST", "/{language}/t/{ticket}/feedback", feedback.give, rate=CHANGES, secret="ticket"
    ),
    PageWay("GET", "/{language}/t/{ticket}/thanks", feedback.thanks, rate=SEEN, secret="ticket"),
    PageWay("GET", "/{language}/staff", staffing.table, staff=True),
    PageWay("GET", "/{language}/staff/centers.csv", staffing.export, staff=True),
    PageWay("GET", "/{language}/staff/feedback", opinions.listed, staff=True),
    PageWay("GET", "/{language}/staff/feedback.csv", opinionfile.export, staff=True),
    PageWay("POST", "/{language}/staff/feedback/{opinion}", opinions.handle, staff=True),
    PageWay("GET", "/{language}/staff/sign-in", staffing.ask_sign_in),
    PageWay("POST", "/{language}/staff/sign-in", staffing.sign_in, rate=SIGN_INS),
    PageWay("POST", "/{language}/staff/sign-out", staffing.sign_out, staff=True),
)
