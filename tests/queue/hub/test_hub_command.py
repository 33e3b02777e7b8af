"""The real process and its commands: start, serve, stop, refuse in one sentence."""

import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import pytest

from hub_center import FarCenter
from hub_place import SetClock
from layso_queue.hub.command import main
from layso_queue.hub.storage import Centers, Database

HUB = [sys.executable, "-m", "layso_queue.hub.command", "--language", "en"]


@pytest.fixture
def run(capsys):
    """Runs a command in this process."""

    def do(*words, language="en"):
        code = main(["--language", language, *map(str, words)])
        said = capsys.readouterr()
        return subprocess.CompletedProcess(words, code, said.out, said.err)

    return do


@pytest.fixture
def port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


@contextmanager
def held_pull(base: str, token: str) -> Iterator[None]:
    """A center waits at the hub, which holds its pull for there is nothing new."""
    heard: list[object] = []
    with httpx.Client(base_url=base, timeout=60) as client:
        center = FarCenter(client, SetClock(time.time_ns() // 1_000_000), life="c-1")
        center.token = token
        center.pull()

        def hold() -> None:
            try:
                heard.append(center.pull())
            except httpx.TransportError as fault:
                heard.append(fault)

        waiting = threading.Thread(target=hold)
        waiting.start()
        for _ in range(3):
            httpx.get(f"{base}/v1/health", timeout=30)
        assert not heard, "the hub did not hold it"
        yield
        waiting.join(30)
    assert len(heard) == 1


def test_a_hub_is_set_up_served_and_stopped(run, tmp_path, port):
    data = tmp_path / "hub"
    added = run("center", "add", "--data", data, "--code", "26041")
    assert (added.returncode, added.stderr) == (0, "")
    token = added.stdout.splitlines()[-1]
    assert re.fullmatch(r"[0-9a-f]{64}", token)
    taken = run("center", "add", "--data", data, "--code", "26041")
    assert (taken.returncode, taken.stderr.startswith("Center 26041 is registered")) == (2, True)
    key = run("key", "add", "--data", data, "--name", "vneid", "--scopes", "centers")
    key = key.stdout.splitlines()[-1]
    words = [*HUB, "serve", "--data", str(data), "--port", str(port)]
    with subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            base = f"http://127.0.0.1:{port}"
            until = time.monotonic() + 60
            while time.monotonic() < until and process.poll() is None:
                try:
                    httpx.get(f"{base}/v1/health", timeout=30)
                    break
                except httpx.TransportError:
                    threading.Event().wait(0.05)
            assert "Trấn Biên" in httpx.get(f"{base}/vi/c/26041", timeout=30).text
            bearer = {"authorization": f"Bearer {key}"}
            (center,) = httpx.get(f"{base}/v1/centers", headers=bearer, timeout=30).json()[
                "centers"
            ]
            assert center["code"] == "26041"
            second = run("serve", "--data", tmp_path / "other", "--port", port)
            assert (second.returncode, "is used by another program" in second.stderr) == (2, True)
            with held_pull(base, token):
                process.send_signal(signal.SIGTERM)
                out, err = process.communicate(timeout=30)
        finally:
            process.kill()
    assert process.returncode == 0, err
    assert f"The web queue is ready at {base}." in out
    assert out.rstrip().endswith("The web queue has stopped.")
    assert "Traceback" not in err
    assert token not in out + err
    assert oct((data / "hub.keys").stat().st_mode)[-3:] == "600"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("center", "add", "--code", "99999"), "There is no commune with the code 99999."),
        (("staff", "add", "--name", "an", "--password", "short"), "A password needs at least 12"),
        (("staff", "add", "--name", "a n", "--password", "x" * 20), "A name has only plain"),
        (("key", "add", "--name", "x", "--scopes", "all"), "There is no scope “all”. The"),
        (("restored", "--database", "mysql://x/y"), "The database could not do it"),
        (("restored",), "There is no hub in the folder"),
    ],
)
def test_what_cannot_be_is_said_in_one_sentence(run, tmp_path, words, said):
    done = run(*words, "--data", tmp_path)
    assert done.returncode in (1, 2)
    assert done.stderr.startswith(said)
    assert len(done.stderr.splitlines()) == 1


def test_a_restored_hub_begins_a_new_life_and_sells_nothing_yet(run, tmp_path):
    run("center", "add", "--data", tmp_path, "--code", "26041")
    said = run("restored", "--data", tmp_path)
    assert (said.returncode, said.stderr) == (0, "")
    assert "wait until it has told everything again" in said.stdout
    assert "A new hub" not in said.stdout
    database = Database(f"sqlite:///{tmp_path / 'hub.db'}")
    (center,) = Centers(database).all()
    database.close()
    assert center.frozen


def test_notices_that_cannot_be_read_keep_a_hub_from_starting(run, tmp_path):
    (tmp_path / "notices.toml").write_text("[mail]\nhost = 1\n")
    refused = run("serve", "--data", tmp_path, "--port", "0")
    assert refused.returncode == 2
    assert refused.stderr.startswith(f"The file {tmp_path / 'notices.toml'} is not right: mail")


def test_a_sign_in_that_cannot_be_read_keeps_a_hub_from_starting(run, tmp_path):
    (tmp_path / "signin.toml").write_text('issuer = "ftp://x"\n')
    refused = run("serve", "--data", tmp_path, "--port", "0", language="vi")
    assert refused.returncode == 2
    assert refused.stderr.startswith(f"Tệp {tmp_path / 'signin.toml'} chưa đúng: issuer")


def test_a_broken_key_file_and_a_folder_that_cannot_be_are_said(run, tmp_path):
    (tmp_path / "hub.keys").write_text("{}")
    broken = run("serve", "--data", tmp_path, "--port", "0")
    assert (broken.returncode, "is not" in broken.stderr or "cannot" in broken.stderr) == (2, True)
    (tmp_path / "file").write_text("")
    folder = run("serve", "--port", 0, "--data", tmp_path / "file" / "hub", language="vi")
    assert (folder.returncode, folder.stderr.startswith("Không dùng được thư mục")) == (2, True)
