from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.body.quantities import Quantity
from app.movement.readings import ReadingRow, Timing
from app.ui.compare.numbers_card import NumbersCard
from app.ui.compare.page import ComparePage
from app.ui.compare.panel_bar import ComparePanel
from app.ui.quantity_texts import quantity_name, quantity_text
from app.ui.stage.stage import Stage
from tests.helpers.clock import ManualClock
from tests.helpers.compare_page import a_compare_page, combo
from tests.helpers.motions import motion_of
from tests.helpers.pages import World, a_world, texts
from tests.helpers.stage import tick


@pytest.fixture
def world(qapp: QApplication, tmp_path: Path) -> Iterator[World]:
    with a_world(qapp, tmp_path, units="metric") as made:
        yield made


@pytest.fixture
def page(world: World, qtbot: QtBot) -> ComparePage:
    return a_compare_page(world, qtbot)


def card(page: ComparePage) -> NumbersCard:
    found = page.findChild(NumbersCard)
    assert found is not None
    return found


def bottom(page: ComparePage) -> None:
    page.stage.seek(page.stage.motions[0].ends[0])


def marks(page: ComparePage) -> int:
    return sum(not label.pixmap().isNull() for label in card(page).findChildren(QLabel))


def test_the_numbers_are_those_of_this_moment(page: ComparePage) -> None:
    combo(page).setCurrentIndex(1)
    bottom(page)
    assert texts(card(page)) == [
        *("Rounding, % of range", "Hip bend"),
        *("Hip hinge", "27%", "74°"),
        *("Rounded back", "76%", "55°"),
    ]
    page.stage.seek(0)
    assert texts(card(page))[3] == texts(card(page))[6] == "0%"


def test_beside_the_graph_they_stand_narrow_and_across_the_page_low(page: ComparePage) -> None:
    bottom(page)
    low = card(page).height()
    page.versus.panels.set_open(ComparePanel.GRAPH)
    QApplication.processEvents()
    assert texts(card(page))[:5] == ["Hip hinge", "Squat", "90 cm", "Hips above the floor", "58 cm"]
    assert card(page).width() < page.width() / 2
    page.versus.panels.set_open(ComparePanel.GRAPH, False)
    QApplication.processEvents()
    assert texts(card(page))[3:6] == ["Hip hinge", "90 cm", "20°"]
    assert card(page).height() == low < 96


def test_the_card_is_as_high_with_one_row_as_with_three(page: ComparePage) -> None:
    heights = set()
    for index in range(combo(page).count() - 2):
        combo(page).setCurrentIndex(index)
        QApplication.processEvents()
        heights.add(card(page).height())
    assert len(heights) == 1


def test_the_form_checks_say_which_is_right(page: ComparePage) -> None:
    combo(page).setCurrentIndex(1)
    bottom(page)
    assert marks(page) == 2
    said = card(page).accessibleDescription().splitlines()
    assert said[0] == "Rounding, % of range: Hip hinge 27% (correct), Rounded back 76% (incorrect)."
    assert said[1] == "Hip bend: Hip hinge 74°, Rounded back 55°."


def test_hinge_and_squat_are_both_right_so_nothing_is_marked(page: ComparePage) -> None:
    bottom(page)
    assert marks(page) == 0


def test_lengths_are_in_the_users_units(page: ComparePage, world: World) -> None:
    bottom(page)
    assert "90 cm" in texts(card(page))
    world.keeper.change(units="imperial")
    assert "35 in" in texts(card(page))


def test_nothing_moves_while_the_numbers_change(page: ComparePage) -> None:
    def places() -> list[tuple[int, int]]:
        return [(label.x(), label.y()) for label in card(page).findChildren(QLabel)]

    page.stage.seek(0)
    QApplication.processEvents()
    before = places()
    for t in (0.8, 1.4, 2.0, 3.5):
        page.stage.seek(t)
        QApplication.processEvents()
        assert places() == before


def test_while_it_plays_they_change_fifteen_times_a_second(world: World, qtbot: QtBot) -> None:
    clock = ManualClock(100.0)
    stage = Stage(world.appearance, clock)
    numbers = NumbersCard(stage, world.keeper, world.icons, world.appearance, clock)
    for widget in (stage, numbers):
        qtbot.addWidget(widget)
        widget.show()
    stage.show_motions([motion_of(name) for name in ("hinge", "squat")], badges=False)
    numbers.show_rows([ReadingRow(Quantity.KNEE)], "Hip hinge", "Squat")
    stage.play()
    stage.seek(0.5)
    shown = set()
    for _ in range(60):
        clock.wait(1 / 60)
        tick(stage)
        shown.add(tuple(texts(numbers)))
    assert 12 <= len(shown) <= 16
    stage.pause()
    assert texts(numbers)[-1] == quantity_text(
        Quantity.KNEE, stage.motions[1].skeleton_at(stage.times[1]).knee, "metric"
    )


def test_hidden_numbers_catch_up_when_they_are_shown(page: ComparePage) -> None:
    page.versus.panels.set_open(ComparePanel.NUMBERS, False)
    bottom(page)
    page.versus.panels.set_open(ComparePanel.NUMBERS)
    assert "100°" in texts(card(page))


def test_time_tells_the_hasty_movement_apart(page: ComparePage) -> None:
    names = [combo(page).itemText(index) for index in range(combo(page).count())]
    combo(page).setCurrentIndex(names.index("Hip hinge vs Rushed hinge"))
    shown = texts(card(page))
    assert shown[shown.index("Hip hinge") + 1] == "2.0 s"
    assert shown[shown.index("Rushed hinge") + 1] == "0.6 s"
    assert marks(page) == 2


@pytest.mark.parametrize(
    ("shown", "value", "units", "text"),
    [
        (Quantity.KNEE, 19.6, "metric", "20°"),
        (Quantity.SHIN, -3.4, "metric", "−3°"),
        (Quantity.SHIN, -0.4, "metric", "0°"),
        (Quantity.HIPS_BACK, 0.184, "metric", "18 cm"),
        (Quantity.HIPS_BACK, 0.184, "imperial", "7 in"),
        (Quantity.PRESSURE, 45.2, "metric", "45%"),
        (Quantity.LOAD, 746.0, "metric", "750 N"),
        (Timing.PHASE, 0.6, "metric", "0.6 s"),
    ],
)
def test_numbers_are_written_with_their_unit(
    shown: Quantity | Timing, value: float, units: str, text: str
) -> None:
    assert quantity_text(shown, value, "imperial" if units == "imperial" else "metric") == text


def test_every_number_has_a_name_and_the_load_its_uncertainty() -> None:
    names = [quantity_name(shown) for shown in (*Quantity, *Timing)]
    assert len(set(names)) == len(names)
    assert "±35%" in quantity_name(Quantity.LOAD)
