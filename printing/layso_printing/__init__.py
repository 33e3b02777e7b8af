"""The room that puts it on paper: from what a ticket says to what a printer does.

printer = open_printer("tcp://192.168.1.50:9100", "confirmed-80")
result = print_slip(printer, slip)   # in a worker thread
"""

from layso_printing.printer.enrolment import open_enrolled
from layso_printing.printer.faults import PrinterSettingsWrong
from layso_printing.printer.job import PrintJob, print_slip
from layso_printing.printer.printer import Printer, open_printer
from layso_printing.printer.profile import PrinterProfile, load_profile, profile_names
from layso_printing.printer.result import Cause, Notice, Outcome, PrintResult
from layso_printing.printer.retry import next_try
from layso_printing.printer.status import PrinterStatus
from layso_printing.printer.trust import PrinterTrust
from layso_printing.slip import SlipWrong, TicketSlip

__all__ = [
    "Cause",
    "Notice",
    "Outcome",
    "PrintJob",
    "PrintResult",
    "Printer",
    "PrinterProfile",
    "PrinterSettingsWrong",
    "PrinterStatus",
    "PrinterTrust",
    "SlipWrong",
    "TicketSlip",
    "load_profile",
    "next_try",
    "open_enrolled",
    "open_printer",
    "print_slip",
    "profile_names",
]
