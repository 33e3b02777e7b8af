"""The journal on a real disk: killed, torn, damaged, full, and opened twice."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from layso_kiosk.link.journal import Journal, JournalUnwritable
from layso_kiosk.link.lock import FolderInUse

CHILD = """
import sys
from pathlib import Path
from layso_kiosk.link.journal import Journal
journal = Journal(Path(sys.argv[1]))
n = len(journal.records)
while True:
    n += 1
    journal.append({"n": n})
    print(n, flush=True)
"""

FULL = """
import resource, sys
from pathlib import Path
from layso_kiosk.link.journal import Journal, JournalUnwritable
journal = Journal(Path(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, resource.RLIM_INFINITY))
n = 0
try:
    while True:
        journal.append({"n": n})
        n += 1
except JournalUnwritable:
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    journal.append({"n": -1})
print(n)
"""


def numbers(folder: Path) -> list[int]:
    journal = Journal(folder)
    try:
        return [record["n"] for record in journal.records]
    finally:
        journal.close()


def test_what_was_acknowledged_survives_kill_9(tmp_path: Path) -> None:
    told = 0
    for _ in range(3):
        child = subprocess.Popen(
            [sys.executable, "-c", CHILD, str(tmp_path)], stdout=subprocess.PIPE, text=True
        )
        with child:
            assert child.stdout is not None
            lines = [child.stdout.readline() for _ in range(20)]
            child.kill()
        assert child.returncode == -signal.SIGKILL
        told = int(lines[-1])
        kept = numbers(tmp_path)
        assert kept == list(range(1, len(kept) + 1))
        assert len(kept) >= told > 0


@pytest.mark.parametrize("lost", range(1, 22))
def test_a_torn_last_line_is_cut_away_at_every_byte(tmp_path: Path, lost: int) -> None:
    journal = Journal(tmp_path)
    journal.append({"n": 1})
    journal.append({"n": 2, "a": "b"})
    journal.close()
    file = tmp_path / "kiosk.journal"
    raw = file.read_bytes()
    file.write_bytes(raw[:-lost])
    assert numbers(tmp_path) == [1]
    journal = Journal(tmp_path)
    journal.append({"n": 3})
    journal.close()
    assert numbers(tmp_path) == [1, 3]


def test_a_damaged_line_is_counted_and_the_rest_is_read(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    for n in (1, 2, 3):
        journal.append({"n": n})
    journal.close()
    file = tmp_path / "kiosk.journal"
    file.write_bytes(file.read_bytes().replace(b'{"n":2}', b'{"n":7}'))
    journal = Journal(tmp_path)
    assert ([record["n"] for record in journal.records], journal.damaged) == ([1, 3], 1)
    journal.close()


def test_two_processes_never_share_a_folder(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    with pytest.raises(FolderInUse):
        Journal(tmp_path)
    journal.close()
    Journal(tmp_path).close()


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on file sizes")
def test_a_full_disk_is_told_and_the_journal_stays_whole(tmp_path: Path) -> None:
    said = subprocess.run(
        [sys.executable, "-c", FULL, str(tmp_path)], capture_output=True, text=True, check=True
    )
    kept = int(said.stdout)
    assert 0 < kept < 1000
    assert numbers(tmp_path) == [*range(kept), -1]


def test_a_failed_write_leaves_a_whole_journal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = Journal(tmp_path)
    journal.append({"n": 1})

    def broken(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", broken)
        with pytest.raises(JournalUnwritable):
            journal.append({"n": 2})
    journal.append({"n": 3})
    journal.close()
    assert numbers(tmp_path) == [1, 3]


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(JournalUnwritable):
        Journal(tmp_path / "file" / "data")


def test_a_rewritten_journal_goes_on(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    for n in range(5):
        journal.append({"n": n})
    journal.rewrite([{"n": 4}])
    journal.append({"n": 5})
    journal.close()
    assert numbers(tmp_path) == [4, 5]
