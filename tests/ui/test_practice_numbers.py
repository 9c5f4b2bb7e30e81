from __future__ import annotations

from pathlib import Path

import msgspec
from pytestqt.qtbot import QtBot

from app.lessons.model import Offer
from app.practice.exercise import Exercise
from app.practice.library import read_exercises
from app.practice.limits import LIMITS
from app.programme.numbers import choice_for, fields_of, is_own, remembered
from app.settings.model import ExerciseSettings, PersonSettings
from app.ui.practice.numbers_panel import NumbersPanel

ROOT = Path(__file__).resolve().parents[2]
EXERCISES, _ = read_exercises(
    ROOT / "resources" / "exercises.toml", {file.stem for file in (ROOT / "animations").iterdir()}
)
SLOW, WALL = EXERCISES["slow-motion"], EXERCISES["wall-touches"]


def held() -> Exercise:
    return msgspec.structs.replace(SLOW, reps=None, tempo=None, hold_s=20.0)


def test_the_users_numbers_come_before_the_exercises_and_an_offer_before_both() -> None:
    settings = PersonSettings(
        prepare_s=20, exercises={"slow-motion": ExerciseSettings(sets=2, down_s=4)}
    )
    ready = PersonSettings(prepare_s=20, exercises={"slow-motion": ExerciseSettings(prepare_s=5)})
    assert choice_for(SLOW, ready).prepare_s == 5
    assert choice_for(WALL, ready).prepare_s == 20
    own = choice_for(SLOW, settings)
    assert (own.sets, own.reps, own.down_s, own.up_s, own.prepare_s) == (2, 5, 4, 5, 20)
    offered = choice_for(SLOW, settings, Offer("slow-motion", 1, 3))
    assert (offered.sets, offered.reps, offered.down_s) == (1, 3, 4)


def test_numbers_that_no_longer_fit_are_passed_over() -> None:
    settings = PersonSettings(exercises={"slow-motion": ExerciseSettings(sets=2, hold_s=0.2)})
    assert choice_for(SLOW, settings).sets == 3
    settings = PersonSettings(exercises={"slow-motion": ExerciseSettings(reps=9)})
    assert choice_for(held(), settings, Offer("slow-motion", 2, 5)).reps == 1


def test_only_the_numbers_an_exercise_has_can_be_changed() -> None:
    every = ("sets", "reps", "down_s", "hold_s", "up_s", "top_s", "rest_s", "prepare_s")
    assert fields_of(WALL) == every
    sided = ("sets", "hold_s", "switch_s", "rest_s", "prepare_s")
    assert fields_of(EXERCISES["single-leg-stand"]) == sided
    assert fields_of(held()) == ("sets", "hold_s", "rest_s", "prepare_s")


def test_the_exercises_own_number_is_not_kept() -> None:
    settings = PersonSettings(prepare_s=20)
    kept = remembered(SLOW, settings, "sets", 4.0)
    assert kept == ExerciseSettings(sets=4)
    assert isinstance(kept.sets, int)
    changed = settings.with_exercise(SLOW.id, kept)
    assert remembered(SLOW, changed, "sets", 3.0) == ExerciseSettings()
    assert remembered(WALL, settings, "hold_s", 0.0) == ExerciseSettings(hold_s=0)
    assert remembered(WALL, settings, "prepare_s", 20.0) == ExerciseSettings()
    assert remembered(WALL, settings, "prepare_s", 10.0) == ExerciseSettings(prepare_s=10)


def test_own_is_what_was_never_changed() -> None:
    assert is_own(SLOW, PersonSettings())
    assert is_own(SLOW, PersonSettings(prepare_s=20))
    assert not is_own(SLOW, PersonSettings(exercises={"slow-motion": ExerciseSettings(sets=1)}))


def test_every_number_stays_in_its_panel_shown_or_not(qtbot: QtBot) -> None:
    panel = NumbersPanel()
    qtbot.addWidget(panel)
    for name in LIMITS:
        assert panel.isAncestorOf(panel.box(name)), name
