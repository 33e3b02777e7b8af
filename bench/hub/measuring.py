"""Measure the hub on a durable PostgreSQL: the mix, one slot for 500, one process's worth."""

import asyncio
import secrets
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.figures import Figure, percentile
from bench.hub.mix import Crowd, Heard
from bench.hub.province import Province, person
from layso_queue.demo.stage import free_port
from layso_queue.hub.clock import WallClock
from layso_queue.hub.keys import read_keys
from layso_queue.hub.refusals import Refusal, Refused
from layso_queue.hub.storage import Database, Sale
from private_postgres import private_postgres

RATE = 400
SECONDS = 20
WARM_RATE = 100
WARM_SECONDS = 5
"""A hub that was just started reads its pages and opens its connections: told apart."""

PROCESSES = 2
BUYERS = 500
PLACES_IN_ONE_SLOT = 60


def measure(folder: Path) -> list[Figure]:
    """Run all of it; the load generator shares the cores with hub and database."""
    with private_postgres(durable=True) as cluster:
        url = cluster.url()
        database = Database(url, pool=40)
        province = Province(database, WallClock().now())
        figures = list(_oversell(database, province))
        read_keys(folder / "hub.keys", secrets.token_bytes)  # a hub with centers makes none itself
        with _hubs(folder, url, PROCESSES) as ports:
            keys = folder / "hub.keys"
            cold = asyncio.run(_crowd(ports, province, keys, WARM_RATE, WARM_SECONDS))
            figures.append(_of_start(cold))
            heard = asyncio.run(_crowd(ports, province, keys, RATE, SECONDS))
            figures += _of_mix(heard, RATE)
        with _hubs(folder, url, 1) as ports:
            figures.append(_one_process(ports[0], province, folder / "hub.keys"))
        database.close()
    return figures


async def _crowd(
    ports: list[int], province: Province, keys: Path, rate: float, seconds: float
) -> list[Heard]:
    crowds = [Crowd(port, province, keys) for port in ports]
    return list(await asyncio.gather(*(one.come(rate / len(ports), seconds) for one in crowds)))


def _of_start(heard: list[Heard]) -> Figure:
    name = f"hub, its first {WARM_SECONDS} s at {WARM_RATE}/s, p99"
    return Figure(name, 1000 * percentile(_every(heard), 0.99), "ms")


def _every(heard: list[Heard]) -> list[float]:
    return [s for one in heard for seconds in one.seconds.values() for s in seconds]


def _of_mix(heard: list[Heard], rate: int) -> Iterator[Figure]:
    kinds = sorted({kind for one in heard for kind in one.seconds})
    every: list[float] = []
    for kind in kinds:
        seconds = [s for one in heard for s in one.seconds.get(kind, [])]
        every += seconds
        yield Figure(f"hub, {kind}, p99", 1000 * percentile(seconds, 0.99), "ms")
    wrong = [word for one in heard for word in one.wrong]
    yield Figure(
        f"hub, the mix at {rate}/s for {SECONDS} s, p50", 1000 * percentile(every, 0.5), "ms"
    )
    yield Figure(
        f"hub, the mix at {rate}/s for {SECONDS} s, p99", 1000 * percentile(every, 0.99), "ms", 250
    )
    yield Figure("hub, requests of the mix", len(every), "", note=f"{PROCESSES} processes")
    yield Figure("hub, wrong answers", len(wrong), "", 0, note=", ".join(sorted(set(wrong)))[:60])


def _one_process(port: int, province: Province, keys: Path) -> Figure:
    """Raise the rate until the answers fall behind; the last one that held is its worth."""
    held = 0
    for rate in (100, 150, 200, 250, 300, 400, 500):
        heard = asyncio.run(_crowd([port], province, keys, rate, 4))
        if percentile(_every(heard), 0.99) > 0.25:
            break
        held = rate
    return Figure("hub, one process holds with p99 < 250 ms", held, "/s")


def _oversell(database: Database, province: Province) -> Iterator[Figure]:
    """500 people want a place in one slot at the same moment."""
    sale = Sale(database, WallClock(), __import__("secrets").token_bytes)
    place = province.place(0)
    gate, outcomes = threading.Barrier(BUYERS), []

    def buy(n: int) -> None:
        gate.wait(60)
        for _ in range(50):
            try:
                sale.confirm(sale.hold(place).id, person(n))
            except Refused as refused:
                outcomes.append(refused.why)
            except Exception:
                # The pool is shorter than the crowd: a person presses again.
                time.sleep(0.05)
                continue
            else:
                outcomes.append("sold")
            return

    started = time.perf_counter()
    threads = [threading.Thread(target=buy, args=(n,)) for n in range(BUYERS)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    took = time.perf_counter() - started
    sold = outcomes.count("sold")
    yield Figure(
        f"hub, {BUYERS} buyers of one slot: oversold", max(0, sold - PLACES_IN_ONE_SLOT), "", 0
    )
    yield Figure("hub, of them sold", sold, "", PLACES_IN_ONE_SLOT, at_least=True)
    full = outcomes.count(Refusal.SLOT_FULL)
    yield Figure("hub, of them told that it is full", full, "", note=f"in {took:.1f} s")


@contextmanager
def _hubs(folder: Path, url: str, n: int) -> Iterator[list[int]]:
    ports = [free_port() for _ in range(n)]
    log = (folder / "hub.log").open("ab")
    words = [
        sys.executable,
        "-m",
        "layso_queue.hub.command",
        "serve",
        "--data",
        str(folder),
        "--database",
        url,
    ]
    running = [
        subprocess.Popen([*words, "--port", str(port)], stdout=log, stderr=log) for port in ports
    ]
    try:
        for port in ports:
            _wait_for(port)
        yield ports
    finally:
        for process in running:
            process.terminate()
        for process in running:
            process.wait(20)
        log.close()


def _wait_for(port: int) -> None:
    until = time.monotonic() + 60
    while True:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/robots.txt", timeout=5):
                return
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.02)
