"""The database of a center: the only place that knows SQL."""

from layso_queue.center.storage.archive import Archive, Booking
from layso_queue.center.storage.batch import Batch
from layso_queue.center.storage.chain import Broken, Entry, first_broken
from layso_queue.center.storage.check import quick_check, verify
from layso_queue.center.storage.checking import Check
from layso_queue.center.storage.closures import Closure, Closures
from layso_queue.center.storage.engine import journal_mode
from layso_queue.center.storage.exchange import Exchange, ExchangeRows
from layso_queue.center.storage.faults import (
    AlreadyThere,
    DatabaseDamaged,
    DiskFull,
    SchemaUnknown,
    StoreFailed,
)
from layso_queue.center.storage.forecasts import Forecasts, Prediction
from layso_queue.center.storage.help_calls import HelpCall, HelpCalls
from layso_queue.center.storage.register import DeviceRow, Register, SessionRow, StaffRow
from layso_queue.center.storage.restores import Restore, Restores
from layso_queue.center.storage.schema import bring_up_to_date
from layso_queue.center.storage.store import Store

__all__ = [
    "AlreadyThere",
    "Archive",
    "Batch",
    "Booking",
    "Broken",
    "Check",
    "Closure",
    "Closures",
    "DatabaseDamaged",
    "DeviceRow",
    "DiskFull",
    "Entry",
    "Exchange",
    "ExchangeRows",
    "Forecasts",
    "HelpCall",
    "HelpCalls",
    "Prediction",
    "Register",
    "Restore",
    "Restores",
    "SchemaUnknown",
    "SessionRow",
    "StaffRow",
    "Store",
    "StoreFailed",
    "bring_up_to_date",
    "first_broken",
    "journal_mode",
    "quick_check",
    "verify",
]
