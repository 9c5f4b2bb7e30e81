from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyqtgraph import PlotCurveItem
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.body.quantities import Quantity
from app.movement.model import Label
from app.settings.model import BodySettings
from app.ui.compare.graph import Graph
from app.ui.compare.graph_panel import GraphPanel
from app.ui.compare.page import ComparePage
from app.ui.compare.panel_bar import ComparePanel
from app.ui.compare.plot import Curve, Plot, apart, value_at, value_range
from tests.helpers.compare_page import a_compare_page, combo, press, show_any_two
from tests.helpers.pages import World, a_world, texts
from tests.helpers.patience import HANG_S
from tests.helpers.pixels import find_colour


@pytest.fixture
def world(qapp: QApplication, tmp_path: Path) -> Iterator[World]:
    with a_world(qapp, tmp_path, units="metric") as made:
        yield made


@pytest.fixture
def page(world: World, qtbot: QtBot) -> ComparePage:
    return a_compare_page(world, qtbot)


def graph(page: ComparePage) -> Graph:
    found = page.findChild(Graph)
    assert found is not None
    return found


def opened(page: ComparePage) -> Graph:
    press(page, "Graph")
    return graph(page)


def curves(page: ComparePage) -> list[PlotCurveItem]:
    drawn = graph(page).getPlotItem().getViewBox().addedItems
    return [one for one in drawn if isinstance(one, PlotCurveItem) and len(one.getData()[0]) > 2]


def image(page: ComparePage) -> QImage:
    grabbed: QImage = graph(page).grab().toImage()
    return grabbed.convertToFormat(QImage.Format.Format_RGB32)


def at(page: ComparePage, position: float) -> QPoint:
    """Return where a moment of the clock is in the graph, px."""
    shown = graph(page)
    scene = shown._box.mapViewToScene(shown._box.viewRect().center())
    rect = shown._box.viewRect()
    x = scene.x() + (position - rect.center().x()) / rect.width() * shown._box.width()
    return QPoint(round(x), shown.height() // 2)


def test_its_library_is_loaded_when_it_is_first_opened() -> None:
    code = (
        "import sys; from pathlib import Path; from tempfile import mkdtemp\n"
        "from app.startup import Options, Program\n"
        "from app.application import make_application\n"
        "from app.ui.compare.panel_bar import ComparePanel\n"
        "from app.ui.rail import PageId\n"
        "program = Program(make_application())\n"
        "window = program.open(Options(data_dir=Path(mkdtemp())))\n"
        "window.show()\n"
        "page = window.show_page(PageId.COMPARE)\n"
        "assert 'pyqtgraph' not in sys.modules and 'numpy' not in sys.modules\n"
        "page.versus.panels.set_open(ComparePanel.GRAPH)\n"
        "assert 'pyqtgraph' in sys.modules\n"
        "import os; os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=HANG_S)


def test_it_is_closed_first_and_stays_open_for_the_session(page: ComparePage) -> None:
    assert not page.versus.panels.is_open(ComparePanel.GRAPH)
    shown = opened(page)
    combo(page).setCurrentIndex(2)
    page.hide()
    page.show()
    assert shown.isVisible()
    assert graph(page) is shown


def test_it_shows_what_tells_the_pair_apart_and_can_be_chosen(page: ComparePage) -> None:
    shown = opened(page)
    choice = combo(page, "What the graph shows")
    assert choice.currentData() == Quantity.HIP_HEIGHT
    combo(page).setCurrentIndex(1)
    assert choice.currentData() == Quantity.LUMBAR
    assert shown.accessibleDescription().splitlines() == [
        "Rounding, % of range.",
        "Hip hinge: from 0% at 0.0 s to 27% at 2.0 s.",
        "Rounded back: from 0% at 0.0 s to 76% at 2.0 s.",
    ]
    choice.setCurrentIndex(choice.findData(Quantity.KNEE))
    assert shown.accessibleDescription().startswith("Knee bend.\nHip hinge: from 8°")


def test_the_cursor_is_at_the_moment_of_the_figures(page: ComparePage) -> None:
    shown = opened(page)
    page.stage.seek(1.5)
    assert shown._cursor.value() == 1.5
    knee = page.versus.curves().values[Quantity.HIP_HEIGHT][1]
    wanted = value_at(page.versus.curves().times, [100 * value for value in knee], 1.5)
    assert shown._dots[1].y() == pytest.approx(wanted)


def test_dragging_in_it_scrubs(page: ComparePage) -> None:
    shown = opened(page)
    page.stage.play()
    port = shown.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=at(page, 1.0))
    assert not page.stage.is_playing
    assert page.stage.playback.position == pytest.approx(1.0, abs=0.05)
    QTest.mouseMove(port, at(page, 2.5))
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=at(page, 2.5))
    assert page.stage.playback.position == pytest.approx(2.5, abs=0.05)
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=at(page, 99))
    assert page.stage.playback.position == page.stage.playback.seconds
    QTest.mouseClick(port, Qt.MouseButton.RightButton, pos=at(page, 1.0))
    assert page.stage.playback.position == page.stage.playback.seconds


def test_its_keys_step_and_the_keys_of_the_figures_work_from_it(page: ComparePage) -> None:
    shown = opened(page)
    shown.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(shown, Qt.Key.Key_Right)
    QTest.keyClick(shown, Qt.Key.Key_Right)
    after = page.stage.playback.position
    assert after > 0
    QTest.keyClick(shown, Qt.Key.Key_Left)
    assert 0 < page.stage.playback.position < after
    QTest.keyClick(shown, Qt.Key.Key_End)
    assert page.stage.playback.position == page.stage.playback.seconds
    QTest.keyClick(shown, Qt.Key.Key_Home)
    assert page.stage.playback.position == 0
    QTest.keyClick(shown, Qt.Key.Key_M)
    assert page.stage.mirror


def test_who_comes_by_key_sees_the_focus(page: ComparePage, world: World) -> None:
    shown = opened(page)
    combo(page).setCurrentIndex(3)
    shown.setFocus(Qt.FocusReason.TabFocusReason)
    edge = image(page).pixelColor(shown.width() // 2, 1)
    assert edge == world.appearance.palette.right
    shown.clearFocus()
    assert image(page).pixelColor(shown.width() // 2, 1) != world.appearance.palette.right


def test_the_curves_are_apart_by_more_than_colour(page: ComparePage) -> None:
    shown = opened(page)
    first, second = (shown._pen(index) for index in range(2))
    assert first.style() is Qt.PenStyle.SolidLine
    assert second.style() is Qt.PenStyle.CustomDashLine
    assert first.color() != second.color()
    show_any_two(page, "rounded-back", "craned-neck")
    assert shown._pen(0).color() != shown._pen(1).color()
    show_any_two(page, "squat", "standing")
    assert shown._pen(0).color() != shown._pen(1).color()


def test_lines_are_as_strong_on_a_screen_of_twice_the_scale(
    page: ComparePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = opened(page)
    usual = shown._pen(0).widthF()
    monkeypatch.setattr(shown, "devicePixelRatioF", lambda: 2.0)
    QApplication.sendEvent(shown, QEvent(QEvent.Type.DevicePixelRatioChange))
    assert shown._pen(0).widthF() == 2 * usual
    assert shown._cursor.pen.widthF() == 3


def test_its_colours_are_those_of_the_figures_one_over_the_other(
    page: ComparePage, world: World
) -> None:
    palette = world.appearance.palette
    opened(page)
    for second, colours in (
        ("squat", [palette.right, palette.cloth]),
        ("rounded-back", [palette.right, palette.wrong]),
        ("good-morning", [palette.figure, palette.right]),
    ):
        show_any_two(page, "hinge", second)
        QApplication.processEvents()
        assert [curve.opts["pen"].color() for curve in curves(page)] == colours


def test_old_curves_are_forgotten(page: ComparePage) -> None:
    item = opened(page).getPlotItem()
    kept = len(item.items), len(item.getViewBox().addedItems)
    for height in (160, 170, 160, 180):
        graph(page).resize(graph(page).width(), height)
    assert (len(item.items), len(item.getViewBox().addedItems)) == kept


def test_it_wears_the_theme(page: ComparePage, world: World) -> None:
    opened(page)
    combo(page).setCurrentIndex(1)
    assert find_colour(image(page), world.appearance.palette.wrong)
    world.appearance.set_theme("dark")
    QApplication.processEvents()
    dark = world.appearance.palette
    assert image(page).pixelColor(2, 2) == dark.card
    assert find_colour(image(page), dark.wrong)


def test_lengths_follow_the_units(page: ComparePage, world: World) -> None:
    shown = opened(page)
    high = shown._box.viewRect().bottom()
    assert high > 80
    world.keeper.change(units="imperial")
    assert 30 < shown._box.viewRect().bottom() < 45
    assert "in at" in shown.accessibleDescription()


def test_another_body_has_other_curves(page: ComparePage, world: World) -> None:
    shown = opened(page)
    before = shown.accessibleDescription()
    world.keeper.change(body=BodySettings(stature_m=1.5))
    assert shown.accessibleDescription() != before


def test_a_broken_library_is_told_in_a_sentence(
    page: ComparePage, world: World, qtbot: QtBot
) -> None:
    def broken() -> type[Graph]:
        raise ImportError("no module named pyqtgraph")

    panel = GraphPanel(page.stage, world.keeper, world.appearance, page.versus.curves, load=broken)
    qtbot.addWidget(panel)
    panel.show()
    QApplication.processEvents()
    assert texts(panel) == [
        "The graph cannot be drawn: part of the program is missing. Please reinstall it."
    ]
    page.stage.seek(1.0)
    panel.hide()
    panel.show()
    assert len(texts(panel)) == 1


def plot(*values: tuple[float, ...], least: float = 0.0) -> Plot:
    times = tuple(float(index) for index in range(len(values[0])))
    curves = tuple(Curve("Title", Label.RIGHT, each) for each in values)
    return Plot(times, curves, (), "{}", least)


def test_a_curve_is_read_between_its_points() -> None:
    assert value_at((0.0, 1.0, 3.0), (0.0, 10.0, 20.0), 0.25) == 2.5
    assert value_at((0.0, 1.0, 3.0), (0.0, 10.0, 20.0), 2.0) == 15.0
    assert value_at((0.0, 1.0, 3.0), (0.0, 10.0, 20.0), 9.0) == 20.0


def test_a_flat_curve_is_not_blown_up() -> None:
    assert value_range(plot((3.0, 3.1), least=10)) == pytest.approx((-1.95, 8.05))
    assert value_range(plot((0.0, 40.0), least=10)) == (0, 40)


def test_names_stand_at_the_ends_of_their_curves_but_never_over_each_other() -> None:
    assert apart(plot((0.0, 30.0), (0.0, 10.0)), 5.0) == [30, 10]
    upper, lower = apart(plot((0.0, 90.0, 20.0), (0.0, 10.0, 20.0)), 6.0)
    assert (upper, lower) == (23, 17)
