"""Open a center on its folder: check, migrate, replay, put together."""

from layso_queue.center.center import Center
from layso_queue.center.clock import Clock
from layso_queue.center.desk import replay
from layso_queue.center.folder import Folder
from layso_queue.center.hours import Hours
from layso_queue.center.settings import Settings, hours_of
from layso_queue.center.storage import Register, StaffRow, Store, bring_up_to_date


def open_center(
    folder: Folder, settings: Settings, clock: Clock, *, always_open: bool = False
) -> Center:
    """Return the center of a folder that this process has locked; not started yet.

    Raises DatabaseDamaged, SchemaUnknown, StoreFailed.
    """
    bring_up_to_date(folder.database, folder.backups)
    _add_demo_staff(folder, settings)
    store = Store(folder.database)
    try:
        hours = Hours.always() if always_open else hours_of(settings)
        return Center(folder, settings, hours, clock, store, replay(store))
    except BaseException:
        store.close()
        raise


def _add_demo_staff(folder: Folder, settings: Settings) -> None:
    if not settings.demo_staff:
        return
    register = Register(folder.database)
    try:
        if register.staff():
            return
        from layso_queue.center.people.pins import hash_of

        for person in settings.demo_staff:
            register.add_staff(StaffRow(person.code, person.role, hash_of(person.pin)))
    finally:
        register.close()
