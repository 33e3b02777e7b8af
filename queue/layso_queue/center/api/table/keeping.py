"""Routes: what comes back after a restore, and what only staff can decide of the web queue."""

from layso_queue.center.api import bodies, restored, set_aside, slip_bodies
from layso_queue.center.api.answers import keeping as answers
from layso_queue.center.api.answers.base import Answer
from layso_queue.center.api.table.common import KIOSK
from layso_queue.center.api.ways import Handler, Way
from layso_queue.center.people import roles


def _in_charge(
    method: str,
    path: str,
    name: str,
    summary: str,
    handler: Handler,
    answer: type[Answer],
    *refusals: str,
) -> Way:
    return Way(
        method=method,
        path=path,
        name=name,
        summary=summary,
        handler=handler,
        roles=roles.AT_WORK,
        signed_in=roles.AT_WORK,
        staff=roles.IN_CHARGE,
        body=bodies.Act if method == "POST" else None,
        answers={200: answer},
        refusals=refusals,
    )


KEEPING = (
    Way(
        method="POST",
        path="/v1/kiosk-journals",
        name="say_again",
        summary="Say again which numbers a kiosk gave today, for a center that may have lost them",
        handler=restored.kiosk_journal,
        roles=KIOSK,
        body=slip_bodies.KioskJournalBody,
        answers={200: answers.KioskJournalAnswer},
    ),
    _in_charge(
        "GET",
        "/v1/restore",
        "show_restore",
        "Show the last restore from a copy",
        restored.show_restore,
        answers.RestoreAnswer,
    ),
    _in_charge(
        "POST",
        "/v1/restore/go-on",
        "go_on",
        "Wait for no more kiosks to say what they gave",
        restored.go_on,
        answers.RestoreAnswer,
        "NOTHING_TO_WAIT_FOR",
    ),
    _in_charge(
        "GET",
        "/v1/web/set-aside",
        "show_set_aside",
        "Show what the web queue sent and could not be done",
        set_aside.show_aside,
        answers.AsideListAnswer,
    ),
    _in_charge(
        "POST",
        "/v1/web/set-aside/{id}/retry",
        "retry_set_aside",
        "Try one of these again",
        set_aside.retry_aside,
        answers.AsideListAnswer,
        "ASIDE_UNKNOWN",
        "STILL_SET_ASIDE",
    ),
    _in_charge(
        "POST",
        "/v1/web/set-aside/{id}/dismiss",
        "dismiss_set_aside",
        "Let go of one of these that was seen to in another way",
        set_aside.dismiss_aside,
        answers.AsideListAnswer,
        "ASIDE_UNKNOWN",
    ),
    _in_charge(
        "POST",
        "/v1/web/take-over",
        "take_over",
        "Decide that this computer is the real center, not the copy that took over",
        set_aside.be_the_real_one,
        answers.TakeOverAnswer,
        "NOT_SUPERSEDED",
    ),
)
