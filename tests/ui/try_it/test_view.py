from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QScrollArea,
)
from pytestqt.qtbot import QtBot

from app.movement.free_body import FreePose
from app.movement.goals import GoalId
from app.movement.tryout import HELD_S
from app.settings.model import BodySettings
from app.ui.compare.try_it.view import TryItView
from tests.helpers.brackets import OPEN, Brackets
from tests.helpers.clock import ManualClock
from tests.helpers.pages import World, texts
from tests.ui.test_translations import untranslated
from tests.ui.try_it.conftest import (
    SMALLEST,
    checks,
    goal,
    let_time_pass,
    put,
)


def test_every_text_can_be_translated(
    qapp: QApplication, world: World, clock: ManualClock, qtbot: QtBot, tmp_path: Path
) -> None:
    translator = Brackets()
    assert qapp.installTranslator(translator)
    parts = world.library.movements, world.keeper, world.icons, world.appearance
    view = TryItView(*parts, clock)
    qtbot.addWidget(view)
    view.show()
    titles = {movement.title for movement in world.library.movements.values()}
    for units in ("metric", "imperial"):
        world.keeper.change(units=units)
        for _ in GoalId:
            for pose in (FreePose(0.2, 20, 100), FreePose(0.4, 60, 0), FreePose(0.0, 0, 60)):
                put(view, pose)
                assert not untranslated(view, titles, tmp_path)
                assert view.figure._cue().startswith(OPEN)
            view.go_on()
    qapp.removeTranslator(translator)


def test_another_body_is_tried_in_the_same_pose(view: TryItView, world: World) -> None:
    put(view, FreePose(0.15, 20, 50))
    world.keeper.change(body=BodySettings(stature_m=1.5, mass_kg=55, sex="f", slr_deg=80))
    assert view.tryout.body.stature_m == 1.5
    assert view.tryout.pose.trunk == pytest.approx(50)
    assert any(re.fullmatch(r"Hips 1[0-4] cm back", text) for text in texts(goal(view)))


def test_settings_that_do_not_concern_it_leave_it_alone(view: TryItView, world: World) -> None:
    put(view, FreePose(0.15, 20, 50))
    world.keeper.change(volume=10)
    assert view.tryout.pose == FreePose(0.15, 20, 50)


def test_the_screen_reader_hears_what_changed_once_it_rests(
    view: TryItView, clock: ManualClock
) -> None:
    said: list[str] = []
    view.announcer.said.connect(said.append)
    for trunk in range(60, 101, 5):
        put(view, FreePose(0.2, 20, trunk))
    assert said == []
    let_time_pass(view, clock, 0.0)
    assert len(said) == 1
    assert said[0].startswith("Come up")
    put(view, FreePose(0.2, 20, 99))
    let_time_pass(view, clock, 0.0)
    assert len(said) == 1, "nothing is said twice"
    put(view, FreePose(-0.1, 8, 60))
    let_time_pass(view, clock, 0.0)
    assert said[-1].startswith("You would tip forwards. Slide")


def test_the_screen_reader_hears_that_a_goal_was_reached(
    view: TryItView, clock: ManualClock
) -> None:
    said: list[str] = []
    view.announcer.said.connect(said.append)
    aim = view.tryout.goal.aim
    assert aim is not None
    put(view, aim)
    clock.wait(HELD_S)
    view._holding.timeout.emit()
    assert said == ["Got it. This is the hip hinge."]


def test_marks_have_words(view: TryItView) -> None:
    put(view, FreePose(0.2, 0, 65))
    names = [label.accessibleName() for label in view.findChildren(QLabel)]
    assert "Knees locked: incorrect" in names
    assert "Back flat: correct" in names
    assert "Hips 15 cm back: reached" in names


def test_it_fits_into_the_smallest_window(view: TryItView) -> None:
    smallest = view.minimumSizeHint()
    assert (smallest.width(), smallest.height()) <= SMALLEST
    for _ in GoalId:
        for pose in (FreePose(0.2, 20, 100), FreePose(0.3, 8, 0), FreePose(0.15, 60, 40)):
            put(view, pose)
            QApplication.processEvents()
            assert view.minimumSizeHint().height() <= SMALLEST[1]
            assert view.findChildren(QScrollArea)[0].verticalScrollBar().maximum() == 0
            for label in view.findChildren(QLabel):
                if label.isVisible() and label.text():
                    needed = label.heightForWidth(label.width())
                    assert label.height() >= needed - 1, label.text()
        view.go_on()


def test_the_column_keeps_its_width_whatever_is_said(view: TryItView) -> None:
    width = checks(view).width()
    for pose in (FreePose(0.2, 20, 100), FreePose(0.15, 60, 40), FreePose(0.17, 20, 55)):
        put(view, pose)
        QApplication.processEvents()
        assert checks(view).width() == width
