"""Handler: the feed for a province's operation center (IOC), about this moment."""

from layso_queue.hub.api import watch_answers as a
from layso_queue.hub.api.answers import Name
from layso_queue.hub.api.bodies import WatchQuery
from layso_queue.hub.api.showing import answer
from layso_queue.hub.api.ways import Call
from layso_queue.hub.hub import Hub
from layso_queue.hub.standing import SILENT_MS, Standing, standing_of
from layso_queue.hub.storage import CenterRow
from layso_queue.hub.storage.overview import aside_of_all
from layso_queue.hub.storage.satisfaction import waits_of_all
from layso_queue.hub.storage.unsent import unsent_by_way
from layso_queue.hub.times import written
from layso_queue.hub.web.reply import Reply


def watch(call: Call) -> Reply:
    """Long waits, silent centers, stopped sales, what was set aside, what nobody answered."""
    asked: WatchQuery = call.body
    hub = call.hub
    now, told, centers = hub.clock.now(), hub.live.standings(), hub.centers.all()
    waits: list[a.LongWait] = []
    silent: list[a.SilentCenter] = []
    alerts: list[a.AlertAnswer] = []
    for center in centers:
        heard = center.heard_at
        if heard is None or now - heard > SILENT_MS:
            since = None if heard is None else written(heard)
            silent.append(a.SilentCenter(center=center.code, since=since))
            continue
        standing = standing_of(told.get(center.code), heard, now)
        waits += _long(call, center, standing, asked.target)
        alerts += [
            a.AlertAnswer(center=center.code, code=one.code, n=one.n, since=written(one.since))
            for one in standing.alerts
        ]
    stuck = aside_of_all(hub.database)
    return answer(
        200,
        a.WatchAnswer(
            now=written(now),
            target_minutes=asked.target,
            centers=len(centers),
            over_target=sorted(waits, key=lambda one: (-one.high, one.center, one.service)),
            silent=silent,
            sales_stopped=[one.code for one in centers if one.frozen],
            set_aside=[
                a.AsideAnswer(center=code, n=one.n, why=one.why)
                for code, one in sorted(stuck.items())
            ],
            alerts=alerts,
            notices_unsent=[
                a.UnsentAnswer(way=one.way, failed=one.failed, waiting=one.waiting, why=one.why)
                for one in unsent_by_way(hub.database, now)
            ],
            feedback_overdue=_overdue(hub, now),
        ),
    )


def _overdue(hub: Hub, now: int) -> list[a.OverdueFeedback]:
    late = [pair for pair in waits_of_all(hub.database, now).items() if pair[1].overdue]
    return [
        a.OverdueFeedback(center=code, n=one.overdue, waiting=one.n, since=written(one.since))
        for code, one in sorted(late, key=lambda pair: (pair[1].since, pair[0]))
    ]


def _long(call: Call, center: CenterRow, standing: Standing, target: int) -> list[a.LongWait]:
    found = []
    for code, one in standing.services.items():
        if one.low is None or one.high is None or one.high <= target:
            continue
        service = call.hub.looks.service(center.code, code)
        vi, en = (service.name_vi, service.name_en) if service else (code, code)
        found.append(
            a.LongWait(
                center=center.code,
                service=code,
                name=Name(vi=vi, en=en),
                waiting=one.waiting,
                low=one.low,
                high=one.high,
            )
        )
    return found
