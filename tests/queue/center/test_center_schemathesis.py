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
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from layso_queue.center.api.openapi import described
from layso_queue.center.api.table import WAYS

pytestmark = pytest.mark.proof

RIGHT, WRONG = GenerationMode.POSITIVE, GenerationMode.NEGATIVE
WALKS = sorted(
    (way.path, way.method, mode.value)
    for way in WAYS
    for mode in (RIGHT, WRONG)
    if mode is RIGHT or way.body or way.query  # nothing else can be wrong in form
)
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]


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
    strategy = schema[path][method].as_strategy(generation_mode=GenerationMode(mode))
    seen = []

    @settings(
        max_examples=15,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def walk(case):
        case.headers = {}
        answer = case.call_and_validate(base, session, headers=headers, checks=CHECKS)
        seen.append(answer.status_code)

    walk()
    assert set(seen) - {401}, "nothing got past the door"
    assert 500 not in seen
