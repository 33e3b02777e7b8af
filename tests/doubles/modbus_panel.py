"""LED panels of a maker we do not know, on the far end of an RS-485 line: a pseudo-terminal."""

import os
import pty
import select
import struct
import threading


def table_crc(data: bytes) -> int:
    """The Modbus CRC by another way than ours: a table of the reflected polynomial, read back."""
    reflect = lambda value, bits: int(f"{value:0{bits}b}"[::-1], 2)  # noqa: E731
    crc = 0xFFFF
    for octet in data:
        crc ^= reflect(octet, 8) << 8
        for _ in range(8):
            crc = (crc << 1 ^ (0x8005 if crc & 0x8000 else 0)) & 0xFFFF
    return reflect(crc, 16)


class ModbusPanel:
    """Panels of a maker we do not know, on the far end of the line: parses and answers."""

    def __init__(self, *addresses: int) -> None:
        self.far, near = pty.openpty()
        self.device = os.ttyname(near)
        self._near = near
        self.addresses = set(addresses)
        self.registers: dict[int, dict[int, int]] = {address: {} for address in addresses}
        self.bad: list[bytes] = []
        self.requests = 0
        self.deaf = 0
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def text(self, address: int, start: int = 0, count: int = 2) -> str:
        held = self.registers[address]
        words = [held.get(start + place, 0x2020) for place in range(count)]
        return b"".join(struct.pack(">H", word) for word in words).decode("ascii")

    def close(self) -> None:
        self._end.set()
        self._thread.join()
        os.close(self.far)
        os.close(self._near)

    def _run(self) -> None:
        got = b""
        while not self._end.is_set():
            ready, _, _ = select.select([self.far], [], [], 0.05)
            got += os.read(self.far, 256) if ready else b""
            while len(got) >= 7 and len(got) >= (whole := 9 + got[6]):
                self._take(got[:whole])
                got = got[whole:]

    def _take(self, request: bytes) -> None:
        self.requests += 1
        address, function, start, count, size = struct.unpack(">BBHHB", request[:7])
        if struct.unpack("<H", request[-2:])[0] != table_crc(request[:-2]) or size != count * 2:
            self.bad.append(request)
            return
        if address not in self.addresses or function != 0x10:
            return
        if self.deaf:
            self.deaf -= 1
            return
        values = struct.unpack(f">{count}H", request[7:-2])
        self.registers[address] |= {start + place: value for place, value in enumerate(values)}
        answer = request[:6]
        os.write(self.far, answer + struct.pack("<H", table_crc(answer)))
