"""`enrol`, `remove` and `devices list`: the center's devices; all work beside a running one."""

import os
import time
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from layso_assets.languages import Texts
from layso_queue.center.commands.faults import FORESEEN, sentence
from layso_queue.center.commands.listing import listed
from layso_queue.center.commands.outcome import Said
from layso_queue.center.commands.ready import make_ready
from layso_queue.center.folder import Folder
from layso_queue.center.people.tokens import hashed, new_token
from layso_queue.center.stamps import local
from layso_queue.center.storage import AlreadyThere, DeviceRow, Register


def enrol(asked: Namespace, texts: Texts) -> Said:
    """Enrol a device; its token is the only line said, only this once, or stands in `--out`."""

    def work(register: Register) -> Said:
        token = new_token()
        row = DeviceRow(asked.name, asked.role, hashed(token), time.time_ns() // 1_000_000)
        draft = None if asked.out is None else asked.out.with_name(f".{asked.out.name}.part")
        try:
            if draft is not None:
                _write_secret(draft, token)
            register.enrol(row, replace=asked.replace)
        except AlreadyThere:
            return Said(2, (texts.say("center.command.device_name_taken", name=asked.name),))
        except OSError:
            return Said(2, (texts.say("center.command.token_unwritable", file=asked.out),))
        else:
            if draft is None:
                return Said(0, (token,))
            draft.replace(asked.out)
            return Said(0, (texts.say("center.command.token_written", file=asked.out),))
        finally:
            if draft is not None:
                draft.unlink(missing_ok=True)

    if not 1 <= len(asked.name) <= 40 or not asked.name.isprintable():
        return Said(2, (texts.say("center.command.name_form"),))
    if asked.out is not None and asked.out.is_dir():
        return Said(2, (texts.say("center.command.token_unwritable", file=asked.out),))
    return with_register(asked, texts, work)


def remove(asked: Namespace, texts: Texts) -> Said:
    """Take a device's token away; a running center forgets it within ten seconds."""

    def work(register: Register) -> Said:
        if register.remove_device(asked.name):
            return Said(0, (texts.say("center.command.device_removed", name=asked.name),))
        return Said(2, (texts.say("center.command.device_unknown", name=asked.name),))

    return with_register(asked, texts, work)


def list_devices(asked: Namespace, texts: Texts) -> Said:
    """Say which devices there are, what each may do, and since when."""

    def work(register: Register) -> Said:
        rows = [
            (one.name, one.role, f"{local(one.enrolled_at):%d/%m/%Y %H:%M}")
            for one in register.devices()
        ]
        return listed(texts, ("name", "role", "enrolled"), rows)

    return with_register(asked, texts, work)


def with_register(asked: Namespace, texts: Texts, work: Callable[[Register], Said]) -> Said:
    """Do something with the register of a center's folder, beside whatever else uses it."""
    folder = Folder(asked.data)
    try:
        make_ready(folder)
        register = Register(folder.database)
        try:
            return work(register)
        finally:
            register.close()
    except FORESEEN as error:
        return sentence(error, folder, texts)


def _write_secret(file: Path, token: str) -> None:
    """Write a file that only its owner can read, there when the power fails. Raises OSError."""
    file.unlink(missing_ok=True)
    made = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(made, "w") as stream:
        stream.write(f"{token}\n")
        stream.flush()
        os.fsync(stream.fileno())
