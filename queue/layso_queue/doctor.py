"""`layso doctor`: what this machine has of what the programs need, one line each."""

import shutil
import socket
import subprocess
import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from layso_assets.command_line import CommandLine, whole_number
from layso_assets.languages import LANGUAGES, Texts
from layso_assets.reasons import reason

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
    parser.add_argument("--language", choices=LANGUAGES, help=say("command.layso.language"))


def run(options: Namespace) -> int:
    """Print what is well and what is not; 0 if all is well, else 1."""
    texts = Texts(options.language or LANGUAGES[0])
    checks: list[Callable[[], Finding]] = [
        lambda: _python(texts),
        lambda: _database(texts),
        lambda: _imports(_WINDOWS, "windows", texts),
        lambda: _imports(_SOUND, "sound", texts),
        lambda: _disk(options.data, texts),
        lambda: _port(options.port, texts),
    ]
    findings = [check() for check in checks]
    marks = {
        well: texts.say(f"command.doctor.{'well' if well else 'bad'}") for well in (True, False)
    }
    wide = max(map(len, marks.values()))
    for well, sentence in findings:
        print(f"{marks[well].ljust(wide)}  {sentence}")
    return 0 if all(well for well, _ in findings) else 1


def _python(texts: Texts) -> Finding:
    version = sys.version.split()[0]
    return sys.version_info >= (3, 11), texts.say("command.doctor.python", version=version)


def _database(texts: Texts) -> Finding:
    well, said = _ask(_SQLITE)
    if not well:
        return False, texts.say("command.doctor.database_away", why=said)
    fixed = tuple(int(part) for part in said.split(".")) >= FIXED_SQLITE
    return fixed, texts.say(f"command.doctor.database{'' if fixed else '_old'}", version=said)


def _imports(line: str, what: str, texts: Texts) -> Finding:
    well, said = _ask(line)
    if well:
        return True, texts.say(f"command.doctor.{what}")
    return False, texts.say(f"command.doctor.{what}_away", why=said)


def _ask(code: str) -> Finding:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    said = (done.stdout if done.returncode == 0 else done.stderr).strip().splitlines()
    return done.returncode == 0, said[-1] if said else ""


def _disk(folder: Path, texts: Texts) -> Finding:
    try:
        free = shutil.disk_usage(folder).free
    except OSError:
        return False, texts.say("command.doctor.disk_away", folder=folder)
    about = {"free": free >> 20, "folder": folder.resolve(), "least": LEAST_FREE >> 20}
    well = free >= LEAST_FREE
    return well, texts.say(f"command.doctor.disk{'' if well else '_low'}", **about)


def _port(port: int, texts: Texts) -> Finding:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as fault:
            why = reason(fault, texts)
            return False, texts.say("command.doctor.port_taken", port=port, why=why)
    return True, texts.say("command.doctor.port", port=port)
