"""Schemathesis walks the whole described API: never a 500, answers as described."""

import shutil
import socket
import subprocess
import sys
import threading
import time

import pytest
import requests
import schemathesis

from api_walk import walk, walks_of
from layso_queue.center.api.openapi import described
from layso_queue.center.api.table import WAYS

pytestmark = pytest.mark.proof

WALKS = walks_of(WAYS)


@pytest.fixture(scope="module")
def walked(model_folder, tmp_path_factory):
    """A real center process; gives its address and an HTTP session of a supervisor."""
    path = tmp_path_factory.mktemp("walked") / "center"
    shutil.copytree(model_folder[0], path)
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    words = ["serve", "--data", str(path), "--port", str(port), "--always-open"]
    process = subprocess.Popen(
        [sys.executable, "-m", "layso_queue.center.command", *words],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    base = f"http://127.0.0.1:{port}"
    with requests.Session() as session:
        until = time.monotonic() + 20
        while time.monotonic() < until:
            try:
                session.get(f"{base}/v1/health", timeout=5)
                break
            except requests.ConnectionError:
                threading.Event().wait(0.02)
        supervisor = {"Authorization": f"Bearer {model_folder[1]['supervisor']}"}
        body = {"staff": "truong", "pin": "260411", "counter": 1}
        signed = session.post(f"{base}/v1/sessions", json=body, headers=supervisor, timeout=5)
        supervisor["Layso-Session"] = signed.json()["session"]
        kiosk = {"Authorization": f"Bearer {model_folder[1]['kiosk']}"}
        yield base, session, supervisor, kiosk
    process.terminate()
    assert process.wait(10) == 0


@pytest.fixture(scope="module")
def schema():
    return schemathesis.openapi.from_dict(described(WAYS))


@pytest.mark.parametrize(("path", "method", "mode"), WALKS)
def test_no_input_makes_the_center_fail(walked, schema, path, method, mode):
    base, session, supervisor, kiosk = walked
    headers = kiosk if path == "/v1/hand-overs" else supervisor

    def prepare(case, n):
        case.headers = {}

    walk(schema[path][method], mode, base, session, headers, prepare, examples=15)
