"""The wizard's window, and everything it holds."""

from pathlib import Path

from layso_kiosk.look.program import Program, open_program
from layso_kiosk.look.sound.making import PackFolder
from layso_kiosk.look.sound.player import Player, open_player
from layso_kiosk.look.texts import ScreenTexts
from layso_kiosk.recorder.microphone import Microphone, open_microphone
from layso_kiosk.recorder.wizard import Wizard

PAGE = Path(__file__).parent / "qml" / "Recorder.qml"


class Recorder:
    """An open wizard; `close` it when the window is done with."""

    def __init__(
        self,
        pack: PackFolder,
        texts: ScreenTexts,
        *,
        size: tuple[int, int] | None = None,
        microphone: Microphone | None = None,
        player: Player | None = None,
    ) -> None:
        """Open the window on a pack; microphone and loudspeaker are this PC's unless given."""
        self.wizard = Wizard(pack, microphone or open_microphone(), player or open_player(), texts)
        self.program: Program = open_program(
            PAGE,
            {"wizard": self.wizard},
            name="layso-voice",
            size=size or (1280, 800),
            texts=texts,
        )

    def close(self) -> None:
        """Take the window away and let microphone and loudspeaker go."""
        self.wizard.close()
        self.program.close()
