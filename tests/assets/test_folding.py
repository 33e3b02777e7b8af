"""What people type meets what is meant: without tones, by the sound, but for a slip."""

import pytest

from layso_assets.folding import fold, mended

TEXTS = [fold(one) for one in ("Đăng ký khai sinh", "Kết hôn", "Cấp giấy phép xây dựng")]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("dang ki khai", "dang ky khai"),
        ("khai xinh", "khai sinh"),
        ("kết hônn", "ket hon"),
        ("dấy phép", "giay phep"),
        ("giấy phép xây", "giay phep xay"),
        ("hộ chiếu", ""),
        ("qwzxw", ""),
        ("", ""),
    ],
)
def test_a_word_is_put_right_or_left_alone(typed: str, meant: str) -> None:
    assert mended(fold(typed), TEXTS) == meant
