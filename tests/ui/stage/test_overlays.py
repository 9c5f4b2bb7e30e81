from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.lessons.model import Overlay
from app.ui.stage.stage import Stage
from app.ui.stage.stage_texts import overlay_name
from app.ui.stage.transport import TransportBar
from tests.helpers.stage import button, menu_of, write
from tests.ui.stage.conftest import Box, Moving


def drawn(stage: Stage) -> tuple[Overlay, ...]:
    return stage.overlays


def test_the_digits_draw_one_line_each(box: Box, stage: Stage) -> None:
    for number, line in enumerate(Overlay, 1):
        write(stage, str(number))
        assert drawn(stage) == (line,)
        write(stage, str(number))
        assert drawn(stage) == ()
    write(stage, "42")
    assert drawn(stage) == (Overlay.BACK, Overlay.HIP)


def test_what_is_chosen_is_painted(box: Box, stage: Stage) -> None:
    stage.seek(2.0)
    before = stage.grab().toImage()
    stage.set_overlay(Overlay.SHIN, True)
    assert stage.look.overlays == (Overlay.SHIN,)
    assert stage.grab().toImage() != before


def test_the_menu_ticks_several_without_closing(box: Box, stage: Stage, bar: TransportBar) -> None:
    menu = menu_of(bar, "Overlays")
    ticks = menu.actions()[: len(Overlay)]
    assert [action.text() for action in ticks] == [
        f"{overlay_name(line)}\t{number}" for number, line in enumerate(Overlay, 1)
    ]
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(ticks[0]).center())
    menu.setActiveAction(ticks[3])
    QTest.keyClick(menu, Qt.Key.Key_Space)
    QTest.keyClick(menu, Qt.Key.Key_3)
    assert drawn(stage) == (Overlay.SHIN, Overlay.WEIGHT, Overlay.HIP)
    assert menu.isVisible()
    assert [action.isChecked() for action in ticks[:4]] == [True, False, True, True]
    menu.close()


def test_none_and_as_the_lesson_shows(
    box: Box, stage: Stage, bar: TransportBar, moving: Moving
) -> None:
    stage.show_motions([moving("hinge")], overlays=(Overlay.BACK,))
    stage.set_overlay(Overlay.LOAD, True)
    for name, lines in (("None", ()), ("As the lesson shows", (Overlay.BACK,))):
        menu = menu_of(bar, "Overlays")
        next(action for action in menu.actions() if action.text() == name).trigger()
        menu.close()
        assert drawn(stage) == lines


def test_the_choice_holds_until_the_next_step(stage: Stage, moving: Moving) -> None:
    stage.show_motions([moving("hinge")], overlays=(Overlay.BACK,))
    changes = []
    stage.overlays_changed.connect(lambda: changes.append(stage.overlays))
    stage.set_overlay(Overlay.SHIN, True)
    stage.seek(1.0)
    stage.replace_motions([moving("hinge")])
    assert drawn(stage) == (Overlay.SHIN, Overlay.BACK)
    stage.show_motions([moving("squat")], overlays=(Overlay.WEIGHT,))
    assert drawn(stage) == (Overlay.WEIGHT,)
    assert changes == [(Overlay.SHIN, Overlay.BACK), (Overlay.WEIGHT,)]


def test_the_button_names_what_is_drawn(box: Box, stage: Stage, bar: TransportBar) -> None:
    stage.set_overlays((Overlay.SHIN, Overlay.PATH))
    stage.tell_moment()
    assert button(bar, "Overlays").accessibleName() == "Overlays: Shin guide, Hip path"
    stage.set_overlays(())
    stage.tell_moment()
    assert button(bar, "Overlays").accessibleName() == "Overlays: none"
