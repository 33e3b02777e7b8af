"""Copies: whole and checked before they count, sealed with a key, thinned."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from layso_assets.languages import Texts
from layso_queue.center.command import main
from layso_queue.center.keeping import copies as copying
from layso_queue.center.keeping.beside import without_secrets
from layso_queue.center.keeping.copies import Copy, CopyFailed, CopyFolder, FolderGone
from layso_queue.center.keeping.sealing import PIECE, Unsealable, seal, unseal
from layso_queue.center.keeping.thinning import too_many
from layso_queue.center.settings import read_settings
from layso_queue.center.storage import DatabaseDamaged
from layso_queue.center.storage.copying import copy_database, examine

KEY = "một câu rất dài chỉ mình tôi biết"
HOUR, DAY = 3_600_000, 86_400_000


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A folder on what stands for another disk."""
    path = tmp_path / "stick"
    path.mkdir()
    return path


def test_a_copy_beside_an_open_database_holds_all_that_was_committed(place, filled, stick):
    held = copy_database(place.path / "center.db", stick / "copy.db")
    assert held.entries == 7
    assert held.rows["commands"] == 7
    assert examine(stick / "copy.db") == held
    assert [one.name for one in stick.iterdir()] == ["copy.db"], "one file, nothing beside it"


@pytest.mark.parametrize(
    "spoil",
    [
        "UPDATE journal SET actor = 'K2' WHERE seq = 3",
        "DELETE FROM journal WHERE seq = 3",
        "DELETE FROM journal WHERE seq = 7",
    ],
)
def test_a_copy_with_an_edited_or_missing_entry_is_no_copy(place, filled, stick, spoil):
    copy_database(place.path / "center.db", stick / "copy.db")
    with closing(sqlite3.connect(stick / "copy.db")) as connection, connection:
        connection.execute(spoil)
    with pytest.raises(DatabaseDamaged):
        examine(stick / "copy.db")


def test_a_copy_gets_its_name_only_when_it_was_read_again(place, filled, stick, clock, monkeypatch):
    folder = CopyFolder(stick, "26041")
    good = folder.make(place.path / "center.db", clock.now(), "")
    assert good.file.name == "layso-26041-20261005-090000.db"
    assert folder.copies() == [good]

    def other(file):
        found = examine(file)
        return type(found)(found.entries + 1, found.head, found.rows)

    monkeypatch.setattr(copying, "examine", other)
    with pytest.raises(CopyFailed) as failed:
        folder.make(place.path / "center.db", clock.now() + HOUR, "")
    assert failed.value.why == "unsound"
    assert [one.name for one in stick.iterdir()] == [good.file.name]


def test_nothing_is_made_where_the_stick_is_not(place, filled, tmp_path, clock):
    gone = CopyFolder(tmp_path / "not plugged in", "26041")
    with pytest.raises(FolderGone):
        gone.make(place.path / "center.db", clock.now(), "")
    assert gone.copies() == []
    assert not gone.path.exists()


def test_a_sealed_copy_comes_back_whole_and_tells_nothing(place, filled, stick, clock, tmp_path):
    made = CopyFolder(stick, "26041").make(place.path / "center.db", clock.now(), KEY)
    assert made.file.name.endswith(".db.sealed")
    raw = made.file.read_bytes()
    for plain in (b"SQLite", b"TicketIssued", b"journal"):
        assert plain not in raw
    assert list(place.path.glob("*staged*")) == [], "nothing plain is left beside the database"
    made.bring(tmp_path / "again.db", KEY)
    assert examine(tmp_path / "again.db").entries == 7
    with pytest.raises(Unsealable):
        made.bring(tmp_path / "again.db", "another sentence that is long")


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE])
def test_sealing_keeps_every_length(tmp_path, size):
    plain, sealed, back = (tmp_path / one for one in ("plain", "sealed", "back"))
    plain.write_bytes(os.urandom(size))
    seal(plain, sealed, KEY)
    unseal(sealed, back, KEY)
    assert back.read_bytes() == plain.read_bytes()


def test_what_is_sealed_cannot_be_changed_cut_or_put_together(tmp_path):
    plain, sealed, back = (tmp_path / one for one in ("plain", "sealed", "back"))
    plain.write_bytes(os.urandom(2 * PIECE))
    seal(plain, sealed, KEY)
    whole = sealed.read_bytes()
    head, piece = 29, PIECE + 16
    swapped = whole[head + piece : head + 2 * piece] + whole[head : head + piece]
    for bad in (
        whole[: head + piece],
        whole[:-16],
        whole[:-1],
        whole + b"x",
        whole[:40] + bytes([whole[40] ^ 1]) + whole[41:],
        whole[:head] + swapped + whole[head + 2 * piece :],
        b"LAYSO COPY 2\n" + whole[13:],
        b"",
    ):
        sealed.write_bytes(bad)
        with pytest.raises(Unsealable):
            unseal(sealed, back, KEY)


def test_of_older_days_the_last_copy_stays(clock):
    now = clock.now()
    ages = [0, HOUR, 8 * HOUR, DAY, DAY + HOUR, 2 * DAY, 34 * DAY, 35 * DAY, 36 * DAY]
    made = [Copy(now - age, Path(str(age))) for age in ages]
    gone = {now - one.at for one in too_many(made, now, 35)}
    assert gone == {DAY + HOUR, 36 * DAY}
    old = [Copy(now - 400 * DAY, Path("old"))]
    assert too_many(old, now, 35) == [], "the newest is never too old"


def test_settings_lie_beside_the_copies_without_a_key():
    text = 'code = "26041"\n[hub]\nurl = "https://h"\nkey = "geheim"\n[backup]\nkey = \'x\'\n'
    text += '[[demo_staff]]\npin = "260411"\nhub = {url = "https://h", key = "geheim"}\n'
    shown = without_secrets(text + 'hub.key = "geheim"\n')
    assert "geheim" not in shown
    assert "260411" not in shown
    assert 'code = "26041"' in shown


def test_a_copy_by_hand(place, filled, stick, capsys):
    words = ["--language", "en", "backup", "--data", str(place.path)]
    assert main(words) == 2
    assert "backup.folder" in capsys.readouterr().err
    assert main([*words, "--to", str(stick)]) == 0
    said = capsys.readouterr().out
    assert said.startswith("Copied and checked: ")
    assert "same disk" in said
    assert len(CopyFolder(stick, "26041").copies()) == 1
    assert main([*words, "--to", str(stick / "none")]) == 1
    assert "is not there" in capsys.readouterr().err


def test_keys_and_folders_in_the_settings_are_judged(place):
    from layso_queue.center.settings import SettingsWrong

    file = place.path / "settings.toml"
    text = file.read_text()
    for wrong, word in (('folder = "usb"', "backup.folder"), ('key = "short"', "backup.key")):
        file.write_text(f"{text}\n[backup]\n{wrong}\n")
        with pytest.raises(SettingsWrong) as refused:
            read_settings(file, Texts("en"))
        assert word in refused.value.faults[0]
