from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.movement.free_body import FreePose
from app.ui.compare.try_it.view import TryItView
from tests.helpers.pages import World, texts
from tests.ui.try_it.conftest import (
    button,
    put,
    slider,
)


@pytest.mark.parametrize(
    ("name", "field"), [("Hips", "hips"), ("Knees", "knee"), ("Trunk", "trunk")]
)
def test_a_slider_moves_its_part_alone(view: TryItView, name: str, field: str) -> None:
    before = view.tryout.pose
    slider(view, name).setValue(slider(view, name).value() + 10)
    after = view.tryout.pose
    step = 0.1 if field == "hips" else 10
    assert getattr(after, field) == pytest.approx(getattr(before, field) + step, abs=step / 10)
    for other in {"hips", "knee", "trunk"} - {field}:
        assert getattr(after, other) == getattr(before, other)


def test_sliders_follow_the_figure_and_say_where_it_is(view: TryItView) -> None:
    put(view, FreePose(0.15, 20, 50))
    found = {name: slider(view, name) for name in ("Hips", "Knees", "Trunk")}
    assert [one.value() for one in found.values()] == [15, 20, 50]
    assert found["Hips"].accessibleDescription() == "15 cm back"
    assert {"15 cm back", "20°", "50°"} <= set(texts(view))


def test_back_is_on_the_left_of_the_slider_too(view: TryItView) -> None:
    before = view.tryout.pose.hips
    QTest.keyClick(slider(view, "Hips"), Qt.Key.Key_Left)
    assert view.tryout.pose.hips > before


def test_inches_for_those_who_use_them(view: TryItView, world: World) -> None:
    put(view, FreePose(0.15, 20, 50))
    world.keeper.change(units="imperial")
    assert "Hips 6 in back" in texts(view)
    assert slider(view, "Hips").value() == 12
    QTest.keyClick(slider(view, "Hips"), Qt.Key.Key_Left)
    assert view.tryout.pose.hips == pytest.approx(13 / 2 * 0.0254)


@pytest.mark.parametrize(
    ("key", "shift", "field", "way"),
    [
        (Qt.Key.Key_Left, False, "hips", 0.01),
        (Qt.Key.Key_Right, False, "hips", -0.01),
        (Qt.Key.Key_Down, False, "knee", 2.0),
        (Qt.Key.Key_Up, False, "knee", -2.0),
        (Qt.Key.Key_Down, True, "trunk", 2.0),
        (Qt.Key.Key_Up, True, "trunk", -2.0),
    ],
)
def test_the_figures_keys(
    view: TryItView, key: Qt.Key, shift: bool, field: str, way: float
) -> None:
    put(view, FreePose(0.1, 20, 40))
    modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(view.figure, key, modifier)
    expected = FreePose(0.1, 20, 40)._asdict()
    expected[field] += way
    assert view.tryout.pose == pytest.approx(FreePose(**expected))


def test_home_and_the_button_stand_it_up_again(view: TryItView) -> None:
    standing = view.tryout.pose
    put(view, FreePose(0.2, 20, 60))
    QTest.keyClick(view.figure, Qt.Key.Key_Home)
    assert view.tryout.pose == standing
    put(view, FreePose(0.2, 20, 60))
    QTest.mouseClick(button(view, "Start over"), Qt.MouseButton.LeftButton)
    assert view.tryout.pose == standing
    assert slider(view, "Trunk").value() == 0


def test_other_keys_are_left_to_the_page(view: TryItView, qtbot: QtBot) -> None:
    heard: list[int] = []
    view.keyPressEvent = lambda event: heard.append(event.key())  # type: ignore[method-assign]
    QTest.keyClick(view.figure, Qt.Key.Key_M)
    assert heard == [Qt.Key.Key_M]


def test_everything_is_reached_by_tab(view: TryItView) -> None:
    reached, widget = set(), view.figure.nextInFocusChain()
    while widget is not None and widget is not view.figure:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            reached.add(widget.accessibleName())
        widget = widget.nextInFocusChain()
    assert {"Hips", "Knees", "Trunk", "Start over", "Hip angle", "Show me", "Skip"} <= reached


def test_who_comes_by_key_is_told_the_keys(view: TryItView) -> None:
    assert "Shift" not in view.figure._cue()
    view.figure.clearFocus()
    view.figure.setFocus(Qt.FocusReason.TabFocusReason)
    assert "Shift" in view.figure._cue()
