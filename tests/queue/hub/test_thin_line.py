"""A center and its hub over a line that is slow, far, lossy and torn: all is told, once."""

import gzip

import pytest
from bench.reliability.line.morning import morning

from layso_queue.center.sync import HubClient, client
from layso_queue.hub.web.packed import for_center, unpacked
from layso_queue.hub.web.reading import BadForm, TooLarge
from layso_queue.hub.web.reply import Reply
from layso_queue.sync import backoff, messages
from layso_queue.sync.packing import pack, unpack
from thin_line import Thin

HURRY = 30.0


@pytest.fixture
def impatient(monkeypatch):
    """Nobody waits for seconds between two tries: the line is as much faster as that."""
    monkeypatch.setattr(backoff, "FIRST_S", 1 / HURRY)
    monkeypatch.setattr(backoff, "LONGEST_S", 5 / HURRY)


@pytest.fixture
def anyio_backend():
    return "asyncio"


@pytest.mark.anyio
async def test_a_far_and_lossy_line_tells_all_and_is_never_taken_for_cut(tmp_path):
    thin = Thin(speed=HURRY, torn_each=0)
    found = await morning(tmp_path, thin, tickets=4, one_by_one=1, bookings=2)
    assert found.differences == []
    assert found.away == 0
    assert found.line.connections <= 5, "a connection for each message"
    assert found.line.bytes["up"] < 40_000


@pytest.mark.anyio
async def test_batches_shrink_until_they_pass_a_line_that_tears(tmp_path, impatient, monkeypatch):
    sizes = []
    write = client.wire.write

    def watched(request):
        if isinstance(request, messages.Push):
            sizes.append(len(request.events))
        return write(request)

    monkeypatch.setattr(client.wire, "write", watched)
    thin = Thin(speed=HURRY, torn_each=0, torn_after=5_000)
    found = await morning(tmp_path, thin, tickets=4, one_by_one=0, bookings=2)
    assert found.differences == []
    assert found.line.torn > 0
    assert min(size for size in sizes if size) < max(sizes) / 2


@pytest.mark.parametrize("data", [b"", b"x", b"{}" * 5_000, bytes(range(256)) * 9])
def test_what_is_packed_is_unpacked(data):
    assert unpack(pack(data), len(data)) == data
    assert gzip.decompress(pack(data)) == data


@pytest.mark.parametrize(
    "data",
    [b"", b"{}", b"\x1f\x8b", pack(b"hello")[:-3], pack(b"hello") + b"more", pack(bytes(10**6))],
)
def test_what_is_no_packed_message_or_too_large_is_refused(data):
    assert unpack(data, 10_000) is None


@pytest.mark.parametrize(
    ("body", "refused"),
    [(b"no gzip", BadForm), (pack(b"{}")[:-2], TooLarge), (pack(bytes(5_000)), TooLarge)],
)
def test_a_hub_refuses_what_it_cannot_unpack(body, refused):
    headers = {b"content-encoding": b"gzip"}
    assert unpacked(pack(b"{}"), headers, 1_000) == b"{}"
    assert unpacked(b"{}", {}, 1_000) == b"{}"
    with pytest.raises(refused):
        unpacked(body, headers, 1_000)


def test_a_hub_packs_only_for_who_unpacks_and_what_is_worth_it():
    long, short = Reply(200, b"{}" * 500), Reply(200, b"{}")
    packed = for_center(long, {b"accept-encoding": b"gzip, br"})
    assert gzip.decompress(packed.body) == long.body
    assert ("content-encoding", "gzip") in packed.headers
    for plain in (for_center(long, {}), for_center(short, {b"accept-encoding": b"gzip"})):
        assert plain.body in (long.body, short.body)
        assert plain.headers == (("accept-encoding", "gzip"),)


@pytest.mark.anyio
async def test_a_center_packs_only_for_a_hub_that_says_it_unpacks():
    import httpx

    heard, says = [], {}

    async def hub(request):
        heard.append((request.headers.get("content-encoding"), len(request.content)))
        ack = client.wire.write(messages.Ack(0, bytes(32), 1))
        return httpx.Response(200, headers=says, stream=httpx.ByteStream(ack))

    sender = messages.Sender(center="26041", incarnation="c" * 300, lineage=("d" * 300,))
    push = messages.Push(sender=sender, base_seq=0, prev_hash=bytes(32))
    async with HubClient("http://hub", "key", transport=httpx.MockTransport(hub)) as center:
        await center.ask(push)
        says["accept-encoding"] = "gzip"
        await center.ask(push)
        says.clear()
        await center.ask(push)
        await center.ask(push)
    assert [coding for coding, _ in heard] == [None, None, "gzip", None]
    assert heard[2][1] < heard[0][1] / 2
