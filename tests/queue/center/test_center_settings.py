"""Settings: each fault is a plain sentence with file and field, and all are listed."""

import pytest

from layso_assets import files
from layso_assets.languages import Texts
from layso_queue.center.command import main
from layso_queue.center.settings import SettingsWrong, hours_of, plan_of, read_settings
from layso_queue.center.settings.communes import commune_of
from layso_queue.center.settings.doubts import doubts

EN = Texts("en")
DEMO = files.path("demo", "center-26041.toml").read_text("utf-8")


@pytest.fixture
def faults_of(tmp_path):
    def read(text):
        file = tmp_path / "settings.toml"
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        with pytest.raises(SettingsWrong) as wrong:
            read_settings(file, Texts("en"))
        return wrong.value.faults

    return read


def test_the_demo_center_is_read_and_planned():
    settings = read_settings(files.path("demo", "center-26041.toml"), Texts("en"))
    plan = plan_of(settings, "2026-10-05")
    assert (plan.center, plan.date, plan.offset_minutes) == ("26041", "2026-10-05", 420)
    assert [one.code for one in plan.services] == list("AHLKXNESM")
    assert plan.counters[1].services == ("A", "S")
    assert {one.minutes for one in plan.rules.head_starts} == {240}
    assert hours_of(settings).written() == [["07:30", "11:30"], ["13:30", "17:00"]]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('code = "26041"', 'code = "2604"', "“center.code” does not have the right form"),
        ('code = "26041"', "code = 26041", "“center.code” must be text in quotes"),
        ("doors_open_minutes = 30", "doors_open = 30", "“hours.doors_open”, which the center"),
        ('days = ["mon"', 'days = ["moon"', "“hours.days[1]” is not one of the choices"),
        ('["07:30", "11:30"]', '["7h30", "11:30"]', "“hours.spans[1][1]” must be a time"),
        ('["13:30", "17:00"]', '["11:00", "17:00"]', "“hours.spans” must follow each other"),
        ("closures = []", 'closures = ["soon"]', "“hours.closures[1]” must be a date"),
        ("calls_before_no_show = 2", "calls_before_no_show = 0", "is smaller than allowed"),
        ("series_limit = 9999", "series_limit = 10000", "is larger than allowed"),
        ("start_at_call = false", "start_at_call = 3", "value of “rules.start_at_call”"),
        ("http://127.0.0.1:8026/t/{id}", "ftp://x", "“follow.url” must begin with http://"),
        ('code = "H"', 'code = "A"', "two services have the same code A."),
        ('series = "H"', 'series = "A"', "share one letter of their numbers, A."),
        ("number = 2", "number = 1", "two counters have the same number 1."),
        ('services = ["L", "M"]', 'services = ["Q"]', "does a service that is not in the list: Q."),
        (
            "[web.places]\nA = 4",
            "[web.places]\nQ = 4",
            "“web.places” names a service that is not in the list: Q",
        ),
        ("days = 14", "days = 15", "“web.days” is larger than allowed"),
        ("A = 3", "A = -1", "“web.remote_numbers.A” is smaller than allowed"),
        ("minutes = 12", "", "“services[2].minutes”"),
        ('icon = "stamp"', "", None),
    ],
)
def test_a_fault_is_said_with_file_and_field(faults_of, tmp_path, old, new, said):
    assert old in DEMO
    text = DEMO.replace(old, new, 1)
    if said is None or "minutes" in said:
        (tmp_path / "settings.toml").write_text(text)
        read_settings(tmp_path / "settings.toml", Texts("en"))
        return
    faults = faults_of(text)
    assert any(said in fault for fault in faults), faults
    assert all("settings.toml" in fault for fault in faults)


def test_all_faults_are_listed_at_once(faults_of):
    text = DEMO.replace('code = "26041"', 'code = "x"').replace("number = 1\n", "number = 0\n")
    assert len(faults_of(text)) == 2


def test_a_file_that_is_missing_or_no_toml_is_said(faults_of, tmp_path):
    assert faults_of(b"a = 1\n\xff\xfe")[0].startswith("File settings.toml, line 2: there are let")
    with pytest.raises(SettingsWrong, match="cannot be read"):
        read_settings(tmp_path / "none.toml", Texts("en"))
    assert "“center” is missing" in " ".join(faults_of(""))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('code = "26041"', 'code = "2604"', "a commune's code of 5 digits"),
        ('series = "H"', 'series = "Z"', "one capital letter from A to Y"),
        ('days = ["mon"', 'days = ["moon"', '"mon", "tue", "wed", "thu", "fri", "sat", "sun".'),
        ("number = 1", "number = 100", "the most is 99"),
        ('vi = "Đồng Nai"', 'vi = ""', "“center.province.vi” is empty"),
        ('vi = "Đồng Nai"', f'vi = "{"x" * 201}"', "may have 200 letters at most"),
        ("[follow]", '[hub]\nurl = "https://h"\n[follow]', "“hub.key” is missing"),
        ("[follow]", '[hub]\nkey = "geheim"\n[follow]', "“hub.url” is missing"),
        ("[follow]", '[hub]\nurl = "ftp://h"\nkey = "k"\n[follow]', "“hub.url” must be"),
        ('services = ["L", "M"]', 'services = ["Q"]', "counter 5 does a service"),
    ],
)
def test_a_fault_says_what_was_expected(faults_of, old, new, said):
    faults = faults_of(DEMO.replace(old, new, 1))
    assert any(said in fault for fault in faults), faults


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("a = [1, 2\nb = 3\n", 2, "closed with ]"),
        ('x = 1\na = "y\n', 2, "closing quote"),
        ("a 1", 1, "an ="),
        ("[center\n", 1, "name of a table"),
        ("[[center]\n", 1, "name of a table"),
        ("a = 1\na = 2\n", 2, "given above"),
        ('a = "C:\\d"', 1, "written twice"),
        ("x = { a = 1", 1, "a group"),
        ("= 3", 1, "a line begins with"),
        ("x = 07:30", 1, "times need quotes"),
        ("x = yes", 1, "Words need quotes"),
    ],
)
def test_a_slip_in_the_toml_is_said_in_our_words_with_its_line(faults_of, text, line, said):
    (fault,) = faults_of(text)
    assert fault.startswith(f"File settings.toml, line {line}: "), fault
    assert said in fault


def test_a_byte_order_mark_is_read_over(tmp_path):
    file = tmp_path / "settings.toml"
    file.write_bytes(b"\xef\xbb\xbf" + DEMO.replace("\n", "\r\n").encode())
    assert read_settings(file, Texts("vi")).center.code == "26041"


def test_what_is_hardly_meant_is_doubted(tmp_path):
    file = tmp_path / "settings.toml"
    own = DEMO[: DEMO.index("[[demo_staff]]")]
    assert doubts(read_settings(files.path("demo", "center-26041.toml"), Texts("en")), [], EN) == []
    own = own.replace('"26041"', '"99999"').replace('icon = "stamp"', 'icon = "unicorn"')
    file.write_text(own.replace("number = 2", 'number = 2\nkiosk = "K9"'))
    said = doubts(read_settings(file, EN), ["K1"], EN)
    assert [word in line for word, line in zip(("99999", "unicorn", "K9"), said, strict=True)]
    assert len(doubts(read_settings(file, EN), [], EN)) == 2


@pytest.mark.parametrize("code", ["00004", "26041", "31756"])
def test_a_center_begun_for_a_commune_is_its_own_and_has_no_demo_staff(tmp_path, capsys, code):
    data = tmp_path / "own"
    words = ["--language", "en", "init", "--data", str(data), "--code"]
    assert main([*words, "99999"]) == 2
    assert main([*words, code]) == 0
    settings = read_settings(data / "settings.toml", EN)
    commune = commune_of(code)
    assert (settings.center.code, settings.demo_staff, settings.follow.url) == (code, (), "")
    assert commune.name in settings.center.name.vi
    assert commune.name in settings.center.name.en
    assert settings.center.province.vi == commune.province
    assert len(settings.services) == 9
    assert doubts(settings, [], EN) == []
    assert "PIN" not in (data / "settings.toml").read_text("utf-8")
    before = (data / "settings.toml").read_bytes()
    assert main([*words, "26041"]) == 2
    assert (data / "settings.toml").read_bytes() == before
    assert "There is no commune" in capsys.readouterr().err
