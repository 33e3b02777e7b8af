"""What is the same for all runs: shares, pools and factors, by index instead of by name."""

from layso_queue.forecast.habits import AWAY, MISS
from layso_queue.forecast.play import Rules
from layso_queue.forecast.scene import Scene
from layso_queue.forecast.today import Today

SLOW = 0.02
"""Minutes: calls that come so soon after a visit need no drawing."""


def rules_of(scene: Scene, today: Today) -> Rules:
    """Return what is the same for all runs."""
    habits = today.learned.habits
    plan = scene.day.opened_plan
    index = {code: i for i, code in enumerate(scene.codes)}
    onward = []
    for code in scene.codes:
        ways = [(share, index[to]) for to, share in habits.sent(code).items() if to in index]
        parked = habits.parked(code)
        onward.append([*ways, (parked, -1)] if parked else ways)
    gaps = habits.pool("gaps", [])
    return Rules(
        keys=[[*(scene.items[i].key for i in line), float("inf")] for line in scene.lines],
        items=scene.lines,
        services=[item.service for item in scene.items],
        desk_lines=[desk.lines for desk in scene.desks],
        paces=[desk.paces for desk in scene.desks],
        hours=[today.hours(code) for code in scene.codes],
        minute=scene.minute,
        no_show=0.0 if plan.rules.start_at_call else habits.no_show,
        back=habits.back,
        miss=habits.pool("miss", MISS),
        backs=habits.pool("back", AWAY),
        gaps=gaps if gaps and gaps[len(gaps) * 9 // 10] > SLOW else [],
        residuals=[today.learned.lengths.residuals(code) for code in scene.codes],
        onward=onward,
        aways=habits.pool("away", AWAY),
    )
