"""A PostgreSQL cluster of one's own: in a temporary folder, on a Unix socket, gone afterwards."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psycopg


def binaries() -> Path | None:
    """The folder of the newest installed PostgreSQL of 15 or later, or None."""
    found = [
        (int(folder.parent.name), folder)
        for folder in Path("/usr/lib/postgresql").glob("*/bin")
        if folder.parent.name.isdigit() and (folder / "initdb").exists()
    ]
    if found and max(found)[0] >= 15:
        return max(found)[1]
    on_path = shutil.which("initdb")
    return None if on_path is None else Path(on_path).resolve().parent


def as_nobody_special() -> dict[str, Any]:
    """How to run a program as a person who is not root: PostgreSQL refuses to be root."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        try:
            person = pwd.getpwnam(name)
        except KeyError:
            continue
        return {"user": person.pw_uid, "group": person.pw_gid, "extra_groups": []}
    raise RuntimeError("there is no user but root")


class Cluster:
    """A running PostgreSQL. `url(database)` is how to reach it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._made = 0

    def url(self, database: str = "postgres") -> str:
        return f"postgresql://tester@/{database}?host={quote(str(self.folder))}"

    def run(self, statement: str, database: str = "postgres") -> None:
        """Run one statement outside of any transaction."""
        with psycopg.connect(self.url(database), autocommit=True) as connection:
            connection.execute(statement.encode())

    def new_database(self) -> str:
        """Make an empty database and return its name."""
        self._made += 1
        name = f"try_{self._made}"
        self.run(f"CREATE DATABASE {name}")
        return name

    def remember(self, database: str) -> list[str]:
        """Copy every table of a database aside, for `recall`; return their names."""
        query = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
        with psycopg.connect(self.url(database), autocommit=True) as connection:
            names = [row[0] for row in connection.execute(query)]
            connection.execute("CREATE SCHEMA aside")
            for name in names:
                connection.execute(f"CREATE TABLE aside.{name} AS TABLE public.{name}".encode())
        return names

    def recall(self, database: str, names: list[str]) -> None:
        """Make the tables again what they were when remembered."""
        back = [f"INSERT INTO public.{name} TABLE aside.{name};" for name in names]
        every = ", ".join(f"public.{name}" for name in names)
        # A copy's rows come back in no order of their own: foreign keys are not looked at.
        script = f"SET session_replication_role = replica; TRUNCATE {every}; {' '.join(back)}"
        self.run(script, database)


@contextmanager
def private_postgres(*, durable: bool = False, **settings: str) -> Iterator[Cluster]:
    """A cluster, stopped and deleted at the end. `durable`: with fsync, as in earnest."""
    found = binaries()
    assert found is not None, "PostgreSQL is not installed"
    person = as_nobody_special()
    # Short: a Unix socket's path may have 107 bytes; and pytest's own folders are root's alone.
    folder = Path(tempfile.mkdtemp(prefix="layso-pg-"))
    try:
        if person:
            os.chown(folder, person["user"], person["group"])
        data = folder / "data"
        quick = [] if durable else ["--no-sync"]
        made = ["-U", "tester", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--wal-segsize=1"]
        run_as(found / "initdb", "-D", data, *made, *quick, **person)
        options = {
            "listen_addresses": "",
            "unix_socket_directories": str(folder),
            "max_connections": "120",
            "shared_buffers": "64MB",
            "max_wal_size": "64MB",
            **({} if durable else {"fsync": "off", "full_page_writes": "off"}),
            **settings,
        }
        words = " ".join(f"-c {name}='{value}'" for name, value in options.items())
        run_as(found / "pg_ctl", "-D", data, "-w", "-t", "60", "-l", folder / "log", "-o", words,
             "start", **person)  # fmt: skip
        try:
            yield Cluster(folder)
        finally:
            run_as(found / "pg_ctl", "-D", data, "-w", "-m", "immediate", "stop", **person)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def run_as(program: Path, *words: object, **person: Any) -> None:
    done = subprocess.run(
        [str(program), *map(str, words)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        text=True,
        cwd="/",
        env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"},
        check=False,
        **person,
    )
    assert done.returncode == 0, done.stderr
