"""What loudspeakers and microphones have in common: 16-bit samples at a rate that they can do."""

from typing import Any

from layso_kiosk.look.sound import waves


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
