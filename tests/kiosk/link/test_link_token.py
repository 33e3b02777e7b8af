"""The token file: read as it is meant, refused with a reason."""

from pathlib import Path

import pytest

from layso_kiosk.link.token import TokenUnreadable, read_token


def test_the_token_stands_alone_in_its_file(tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_text("abc.DEF-123\n")
    assert read_token(file) == "abc.DEF-123"


@pytest.mark.parametrize(
    "raw", [b"", b" \n", b"two words", b"a\r\nX-Evil: 1", b"\xff", b"x" * 2000]
)
def test_a_damaged_token_is_refused(tmp_path: Path, raw: bytes) -> None:
    file = tmp_path / "token"
    file.write_bytes(raw)
    with pytest.raises(TokenUnreadable) as told:
        read_token(file)
    assert told.value.why == "link.token.damaged"


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(TokenUnreadable) as missing:
        read_token(tmp_path / "none")
    with pytest.raises(TokenUnreadable) as folder:
        read_token(tmp_path)
    assert (missing.value.why, folder.value.why) == ("link.token.missing", "link.token.forbidden")
