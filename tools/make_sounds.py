"""Make the tones in resources/sounds: python tools/make_sounds.py [FOLDER].

Pitches lie between 260 and 1050 Hz: high enough for the loudspeakers of a laptop, low enough
for ears that have lost the highest notes. Tones differ in direction, number of notes and length
before they differ in pitch, so that nobody needs a musical ear.
"""

from __future__ import annotations

import argparse
import io
import math
import sys
import wave
from array import array
from pathlib import Path
from typing import NamedTuple

RATE_HZ = 44_100
#: Root mean square of every tone; full scale is 1.
LOUDNESS = 0.16
#: The same for the metronome's tick, which runs under everything else.
TICK_LOUDNESS = 0.05
#: How long a note takes to swell and to die away: anything quicker sounds like a click.
ATTACK_S = 0.008
RELEASE_S = 0.025
#: Strength of the overtones, as of a soft wooden bar: warm, nothing above 3.2 kHz.
OVERTONES = (1.0, 0.32, 0.1)
FOLDER = Path(__file__).resolve().parent.parent / "resources" / "sounds"

#: Hertz.
PITCHES = C4, E4, G4, A4, C5, E5, G5, C6 = (
    261.63, 329.63, 392.00, 440.00, 523.25, 659.26, 783.99, 1046.50,
)  # fmt: skip


class Note(NamedTuple):
    """One note: when it starts, how long it lasts, how quickly it fades, and its pitch."""

    start_s: float
    seconds: float
    fade_s: float
    hertz: float


#: File name without `.wav` -> its notes. The names are those of app.practice.tones.Tone.
SOUNDS: dict[str, tuple[Note, ...]] = {
    "get_ready": (Note(0.0, 0.09, 0.06, E5),),
    "down": (Note(0.0, 0.17, 0.12, G5), Note(0.15, 0.20, 0.14, C5)),
    "hold": (Note(0.0, 0.32, 0.16, A4),),
    "up": (Note(0.0, 0.17, 0.12, C5), Note(0.15, 0.20, 0.14, G5)),
    "rest": tuple(Note(0.0, 0.56, 0.28, hertz) for hertz in (C4, E4, G4)),
    # a see-saw, for the change from one leg to the other
    "switch": tuple(
        Note(0.12 * place, 0.13, 0.10, hertz) for place, hertz in enumerate((E5, A4, E5, A4))
    ),
    # the note of a hold, knocked twice
    "halfway": (Note(0.0, 0.10, 0.08, A4), Note(0.16, 0.14, 0.10, A4)),
    # two quick high notes, then the fall: it replaces "down" in the last repetition
    "last_rep": (
        Note(0.0, 0.08, 0.08, C6),
        Note(0.10, 0.08, 0.08, C6),
        Note(0.22, 0.14, 0.12, G5),
        Note(0.34, 0.19, 0.14, C5),
    ),
    "done": (
        Note(0.0, 0.20, 0.12, C5),
        Note(0.12, 0.20, 0.12, E5),
        Note(0.24, 0.20, 0.12, G5),
        Note(0.36, 0.20, 0.16, C6),
    ),
    # the metronome: hardly more than a knock
    "tick": (Note(0.0, 0.06, 0.03, G5),),
}


def make_sound(notes: tuple[Note, ...], loudness: float = LOUDNESS) -> bytes:
    """Return the notes as a WAV file: 44.1 kHz, mono, 16 bit, at this loudness."""
    end = max(note.start_s + note.seconds for note in notes)
    mix = [0.0] * round(end * RATE_HZ)
    for note in notes:
        first = round(note.start_s * RATE_HZ)
        for offset, sample in enumerate(_note_samples(note)):
            if first + offset < len(mix):
                mix[first + offset] += sample
    # fsum: plain sum() rounds differently from Python 3.12 on
    power = math.fsum(sample * sample for sample in mix) / len(mix)
    gain = loudness / math.sqrt(power)
    samples = array("h", (round(32767 * gain * sample) for sample in mix))
    if sys.byteorder == "big":
        samples.byteswap()
    file = io.BytesIO()
    with wave.open(file, "wb") as writer:
        writer.setnchannels(1)
        writer.setsampwidth(2)
        writer.setframerate(RATE_HZ)
        writer.writeframes(samples.tobytes())
    return file.getvalue()


def _note_samples(note: Note) -> list[float]:
    count = round(note.seconds * RATE_HZ)
    samples = []
    for index in range(count):
        t = index / RATE_HZ
        turn = math.tau * note.hertz * t
        wave_now = math.fsum(
            strength * math.sin(turn * order) for order, strength in enumerate(OVERTONES, start=1)
        )
        left_s = (count - 1 - index) / RATE_HZ
        envelope = _edge(t / ATTACK_S) * _edge(left_s / RELEASE_S) * math.exp(-t / note.fade_s)
        samples.append(envelope * wave_now)
    return samples


def _edge(fraction: float) -> float:
    """Rise from 0 to 1 as half a cosine, without a corner at either end."""
    return 0.5 - 0.5 * math.cos(math.pi * min(1.0, fraction))


def main(arguments: list[str] | None = None) -> int:
    """Write the tones."""
    parser = argparse.ArgumentParser(description="Make the tones the practice timer plays.")
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    folder: Path = parser.parse_args(arguments).folder
    folder.mkdir(parents=True, exist_ok=True)
    for name, notes in SOUNDS.items():
        loudness = TICK_LOUDNESS if name == "tick" else LOUDNESS
        (folder / f"{name}.wav").write_bytes(make_sound(notes, loudness))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
