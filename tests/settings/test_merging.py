"""Two instances of the program, or an editor beside it, write the same file."""

from __future__ import annotations

import tomllib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from app.errors import UserError
from app.files import Notice
from app.settings.model import (
    BodySettings,
    ExerciseSettings,
    MachineSettings,
    PersonSettings,
    SettingsChange,
    SettingsValues,
)
from app.settings.service import Settings

NOON = datetime(2026, 11, 23, 12, 0, 5, tzinfo=UTC)
STAMP = "20261123-120005"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def opened(path: Path) -> Settings:
    return Settings(path, path, now=lambda: NOON)


def problems_of(settings: Settings) -> list[Notice | UserError]:
    found: list[Notice | UserError] = []
    settings.problems.subscribe(found.append)
    return found


def written(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text("utf-8"))


def test_two_instances_keep_each_others_changes(path: Path) -> None:
    first, second = opened(path), opened(path)
    first.change(theme="dark", volume=20)
    second.change(units="imperial")
    assert written(path) == {"theme": "dark", "volume": 20, "units": "imperial"}
    # The second has taken over what the first wrote, the first does so with its next change.
    assert (second.machine.theme, second.person.volume) == ("dark", 20)
    assert first.values.get("units") == "system"
    first.change(flash=True)
    assert first.values.get("units") == "imperial"


def test_the_body_and_an_exercise_are_merged_by_their_own_keys(path: Path) -> None:
    first, second = opened(path), opened(path)
    first.change(body=BodySettings(stature_m=1.6, mass_kg=60))
    second.change(body=BodySettings(sex="f"))
    assert second.person.body == BodySettings(stature_m=1.6, mass_kg=60, sex="f")
    first.change_exercise("squat", ExerciseSettings(sets=2))
    second.change_exercise("squat", ExerciseSettings(reps=4))
    second.change_exercise("hinge", ExerciseSettings(sets=1))
    assert second.person.exercises == {
        "squat": ExerciseSettings(sets=2, reps=4),
        "hinge": ExerciseSettings(sets=1),
    }
    assert opened(path).values == second.values


def test_what_is_set_back_leaves_the_file_and_takes_nothing_else_with_it(path: Path) -> None:
    first = opened(path)
    first.change(theme="dark", body=BodySettings(stature_m=1.6))
    first.change_exercise("squat", ExerciseSettings(sets=2))
    path.write_text(path.read_text("utf-8").replace("[body]", "[body]\nmass_kg = 60"), "utf-8")
    first.change(theme="system", body=BodySettings())
    first.change_exercise("squat", ExerciseSettings())
    assert written(path) == {"body": {"mass_kg": 60}}
    assert first.person.body == BodySettings(mass_kg=60)


def test_a_change_carries_before_and_now_with_what_was_taken_over(path: Path) -> None:
    settings = opened(path)
    heard: list[SettingsChange] = []
    unsubscribe = settings.changed.subscribe(heard.append)
    path.write_text("volume = 9\n", "utf-8")
    settings.change(theme="dark")
    (change,) = heard
    assert change.before == SettingsValues()
    assert change.now == SettingsValues().replace(theme="dark", volume=9)
    assert change.of("theme")
    assert change.of("units", "volume")
    assert not change.of("units", "body")
    with pytest.raises(AttributeError):
        change.of("themes")
    settings.change(theme="dark")
    assert len(heard) == 1, "nothing changed"
    unsubscribe()
    settings.change(theme="light")
    assert len(heard) == 1


def test_an_unknown_field_is_a_bug(path: Path) -> None:
    with pytest.raises(TypeError):
        opened(path).change(colour="red")
    assert not path.exists()


def test_machine_and_person_share_no_name() -> None:
    assert not set(MachineSettings.__struct_fields__) & set(PersonSettings.__struct_fields__)


def test_a_person_can_have_a_file_of_their_own(tmp_path: Path) -> None:
    machine, person = tmp_path / "machine.toml", tmp_path / "ada" / "settings.toml"
    settings = Settings(machine, person)
    settings.change(theme="dark", volume=20)
    assert written(machine) == {"theme": "dark"}
    assert written(person) == {"volume": 20}
    again = Settings(machine, person)
    assert again.values == settings.values
    other = Settings(machine, tmp_path / "ben.toml")
    assert other.values == SettingsValues().replace(theme="dark")
    # Each file knows its own keys alone.
    assert len(Settings(person, machine).notices) == 2


def test_what_could_not_be_written_is_written_with_the_next_change(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = opened(path)
    found = problems_of(settings)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", full)
        settings.change(theme="dark")
    assert "the disk is full" in str(found[0])
    assert settings.values.get("theme") == "dark"
    settings.change(volume=20)
    assert written(path) == {"theme": "dark", "volume": 20}
    # It is written once: what somebody else sets afterwards stays.
    path.write_text("theme = 'light'\n", "utf-8")
    settings.change(volume=30)
    assert settings.values.get("theme") == "light"
    assert len(found) == 1


def test_a_wrong_key_that_came_meanwhile_is_left_out_kept_and_told_once(path: Path) -> None:
    settings = opened(path)
    found = problems_of(settings)
    spoilt = "theme = 'pink'\nvolume = 9\n"
    path.write_text(spoilt, "utf-8")
    settings.change(flash=True)
    assert written(path) == {"volume": 9, "flash": True}
    (notice,) = found
    assert "theme (" in str(notice)
    assert path.with_name(f"settings-kept-{STAMP}.toml").read_text("utf-8") == spoilt
    path.write_text(spoilt, "utf-8")
    settings.change(flash=False)
    assert len(found) == 1


def test_what_was_told_at_the_start_is_not_told_again_with_the_first_change(path: Path) -> None:
    path.write_text("theme = 'pink'\n", "utf-8")
    settings = opened(path)
    found = problems_of(settings)
    settings.change(flash=True)
    assert len(settings.notices) == 1
    assert found == []


def test_a_file_damaged_meanwhile_is_set_aside_and_those_in_use_are_saved(path: Path) -> None:
    settings = opened(path)
    settings.change(theme="dark", body=BodySettings(thigh=1.1))
    found = problems_of(settings)
    path.write_bytes(b"theme = ")
    settings.change(volume=20)
    assert written(path) == {"theme": "dark", "volume": 20, "body": {"thigh": 1.1}}
    aside = path.with_name(f"settings-damaged-{STAMP}.toml")
    assert aside.read_bytes() == b"theme = "
    assert [str(aside) in str(notice) for notice in found] == [True]


def test_a_file_that_went_away_is_written_whole(path: Path) -> None:
    settings = opened(path)
    settings.change(theme="dark")
    path.unlink()
    settings.change(volume=20)
    assert written(path) == {"theme": "dark", "volume": 20}
