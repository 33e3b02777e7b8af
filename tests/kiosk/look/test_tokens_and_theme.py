"""Colours can be read by everyone; sizes follow the screen and the reader."""

import pytest

from layso_kiosk.look.theme import TOUCH_MM, Look, screen_scale
from layso_kiosk.look.tokens import PAIRS, THEMES, contrast, load


def test_contrast_is_the_wcag_ratio() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#FFFFFF", "#777777") == contrast("#777777", "#FFFFFF")


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("letters", "ground"), PAIRS)
def test_letters_stand_out_seven_to_one(theme: str, letters: str, ground: str) -> None:
    colours = load().themes[theme]
    assert contrast(colours[letters], colours[ground]) >= 7


@pytest.mark.parametrize(
    ("width", "height", "scale"),
    [
        (1920, 1080, 1.0),
        (1080, 1920, 1.0),
        (3840, 2160, 2.0),
        (1366, 768, 768 / 1080),
        (1280, 1024, 1280 / 1920),
        (1920, 540, 0.5),
    ],
)
def test_scale_lets_the_design_fit_every_screen(width: int, height: int, scale: float) -> None:
    assert screen_scale(width, height) == pytest.approx(scale, rel=0.002)


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (1366, 768), (3840, 2160)])
@pytest.mark.parametrize("inches", [10.1, 15.6, 22, 32])
def test_no_touch_target_is_smaller_than_twenty_millimetres(
    size: tuple[int, int], inches: float
) -> None:
    look = Look(diagonal_inches=inches)
    look.set_screen(*size)
    pixels_per_mm = (size[0] ** 2 + size[1] ** 2) ** 0.5 / (inches * 25.4)
    assert look.touch / pixels_per_mm >= TOUCH_MM


def test_a_choice_that_does_not_exist_changes_nothing() -> None:
    look, changes = Look(), []
    look.changed.connect(lambda: changes.append(look.theme))
    look.choose_theme("pink")
    look.choose_text_size(110)
    assert (look.theme, look.textSize, changes) == ("light", 100, [])
    look.choose_theme("dark")
    assert changes == ["dark"]
    assert look.colours == load().themes["dark"]


def test_reduced_motion_stops_everything_that_moves() -> None:
    look = Look()
    assert 0 < look.motion < 300
    look.choose_reduced_motion(True)
    assert look.motion == 0
