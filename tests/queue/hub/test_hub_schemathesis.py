"""Schemathesis walks the described API: never a 500, answers as described."""

import shutil

import pytest
import requests
import schemathesis

from api_walk import walk, walks_of
from hub_place import CENTER, MONDAY_AT_EIGHT, TOKEN, SetClock, place, someone
from hub_server import new_hub, served
from layso_queue.hub.api.openapi import described
from layso_queue.hub.api.table import API
from layso_queue.hub.commands.portal import SCOPES

WALKS = walks_of(API)
KEY = "k" * 64


@pytest.fixture(scope="module")
def walked(sqlite_model, tmp_path_factory):
    folder = tmp_path_factory.mktemp("walked")
    shutil.copyfile(sqlite_model, folder / "hub.db")
    clock = SetClock(MONDAY_AT_EIGHT)
    hub = new_hub(f"sqlite:///{folder / 'hub.db'}", folder, clock)
    hub.long_poll_s = 0.0
    hub.portals.add("walker", KEY, SCOPES, 1_000_000, 0)
    sold, _ = hub.sale.confirm(hub.sale.hold(place("06 09:00")).id, someone())
    with served(hub, clock) as found, requests.Session() as session:
        yield found.url, session, sold.code


@pytest.fixture(scope="module")
def schema():
    return schemathesis.openapi.from_dict(described(API))


@pytest.mark.parametrize(("path", "method", "mode"), WALKS)
def test_no_input_makes_the_hub_fail(walked, schema, path, method, mode):
    base, session, code = walked
    token = TOKEN if path.startswith("/v1/sync") else KEY
    known = {"center": CENTER, "service": "A", "code": code, "ticket": "none"}

    def prepare(case, n):
        if n % 2:  # every other time something that is there
            case.path_parameters = {name: known[name] for name in case.path_parameters or {}}
        kept = {k: v for k, v in (case.headers or {}).items() if k == "Idempotency-Key"}
        case.headers = kept

    headers = {"Authorization": f"Bearer {token}"}
    walk(schema[path][method], mode, base, session, headers, prepare, examples=12)
