"""`booking add`: keep an appointment from the command line, for a day to come."""

import secrets
import time
from argparse import Namespace
from datetime import datetime

from pydantic import ValidationError

from layso_assets.languages import Texts
from layso_queue.center.api.booking_bodies import BookingBody, plain_code
from layso_queue.center.commands.faults import FORESEEN, sentence
from layso_queue.center.commands.outcome import Said
from layso_queue.center.commands.ready import make_ready
from layso_queue.center.folder import Folder
from layso_queue.center.opening import uuid7
from layso_queue.center.settings import read_settings
from layso_queue.center.stamps import in_ms, local_date
from layso_queue.center.storage import AlreadyThere, Archive, Booking


def add_booking(asked: Namespace, texts: Texts) -> Said:
    """Keep an appointment. A running center takes it in when its day opens."""
    folder = Folder(asked.data)
    try:
        slot = in_ms(datetime.fromisoformat(asked.slot))
    except (ValueError, TypeError):
        return Said(2, (texts.say("center.command.slot_form"),))
    try:
        body = BookingBody(
            id=uuid7(secrets.token_bytes),
            code=asked.code,
            service=asked.service,
            slot=datetime.fromisoformat(asked.slot),
        )
    except ValidationError as error:
        why = ", ".join(str(part) for fault in error.errors() for part in fault["loc"])
        return Said(2, (texts.say("center.command.booking_form", why=why),))
    day = local_date(slot)
    try:
        make_ready(folder)
        settings = read_settings(folder.settings, texts)
        if body.service not in {one.code for one in settings.services}:
            return Said(2, (texts.say("center.command.service_unknown", service=body.service),))
        archive = Archive(folder.database)
        try:
            now = time.time_ns() // 1_000_000
            archive.add_booking(
                Booking(
                    body.id, plain_code(body.code), body.service, day.isoformat(), slot, "none", now
                )
            )
        finally:
            archive.close()
    except AlreadyThere:
        return Said(2, (texts.say("center.command.booking_taken", code=body.code),))
    except FORESEEN as error:
        return sentence(error, folder, texts)
    said = texts.say("center.command.booking_added", code=body.code, day=f"{day:%d/%m/%Y}")
    return Said(0, (said,))
