"""What loudspeakers and microphones have in common: 16-bit samples at a rate that they can do."""

import importlib
import logging
from typing import Any, Literal

from layso_kiosk.look.sound import waves

_log = logging.getLogger(__name__)


def default_device(way: Literal["Output", "Input"]) -> tuple[Any, Any] | None:
    """Return QtMultimedia and the PC's loudspeaker or microphone; None, never an error."""
    try:
        multimedia = importlib.import_module("PySide6.QtMultimedia")
    except ImportError as fault:
        _log.warning("no sound on this PC: %s", fault)
        return None
    device = getattr(multimedia.QMediaDevices, f"defaultAudio{way}")()
    if device.isNull():
        _log.warning("this PC has no audio device for %s", way.lower())
        return None
    return multimedia, device


def pcm(multimedia: Any, rate: int, channels: int) -> Any:
    """Return QtMultimedia's description of 16-bit samples."""
    wanted = multimedia.QAudioFormat()
    wanted.setSampleRate(rate)
    wanted.setChannelCount(channels)
    wanted.setSampleFormat(multimedia.QAudioFormat.SampleFormat.Int16)
    return wanted


def fitting(multimedia: Any, device: Any) -> tuple[int, int]:
    """Return rate and channels for a device: ours if it can, else what every device can."""
    ours = device.isFormatSupported(pcm(multimedia, waves.RATE, 1))
    return (waves.RATE, 1) if ours else (48000, 2)
