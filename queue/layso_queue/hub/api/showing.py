"""What the API shows of centers and bookings: neither names nor phones."""

from pydantic import BaseModel

from layso_queue.hub.api import answers as a
from layso_queue.hub.api.ways import Call
from layso_queue.hub.passes import pass_of
from layso_queue.hub.standing import Standing, standing_of
from layso_queue.hub.storage import Booked, CenterRow
from layso_queue.hub.times import written
from layso_queue.hub.web.reply import JSON, Reply
from layso_queue.line.states import BookingState


def answer(status: int, model: BaseModel) -> Reply:
    """Return a model as an answer."""
    return Reply(status, model.model_dump_json().encode(), JSON)


def shown(call: Call, one: Booked) -> a.BookingAnswer:
    """Return a booking as the API shows it: neither name nor phone."""
    over = one.is_over(call.hub.clock.now())
    good = one.state == "booked" and not one.remote and not over
    return a.BookingAnswer(
        id=one.id,
        code=one.code,
        state=BookingState(one.state),
        center=one.center,
        service=one.service,
        slot=written(one.slot),
        remote=one.remote,
        version=one.version,
        number=one.number,
        ticket=one.ticket,
        qr=pass_of(one, call.hub.keys) if good else None,
        page=f"{call.hub.public_url}/{call.language}/b/{one.code}",
    )


def center_answer(call: Call, one: CenterRow, standing: Standing) -> a.CenterAnswer:
    """Return a center as the API shows it."""
    commune = call.hub.directory.get(one.code)
    return a.CenterAnswer(
        code=one.code,
        name=a.Name(vi=one.name_vi, en=one.name_en),
        commune=commune.title if commune else "",
        province=commune.province_name if commune else "",
        province_code=one.province_code,
        latitude=commune.latitude if commune else 0.0,
        longitude=commune.longitude if commune else 0.0,
        heard_at=written(one.heard_at) if one.heard_at is not None else None,
        silent=one.heard_at is None or standing.silent_since is not None,
        open=standing.open if standing.at is not None else None,
    )


def standing_now(call: Call, found: CenterRow) -> Standing:
    """Return how a center's lines stand now."""
    told = call.hub.live.standing(found.code)
    return standing_of(told, found.heard_at, call.hub.clock.now())
