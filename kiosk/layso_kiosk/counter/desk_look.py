"""The look on a desk: a PC's screen is read from near, so a design pixel is a logical pixel."""

from layso_kiosk.counter.settings import Settings
from layso_kiosk.look.theme import Look


class DeskLook(Look):
    """Keeps its scale whatever the slim window's size is, and remembers what was chosen."""

    def __init__(self, settings: Settings) -> None:
        """Begin with the officer's choices."""
        super().__init__()
        self.choose_theme(settings.chosen.theme)
        self.choose_text_size(settings.chosen.text_size)
        self.changed.connect(lambda: settings.change(theme=self.theme, text_size=self.textSize))

    def set_screen(self, width: int, height: int) -> None:
        """Change nothing: the system's own scaling knows this screen's pixels."""
