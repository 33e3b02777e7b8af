"""The device token: what this window proves its place in the center with."""

from pathlib import Path

_LONGEST = 1024


class TokenUnreadable(Exception):
    """The token file cannot be used; `why` is a key in the texts, `file` its name."""

    def __init__(self, why: str, file: Path) -> None:
        super().__init__(f"{why}: {file}")
        self.why = why
        self.file = file


def read_token(file: Path) -> str:
    """Return the token that stands alone in `file`.

    Raises TokenUnreadable with `why` "link.token.missing", "link.token.forbidden" or
    "link.token.damaged".
    """
    try:
        raw = file.read_bytes()
    except FileNotFoundError:
        raise TokenUnreadable("link.token.missing", file) from None
    except OSError:
        raise TokenUnreadable("link.token.forbidden", file) from None
    token = raw.strip()
    # a header value: visible ASCII only, or a stray byte could end the header early
    if not token or len(token) > _LONGEST or any(byte < 0x21 or byte > 0x7E for byte in token):
        raise TokenUnreadable("link.token.damaged", file)
    return token.decode("ascii")
