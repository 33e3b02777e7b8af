"""`layso doctor`: what this machine has of what the programs need, one line each."""

import shutil
import socket
import subprocess
import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from layso_assets.command_line import CommandLine, whole_number

LEAST_FREE = 1 << 30
"""Bytes: what a center's folder wants on its disk to begin with."""

FIXED_SQLITE = (3, 51, 3)
_SQLITE = "import pysqlite3 as s; print(s.sqlite_version)"
_WINDOWS = "import PySide6.QtQuick, PySide6.QtQml, PySide6.QtWebSockets"
_SOUND = "import PySide6.QtMultimedia"

Finding = tuple[bool, str]


def add_options(parser: CommandLine) -> None:
    """Add the options of `layso doctor`."""
    say = parser.texts.say
    parser.add_argument("--data", type=Path, default=Path("."), help=say("reports.help.data"))
    port = whole_number(parser.texts, 0, 65_535)
    parser.add_argument("--port", type=port, default=8026, help=say("reports.help.port"))


def run(options: Namespace) -> int:
    """Print what is well and what is not; 0 if all is well, else 1."""
    checks: list[Callable[[], Finding]] = [
        _python,
        _database,
        lambda: _imports(_WINDOWS, "windows (Qt)"),
        lambda: _imports(_SOUND, "sound (Qt Multimedia)"),
        lambda: _disk(options.data),
        lambda: _port(options.port),
    ]
    findings = [check() for check in checks]
    for well, sentence in findings:
        print(f"{'ok ' if well else 'BAD'}  {sentence}")
    return 0 if all(well for well, _ in findings) else 1


def _python() -> Finding:
    return sys.version_info >= (3, 11), f"Python {sys.version.split()[0]}, 3.11 or newer needed"


def _database() -> Finding:
    well, said = _ask(_SQLITE)
    if not well:
        return False, f"the database library does not load: {said}"
    fixed = tuple(int(part) for part in said.split(".")) >= FIXED_SQLITE
    return fixed, f"SQLite {said}" + ("" if fixed else ": older than 3.51.3, runs without WAL")


def _imports(line: str, what: str) -> Finding:
    well, said = _ask(line)
    return well, what if well else f"{what} cannot load: {said}"


def _ask(code: str) -> Finding:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    said = (done.stdout if done.returncode == 0 else done.stderr).strip().splitlines()
    return done.returncode == 0, said[-1] if said else ""


def _disk(folder: Path) -> Finding:
    try:
        free = shutil.disk_usage(folder).free
    except OSError:
        return False, f"the folder {folder} is not there"
    return free >= LEAST_FREE, f"{free >> 20} MiB free in {folder.resolve()}"


def _port(port: int) -> Finding:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as fault:
            return False, f"port {port} cannot be used: {fault.strerror}"
    return True, f"port {port} is free"
