"""Two real PostgreSQL instances, a primary and its standby, to be killed and promoted."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psycopg

from private_postgres import as_nobody_special, binaries, run_as

PATIENCE_S = 60


class Instance:
    """One PostgreSQL in a folder of its own, reached through a Unix socket there."""

    def __init__(self, folder: Path, person: dict[str, Any]) -> None:
        self.folder, self.data, self.person = folder, folder / "data", person
        found = binaries()
        assert found is not None, "PostgreSQL is not installed"
        self.programs = found
        folder.mkdir()
        if person:
            os.chown(folder, person["user"], person["group"])

    def run(self, program: str, *words: object) -> None:
        run_as(self.programs / program, *words, **self.person)

    def start(self, **settings: str) -> None:
        options = {
            "listen_addresses": "",
            "unix_socket_directories": str(self.folder),
            "max_connections": "60",
            "shared_buffers": "32MB",
            **settings,
        }
        words = " ".join(f"-c {name}='{value}'" for name, value in options.items())
        self.run("pg_ctl", "-D", self.data, "-w", "-t", PATIENCE_S, "-l", self.folder / "log",
                 "-o", words, "start")  # fmt: skip

    @property
    def pid(self) -> int:
        return int((self.data / "postmaster.pid").read_text().splitlines()[0])

    def kill(self) -> None:
        """Kill -9 the instance and all its processes, as a machine that goes dark."""
        mother = self.pid
        for pid in (mother, *_children(mother)):
            _signal(pid, signal.SIGKILL)
        (self.data / "postmaster.pid").unlink()

    def promote(self) -> None:
        """Make the standby the primary; returns when it takes writes."""
        self.run("pg_ctl", "-D", self.data, "-w", "-t", PATIENCE_S, "promote")

    def ask(self, statement: str) -> Any:
        """Return the first value of a query's first row."""
        url = f"postgresql://tester@/postgres?host={quote(str(self.folder))}"
        with psycopg.connect(url, autocommit=True) as connection:
            done = connection.execute(statement.encode())
            row = done.fetchone() if done.description else None
            return row[0] if row else None

    def stop(self) -> None:
        if (self.data / "postmaster.pid").exists():
            self.run("pg_ctl", "-D", self.data, "-w", "-m", "immediate", "stop")


class Pair:
    """The two, and the one address under which a hub finds whichever takes writes."""

    def __init__(self, primary: Instance, standby: Instance) -> None:
        self.primary, self.standby = primary, standby

    @property
    def url(self) -> str:
        hosts = f"{self.primary.folder},{self.standby.folder}"
        wanted = "target_session_attrs=read-write&connect_timeout=5"
        return f"postgresql://tester@/postgres?host={quote(hosts)}&{wanted}"


@contextmanager
def postgres_pair(*, synchronous: bool = True, durable: bool = False) -> Iterator[Pair]:
    """A primary and its standby; `synchronous`: a commit waits for the standby too.

    Not `durable`, neither waits for its disk: a killed process leaves what it wrote to the system.
    """
    person = as_nobody_special()
    top = Path(tempfile.mkdtemp(prefix="layso-pair-"))
    try:
        top.chmod(0o755)
        if person:
            os.chown(top, person["user"], person["group"])
        primary, standby = Instance(top / "a", person), Instance(top / "b", person)
        primary.run("initdb", "-D", primary.data, "-U", "tester", "-A", "trust", "-E", "UTF8",
                    "--locale=C.UTF-8", "--no-sync")  # fmt: skip
        fsync = "on" if durable else "off"
        names = "*" if synchronous else ""
        try:
            # The standby is not there yet: nothing waits for it until it is.
            primary.start(wal_level="replica", fsync=fsync)
            standby.run("pg_basebackup", "-h", primary.folder, "-U", "tester", "-D", standby.data,
                        "-R", "-X", "stream", "-c", "fast", "--no-sync")  # fmt: skip
            standby.start(hot_standby="on", fsync=fsync)
            _wait_for(primary, "SELECT count(*) = 1 FROM pg_stat_replication")
            primary.ask(f"ALTER SYSTEM SET synchronous_standby_names = '{names}'")
            primary.ask("SELECT pg_reload_conf()")
            state = "sync" if synchronous else "async"
            _wait_for(primary, f"SELECT bool_and(sync_state='{state}') FROM pg_stat_replication")
            yield Pair(primary, standby)
        finally:
            standby.stop()
            primary.stop()
    finally:
        shutil.rmtree(top, ignore_errors=True)


def _wait_for(instance: Instance, question: str) -> None:
    until = time.monotonic() + PATIENCE_S
    while not instance.ask(question):
        assert time.monotonic() < until, question
        time.sleep(0.05)


def _children(mother: int) -> list[int]:
    said = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(mother)], capture_output=True, text=True, check=False
    )
    return [int(word) for word in said.stdout.split()]


def _signal(pid: int, how: signal.Signals) -> None:
    try:
        os.kill(pid, how)
    except ProcessLookupError:
        return
