"""Exceptions of the printing room; each says who must act."""

from layso_assets.languages import Texts


class PrinterSettingsWrong(Exception):
    """The installer must act: an address, profile, layout or library is wrong or missing.

    `code` is a stable word (ADDRESS_WRONG, HOST_UNKNOWN, PROFILE_UNKNOWN, PROFILE_WRONG,
    LAYOUT_WRONG, LIBRARY_MISSING, TOO_SLOW, DEVICE_WRONG, KEPT_WRONG).
    """

    def __init__(self, code: str, **about: object) -> None:
        self.code = code
        self.about = about
        super().__init__(self.sentence("en"))

    def sentence(self, language: str) -> str:
        """Return what is wrong and what to do, for people."""
        return Texts(language).say(f"slip.setup.{self.code}", **self.about)
