"""A notice as a picture for a board, drawn calmly: what to bring, in large letters."""

from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from layso_assets import files

PAPER, INK, LEAF, LIGHT = "#e4efe7", "#173a2a", "#2f6b4f", "#ffffff"
TITLE = "Mang đủ giấy tờ, xong trong một lần"
LINES = ("Căn cước hoặc VNeID", "Bản chính để đối chiếu", "Giấy hẹn, khi nhận kết quả")


def draw_notice(file: Path, size: tuple[int, int] = (1340, 590)) -> Path:
    """Write the notice as a PNG of this many pixels, which it fills whatever their shape."""
    wide, high = size
    unit = min(high / 100, wide / 205)
    above = (high / unit - 100) / 2
    picture = Image.new("RGB", size, PAPER)
    pen = ImageDraw.Draw(picture)

    def font(weight: str, letters: float) -> ImageFont.FreeTypeFont:
        return ImageFont.truetype(files.path("fonts", f"BeVietnamPro-{weight}.ttf"), letters * unit)

    # a hill, a sun and a slip that is ticked: drawn, so that nobody's photograph is needed
    pen.ellipse((wide - 26 * unit, -14 * unit, wide + 12 * unit, 24 * unit), fill="#f6d68a")
    pen.ellipse((wide - 92 * unit, high - 34 * unit, wide + 50 * unit, high * 1.5), fill="#bcd8c6")
    left, top = wide - 60 * unit, (35 + above) * unit
    pen.rounded_rectangle((left, top, left + 44 * unit, top + 54 * unit), 4 * unit, fill=LIGHT)
    for row in range(3):
        y = top + (11 + 14 * row) * unit
        pen.ellipse((left + 6 * unit, y, left + 15 * unit, y + 9 * unit), fill=LEAF)
        tick = [(8, 4.6), (10, 6.6), (13.2, 2.6)]
        pen.line([(left + x * unit, y + d * unit) for x, d in tick], LIGHT, round(1.5 * unit))
        bar = (left + 19 * unit, y + 3 * unit, left + 38 * unit, y + 6 * unit)
        pen.rounded_rectangle(bar, 1.5 * unit, fill="#cfdcd4")
    pen.text((8 * unit, (9 + above) * unit), TITLE, fill=INK, font=font("Bold", 10))
    for row, line in enumerate(LINES):
        y = (40 + above + 17 * row) * unit
        pen.ellipse((8 * unit, y + 3 * unit, 13 * unit, y + 8 * unit), fill=LEAF)
        pen.text((18 * unit, y - 1.2 * unit), line, fill=INK, font=font("Medium", 9.5))
    picture.save(file)
    return file
