"""The tones in memory, read from their WAV files."""

from __future__ import annotations

import wave
from pathlib import Path

from app.practice.tones import Tone
from app.ui.sound.reasons import Reason

RATE_HZ = 44_100
#: One channel of 16-bit samples.
BYTES_PER_S = 2 * RATE_HZ
#: No tone is longer, in seconds; the stream has room for 1 s.
LONGEST_S = 0.6


class SamplesError(Exception):
    """The tones cannot be read; its text is the reason, for the user."""


def read_samples(sounds_dir: Path) -> dict[Tone, bytes]:
    """Read the samples of every tone: 44.1 kHz, mono, 16 bit, little-endian.

    Raises:
        SamplesError: a file is missing, damaged, too long or of another form.
    """
    return {tone: _read(sounds_dir / f"{tone.value}.wav") for tone in Tone}


def _read(file: Path) -> bytes:
    try:
        with wave.open(str(file), "rb") as reader:
            form = (reader.getframerate(), reader.getnchannels(), reader.getsampwidth())
            samples = reader.readframes(round(LONGEST_S * RATE_HZ) + 1)
    except OSError as error:
        raise SamplesError(Reason.FILE_MISSING.say(name=file.name)) from error
    except (wave.Error, EOFError) as error:
        raise SamplesError(Reason.FILE_DAMAGED.say(name=file.name)) from error
    if form != (RATE_HZ, 1, 2) or not 0 < len(samples) <= LONGEST_S * BYTES_PER_S:
        raise SamplesError(Reason.FILE_DAMAGED.say(name=file.name))
    return samples
