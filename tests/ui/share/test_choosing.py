from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.figure.palette import DARK
from app.lessons.model import Overlay
from app.ui.number_box import NumberBox
from app.ui.share.choice import ShareFormat
from app.ui.share.dialog import ShareDialog
from app.ui.share.preview import SharePreview
from tests.helpers.clock import ManualClock
from tests.helpers.pages import World
from tests.ui.share.conftest import Open, a_subject, box, button, small


def test_stills_can_be_copied(opened: Open) -> None:
    dialog = opened()
    copy = button(dialog, "Copy")
    assert not copy.isVisible()
    for form in (ShareFormat.MOMENT, ShareFormat.POSES):
        dialog.form.choose(form)
        small(dialog)
        assert copy.isVisible()
        copy.click()
        image = QGuiApplication.clipboard().image()
        assert (image.width(), image.height()) == (96, 96)
        assert dialog.said == "Copied."


def test_what_is_chosen_is_what_is_written(opened: Open, world: World) -> None:
    subject = a_subject(world, "slow-hinge")
    dialog = opened(subject)
    box(dialog, "Colours").setCurrentText("Dark")
    assert box(dialog, "Speed").currentText() == "2×"
    box(dialog, "Speed").setCurrentText("0.5×")
    box(dialog, "Size").setCurrentText("720 × 720")
    made = dialog.form.choice.export_of(subject)
    assert (made.shot.palette, made.shot.speed, made.shot.size) == (DARK, 0.5, (720, 720))
    assert made.shot.look.overlays == (Overlay.BACK,)
    assert made.shot.motions == subject.motions
    dialog.form.choose(ShareFormat.PAGE)
    box(dialog, "Paper").setCurrentText("US Letter")
    # The exercise of what is shown is offered first.
    assert box(dialog, "About").currentText() == "Slow motion"
    page = dialog.form.choice.export_of(subject).page
    assert page.paper == "letter"
    assert page.exercise is not None
    assert page.exercise.id == "slow-motion"
    box(dialog, "About").setCurrentIndex(0)
    assert dialog.form.choice.export_of(subject).page.exercise is None


def test_a_page_is_light_unless_dark_is_asked_for(opened: Open) -> None:
    dialog = opened(msgspec.structs.replace(a_subject(), dark=True))

    def dark(form: ShareFormat) -> bool:
        dialog.form.choose(form)
        chosen = dialog.form.choice.dark
        assert box(dialog, "Colours").currentText() == ("Dark" if chosen else "Light")
        return chosen

    assert [dark(form) for form in (ShareFormat.GIF, ShareFormat.PAGE, ShareFormat.GIF)] == [
        True,
        False,
        True,
    ]
    dialog.form.choose(ShareFormat.PAGE)
    box(dialog, "Colours").setCurrentText("Dark")
    dialog.form.choose(ShareFormat.MOMENT)
    box(dialog, "Colours").setCurrentText("Light")
    assert [dark(form) for form in (ShareFormat.PAGE, ShareFormat.GIF)] == [True, False]


def test_a_still_stands_at_the_moment_and_poses_at_none(opened: Open) -> None:
    dialog = opened(a_subject(position=1.5))
    subject = a_subject(position=1.5)
    dialog.form.choose(ShareFormat.MOMENT)
    assert dialog.form.choice.export_of(subject).at == 1.5
    dialog.form.choose(ShareFormat.POSES)
    assert dialog.form.choice.export_of(subject).at is None


def test_sizes_of_ones_own(opened: Open) -> None:
    dialog = opened()
    sides = dialog.findChildren(NumberBox)
    assert [side.isVisible() for side in sides] == [False, False]
    box(dialog, "Size").setCurrentText("Another size")
    assert [side.isVisible() for side in sides] == [True, True]
    sides[0].setValue(640)
    sides[1].setValue(1)
    assert dialog.form.choice.size == (640, 64)
    assert [side.accessibleName() for side in sides] == ["Width in pixels", "Height in pixels"]


def test_two_beside_each_other_get_a_wider_picture(opened: Open) -> None:
    assert opened(a_subject(None, "hinge", "squat")).form.choice.size == (800, 480)
    overlaid = a_subject(None, "hinge", "squat")
    look = msgspec.structs.replace(overlaid.look, overlaid=True)
    assert opened(msgspec.structs.replace(overlaid, look=look)).form.choice.size == (480, 480)


@pytest.mark.parametrize(
    ("form", "less_motion", "moves"),
    [
        (ShareFormat.GIF, False, True),
        (ShareFormat.FILM, False, True),
        (ShareFormat.MOMENT, False, False),
        (ShareFormat.PAGE, False, False),
        (ShareFormat.GIF, True, False),
    ],
)
def test_the_preview_moves_only_where_something_moves(
    opened: Open, form: ShareFormat, less_motion: bool, moves: bool
) -> None:
    dialog = opened(msgspec.structs.replace(a_subject(), less_motion=less_motion))
    dialog.form.choose(form)
    preview = dialog.findChildren(SharePreview)[0]
    assert preview.moving is moves
    dialog.hide()
    assert not preview.moving


def test_the_preview_shows_the_movement_going_on(qtbot: QtBot) -> None:
    clock = ManualClock()
    preview = SharePreview(False, clock)
    qtbot.addWidget(preview)
    preview.resize(320, 320)
    subject = a_subject()
    dialog = ShareDialog(subject, lambda *_: None)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    preview.show_export(ShareFormat.GIF, dialog.form.choice.export_of(subject))
    before = preview.grab().toImage()
    clock.wait(1.0)
    assert preview.grab().toImage() != before
