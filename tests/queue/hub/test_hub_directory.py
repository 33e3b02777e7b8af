"""Every commune of the country is found, without tones, by name, kind, province or place."""

import pytest

from layso_queue.hub.directory import folded, read_directory


@pytest.fixture(scope="module")
def directory():
    return read_directory()


def test_all_communes_and_provinces_are_there(directory):
    assert len(directory) == 3321
    assert len(directory.provinces) == 34
    assert directory.get("26041").title == "Phường Trấn Biên"
    assert directory.get("26041").province_name == "Đồng Nai"
    assert directory.get("99999") is None


@pytest.mark.parametrize(
    "words",
    ["tran bien", "Trấn Biên", "TRẤN BIÊN", "phuong tran bien", "tran bien dong nai", "bien tran"],
)
def test_a_name_is_found_without_tones_in_any_order_of_words(directory, words):
    assert directory.find(words)[0].code == "26041"


def test_d_with_a_stroke_is_d():
    assert folded("Đồng Nai, ĐẶC KHU") == "dong nai dac khu"


def test_names_that_repeat_are_all_found_with_their_provinces(directory):
    found = [one for one in directory.find("xa tan tien") if one.name == "Tân Tiến"]
    assert len(found) >= 5
    assert len({one.province for one in found}) == len(found)
    assert all(one.province for one in found)


def test_kind_and_province_narrow_the_search(directory):
    islands = directory.find("dac khu")
    assert len(islands) == 13
    assert {one.kind for one in islands} == {"đặc khu"}
    code = directory.province_of("dong nai")
    assert code == directory.province_of("75")
    assert {one.province_name for one in directory.find("", province=code)} == {"Đồng Nai"}
    assert len(directory.find("", province=code)) == 95


def test_the_name_itself_comes_before_names_that_only_begin_so(directory):
    found = [one.name for one in directory.find("ba dinh")]
    assert set(found[:2]) == {"Ba Đình", "Ba Dinh"}
    assert directory.find("Ba Đình")[0].name == "Ba Đình"
    assert directory.find("ba dinh")[0].name == "Ba Dinh"
    assert directory.find("zzz") == []


def test_a_center_with_a_web_queue_comes_first(directory):
    last = directory.find("tan")[-1]
    assert directory.find("tan", first=lambda code: code == last.code)[0] == last


def test_the_nearest_communes_come_first(directory):
    here = directory.get("26041")
    found = directory.near(here.latitude + 0.001, here.longitude)
    assert found[0][1] == here
    assert 0.05 < found[0][0] < 0.2
    assert [km for km, _ in found] == sorted(km for km, _ in found)


def test_names_are_sorted_as_in_the_vietnamese_alphabet(directory):
    names = [name for _, name in directory.provinces]
    assert names.index("Cao Bằng") < names.index("Cần Thơ") < names.index("Đà Nẵng")
    assert names.index("Gia Lai") > names.index("Đồng Tháp") > names.index("Đà Nẵng")
    assert names[0] == "An Giang"
