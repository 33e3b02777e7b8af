"""Have a text spoken by Piper, where its program and a model are in place: a separate process."""

import json
import shutil
import subprocess
from pathlib import Path

from layso_kiosk.look.sound import waves

PROGRAM = "piper"
PATIENCE_S = 60


class PiperFaulty(Exception):
    """Piper is not there, or the model cannot be used; the message says which."""


def piper_speaks(words: str, model: Path) -> "waves.Samples[int]":
    """Return the samples of a text at waves.RATE; raise PiperFaulty.

    Beside `model` (FILE.onnx) lies FILE.onnx.json, which tells the rate: both come as one voice.
    """
    program = shutil.which(PROGRAM)
    if program is None:
        raise PiperFaulty(PROGRAM)
    try:
        about = json.loads(model.with_name(f"{model.name}.json").read_bytes())
        rate = int(about["audio"]["sample_rate"])
    except (OSError, ValueError, KeyError, TypeError) as fault:
        raise PiperFaulty(f"{model.name}.json: {fault}") from fault
    command = [program, "--model", str(model), "--output-raw"]
    try:
        said = subprocess.run(
            command, input=words.encode(), capture_output=True, check=False, timeout=PATIENCE_S
        )
    except (OSError, subprocess.TimeoutExpired) as fault:
        raise PiperFaulty(str(fault)) from fault
    if said.returncode != 0 or len(said.stdout) < 2:
        last = said.stderr.decode(errors="replace").strip().splitlines()
        raise PiperFaulty(last[-1] if last else model.name)
    return waves.resample(waves.from_bytes(said.stdout), rate)
