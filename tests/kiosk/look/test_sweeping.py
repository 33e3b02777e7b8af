"""Cycles are collected on the UI thread, never by a worker that happens to allocate."""

import gc
import threading
import weakref

import pytest
from pytestqt.qtbot import QtBot

from layso_kiosk.look import sweeping
from layso_kiosk.look.program import open_application


class _Knot:
    def __init__(self) -> None:
        self.itself = self


def test_only_the_ui_thread_collects(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sweeping, "EVERY_MS", 30)
    collected_in: list[int] = []
    restore = sweeping.sweep_on_ui_thread(open_application("sweeping"))
    try:
        assert not gc.isenabled()
        knot = _Knot()
        weakref.finalize(knot, lambda: collected_in.append(threading.get_ident()))
        del knot
        worker = threading.Thread(target=lambda: [[] for _ in range(100_000)])
        worker.start()
        worker.join()
        assert collected_in == []
        qtbot.waitUntil(lambda: bool(collected_in), timeout=20_000)
        assert collected_in == [threading.main_thread().ident]
    finally:
        restore()


def test_things_are_put_back(qtbot: QtBot) -> None:
    was = gc.isenabled()
    sweeping.sweep_on_ui_thread(open_application("sweeping"))()
    assert gc.isenabled() == was
