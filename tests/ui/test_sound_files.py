from __future__ import annotations

import io
import math
import runpy
import sys
import wave
from array import array
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import pytest

from app.practice.tones import Tone
from tests.helpers.pitch import strength, strongest

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "sounds"
RATE = 44_100
LOUDNESS = {tone: 0.05 if tone is Tone.TICK else 0.16 for tone in Tone}
#: What is alike to the ear is above this: 1 is the same spectrum at the same times.
ALIKE = 0.9


@pytest.fixture(scope="module")
def tool() -> dict[str, Any]:
    return runpy.run_path(str(ROOT / "tools" / "make_sounds.py"))


def read(data: bytes) -> array[int]:
    with wave.open(io.BytesIO(data), "rb") as reader:
        assert (reader.getnchannels(), reader.getsampwidth()) == (1, 2)
        assert reader.getframerate() == RATE
        samples = array("h", reader.readframes(reader.getnframes()))
    if sys.byteorder == "big":
        samples.byteswap()
    return samples


def committed(tone: Tone) -> array[int]:
    return read((FOLDER / f"{tone}.wav").read_bytes())


def test_every_tone_has_its_file_and_no_file_is_left_over() -> None:
    assert {file.name for file in FOLDER.iterdir()} == {f"{tone}.wav" for tone in Tone}


def test_the_sounds_are_small() -> None:
    assert sum(file.stat().st_size for file in FOLDER.iterdir()) < 350_000


@pytest.mark.parametrize("tone", Tone)
def test_the_file_is_what_the_tool_makes(tone: Tone, tool: dict[str, Any]) -> None:
    made = tool["make_sound"](tool["SOUNDS"][tone], LOUDNESS[tone])
    stored = (FOLDER / f"{tone}.wav").read_bytes()
    assert made[:44] == stored[:44]
    # Another system's sine may differ in its last digit and tip a rounding.
    assert max(abs(a - b) for a, b in zip(read(made), read(stored), strict=True)) <= 1


def test_the_tool_writes_every_file(tmp_path: Path, tool: dict[str, Any]) -> None:
    assert tool["main"]([str(tmp_path / "new")]) == 0
    assert {file.stem for file in (tmp_path / "new").iterdir()} == set(Tone)


@pytest.mark.parametrize("tone", Tone)
def test_a_tone_is_short_and_as_loud_as_the_others_but_for_the_tick(tone: Tone) -> None:
    samples = committed(tone)
    assert 0.06 <= len(samples) / RATE <= 0.6
    rms = math.sqrt(math.fsum(s * s for s in samples) / len(samples)) / 32767
    assert rms == pytest.approx(LOUDNESS[tone], abs=0.001)
    assert max(map(abs, samples)) < 0.9 * 32767


@pytest.mark.parametrize("tone", Tone)
def test_a_tone_starts_and_ends_without_a_click(tone: Tone) -> None:
    samples = committed(tone)
    peak = max(map(abs, samples))
    assert samples[0] == samples[-1] == 0
    first_ms, last_ms = samples[: RATE // 1000], samples[-RATE // 1000 :]
    assert max(map(abs, first_ms)) < 0.05 * peak
    assert max(map(abs, last_ms)) < 0.05 * peak
    # No step is steeper than the highest note (1046.5 Hz and overtones) can make it.
    assert max(abs(b - a) for a, b in pairwise(samples)) < 0.25 * peak


@pytest.mark.parametrize(
    ("tone", "pitches"),
    [
        (Tone.GET_READY, [659.26]),
        (Tone.DOWN, [783.99, 523.25]),
        (Tone.HOLD, [440.00]),
        (Tone.UP, [523.25, 783.99]),
        (Tone.SWITCH, [659.26, 440.00, 659.26, 440.00]),
        (Tone.HALFWAY, [440.00, 440.00]),
        (Tone.LAST_REP, [1046.50, 1046.50, 783.99, 523.25]),
        (Tone.DONE, [523.25, 659.26, 783.99, 1046.50]),
        (Tone.TICK, [783.99]),
    ],
)
def test_the_notes_come_in_their_order(
    tone: Tone, pitches: list[float], tool: dict[str, Any]
) -> None:
    samples = committed(tone)
    starts = [round(note.start_s * RATE) for note in tool["SOUNDS"][tone]]
    for start, pitch in zip(starts, pitches, strict=True):
        part = samples[start + RATE // 100 : start + RATE // 100 + RATE // 16]
        assert strongest(part, RATE, tool["PITCHES"]) == {pitch}


def test_rest_is_a_low_chord(tool: dict[str, Any]) -> None:
    part = committed(Tone.REST)[: RATE // 5]
    assert strongest(part, RATE, tool["PITCHES"], 3) == {261.63, 329.63, 392.00}


def test_no_two_tones_are_alike_in_notes(tool: dict[str, Any]) -> None:
    heard = {tuple(note.hertz for note in tool["SOUNDS"][tone]) for tone in Tone}
    assert len(heard) == len(Tone)


def spectrum(tone: Tone, pitches: list[float]) -> list[float]:
    """Return how much of each pitch is heard in each twentieth of a second, over 0.6 s."""
    samples, step = committed(tone), RATE // 20
    found = []
    for start in range(0, 12 * step, step):
        part = samples[start : start + step]
        found += [
            math.sqrt(max(0.0, strength(part, RATE, hertz))) if part else 0.0 for hertz in pitches
        ]
    length = math.hypot(*found)
    return [value / length for value in found]


def test_no_two_tones_sound_alike(tool: dict[str, Any]) -> None:
    spectra = {tone: spectrum(tone, tool["PITCHES"]) for tone in Tone}
    for one, other in combinations(Tone, 2):
        likeness = math.fsum(a * b for a, b in zip(spectra[one], spectra[other], strict=True))
        assert likeness < ALIKE, (one, other)
