"""The QR of a booking: short, signed, about nobody; whatever else is scanned is refused."""

import base64
import random
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from layso_queue.sync.refusals import SyncRefusal, SyncRefused
from layso_queue.sync.token import LONGEST, PREFIX, Token, public_of, sign, verify

PRIVATE = bytes(range(32))
KEYS = {"k1": public_of(PRIVATE)}
SLOT = 1_795_440_600_000
TOKEN = Token(
    booking="01938b4e-7b1a-7c3d-8e4f-5a6b7c8d9e0f",
    center="26041",
    service="A",
    slot=SLOT,
    expires=SLOT + 86_400_000,
    version=2,
    key="k1",
)


def why(said: Token | SyncRefused) -> SyncRefusal:
    assert isinstance(said, SyncRefused)
    return said.why


def test_what_was_signed_is_read_again_and_gives_the_booking() -> None:
    said = verify(sign(TOKEN, PRIVATE), KEYS, "26041", SLOT)
    assert said == TOKEN
    assert TOKEN.shown().slot == SLOT
    assert TOKEN.shown().version == 2


def test_the_longest_token_is_below_two_hundred_characters_that_a_qr_packs_tight() -> None:
    longest = replace(TOKEN, key="abcd", service="abcdefghijklmnop")
    text = sign(longest, PRIVATE)
    assert len(text) < LONGEST
    assert set(text) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:")


def test_it_is_read_in_small_letters_and_with_a_line_end() -> None:
    text = " " + sign(TOKEN, PRIVATE).lower() + "\n"
    assert verify(text, KEYS, "26041", SLOT) == TOKEN


def test_another_key_another_center_and_a_late_day_are_told_apart() -> None:
    text = sign(TOKEN, PRIVATE)
    other = {"k1": public_of(bytes(32))}
    assert why(verify(text, other, "26041", SLOT)) is SyncRefusal.TOKEN_FORGED
    assert why(verify(text, {}, "26041", SLOT)) is SyncRefusal.TOKEN_KEY_UNKNOWN
    assert why(verify(text, KEYS, "26044", SLOT)) is SyncRefusal.TOKEN_OF_OTHER_CENTER
    late = TOKEN.expires + 1
    assert why(verify(text, KEYS, "26041", late)) is SyncRefusal.TOKEN_EXPIRED


def test_no_bit_can_be_changed() -> None:
    packed = sign(TOKEN, PRIVATE)[len(PREFIX) :]
    data = base64.b32decode(packed + "=" * (-len(packed) % 8))
    for bit in range(len(data) * 8):
        changed = bytearray(data)
        changed[bit // 8] ^= 1 << bit % 8
        text = PREFIX + base64.b32encode(bytes(changed)).decode().rstrip("=")
        assert isinstance(verify(text, KEYS, "26041", SLOT), SyncRefused), bit


@given(st.text(max_size=220))
def test_whatever_is_scanned_is_answered(text: str) -> None:
    assert isinstance(verify(text, KEYS, "26041", SLOT), SyncRefused)
    assert isinstance(verify(PREFIX + text, KEYS, "26041", SLOT), SyncRefused)


def test_bytes_of_every_length_after_the_prefix_are_answered() -> None:
    chance = random.Random(5)
    for length in range(130):
        text = PREFIX + base64.b32encode(chance.randbytes(length)).decode().rstrip("=")
        assert isinstance(verify(text, KEYS, "26041", SLOT), SyncRefused)
