"""Whether citizens get numbers now: by the hours, and by what staff closed."""

from collections.abc import Callable

from layso_queue.center.api.ways import Asked
from layso_queue.center.desk import Desk
from layso_queue.center.jobs import Guard
from layso_queue.center.stamps import written
from layso_queue.line import Refusal, Refused


def doors_guard(asked: Asked, service_of: Callable[[Desk], str]) -> Guard:
    """Return a guard: outside the hours citizens get no numbers, and hear when again.

    `service_of` says what is asked for: staff may have closed it alone. "": that is not known.
    """
    shower = asked.center.shower

    def guard(desk: Desk, now: int) -> Refused | None:
        service = service_of(desk)
        center = shower.standing(desk, now)
        standing = shower.standing(desk, now, service)
        if standing.open:
            return None
        about: dict[str, str | int] = {"reason": standing.reason or ""}
        if standing.next_opening is not None:
            about["next_opening"] = written(standing.next_opening)
        closure = shower.closure(standing, now, service)
        if closure is not None:
            about["closure"] = closure[asked.language]
        if not center.open:
            return Refused(Refusal.DAY_CLOSED, about)
        about |= {"service": service, "reason": about.get("closure", "")}
        return Refused(Refusal.SERVICE_CLOSED, about)

    return guard
