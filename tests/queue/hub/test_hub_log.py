"""Nobody's name, phone or code ever stands in the log, whatever goes wrong."""

import io
import json
import traceback

import pytest
from sqlalchemy import insert, text

from hub_place import CENTER, at
from layso_queue.hub.log import log_to
from layso_queue.hub.storage import StoreFailed
from layso_queue.hub.storage.tables import tickets

CANARY = "Chim Hoàng Yến"


@pytest.fixture
def log():
    out = io.StringIO()
    with log_to(out):
        yield out


def test_a_fault_of_ours_is_logged_with_its_place_and_no_value(client, hub, log, monkeypatch):
    def fails(hold):
        raise RuntimeError("planned")

    monkeypatch.setattr(hub.sale, "sold", fails)
    form = {"name": CANARY, "phone": "0912345678", "email": "yen@example.vn", "sum": "1"}
    answer = client.post("/vi/hold/0123456789abcdef", data=form)
    assert answer.status_code == 500
    assert "Hệ thống gặp lỗi" in answer.text
    (line,) = [json.loads(one) for one in log.getvalue().splitlines()]
    assert line["level"] == "error"
    assert "planned" in json.dumps(line)
    for value in (CANARY, "0912345678", "yen@example.vn", "planned)"):
        assert value not in answer.text
    for value in (CANARY, "0912345678", "yen@example.vn"):
        assert value not in json.dumps(line, ensure_ascii=False)


def test_a_refused_row_is_told_by_its_rule_and_not_by_its_values(database):
    bad = {"center": CENTER, "day": CANARY, "id": CANARY}
    with pytest.raises(StoreFailed) as failed:
        database.write(lambda c: c.execute(insert(tickets).values(bad)))
    with pytest.raises(StoreFailed) as other:
        database.read(
            lambda c: c.execute(text("SELECT nothing FROM nowhere WHERE a = :a"), {"a": CANARY})
        )
    for error in (failed.value, other.value):
        assert str(error)
        assert CANARY not in "".join(traceback.format_exception(error))


def test_a_whole_booking_leaves_no_trace_in_the_log(client, hub, log):
    form = {"center": CENTER, "service": "A", "kind": "slot", "slot": str(at("06 09:00"))}
    path = client.post("/vi/hold", data=form).url.path
    client.post(path, data={"name": CANARY, "phone": "0912345678", "sum": "x"})
    client.post("/vi/find", data={"code": "0912345678"})
    assert log.getvalue() == ""
