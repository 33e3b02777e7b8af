"""Open a center on its folder: check, migrate, replay, put together."""

from layso_queue.center.center import Center
from layso_queue.center.clock import Clock
from layso_queue.center.desk import Desk, replay
from layso_queue.center.folder import Folder, FolderUnusable, OtherCenter
from layso_queue.center.hours import Hours
from layso_queue.center.people.demo_staff import settle_demo_staff
from layso_queue.center.settings import Settings, hours_of
from layso_queue.center.storage import Register, Store, bring_up_to_date


def open_center(
    folder: Folder, settings: Settings, clock: Clock, *, always_open: bool = False
) -> Center:
    """Return the center of a folder that this process has locked; not started yet.

    Raises OtherCenter when its journal is another's; DatabaseDamaged, SchemaUnknown, StoreFailed.
    """
    bring_up_to_date(folder.database, folder.backups)
    store = Store(folder.database)
    try:
        desk = _same_center(replay(store), settings.center.code)
        _settle_demo_staff(folder, settings)
        hours = Hours.always() if always_open else hours_of(settings)
        return Center(folder, settings, hours, clock, store, desk)
    except BaseException:
        store.close()
        raise


def _settle_demo_staff(folder: Folder, settings: Settings) -> None:
    register = Register(folder.database)
    try:
        settle_demo_staff(folder.demo_staff, settings, register)
    except OSError as error:
        raise FolderUnusable(error) from error
    finally:
        register.close()


def _same_center(desk: Desk, code: str) -> Desk:
    plan = desk.day.plan
    if plan is not None and plan.center != code:
        raise OtherCenter(plan.center, code)
    return desk
