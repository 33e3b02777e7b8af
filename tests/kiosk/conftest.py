"""What all tests of windows share: a fake center, and Python's collector kept in its place."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from fake_center import FakeCenter
from layso_kiosk.look.undying import keep_constants


@pytest.fixture(autouse=True)
def cycles_are_collected_by_the_main_thread() -> Iterator[None]:
    """As in the programs (look/sweeping.py): the fake center's thread must free no Qt object."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture
def center() -> Iterator[FakeCenter]:
    """A fake center that is there from the start; the token of a kiosk is "right-token"."""
    fake = FakeCenter()
    fake.start()
    yield fake
    fake.silent = False
    fake.stop()


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """Where screenshots go that a person may look at."""
    return Path(os.environ.get("LAYSO_PICTURES") or tmp_path / "pictures")


@pytest.fixture(autouse=True, scope="session")
def _emitting_is_safe() -> None:
    keep_constants()


@pytest.fixture(autouse=True, scope="session")
def _what_was_imported_is_never_looked_through() -> Iterator[None]:
    """Modules and collected tests are most of the heap: each test's sweep would go through them."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()
