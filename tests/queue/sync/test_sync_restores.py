"""Restores, rollbacks and copies, step by step: who notices, and how it is mended."""

from typing import Any

from layso_queue.sync.at_center import telling
from layso_queue.sync.at_center.lives import begin_life
from layso_queue.sync.at_center.storage import Mode
from layso_queue.sync.at_hub import selling
from layso_queue.sync.messages import Ack, Behind, Fetch, Pull, Rewind, Snapshot, Superseded
from layso_queue.sync.outbox import acknowledge, marks
from layso_queue.sync.positions import FIRST
from layso_queue.sync.refusals import SyncRefusal, SyncRefused
from layso_queue.sync.rules import ALL
from layso_queue.sync.storage import KEEP_DAYS
from layso_queue.sync.trial.post import Post
from layso_queue.sync.trial.province import Province
from layso_queue.sync.trial.store import Store
from layso_queue.sync.trial.world import BEGIN, DAY, HOUR

SLOT = BEGIN + 9 * HOUR


def test_a_hub_that_lost_its_tail_has_it_sent_again(pair: Any) -> None:
    backup = pair.province.store.backup()
    for n in range(3):
        pair.hall.issue(f"t{n}", "kiosk")
    pair.push()
    pair.province.store = Store(backup)
    pair.province.begin_anew()
    pair.hall.issue("t3", "kiosk")
    answer = pair.push()
    assert isinstance(answer, Rewind)
    pair.settle()
    assert pair.province.store.table("26041.tally") == {"issued": 4}
    assert pair.part.inbox.log.head() == pair.hall.outbox.head()


def test_a_restored_hub_sells_nothing_before_it_has_heard_all(pair: Any) -> None:
    backup = pair.province.store.backup()
    lost = [pair.sold(), pair.sold()]
    pair.settle()
    pair.province.store = Store(backup)
    pair.province.begin_anew()
    assert pair.sell() == SyncRefused(SyncRefusal.FROZEN)
    assert isinstance(pair.pull(), Snapshot)
    assert pair.sell() == SyncRefused(SyncRefusal.FROZEN)
    pair.settle()
    assert [pair.part.booking(one.id) for one in lost] == lost
    assert pair.sell() == SyncRefused(SyncRefusal.NO_PLACE_LEFT)


def test_a_restored_hub_confirms_no_time_that_it_may_have_moved(pair: Any) -> None:
    booking = pair.sold()
    pair.province.begin_anew()
    said = selling.reschedule(pair.part, booking.id, "A", booking.slot, pair.province.moment())
    assert said == SyncRefused(SyncRefusal.FROZEN)


def test_a_hub_rolled_back_without_notice_finds_out_by_the_next_pull(pair: Any) -> None:
    backup = pair.province.store.backup()
    lost = pair.sold()
    pair.settle()
    pair.province.store = Store(backup)
    before = pair.province.incarnation
    assert isinstance(pair.pull(), Snapshot)
    assert pair.province.incarnation != before
    assert pair.part.frozen()
    pair.settle()
    assert pair.part.booking(lost.id) == lost
    assert not pair.part.frozen()


def test_a_center_rolled_back_without_notice_gets_back_what_it_told(pair: Any) -> None:
    backup = pair.hall.store.backup()
    pair.hall.issue("t1", "kiosk")
    pair.settle()
    pair.post.load(backup)
    pair.hall.issue("t2", "kiosk", n=7)
    assert isinstance(pair.push(), Behind)
    assert pair.hall.state.mode is Mode.RETURNING
    pair.settle()
    assert set(pair.hall.store.table("tickets")) == {"t1", "t2"}
    assert pair.part.inbox.log.head() == pair.hall.outbox.head()


def test_a_rollback_with_nothing_new_is_noticed_by_the_answer(pair: Any) -> None:
    backup = pair.hall.store.backup()
    pair.hall.issue("t1", "kiosk")
    pair.settle()
    pair.post.load(backup)
    assert isinstance(pair.push(), Ack)
    assert pair.hall.state.mode is Mode.RETURNING
    pair.settle()
    assert "t1" in pair.hall.store.table("tickets")


def test_numbers_leap_once_while_the_hub_has_not_returned_what_was_lost(pair: Any) -> None:
    pair.hall.issue("t1", "kiosk")
    begin_life(pair.hall, pair.post.moment())
    assert pair.hall.issue("t2", "kiosk") == "A202"
    assert pair.hall.issue("t3", "kiosk") == "A203"
    pair.settle()
    assert pair.hall.issue("t4", "kiosk") == "A204"


def test_a_center_leases_nothing_while_it_does_not_know_what_it_leased(pair: Any) -> None:
    begin_life(pair.hall, pair.post.moment())
    said = telling.set_quota(pair.hall, "A", SLOT, False, 1, pair.post.moment())
    assert said == SyncRefused(SyncRefusal.FROZEN)


def test_of_two_copies_one_goes_on_and_the_other_says_so(pair: Any) -> None:
    twin = Post("26041", pair.world, pair.network, ALL, pair.hall.store.backup())
    twin.hall.issue("at the twin", "kiosk")
    pair.hall.issue("here", "kiosk")
    pair.settle()
    real, pair.post = pair.post, twin
    pair.settle()
    assert twin.hall.state.mode is Mode.GOING
    pair.post = real
    assert isinstance(pair.push(), Superseded)
    assert real.hall.state.mode is Mode.SUPERSEDED
    assert real.up.next(real.hall, real.moment(), None) is None
    real.take_over()
    pair.settle()
    assert real.hall.state.mode is Mode.GOING
    pair.post = twin
    assert isinstance(pair.push(), Superseded)


def test_sent_facts_are_kept_35_days_after_the_other_side_has_them(pair: Any) -> None:
    head, log = pair.hall.outbox.head(), pair.hall.outbox
    assert head is not None
    acknowledge(log, head.seq, BEGIN)
    acknowledge(log, head.seq, BEGIN + KEEP_DAYS * DAY)
    assert len(log.after(0, 10)) == head.seq
    acknowledge(log, head.seq, BEGIN + (KEEP_DAYS + 2) * DAY)
    assert [one.seq for one in log.after(0, 10)] == [head.seq]


def test_who_was_away_too_long_says_so_instead_of_leaving_a_gap(pair: Any) -> None:
    for n in range(3):
        pair.hall.issue(f"t{n}", "kiosk")
    pair.settle()
    acknowledge(pair.hall.outbox, pair.hall.outbox.acked(), pair.world.now + 40 * DAY)
    pair.province.store = Province(pair.world, ALL, ["26041"]).store
    pair.world.now += 10 * 60_000
    assert isinstance(pair.push(), Rewind)
    assert pair.hall.state.mode is Mode.APART


def test_marks_reach_from_the_end_to_the_beginning(pair: Any) -> None:
    for n in range(40):
        pair.hall.issue(f"t{n}", "kiosk")
    found = [seq for seq, _ in marks(pair.hall.outbox)]
    head = pair.hall.outbox.head()
    assert head is not None
    assert found[0] == head.seq
    assert found == sorted(found, reverse=True)
    assert found[-1] == 0
    assert len(found) < 10


def test_a_stranger_s_place_is_answered_with_a_common_one(pair: Any) -> None:
    sender = pair.post.down.next(pair.hall)
    assert isinstance(sender, Pull)
    answer = pair.province.serve(Fetch(sender=sender.sender, after=1, hash=FIRST))
    assert isinstance(answer, Behind)
    assert answer.marks[-1] == (0, FIRST)
