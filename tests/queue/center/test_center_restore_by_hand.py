"""`layso-center restore`: a copy becomes a center by hand, here or on another computer."""

from layso_queue.center.command import main
from layso_queue.center.folder import Folder
from layso_queue.center.keeping.copies import CopyFolder
from layso_queue.center.storage import Batch, Exchange, Restores, Store
from layso_queue.center.storage.copying import examine


def test_restore_by_hand(place, stick, capsys, tmp_path):
    store = Store(place.path / "center.db")
    store.append(Batch(entries=[(1, "2026-10-05", "TicketIssued", 1, "c1", "K1", b"{}")]))
    store.close()
    words = ["--language", "en"]
    assert main([*words, "backup", "--data", str(place.path)]) == 0
    capsys.readouterr()
    new = tmp_path / "another computer"
    assert main([*words, "restore", "--data", str(new), "--from", str(stick)]) == 0
    said = capsys.readouterr().out
    assert said.startswith("Restored from ")
    assert examine(new / "center.db").entries == 1
    assert (new / "settings.toml").exists(), "settings come along"
    restores = Restores(new / "center.db")
    assert restores.newest().aside == ""
    restores.close()
    assert main([*words, "restore", "--data", str(new), "--from", str(tmp_path / "none")]) == 2
    assert "is not there" in capsys.readouterr().err
    (stick / "x.db").write_bytes(b"x")
    assert main([*words, "restore", "--data", str(new), "--from", str(stick / "x.db")]) == 1
    assert "x.db: damaged." in capsys.readouterr().err
    folder = Folder(new)
    folder.lock()
    assert main([*words, "restore", "--data", str(new), "--from", str(stick)]) == 2
    folder.unlock()
    assert "Another center is running" in capsys.readouterr().err


def test_a_sealed_copy_is_restored_with_its_passphrase(place, stick, capsys, tmp_path):
    made = CopyFolder(stick, "26041").make(
        place.path / "center.db", place.clock.now(), "một câu rất dài chỉ mình tôi biết"
    )
    new, key = tmp_path / "new", tmp_path / "key"
    words = ["--language", "en", "restore", "--data", str(new), "--from", str(made.file)]
    assert main(words) == 1
    assert "sealed with another key" in capsys.readouterr().err
    key.write_text("một câu rất dài chỉ mình tôi biết\n")
    assert main([*words, "--key-file", str(key)]) == 0
    exchange = Exchange(new / "center.db", "26041")
    exchange.close()
    assert examine(new / "center.db").entries == 0
