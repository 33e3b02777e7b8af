"""The hub's keys and folder: never made anew unseen, never open to others."""

import pytest

from layso_queue.hub.command import main
from layso_queue.hub.commands.folder import close_to_others
from layso_queue.hub.keys import KeysMissing, read_keys

ADD = ("center", "add", "--code", "26041")


@pytest.fixture
def run(capsys, tmp_path):
    def do(*words, language="en"):
        code = main(["--language", language, *words, "--data", str(tmp_path / "hub")])
        said = capsys.readouterr()
        return code, said.out + said.err

    return do


def test_a_hub_whose_keys_are_lost_or_others_does_not_start_until_somebody_decides(run, tmp_path):
    code, said = run(*ADD)
    assert (code, said.startswith("A new hub was begun in the folder")) == (0, True)
    file = tmp_path / "hub" / "hub.keys"
    kept = file.read_bytes()
    file.unlink()
    code, said = run("center", "list")
    assert (code, "has worked with one" in said, file.exists()) == (2, True, False)
    assert run("serve", "--port", "0")[0] == 2
    file.write_bytes(kept.replace(kept[12:16], b"0000"))
    code, said = run("center", "list", language="vi")
    assert code == 2
    assert f"{file} không phải tệp mà cơ sở dữ liệu này đã dùng" in said
    assert f"accept-keys --data {tmp_path / 'hub'}" in said
    file.write_bytes(kept)
    assert run("center", "list")[0] == 0
    file.unlink()
    code, said = run("accept-keys")
    assert (code, "copy hub.keys into the backup" in said) == (0, True)
    assert file.read_bytes() != kept
    assert run("center", "list")[0] == 0


def test_the_mark_of_keys_tells_them_apart_and_nothing_of_them(tmp_path):
    one = read_keys(tmp_path / "a", bytes)
    other = read_keys(tmp_path / "b", lambda n: b"x" * n)
    assert one.fingerprint != other.fingerprint
    assert other.secret.hex() not in other.fingerprint
    with pytest.raises(KeysMissing):
        read_keys(tmp_path / "c", None)
    assert not (tmp_path / "c").exists()


def test_the_hubs_files_are_for_its_own_user_only(run, tmp_path):
    run(*ADD)
    folder = tmp_path / "hub"
    assert folder.stat().st_mode & 0o777 == 0o700
    modes = {one.name: one.stat().st_mode & 0o777 for one in folder.iterdir()}
    assert modes.keys() >= {"hub.keys", "hub.db"}
    assert set(modes.values()) == {0o600}


def test_a_folder_that_others_can_read_is_warned_of_and_its_own_files_are_closed(run, tmp_path):
    run(*ADD)
    folder = tmp_path / "hub"
    (folder / "signin.toml").write_text("")
    for one in (folder, folder / "hub.db", folder / "signin.toml"):
        one.chmod(0o755)
    code, said = run("center", "list")
    assert code == 0
    assert [f"can read {one}." in said for one in (folder, folder / "signin.toml")] == [True] * 2
    assert (folder / "hub.db").stat().st_mode & 0o777 == 0o600
    folder.chmod(0o700)
    assert close_to_others(folder) == []
