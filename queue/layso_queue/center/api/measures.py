"""Figures for a monitor on the same machine; nobody else gets to see them."""

from layso_queue.center.api.problems import Problem
from layso_queue.center.api.reply import Reply
from layso_queue.center.api.ways import Asked
from layso_queue.line.states import TicketState

LOOPBACK = frozenset({"127.0.0.1", "::1", "::ffff:127.0.0.1"})


async def metrics(asked: Asked) -> Reply:
    """Show the figures on loopback; elsewhere there is no such page."""
    if asked.client not in LOOPBACK:
        raise Problem("NOT_FOUND")
    # A monitor's first look pays for the import, not the start of the center.
    from prometheus_client import CollectorRegistry
    from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
    from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest

    center = asked.center
    tally, seq = await center.writer.look(lambda desk: (dict(desk.day.tally), desk.day.seq))
    families: list[Metric] = [
        CounterMetricFamily("layso_commits", "Commits since the start", center.writer.commits),
        CounterMetricFamily("layso_commands", "Commands done", center.writer.commands),
        GaugeMetricFamily("layso_commands_waiting", "Commands waiting", center.writer.waiting),
        GaugeMetricFamily("layso_feed_clients", "Feed clients", center.publisher.listeners),
        GaugeMetricFamily("layso_journal_entries", "Journal entries", seq),
        GaugeMetricFamily("layso_failing", "1 if commits fail", int(bool(center.writer.failed))),
    ]
    tickets = GaugeMetricFamily("layso_tickets", "Tickets of the day by state", labels=["state"])
    for state in TicketState:
        tickets.add_metric([state.value], tally.get(state, 0))

    class Now:
        def collect(self) -> list[Metric]:
            return [*families, tickets]

    registry = CollectorRegistry()
    registry.register(Now())
    return Reply(200, generate_latest(registry), CONTENT_TYPE_LATEST.encode())
