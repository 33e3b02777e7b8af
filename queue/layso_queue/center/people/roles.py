"""The roles of devices and staff, and the groups of them that have names."""

from enum import StrEnum


class Role(StrEnum):
    """What a device was enrolled as."""

    KIOSK = "kiosk"
    DISPLAY = "display"
    COUNTER = "counter"
    SUPERVISOR = "supervisor"
    ADMIN = "admin"
    PROVINCE = "province"
    AUDITOR = "auditor"


EVERY_DEVICE = frozenset(Role)
AT_WORK = frozenset({Role.COUNTER, Role.SUPERVISOR, Role.ADMIN})
"""Who may move tickets and counters, with somebody signed in."""
IN_CHARGE = frozenset({Role.SUPERVISOR, Role.ADMIN})
GIVES_NUMBERS = AT_WORK | {Role.KIOSK}
MAY_LOOK_BACK = IN_CHARGE | {Role.PROVINCE, Role.AUDITOR}
"""Who may read the journal."""
SEES_ALL = AT_WORK | {Role.PROVINCE, Role.AUDITOR}
"""Who sees every field of a ticket; kiosks and boards see the public ones."""
