"""The bytes that make a panel show something. Pure."""

from collections.abc import Sequence
from functools import reduce
from operator import xor

from layso_kiosk.display.led.profile import LedProfile

WRITE_MANY = 0x10
ANSWER_LENGTH = 8
"""Bytes of a good answer to a write: address, function, register, count, CRC."""


def crc16(data: bytes) -> int:
    """Return the Modbus CRC (polynomial 0xA001, begun with 0xFFFF); sent low byte first."""
    crc = 0xFFFF
    for octet in data:
        crc ^= octet
        for _ in range(8):
            crc = crc >> 1 ^ 0xA001 if crc & 1 else crc >> 1
    return crc


def sealed(data: bytes) -> bytes:
    """Return the data with its CRC."""
    return data + crc16(data).to_bytes(2, "little")


def write_registers(address: int, register: int, values: Sequence[int]) -> bytes:
    """Return a request to write holding registers from `register` on."""
    head = bytes([address, WRITE_MANY]) + register.to_bytes(2, "big")
    body = b"".join(value.to_bytes(2, "big") for value in values)
    return sealed(head + len(values).to_bytes(2, "big") + bytes([len(body)]) + body)


def is_answer(request: bytes, answer: bytes) -> bool:
    """Say whether the answer is the panel's yes to this request."""
    whole = len(answer) == ANSWER_LENGTH and sealed(answer[:-2]) == answer
    return whole and answer[:6] == request[:6]


def modbus(profile: LedProfile, address: int, text: str, blink: bool) -> list[bytes]:
    """Return the requests that show a text, and whether it blinks."""
    signs = profile.fitted(text).encode("ascii")
    if profile.packing == "one_letter":
        values = list(signs)
    else:
        even = signs + b" " * (len(signs) % 2)
        values = [high << 8 | low for high, low in zip(even[::2], even[1::2], strict=True)]
    requests = [write_registers(address, profile.register, values)]
    if profile.blink_register >= 0:
        requests.append(write_registers(address, profile.blink_register, [int(blink)]))
    return requests


def line_of_ascii(profile: LedProfile, address: int, text: str) -> bytes:
    """Return the one line that shows a text."""
    frame = profile.frame.format(address=address, text=profile.fitted(text)).encode("ascii")
    checked, check = frame[1:], b""
    if profile.check == "xor":
        check = b"%02X" % reduce(xor, checked, 0)
    elif profile.check == "sum":
        check = b"%02X" % (sum(checked) & 0xFF)
    return frame + check + profile.end.encode("ascii")
