"""Settings that were damaged anywhere: what is lost is told, and kept.

`MORE_EXAMPLES=30` makes the 300 flipped bits and 60 files cut off that a release is tried with.
"""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import msgspec
import pytest

from app.errors import UserError
from app.files import Notice
from app.settings.model import BodySettings, ExerciseSettings, SettingsValues
from app.settings.service import Settings
from tests.helpers.patience import examples

FLIPS, CUTS = examples(10), examples(2)
ANOTHER = 41


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return a file with a setting of every kind."""
    path = tmp_path_factory.mktemp("sound") / "settings.toml"
    settings = Settings(path, path)
    settings.change(
        theme="dark", language="pt_BR", window=[5, -6, 900, 700], maximised=True, volume=30,
        tones_off=["hold", "up"], voice_name="Zoë", voice_rate=-20, prepare_s=12.5, flash=True,
        body=BodySettings(stature_m=1.62, sex="f", thigh=1.1),
    )  # fmt: skip
    settings.change_exercise("wall-touches", ExerciseSettings(sets=2, down_s=2.5))
    return path.read_bytes()


def read(path: Path) -> tuple[Settings, list[Notice | UserError]]:
    told: list[Notice | UserError] = []
    return Settings(path, path, on_problem=told.append), told


def keys(values: SettingsValues) -> set[str]:
    """Return the ways to all keys that are not as they came."""
    found = set()

    def walk(data: dict[str, Any], above: str) -> None:
        for name, value in data.items():
            if isinstance(value, dict):
                walk(value, f"{above}{name}.")
            else:
                found.add(f"{above}{name}")

    walk(msgspec.to_builtins(values.machine) | msgspec.to_builtins(values.person), "")
    return found


def try_one(path: Path, data: bytes) -> tuple[Settings, list[Notice | UserError]]:
    """Read a damaged file and change something; whatever was told of is still there."""
    path.parent.mkdir()
    path.write_bytes(data)
    settings, told = read(path)
    assert len(told) <= 1
    settings.change(volume=ANOTHER)
    again, told_again = read(path)
    assert told_again == []
    assert again.values == settings.values
    assert again.person.volume == ANOTHER
    others = [file for file in path.parent.iterdir() if file != path]
    assert [file.read_bytes() for file in others] == ([data] if told else [])
    return settings, told


def test_one_bit_costs_no_more_than_one_setting_without_a_word(
    tmp_path: Path, sound: bytes
) -> None:
    all_keys = keys(try_one(tmp_path / "sound" / "settings.toml", sound)[0].values)
    for seed in range(FLIPS):
        chance = random.Random(seed)
        at = chance.randrange(len(sound))
        bit = 1 << chance.randrange(8)
        data = sound[:at] + bytes([sound[at] ^ bit]) + sound[at + 1 :]
        settings, told = try_one(tmp_path / str(seed) / "settings.toml", data)
        # A value that another one became cannot be told from it; a key that is gone can.
        assert told or len(keys(settings.values)) >= len(all_keys)


def test_of_a_file_that_was_cut_off_nothing_is_lost_without_a_word(
    tmp_path: Path, sound: bytes
) -> None:
    for seed in range(CUTS):
        data = sound[: random.Random(seed).randrange(len(sound) - 1)]
        _, told = try_one(tmp_path / str(seed) / "settings.toml", data)
        assert told
