"""Nobody comes into a real center by the demo's PINs, and whoever was removed is out at once."""

import pytest

from center_place import PIN, Place
from layso_assets import files
from layso_assets.languages import Texts
from layso_queue.center.command import main
from layso_queue.center.folder import Folder, OtherCenter
from layso_queue.center.people.demo_staff import settle_demo_staff
from layso_queue.center.settings import read_settings
from layso_queue.center.storage import Register, bring_up_to_date

DEMO = files.path("demo", "center-26041.toml").read_text("utf-8")
OWN = DEMO[: DEMO.index("[[demo_staff]]")]
"""The demo's settings as a real center 26041 has them."""


@pytest.fixture
def said(capsys):
    def run(*words):
        code = main(["--language", "en", *map(str, words)])
        out, err = capsys.readouterr()
        return code, out.strip(), err.strip()

    return run


@pytest.fixture
def folder(tmp_path):
    folder = Folder(tmp_path / "new")
    folder.prepare()
    bring_up_to_date(folder.database, folder.backups)
    return folder


@pytest.fixture
def settle(folder):
    """Starts the center as far as its staff go; says who is there then."""

    def start(text):
        folder.settings.write_text(text)
        register = Register(folder.database)
        try:
            settle_demo_staff(
                folder.demo_staff, read_settings(folder.settings, Texts("en")), register
            )
            return {one.code: one.pin_hash for one in register.staff()}
        finally:
            register.close()

    return start


def test_the_demos_staff_go_when_the_settings_no_longer_name_them(settle, folder, said):
    first = settle(DEMO)
    assert set(first) == {"nv01", "nv02", "truong"}
    assert settle(DEMO) == first, "a second start changes nobody"
    add = ("staff", "add", "--data", folder.path)
    assert said(*add, "--code", "nv02", "--pin", "90817263")[0] == 0
    assert set(settle(OWN)) == {"nv02"}, "who was given a PIN of her own stays"
    assert not folder.demo_staff.exists()


def test_staff_of_a_folder_from_before_are_known_by_the_published_pin(settle, folder):
    settle(DEMO)
    folder.demo_staff.unlink()
    assert settle(OWN) == {}


def test_a_pin_that_the_settings_change_is_changed(settle):
    first = settle(DEMO)
    again = settle(DEMO.replace('pin = "260410"', 'pin = "555123"'))
    assert again["nv01"] == first["nv01"]
    assert again["truong"] != first["truong"]


def test_demo_staff_that_were_removed_do_not_come_back(settle, folder, said):
    for code in settle(DEMO):
        assert said("staff", "remove", "--data", folder.path, "--code", code)[0] == 0
    assert settle(DEMO) == {}


def test_another_centers_settings_may_not_name_a_published_pin(said, folder):
    folder.settings.write_text(DEMO.replace('"26041"', '"26068"'))
    code, _, error = said("serve", "--data", folder.path, "--port", "0")
    assert (code, "nv01, nv02, truong" in error, "staff add" in error) == (2, True, True)
    folder.settings.write_text(OWN.replace('"26041"', '"26068"'))
    code, _, error = said(
        "staff", "add", "--data", folder.path, "--code", "nv09", "--pin", "260410"
    )
    assert (code, "choose another" in error) == (2, True)


@pytest.mark.anyio
async def test_who_is_removed_is_out_of_a_running_center_at_once(working: Place, said):
    await working.open_counter(1)
    code, out, _ = said("staff", "list", "--data", working.path)
    assert (code, len(out.splitlines())) == (0, 4)
    assert (await working.post("/v1/counters/1/pause", {"reason": "x"}, role="counter")).is_success
    assert said("staff", "remove", "--data", working.path, "--code", "nv01")[0] == 0
    answer = await working.post("/v1/counters/1/resume", role="counter")
    assert (answer.status_code, answer.json()["code"]) == (403, "SIGN_IN_NEEDED")
    body = {"staff": "nv01", "pin": PIN, "counter": 1}
    assert (await working.ask("POST", "/v1/sessions", body, role="counter")).status_code == 403
    code, _, error = said("staff", "remove", "--data", working.path, "--code", "nv01")
    assert (code, "no staff with the code nv01" in error) == (2, True)
    assert "nv01" not in said("staff", "list", "--data", working.path)[1]


@pytest.mark.anyio
async def test_a_folder_with_another_centers_journal_is_refused(place: Place, said):
    async with place.opened(always_open=True):
        pass
    file = place.path / "settings.toml"
    file.write_text(OWN.replace('"26041"', '"26068"'))
    with pytest.raises(OtherCenter):
        async with place.opened():
            pass
    code, _, error = said("serve", "--data", place.path, "--port", "0")
    assert (code, "26041" in error, "26068" in error, "empty folder" in error) == (2, *[True] * 3)


def test_devices_are_listed_and_a_refused_token_leaves_its_file_alone(said, folder):
    file = folder.path / "k1.token"
    enrol = ("enrol", "--data", folder.path, "--role", "kiosk", "--name", "K1", "--out", file)
    code, out, _ = said(*enrol)
    assert (code, str(file) in out) == (0, True)
    assert file.stat().st_mode & 0o777 == 0o600
    token = file.read_text()
    assert len(token.strip()) == 64
    assert token.strip() not in out
    assert said(*enrol)[0] == 2
    assert file.read_text() == token
    assert said(*enrol, "--replace")[0] == 0
    assert file.read_text() != token
    assert said(*enrol[:-1], folder.path / "none" / "k2", "--replace")[0] == 2
    assert not [one for one in folder.path.iterdir() if one.suffix == ".part"]
    code, out, _ = said("devices", "list", "--data", folder.path)
    assert code == 0
    assert [line.split()[:2] for line in out.splitlines()[1:]] == [["K1", "kiosk"]]
