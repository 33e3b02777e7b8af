"""Every package that is installed has a licence we accept, and the page says so."""

import importlib.util
from email.message import Message
from pathlib import Path
from types import ModuleType

import pytest

HOUSE = Path(__file__).resolve().parents[2]


@pytest.fixture
def licences() -> ModuleType:
    spec = importlib.util.spec_from_file_location("licences", HOUSE / "installer" / "licences.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_is_what_the_lock_says(
    licences: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(licences, "PAGE", tmp_path / "licences.md")
    assert licences.main() == 0
    assert (tmp_path / "licences.md").read_text() == (HOUSE / "docs" / "licences.md").read_text()


def test_an_unknown_licence_fails(
    licences: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    lock = tmp_path / "requirements.lock"
    lock.write_text("nobody-ever-made-this==1.0 \\\n    --hash=sha256:00\n")
    monkeypatch.setattr(licences, "LOCK", lock)
    monkeypatch.setattr(licences, "PAGE", tmp_path / "licences.md")
    assert licences.main() == 1
    assert "nobody-ever-made-this" in capsys.readouterr().err
    assert not (tmp_path / "licences.md").exists()


def test_a_licence_we_do_not_accept_is_no_licence(licences: ModuleType) -> None:
    about = Message()
    about["License"] = "Proprietary, all rights reserved"
    assert licences.licence_of("secret", about) == ""
