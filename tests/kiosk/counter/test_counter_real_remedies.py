"""At a real center: a call for help ends for everybody, a restore waits until somebody says, and
a service is closed and opened again."""

import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from layso_kiosk.counter.keys import read_keys
from layso_kiosk.counter.parts import Parts
from layso_kiosk.counter.settings import Settings
from layso_kiosk.link.center import CenterLink
from layso_kiosk.link.ids import new_id

PROGRAM = [sys.executable, "-m", "layso_queue.center.command", "--language", "en"]
PATIENCE = 60_000


@pytest.fixture
def counters(tmp_path: Path, qapp: object) -> Iterator[list[Parts]]:
    """Counters 1 and 2 of a center whose data came from a copy, and whose kiosk is switched off."""
    data, copies = str(tmp_path / "center"), str(tmp_path)

    def command(*words: str) -> str:
        told = [*PROGRAM, *words, "--data", data]
        return subprocess.run(told, capture_output=True, text=True, check=True).stdout.strip()

    command("staff", "add", "--code", "truong", "--pin", "260411", "--role", "supervisor")
    command("enrol", "--role", "kiosk", "--name", "K1")
    token = command("enrol", "--role", "counter", "--name", "C1")
    command("backup", "--to", copies)
    command("restore", "--from", copies)
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    words = ["serve", "--port", str(port), "--always-open", "--data", data]
    with (tmp_path / "center.log").open("wb") as log:
        process = subprocess.Popen([*PROGRAM, *words], stdout=log, stderr=log)
    links = [CenterLink(f"http://127.0.0.1:{port}", token) for _ in (1, 2)]
    made = [
        Parts(link, n, read_keys(), Settings(tmp_path / f"desk{n}"))
        for n, link in enumerate(links, 1)
    ]
    for link in links:
        link.start()
    yield made
    for one in made:
        one.paper.close()
        one.strip.hide()
        one.remedies.leave()
        one.outside.close()
    for link in links:
        link.close()
        shiboken6.delete(link)
    process.kill()
    process.wait(30)


def test_an_alert_is_answered_for_everybody(counters: list[Parts], qtbot: QtBot) -> None:
    one, two = counters

    def until(so: Callable[[], object]) -> None:
        qtbot.waitUntil(lambda: bool(so()), timeout=PATIENCE)

    def offered(parts: Parts) -> str:
        return parts.remedies.label(parts.remedies.first)

    def codes(parts: Parts) -> set[str]:
        return {str(alert["code"]) for alert in parts.link.mirror.alerts}

    for parts in counters:
        until(lambda parts=parts: parts.link.state == "fresh")
        parts.sign_in.submit("truong", "260411")
        until(lambda parts=parts: parts.station.desk.state == "open")
        until(lambda parts=parts: parts.station.orders.travelling is None)
    body = {"id": new_id(), "where": "K1", "about": "?"}
    two.link.post("/v1/help", body, lambda _: None)
    until(lambda: "HELP" in codes(one) & codes(two))
    until(lambda: offered(one) == "Tôi đến ngay")
    one.remedies.press()
    until(lambda: "HELP" not in codes(one) | codes(two))

    until(lambda: "RESTORE_WAITS" in codes(one) & codes(two))
    until(lambda: offered(one) == "Thôi chờ, tiếp tục")  # and no request travels
    one.remedies.press()
    assert one.remedies.question
    one.remedies.press()
    until(lambda: "RESTORE_WAITS" not in codes(one) | codes(two))

    code, days = next(iter(one.link.mirror.services)), (one.link.mirror, two.link.mirror)

    def closed(why: str) -> bool:
        shown = [day.services[code] for day in days]
        return all((each["closure"] or {}).get("en", "") == why for each in shown)

    until(lambda: one.moves.just_pressed is False)
    one.act("close-service")
    until(lambda: one.closing.property("shown")["kind"])
    for answer in (code, "day", "power"):
        one.closing.choose(answer)
    one.closing.confirm()
    until(lambda: closed("No power or no network"))
    until(lambda: one.strip.property("undo") == "Hoàn tác việc đóng")
    one.act("undo")
    until(lambda: closed(""))
    until(lambda: one.strip.property("text") == "Đã hoàn tác: lại phát số như trước.")
