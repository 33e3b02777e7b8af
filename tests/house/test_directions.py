"""Imports go one way only; each contract is shown to notice a planted violation."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parents[2]
ROOTS = ("queue", "kiosk", "printing", "assets")

PLANTED = {
    "The line imports nothing of ours": ("queue/layso_queue/line/order.py", "layso_assets.files"),
    "The forecast knows only the line": (
        "queue/layso_queue/forecast/ranges.py",
        "layso_queue.center.hours",
    ),
    "The simulator knows only the line and the forecast": (
        "queue/layso_queue/simulate/agenda.py",
        "layso_queue.center.hours",
    ),
    "The messages of the sync know only the line": (
        "queue/layso_queue/sync/__init__.py",
        "layso_queue.forecast.ranges",
    ),
    "Nothing but its own commands imports the reports": (
        "queue/layso_queue/center/hours.py",
        "layso_queue.reports",
    ),
    "Only the reports draw plots": ("queue/layso_queue/center/hours.py", "matplotlib.pyplot"),
    "Center and hub never import each other": (
        "queue/layso_queue/hub/command.py",
        "layso_queue.center.hours",
    ),
    "The kiosk speaks HTTP and never imports center or hub code": (
        "kiosk/layso_kiosk/link/mirror.py",
        "layso_queue.center.hours",
    ),
    "The window programs never import each other": (
        "kiosk/layso_kiosk/display/__init__.py",
        "layso_kiosk.counter",
    ),
    "Printing imports nothing of ours but assets": (
        "printing/layso_printing/__init__.py",
        "layso_queue.line",
    ),
    "Assets import nothing of ours": ("assets/layso_assets/files.py", "layso_queue.line"),
    "Only storage imports SQLAlchemy": ("queue/layso_queue/center/hours.py", "sqlalchemy"),
    "Only the kiosk room imports Qt": ("queue/layso_queue/line/order.py", "PySide6.QtCore"),
    "Only printing imports escpos and reportlab": (
        "kiosk/layso_kiosk/link/mirror.py",
        "escpos.printer",
    ),
}


def _contracts() -> set[str]:
    settings = tomllib.loads(HOUSE.joinpath("pyproject.toml").read_text())
    return {contract["name"] for contract in settings["tool"]["importlinter"]["contracts"]}


def _lint(folder: Path) -> subprocess.CompletedProcess[str]:
    script = (
        "import sys; sys.path[:0] = sys.argv[1:]; "
        "from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    )
    paths = [str(folder / root) for root in ROOTS]
    return subprocess.run(
        [sys.executable, "-c", script, *paths],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("house")
    for root in ROOTS:
        shutil.copytree(
            HOUSE / root,
            folder / root,
            ignore=lambda _, names: [n for n in names if n.endswith((".ttf", ".wav", ".pyc"))],
        )
    shutil.copy(HOUSE / "pyproject.toml", folder)
    return folder


def test_every_contract_has_a_planted_violation() -> None:
    assert set(PLANTED) == _contracts()


def test_all_imports_go_the_way_of_the_contracts(copy: Path) -> None:
    found = _lint(copy)
    assert found.returncode == 0, found.stdout


def test_planted_violations_are_noticed(copy: Path) -> None:
    before = {file: (copy / file).read_text() for file, _ in PLANTED.values()}
    for file, module in PLANTED.values():
        path = copy / file
        path.write_text(path.read_text() + f"\nimport {module}\n")
    found = _lint(copy)
    for file, text in before.items():
        (copy / file).write_text(text)
    assert found.returncode != 0
    for name in PLANTED:
        assert f"{name} BROKEN" in found.stdout, found.stdout
