"""The real process: start, kill, stop, two at once, on real sockets."""

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import httpx
import pytest

ROOT = Path(__file__).parents[3]
CENTER = [sys.executable, "-m", "layso_queue.center.command", "--language", "en"]


@pytest.fixture
def start():
    """Starts a center process and waits for its first answer; all are gone at the end."""
    running = []

    def begin(data, port):
        words = ["serve", "--data", str(data), "--port", str(port), "--always-open"]
        process = subprocess.Popen(
            [*CENTER, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        running.append(process)
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            assert process.poll() is None, process.communicate()
            try:
                httpx.get(f"http://127.0.0.1:{port}/v1/health").raise_for_status()
                return process
            except httpx.TransportError:
                threading.Event().wait(0.02)
        raise AssertionError("the center never answered")

    yield begin
    for process in running:
        if process.poll() is None:
            process.kill()
        process.communicate()


@pytest.fixture
def port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def test_kills_amid_requests_lose_nothing_and_repeat_nothing():
    done = subprocess.run(
        [sys.executable, "-m", "bench.reliability", "kills", "--times", "12", "--history", "0"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr
    result = json.loads(done.stdout)
    assert result["kills"] == 12
    assert result["acknowledged"] > 12
    assert result["retried"] > 0
    for name in (
        "lost", "numbers_given_twice", "answers_that_changed", "tickets_nobody_was_told_of",
    ):  # fmt: skip
        assert result[name] == 0, result


def test_sigterm_stops_cleanly_even_with_a_feed_open(start, place, port):
    process = start(place.path, port)
    feed = socket.create_connection(("127.0.0.1", port), timeout=5)
    feed.sendall(
        f"GET /v1/feed HTTP/1.1\r\nHost: c\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        f"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
        f"Authorization: Bearer {place.tokens['display']}\r\n\r\n".encode()
    )
    assert b"101" in feed.recv(64)
    began = time.monotonic()
    process.send_signal(signal.SIGTERM)
    out, err = process.communicate(timeout=10)
    feed.close()
    assert process.returncode == 0, err
    assert time.monotonic() - began < 6
    assert "is ready at" in out
    assert out.rstrip().endswith("The center has stopped.")
    assert "Traceback" not in err


def test_the_feed_turns_an_unknown_device_away_with_a_problem(start, place, port):
    start(place.path, port)
    headers = {
        "Upgrade": "websocket", "Connection": "Upgrade", "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
    }  # fmt: skip
    answer = httpx.get(f"http://127.0.0.1:{port}/v1/feed", headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (401, "NOT_ENROLLED")


def test_two_centers_never_open_one_folder(start, place, port):
    start(place.path, port)
    second = subprocess.run(
        [*CENTER, "serve", "--data", str(place.path), "--port", "0"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert second.returncode == 2
    assert second.stderr.startswith("Another center is running with the folder")
    assert len(second.stderr.splitlines()) == 1


def test_a_device_is_enrolled_beside_a_running_center(start, place, port):
    start(place.path, port)
    words = ["enrol", "--data", str(place.path), "--role", "display", "--name", "TV1"]
    done = subprocess.run([*CENTER, *words], capture_output=True, text=True, check=True)
    headers = {"Authorization": f"Bearer {done.stdout.strip()}"}
    day = httpx.get(f"http://127.0.0.1:{port}/v1/day", headers=headers)
    assert (day.status_code, day.json()["center"]["code"]) == (200, "26041")


def test_the_demo_staff_of_a_new_folder_can_sign_in_and_the_log_has_no_pin(start, tmp_path, port):
    data = tmp_path / "new"
    words = ["enrol", "--data", str(data), "--role", "counter", "--name", "C1"]
    token = subprocess.run([*CENTER, *words], capture_output=True, text=True, check=True).stdout
    process = start(data, port)
    body = {"staff": "nv01", "pin": "260411", "counter": 1}
    headers = {"Authorization": f"Bearer {token.strip()}"}
    with httpx.Client(base_url=f"http://127.0.0.1:{port}", headers=headers) as client:
        assert client.post("/v1/sessions", json=body).status_code == 201
        assert client.post("/v1/sessions", json={**body, "pin": "123450"}).status_code == 403
    process.send_signal(signal.SIGTERM)
    out, err = process.communicate(timeout=10)
    assert "260411" not in out + err
    assert "123450" not in out + err
    assert token.strip() not in out + err


def test_malformed_requests_on_the_socket_do_not_hurt(start, place, port):
    start(place.path, port)
    for bad in (b"\x00\xff\r\n\r\n", b"GET /\r\n\r\n", b"POST /v1/tickets HTTP/1.1\r\n\r\n"):
        with socket.create_connection(("127.0.0.1", port), timeout=5) as line:
            line.sendall(bad)
            line.shutdown(socket.SHUT_WR)
            while line.recv(4096):
                pass
    assert httpx.get(f"http://127.0.0.1:{port}/v1/health").status_code == 200
    assert os.path.exists(place.path / "center.db")
