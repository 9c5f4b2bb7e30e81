from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFileDialog,
    QProgressBar,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.figure.palette import DARK, LIGHT
from app.figure.scene import Look
from app.lessons.model import Line
from app.picture.kind import Kind, Size
from app.picture.multimedia import writes_h264
from app.picture.problem import PictureError
from app.ui.share import dialog as dialog_module
from app.ui.share.button import ShareButton
from app.ui.share.choice import Form
from app.ui.share.dialog import ShareDialog
from app.ui.share.places import ask_file, offered_name
from app.ui.share.preview import Preview
from app.ui.share.subject import Subject
from app.ui.stage.stage import Stage
from tests.helpers.clock import ManualClock
from tests.helpers.pages import World, a_world
from tests.helpers.shots import a_shot, left_in


@pytest.fixture
def world(qapp: QApplication, tmp_path: Path) -> Iterator[World]:
    with a_world(qapp, tmp_path / "world") as made:
        yield made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the user saves: a folder with nothing in it."""
    made = tmp_path / "pictures"
    made.mkdir()
    return made


@pytest.fixture(autouse=True)
def _no_last_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dialog_module, "_last_folder", [])


def a_subject(world: World | None = None, *movements: str, position: float = 2.0) -> Subject:
    return Subject(
        motions=a_shot(*movements).motions,
        look=Look(lines=(Line.BACK,)),
        position=position,
        speed=2.0,
        dark=False,
        units="metric",
        less_motion=False,
        exercises=dict(world.library.exercises) if world else {},
    )


Open = Callable[..., ShareDialog]


@pytest.fixture
def opened(qtbot: QtBot, folder: Path) -> Open:
    def made(subject: Subject | None = None, name: str = "") -> ShareDialog:
        def ask(parent: object, offered: Path, kind: Kind) -> Path:
            return folder / (name or offered.name)

        dialog = ShareDialog(subject or a_subject(), ask=ask)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return made


def button(dialog: ShareDialog, name: str) -> QAbstractButton:
    found = [one for one in dialog.findChildren(QAbstractButton) if one.text() == name]
    assert len(found) == 1
    return found[0]


def box(dialog: ShareDialog, name: str) -> QComboBox:
    return next(
        one
        for one in dialog.findChildren(QComboBox)
        if one.accessibleName() == name and (one.isVisible() or name == "Size")
    )


def small(dialog: ShareDialog) -> None:
    dialog.form._size.choose_own(Size(96, 96))


def finish(qtbot: QtBot, dialog: ShareDialog) -> None:
    qtbot.waitUntil(lambda: not dialog.worker.busy, timeout=20_000)


@pytest.mark.parametrize("form", list(Form))
def test_each_form_is_saved_and_said(qtbot: QtBot, opened: Open, folder: Path, form: Form) -> None:
    if form is Form.FILM:
        pytest.importorskip("PySide6.QtMultimedia", exc_type=ImportError)
    dialog = opened()
    dialog.form.choose(form)
    if form is not Form.PAGE:
        small(dialog)
    button(dialog, "Save…").click()
    assert dialog.worker.busy
    finish(qtbot, dialog)
    (name,) = left_in(folder)
    assert name.endswith(f".{form.kind.value}")
    assert dialog.said == f"Saved as {name}."
    assert (folder / name).stat().st_size > 500
    assert button(dialog, "Show folder").isVisible()


def test_stopping_in_the_middle_leaves_the_old_file(
    qtbot: QtBot, opened: Open, folder: Path
) -> None:
    (folder / "hinge.gif").write_bytes(b"old")
    dialog = opened()
    button(dialog, "Save…").click()
    with qtbot.waitSignal(dialog.worker.progressed, timeout=10_000):
        pass
    bar = dialog.findChildren(QProgressBar)[0]
    assert bar.isVisible()
    assert 0 < bar.value() < bar.maximum()
    assert not dialog.form.isEnabled()
    assert len(left_in(folder)) == 2
    button(dialog, "Cancel").click()
    assert dialog.said == "Stopped. Nothing was saved."
    assert left_in(folder) == ["hinge.gif"]
    assert (folder / "hinge.gif").read_bytes() == b"old"
    assert dialog.form.isEnabled()
    assert not bar.isVisible()


@pytest.mark.parametrize("way", ["escape", "close", "quit"])
def test_closing_in_the_middle_leaves_nothing(
    qapp: QApplication, qtbot: QtBot, opened: Open, folder: Path, way: str
) -> None:
    dialog = opened()
    dialog.save()
    with qtbot.waitSignal(dialog.worker.progressed, timeout=10_000):
        pass
    match way:
        case "escape":
            QTest.keyClick(dialog, Qt.Key.Key_Escape)
        case "close":
            dialog.close()
        case "quit":
            qapp.aboutToQuit.emit()
    assert dialog.isVisible() is (way == "quit")
    assert not dialog.worker.busy
    assert left_in(folder) == []


def test_a_place_that_cannot_be_written_is_one_sentence(
    qtbot: QtBot, opened: Open, folder: Path
) -> None:
    dialog = opened(name="missing/hinge.gif")
    dialog.save()
    finish(qtbot, dialog)
    assert dialog.said == f"There is no folder {folder / 'missing'} to write into."
    assert dialog.form.isEnabled()
    assert not button(dialog, "Show folder").isVisible()
    # The next attempt is not told the old news.
    dialog.form.choose(Form.MOMENT)
    assert dialog.said == ""


def test_another_ending_is_not_written_over_what_nobody_asked_about(
    opened: Open, folder: Path
) -> None:
    dialog = opened(name="hinge.png")
    dialog.save()
    assert dialog.said == "The name must end in .gif."
    assert not dialog.worker.busy
    assert left_in(folder) == []


def test_no_name_is_no_attempt(qtbot: QtBot, folder: Path) -> None:
    dialog = ShareDialog(a_subject(), ask=lambda *_: None)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.save()
    assert not dialog.worker.busy
    assert dialog.said == ""


def test_stills_can_be_copied(opened: Open) -> None:
    dialog = opened()
    copy = button(dialog, "Copy")
    assert not copy.isVisible()
    for form in (Form.MOMENT, Form.POSES):
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
    assert made.shot.look.lines == (Line.BACK,)
    assert made.shot.motions == subject.motions
    dialog.form.choose(Form.PAGE)
    box(dialog, "Paper").setCurrentText("US Letter")
    # The exercise of what is shown is offered first.
    assert box(dialog, "Exercise").currentText() == "Slow motion"
    page = dialog.form.choice.export_of(subject).page
    assert page.paper == "letter"
    assert page.exercise is not None
    assert page.exercise.id == "slow-motion"
    box(dialog, "Exercise").setCurrentIndex(0)
    assert dialog.form.choice.export_of(subject).page.exercise is None


def test_a_page_is_light_unless_dark_is_asked_for(opened: Open) -> None:
    dialog = opened(msgspec.structs.replace(a_subject(), dark=True))

    def dark(form: Form) -> bool:
        dialog.form.choose(form)
        chosen = dialog.form.choice.dark
        assert box(dialog, "Colours").currentText() == ("Dark" if chosen else "Light")
        return chosen

    assert [dark(form) for form in (Form.GIF, Form.PAGE, Form.GIF)] == [True, False, True]
    dialog.form.choose(Form.PAGE)
    box(dialog, "Colours").setCurrentText("Dark")
    dialog.form.choose(Form.MOMENT)
    box(dialog, "Colours").setCurrentText("Light")
    assert [dark(form) for form in (Form.PAGE, Form.GIF)] == [True, False]


def test_a_still_stands_at_the_moment_and_poses_at_none(opened: Open) -> None:
    dialog = opened(a_subject(position=1.5))
    subject = a_subject(position=1.5)
    dialog.form.choose(Form.MOMENT)
    assert dialog.form.choice.export_of(subject).at == 1.5
    dialog.form.choose(Form.POSES)
    assert dialog.form.choice.export_of(subject).at is None


def test_sizes_of_ones_own(opened: Open) -> None:
    dialog = opened()
    sides = dialog.findChildren(QSpinBox)
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
        (Form.GIF, False, True),
        (Form.FILM, False, True),
        (Form.MOMENT, False, False),
        (Form.PAGE, False, False),
        (Form.GIF, True, False),
    ],
)
def test_the_preview_moves_only_where_something_moves(
    opened: Open, form: Form, less_motion: bool, moves: bool
) -> None:
    dialog = opened(msgspec.structs.replace(a_subject(), less_motion=less_motion))
    dialog.form.choose(form)
    preview = dialog.findChildren(Preview)[0]
    assert preview.moving is moves
    dialog.hide()
    assert not preview.moving


def test_the_preview_shows_the_movement_going_on(qtbot: QtBot) -> None:
    clock = ManualClock()
    preview = Preview(False, clock)
    qtbot.addWidget(preview)
    preview.resize(320, 320)
    subject = a_subject()
    dialog = ShareDialog(subject)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    preview.show_export(Form.GIF, dialog.form.choice.export_of(subject))
    before = preview.grab().toImage()
    clock.wait(1.0)
    assert preview.grab().toImage() != before


def test_the_name_says_what_is_shown(folder: Path) -> None:
    subject = a_subject(None, "hinge", "rounded-back")
    assert offered_name(subject, Form.GIF, folder) == folder / "hinge-and-rounded-back.gif"
    assert offered_name(subject, Form.POSES, folder).name == "hinge-and-rounded-back-key-poses.png"
    assert offered_name(subject, Form.PAGE, None).parent.is_dir()


def test_the_folder_is_shown_and_offered_again(
    qtbot: QtBot, opened: Open, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", shown.append)
    dialog = opened()
    dialog.form.choose(Form.MOMENT)
    small(dialog)
    dialog.save()
    finish(qtbot, dialog)
    button(dialog, "Show folder").click()
    assert [Path(url.toLocalFile()) for url in shown] == [folder]
    offered: list[Path] = []

    def ask(parent: object, name: Path, kind: Kind) -> None:
        offered.append(name)

    again = ShareDialog(a_subject(), ask=ask)
    again.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(again)
    again.save()
    assert offered == [folder / "hinge.gif"]


def test_the_file_dialog_saves_adds_the_ending_and_asks_before_replacing(
    qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[QFileDialog] = []

    def answer(dialog: QFileDialog) -> int:
        seen.append(dialog)
        assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
        assert not dialog.testOption(QFileDialog.Option.DontConfirmOverwrite)
        assert dialog.defaultSuffix() == "gif"
        assert [Path(name) for name in dialog.selectedFiles()] == [folder / "hinge.gif"]
        return 1 if len(seen) == 1 else 0

    monkeypatch.setattr(QFileDialog, "exec", answer)
    parent = QWidget()
    qtbot.addWidget(parent)
    assert ask_file(parent, folder / "hinge.gif", Kind.GIF) == folder / "hinge.gif"
    assert ask_file(parent, folder / "hinge.gif", Kind.GIF) is None


def test_the_button_shares_what_the_stage_shows(qtbot: QtBot, world: World, tmp_path: Path) -> None:
    stage = Stage(world.appearance, ManualClock(0.0))
    share = ShareButton(stage, world.keeper, world.icons, world.appearance)
    qtbot.addWidget(stage)
    qtbot.addWidget(share)
    assert share.accessibleName() == "Save or share"
    assert share.open_dialog() is None
    stage.show_motions(list(a_shot("hinge", "squat").motions), lines=(Line.SHIN,), turn=90)
    stage.seek(1.0)
    stage.play()
    dialog = share.open_dialog()
    assert dialog is not None
    assert not stage.is_playing
    shot = dialog.form.choice.export_of(dialog._subject).shot
    assert shot.motions == tuple(stage.motions)
    assert (shot.look.turn, shot.look.lines, shot.look.announce) == (90, (Line.SHIN,), 0)
    assert shot.palette is LIGHT
    assert dialog._subject.position == 1.0
    dialog.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_nothing_of_it_is_loaded_before_the_first_click() -> None:
    code = (
        "import sys, app.ui.share.button\n"
        "print([name for name in sys.modules if name.startswith(('app.picture', 'app.ui.share.'))"
        " or name in ('numpy', 'PIL', 'PySide6.QtMultimedia')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['app.ui.share.button']"


def test_a_page_shows_the_exercises_own_movement(world: World, opened: Open) -> None:
    subject = msgspec.structs.replace(a_subject(world, "hinge"), movements=world.library.movements)
    dialog = opened(subject)
    dialog.form.choose(Form.PAGE)
    chosen = box(dialog, "Exercise")
    chosen.setCurrentIndex(chosen.findData("broomstick-hinge"))
    request = dialog.form.choice.export_of(subject)
    wanted = world.library.exercises["broomstick-hinge"].movement
    assert wanted != "hinge"
    assert [motion.movement.id for motion in request.shot.motions] == [wanted]
    dialog.form.choose(Form.MOMENT)
    request = dialog.form.choice.export_of(subject)
    assert [motion.movement.id for motion in request.shot.motions] == ["hinge"]


@pytest.mark.parametrize("h264", [True, False])
def test_a_film_that_browsers_do_not_show_says_so(
    opened: Open, monkeypatch: pytest.MonkeyPatch, h264: bool
) -> None:
    monkeypatch.setattr("app.picture.multimedia.writes_h264", lambda: h264)
    dialog = opened()
    dialog.form.choose(Form.FILM)
    assert ("MPEG-4" in dialog.form._note.text()) is not h264
    dialog.form.choose(Form.GIF)
    assert "MPEG-4" not in dialog.form._note.text()


def test_what_films_are_written_in_is_known(qapp: QApplication) -> None:
    with suppress(PictureError):
        assert writes_h264() in (True, False)
