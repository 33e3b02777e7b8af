"""The paper double as a part and as a program: orders, ports, events."""

import json
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PIL import Image

from layso_printing import TicketSlip, open_printer, print_slip
from layso_printing.double.double import PaperDouble
from layso_printing.double.orders import FAULTS, OrderWrong, read_option, read_order


def control(double: PaperDouble, *lines: bytes) -> list[dict[str, object]]:
    with socket.create_connection(("127.0.0.1", double.control_port), 2) as line:
        line.settimeout(2)
        line.sendall(b"".join(one + b"\n" for one in lines))
        heard = b""
        while heard.count(b"\n") < len(lines):
            heard += line.recv(4096)
    return [json.loads(one) for one in heard.splitlines()]


def test_the_control_port_takes_orders_and_refuses_nonsense(
    double: PaperDouble, slip: TicketSlip
) -> None:
    lines = [b'{"do": "paper_out"}', b'{"do": "dance"}', b"[]", b"\xff", b'{"do": "state"}']
    lines += [b'{"do": "stall", "after": -1}', b'{"do": "recover"}']
    answers = control(double, *lines)
    assert [answer["ok"] for answer in answers] == [True, False, False, False, True, False, True]
    assert answers[4]["faults"] == ["paper_out"]
    assert "known are" in str(answers[1]["why"])
    assert print_slip(open_printer(double.uri), slip).outcome == "printed"
    assert control(double, b'{"do": "state"}')[0] == {
        "ok": True,
        "faults": [],
        "slips": 1,
        "unknown": 0,
    }


def test_options_are_read_as_orders() -> None:
    assert read_option("break_off:1200").after == 1200
    assert {read_order({"do": word}).do for word in FAULTS} == set(FAULTS)
    for wrong in ("break_off:x", "burn"):
        with pytest.raises(OrderWrong):
            read_option(wrong)


def test_stopping_leaves_no_thread_and_no_port(tmp_path: Path) -> None:
    before = threading.active_count()
    double = PaperDouble(tmp_path)
    double.start()
    with socket.create_connection(("127.0.0.1", double.port)):
        double.stop()
    assert threading.active_count() == before
    with pytest.raises(OSError, match="refused"):
        socket.create_connection(("127.0.0.1", double.port), 1)


def start(*words: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "layso_printing.double.command", *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_as_a_program_it_says_when_it_is_ready_and_what_came_out(
    tmp_path: Path, slip: TicketSlip
) -> None:
    with start("--port", "0", "--out", str(tmp_path), "--fault", "near_end") as program:
        assert program.stdout is not None
        ready = json.loads(program.stdout.readline())
        assert ready["event"] == "ready"
        result = print_slip(open_printer(f"tcp://127.0.0.1:{ready['port']}"), slip)
        assert [notice.value for notice in result.warnings] == ["PAPER_LOW"]
        printed = json.loads(program.stdout.readline())
        assert printed["event"] == "printed"
        assert result.first_byte_at is not None
        assert printed["t"] > result.first_byte_at
        assert Path(printed["file"]).parent == tmp_path
        assert printed["bytes"] == result.bytes_sent
        with Image.open(printed["file"]) as picture:
            assert picture.width == 576
        program.terminate()
        assert program.wait(5) == 0


@pytest.mark.parametrize("kind", ["port taken", "folder unwritable", "wrong option"])
def test_what_keeps_it_from_starting_is_said_in_one_sentence(
    tmp_path: Path, double: PaperDouble, kind: str
) -> None:
    (tmp_path / "file").touch()
    words = {
        "port taken": ("--port", str(double.port), "--out", str(tmp_path)),
        "folder unwritable": ("--port", "0", "--out", str(tmp_path / "file" / "x")),
        "wrong option": ("--port", "0", "--out", str(tmp_path), "--fault", "burn"),
    }[kind]
    with start(*words) as program:
        out, err = program.communicate(timeout=20)
    assert program.returncode == 2
    assert out == ""
    assert err.count("\n") == 1
    assert "Traceback" not in err
