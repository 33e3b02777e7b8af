"""The rules of the exchange, one switch each: true in every program, untrue only in its trial.

The simulator (`layso_queue.sync.trial`) turns one off at a time and must then find a fault: that
shows that the rule is needed and that the simulator can see. docs/sync.md explains each.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What both sides hold to."""

    # capacity
    sales_inside_lease: bool = True
    shrinking_is_a_request: bool = True
    never_below_sold: bool = True
    answers_by_version: bool = True
    snapshot_then_answers: bool = True
    resell_after_ack: bool = True
    # bookings
    check_in_wins: bool = True
    closures_keep_bookings: bool = True
    token_once: bool = True
    token_is_third_copy: bool = True
    # one transaction
    outbox_with_the_fact: bool = True
    cursor_with_the_effect: bool = True
    numbered_under_lock: bool = True
    # the stream
    seen_once: bool = True
    no_gaps: bool = True
    hashes_agree: bool = True
    by_sequence: bool = True
    kept_after_ack: bool = True
    # refused events
    set_aside: bool = True
    entity_in_order: bool = True
    # restores and copies
    fence: bool = True
    hub_begins_anew: bool = True
    hub_freezes: bool = True
    center_echoes: bool = True
    hub_returns: bool = True
    journals_replay: bool = True
    ticket_of_the_booking: bool = True
    numbers_leap: bool = True
    leap_for_a_new_hub: bool = True
    leases_said_anew: bool = True
    center_freezes: bool = True
    # manners
    backs_off: bool = True
    batches_shrink: bool = True
    clock_warns: bool = True


ALL = Rules()
