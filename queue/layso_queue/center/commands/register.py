"""`enrol`, `remove` and `staff add`: who may use the center; all work beside a running one."""

import re
import sys
import time
from argparse import Namespace
from collections.abc import Callable
from getpass import getpass

from layso_assets.languages import Texts
from layso_queue.center.commands.faults import FORESEEN, sentence
from layso_queue.center.commands.outcome import Said
from layso_queue.center.commands.ready import make_ready
from layso_queue.center.folder import Folder
from layso_queue.center.people.tokens import hashed, new_token
from layso_queue.center.storage import AlreadyThere, DeviceRow, Register, StaffRow


def enrol(asked: Namespace, texts: Texts) -> Said:
    """Enrol a device; its token is the only line said, and is said only this once."""

    def work(register: Register) -> Said:
        token = new_token()
        row = DeviceRow(asked.name, asked.role, hashed(token), time.time_ns() // 1_000_000)
        try:
            register.enrol(row, replace=asked.replace)
        except AlreadyThere:
            return Said(2, (texts.say("center.command.device_name_taken", name=asked.name),))
        return Said(0, (token,))

    if not 1 <= len(asked.name) <= 40 or not asked.name.isprintable():
        return Said(2, (texts.say("center.command.name_form"),))
    return _with_register(asked, texts, work)


def remove(asked: Namespace, texts: Texts) -> Said:
    """Take a device's token away; a running center forgets it within ten seconds."""

    def work(register: Register) -> Said:
        if register.remove_device(asked.name):
            return Said(0, (texts.say("center.command.device_removed", name=asked.name),))
        return Said(2, (texts.say("center.command.device_unknown", name=asked.name),))

    return _with_register(asked, texts, work)


def add_staff(asked: Namespace, texts: Texts) -> Said:
    """Add a person who signs in; the same code again changes PIN and role."""
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,16}", asked.code):
        return Said(2, (texts.say("center.command.code_form"),))
    pin = asked.pin if asked.pin is not None else _typed(texts)
    if not pin:
        return Said(2, (texts.say("center.command.pin_none"),))
    if not re.fullmatch(r"[0-9]{4,12}", pin):
        return Said(2, (texts.say("center.command.pin_form"),))

    def work(register: Register) -> Said:
        from layso_queue.center.people.pins import hash_of

        register.add_staff(StaffRow(asked.code, asked.role, hash_of(pin)))
        return Said(0, (texts.say("center.command.staff_added", code=asked.code),))

    return _with_register(asked, texts, work)


def _typed(texts: Texts) -> str:
    """Return what is typed unseen, or the first line of what is piped in; "" for nothing."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().strip()
    try:
        return getpass(texts.say("center.command.pin_ask"))
    except (EOFError, KeyboardInterrupt):
        return ""


def _with_register(asked: Namespace, texts: Texts, work: Callable[[Register], Said]) -> Said:
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
