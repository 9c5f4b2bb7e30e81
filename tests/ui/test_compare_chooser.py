from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.movement.model import Label
from app.ui.compare.page import ComparePage
from tests.helpers.compare_page import a_compare_page, combo, press, show_any_two, shown_ids
from tests.helpers.pages import World, a_world, texts
from tests.helpers.patience import HANG_S

LEFT, RIGHT = "Movement on the left", "Movement on the right"


@pytest.fixture
def world(qapp: QApplication, tmp_path: Path) -> Iterator[World]:
    with a_world(qapp, tmp_path, units="metric") as made:
        yield made


@pytest.fixture
def page(world: World, qtbot: QtBot) -> ComparePage:
    return a_compare_page(world, qtbot)


def any_two(page: ComparePage) -> None:
    combo(page).setCurrentIndex(combo(page).count() - 1)
    QApplication.processEvents()


def test_the_list_of_pairs_opens_whole(page: ComparePage) -> None:
    box = combo(page)
    box.showPopup()
    QApplication.processEvents()
    view = box.view()
    first, last = (box.model().index(row, 0) for row in (0, box.count() - 1))
    assert view.viewport().rect().contains(view.visualRect(first))
    assert view.viewport().rect().contains(view.visualRect(last))
    assert view.visualRect(first).height() >= 24
    box.hidePopup()


def test_any_two_opens_two_lists_with_the_pair_that_was_shown(page: ComparePage) -> None:
    combo(page).setCurrentIndex(3)
    any_two(page)
    assert shown_ids(page) == ["hinge", "locked-knees"]
    assert combo(page, LEFT).isVisible()
    assert combo(page, LEFT).currentText() == "Hip hinge"
    assert combo(page, RIGHT).currentText() == "Locked knees"
    combo(page).setCurrentIndex(0)
    QApplication.processEvents()
    assert not combo(page, LEFT).isVisible()


def test_both_lists_have_every_movement_under_right_wrong_or_neither(
    page: ComparePage, world: World
) -> None:
    any_two(page)
    movements = world.library.movements
    assert len(movements) == 44
    for name in (LEFT, RIGHT):
        box = combo(page, name)
        headings, groups = [], {}
        for index in range(box.count()):
            movement_id = box.itemData(index)
            if movement_id is None:
                headings.append(box.itemText(index))
            else:
                groups[movement_id] = headings[-1]
                assert box.itemText(index) == movements[movement_id].title
        assert headings == ["Correct", "Incorrect", "Neither correct nor incorrect"]
        labels = dict(zip(headings, (Label.RIGHT, Label.WRONG, Label.NEUTRAL), strict=True))
        assert {key: labels[value] for key, value in groups.items()} == {
            movement.id: movement.label for movement in movements.values()
        }


def test_any_two_of_them_are_shown_with_rows_of_their_own(page: ComparePage) -> None:
    any_two(page)
    for name, movement_id in ((LEFT, "kettlebell-swing"), (RIGHT, "craned-neck")):
        combo(page, name).setCurrentIndex(combo(page, name).findData(movement_id))
    assert shown_ids(page) == ["kettlebell-swing", "craned-neck"]
    assert page.pair is not None
    assert len(page.pair.rows) == 3
    assert {"Kettlebell swing", "Craned neck"} <= set(texts(page))
    assert not page.stage.is_playing


def test_two_that_do_not_differ_say_so(page: ComparePage) -> None:
    show_any_two(page, "hinge", "hinge")
    QApplication.processEvents()
    assert "No measurable difference between these two." in texts(page)


def test_they_are_chosen_by_key_and_swapped(page: ComparePage) -> None:
    show_any_two(page, "hinge", "squat")
    box = combo(page, RIGHT)
    box.setFocus(Qt.FocusReason.TabFocusReason)
    between = QApplication.keyboardInputInterval()
    QApplication.setKeyboardInputInterval(HANG_S * 1000)  # however slow the machine is
    QTest.keyClicks(box, "wall d")
    QApplication.setKeyboardInputInterval(between)
    assert shown_ids(page) == ["hinge", "wall-drill"]
    press(page, "Swap left and right")
    assert shown_ids(page) == ["wall-drill", "hinge"]
    assert combo(page, LEFT).currentText() == "Wall drill"


def test_a_known_pair_chosen_so_keeps_its_own_rows(page: ComparePage, world: World) -> None:
    show_any_two(page, "hinge", "rounded-back")
    assert page.pair == world.library.pairs[1]


def test_every_movement_can_be_shown(page: ComparePage, world: World) -> None:
    for movement_id in world.library.movements:
        show_any_two(page, movement_id, "single-leg-stand")
        assert shown_ids(page) == [movement_id, "single-leg-stand"]
        page.stage.seek(page.stage.playback.seconds / 2)
