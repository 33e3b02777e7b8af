"""Routes for those without a token."""

from layso_queue.center.api import page
from layso_queue.center.api.measures import metrics
from layso_queue.center.api.ways import Way

OUTSIDE = (
    Way(
        method="GET",
        path="/t/{id}",
        name="follow",
        summary="A ticket's page for a phone",
        handler=page.follow,
        query=page.PageQuery,
        roles=None,
        other_kind="text/html",
        answers={200: None, 404: None},
    ),
    Way(
        method="GET",
        path="/metrics",
        name="metrics",
        summary="Figures for a monitor on the same machine",
        handler=metrics,
        roles=None,
        other_kind="text/plain",
        answers={200: None},
        refusals=("NOT_FOUND",),
    ),
)
