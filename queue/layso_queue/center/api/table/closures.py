"""Routes: a service or the whole center is closed for a while, and opened again."""

from layso_queue.center.api import closures
from layso_queue.center.api.ways import Way
from layso_queue.center.people import roles

CLOSURES = (
    Way(
        method="GET",
        path="/v1/closures",
        name="show_closures",
        summary="Show what is closed now or will be",
        handler=closures.show,
        roles=roles.SEES_ALL,
        answers={200: closures.ClosuresAnswer},
    ),
    Way(
        method="POST",
        path="/v1/closures",
        name="close_for_a_while",
        summary="Close a service or the center for a while; nobody loses a number or a booking",
        handler=closures.close,
        roles=roles.AT_WORK,
        signed_in=roles.AT_WORK,
        staff=roles.IN_CHARGE,
        body=closures.ClosureBody,
        answers={201: closures.ClosureAnswer, 200: closures.ClosureAnswer},
        refusals=("SERVICE_UNKNOWN",),
    ),
    Way(
        method="DELETE",
        path="/v1/closures/{id}",
        name="lift_closure",
        summary="Open again what a closure has closed",
        handler=closures.lift,
        roles=roles.AT_WORK,
        signed_in=roles.AT_WORK,
        staff=roles.IN_CHARGE,
        answers={200: closures.ClosureAnswer},
        refusals=("CLOSURE_UNKNOWN",),
    ),
)
