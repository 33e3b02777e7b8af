"""The backup and restore drill, with the very scripts that a province runs, on real PostgreSQL."""

import os
import random
import subprocess
from pathlib import Path

import pytest

from hub_place import MONDAY_AT_EIGHT, SetClock, fill, place, someone
from layso_queue.hub.storage import Database, Sale, bring_up_to_date
from postgres_pair import Instance
from private_postgres import as_nobody_special, binaries

pytestmark = pytest.mark.skipif(binaries() is None, reason="PostgreSQL is not installed here")
SCRIPTS = Path(__file__).resolve().parents[3] / "installer" / "hub"


@pytest.fixture(scope="module")
def top(tmp_path_factory):
    import shutil
    import tempfile

    # Short and open to the user that PostgreSQL runs as: pytest's own folders are root's alone.
    folder = Path(tempfile.mkdtemp(prefix="layso-back-"))
    folder.chmod(0o777)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="module")
def running(top):
    instance = Instance(top / "a", as_nobody_special())
    instance.run("initdb", "-D", instance.data, "-U", "tester", "-A", "trust", "--no-sync",
                 "-E", "UTF8", "--locale=C.UTF-8")  # fmt: skip
    instance.start(fsync="off")
    yield instance
    instance.stop()


def _script(name, *words):
    person = as_nobody_special()
    # Copied to where that user may read it, wherever the project lies.
    return subprocess.run(
        ["bash", "-s", "--", *map(str, words)],
        input=(SCRIPTS / name).read_text(),
        capture_output=True,
        text=True,
        check=False,
        cwd="/",
        env={
            "PATH": f"{binaries()}:{os.environ['PATH']}",
            "LC_ALL": "C.UTF-8",
            "LAYSO_HUB_DATABASE_NAME": "postgres",
            "LAYSO_HUB_DATABASE_USER": "tester",
        },
        **person,
    )


def _url(instance):
    return f"postgresql://tester@/postgres?host={instance.folder}"


@pytest.fixture(scope="module")
def copy(top, running):
    database = Database(_url(running))
    bring_up_to_date(database)
    fill(database)
    sale = Sale(database, SetClock(MONDAY_AT_EIGHT), random.Random(1).randbytes)
    sale.confirm(sale.hold(place("06 09:00")).id, someone(1))
    made = _script("backup", _url(running), top / "copies", 2)
    assert made.returncode == 0, made.stderr
    assert "hub.keys is not in this copy" in made.stderr
    # After the copy, and so not in it.
    sale.confirm(sale.hold(place("06 09:30")).id, someone(2))
    database.close()
    return Path(made.stdout.strip())


def test_a_copy_is_put_back_and_has_what_was_booked_before_it(top, copy):
    sockets = top / "s"
    sockets.mkdir()
    sockets.chmod(0o777)
    done = _script("restore", copy, top / "back", sockets)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "1"
    assert "hub.keys" in done.stderr
    again = _script("restore", copy, top / "back", sockets)
    assert again.returncode == 1
    assert "not empty" in again.stderr


def test_a_damaged_copy_is_refused(top, copy):
    bad = top / "bad"
    subprocess.run(["cp", "-a", copy, bad], check=True)
    page = max((bad / "base").rglob("*"), key=lambda file: file.stat().st_size)
    page.write_bytes(page.read_bytes()[:-1] + b"\x7f")
    done = _script("restore", bad, top / "never", top)
    assert done.returncode == 1
    assert "damaged" in done.stderr
    assert not (top / "never").exists()


def test_only_so_many_copies_are_kept_and_a_failed_one_leaves_nothing(top, running):
    few = top / "few"
    older = few / "20200101T000000Z"
    older.mkdir(parents=True)
    for folder in (few, older):
        folder.chmod(0o777)
    assert _script("backup", _url(running), few, 1).returncode == 0
    (kept,) = few.iterdir()
    assert kept != older
    failed = _script("backup", f"postgresql://tester@/postgres?host={top}/gone", few, 1)
    assert failed.returncode != 0
    assert list(few.iterdir()) == [kept], "hidden ones included"
