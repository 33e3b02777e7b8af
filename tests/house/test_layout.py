"""The folders are what docs/architecture.md says they are."""

import os
import queue as pythons_queue
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parents[2]
ROOTS = ("queue", "kiosk", "printing", "assets")


def test_no_init_file_makes_queue_or_tests_a_package() -> None:
    found = [*HOUSE.joinpath("queue").glob("__init__.py"), *HOUSE.glob("tests/**/__init__.py")]
    assert found == []


def test_pythons_own_queue_is_the_one_that_is_imported() -> None:
    assert HOUSE not in Path(str(pythons_queue.__file__)).parents
    script = "import queue, layso_queue; assert queue.SimpleQueue, queue"
    subprocess.run([sys.executable, "-c", script], cwd=HOUSE, check=True)


@pytest.mark.parametrize("root", ROOTS)
def test_each_source_root_holds_one_package_of_its_name(root: str) -> None:
    packages = [path.parent.name for path in HOUSE.joinpath(root).glob("*/__init__.py")]
    assert packages == [f"layso_{root}"]


def test_every_console_command_can_be_loaded() -> None:
    project = tomllib.loads(HOUSE.joinpath("pyproject.toml").read_text())["project"]
    commands = project["scripts"]
    assert {"layso", "layso-center", "layso-hub", "layso-kiosk"} < set(commands)
    for target in commands.values():
        module, function = target.split(":")
        file = module.replace(".", "/") + ".py"
        places = [HOUSE / root / file for root in ROOTS]
        found = [place for place in places if place.exists()]
        assert found, f"{target} is not there"
        assert f"def {function}(" in found[0].read_text()


def test_the_hub_never_installs_qt_and_the_kiosk_no_web_server() -> None:
    extras = tomllib.loads(HOUSE.joinpath("pyproject.toml").read_text())["project"]
    kiosk = extras["optional-dependencies"]["kiosk"]
    servers = extras["optional-dependencies"]["center"] + extras["optional-dependencies"]["hub"]
    assert not any("fastapi" in part or "uvicorn" in part for part in kiosk)
    assert not any("PySide6" in part for part in servers + extras["dependencies"])


def test_ci_runs_exactly_the_readmes_test_command() -> None:
    readme = HOUSE.joinpath("README.md").read_text()
    script = HOUSE.joinpath(".ci/run").read_text().splitlines()
    commands = [line for line in script if line.startswith("./run")]
    assert commands == ["./run test"]
    assert "./run test" in readme


def test_every_dependency_is_pinned_and_hashed() -> None:
    lock = HOUSE.joinpath("installer/requirements.lock").read_text()
    for block in lock.strip().split("\n")[0:]:
        assert block.startswith(" ") or "==" in block, block
    pins = [line for line in lock.splitlines() if "==" in line]
    assert len(pins) > 50
    assert lock.count("--hash=sha256:") >= len(pins)


def _written_by_us() -> list[Path]:
    kinds = (".md", ".py", ".toml", ".qml", ".lock")
    made = {".git", ".venv", "out", "dist", "__pycache__", ".hypothesis"}
    found = (HOUSE / top for top in os.listdir(HOUSE) if top not in made)
    files = (path for top in found for path in (top.rglob("*") if top.is_dir() else [top]))
    return [path for path in files if path.suffix in kinds and not made & set(path.parts)]


def test_nothing_in_the_tree_speaks_of_one_machine() -> None:
    homes = ["/" + "work/", "/" + "root/", "/home" + "/"]
    written = _written_by_us()
    assert len(written) > 300
    for path in written:
        text = path.read_text()
        assert not [home for home in homes if home in text], path
