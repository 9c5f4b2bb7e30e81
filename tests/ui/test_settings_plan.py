from __future__ import annotations

from typing import TypeVar

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.settings.model import PlanSettings
from app.ui.plan_section import PlanSection
from tests.helpers.pages import World
from tests.helpers.settings_page import named_control, pick

_Control = TypeVar("_Control", bound=QWidget)


@pytest.fixture
def section(world: World, qtbot: QtBot) -> PlanSection:
    made = PlanSection(world.keeper)
    qtbot.addWidget(made)
    made.show()
    world.keeper.changed.connect(made.show_settings)
    return made


def control(section: PlanSection, kind: type[_Control], name: str) -> _Control:
    found = named_control(section, name)
    assert isinstance(found, kind)
    return found


def test_each_answer_is_saved_as_it_is_given(section: PlanSection, world: World) -> None:
    pick(section, "I do ten hinges after I…", "kettle")
    pick(section, "I hinge for…", "laundry")
    pick(section, "Cue I hear in practice", "Close the car door")
    for name in ("Friday", "Monday"):
        day = control(section, QPushButton, name)
        day.click()
    assert world.keeper.person.plan == PlanSettings(
        after="kettle", thing="laundry", weekdays=["mon", "fri"], cue="Close the car door"
    )


def test_own_words_are_taken_and_can_be_given_up(section: PlanSection, world: World) -> None:
    pick(section, "I hinge for…", "own")
    line = control(section, QLineEdit, "For what, in my own words")
    assert line.isVisible()
    QTest.keyClicks(line, " the cat ")
    line.editingFinished.emit()
    assert world.keeper.person.plan.thing == "the cat"
    pick(section, "I hinge for…", "")
    assert not line.isVisible()
    assert world.keeper.person.plan.thing == ""


def test_what_was_set_elsewhere_is_shown(section: PlanSection, world: World) -> None:
    world.keeper.change(plan=PlanSettings(thing="the bins", weekdays=["sun"]))
    line = control(section, QLineEdit, "For what, in my own words")
    assert (line.text(), line.isVisible()) == ("the bins", True)
    assert control(section, QPushButton, "Sunday").isChecked()
