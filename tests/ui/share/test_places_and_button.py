from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QEvent, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.figure.palette import LIGHT
from app.lessons.model import Overlay
from app.picture.kind import Kind
from app.ui.share.button import ShareButton
from app.ui.share.choice import ShareFormat
from app.ui.share.places import file_dialog, offered_name
from app.ui.stage.stage import Stage
from tests.helpers.clock import ManualClock
from tests.helpers.pages import World
from tests.helpers.shots import a_shot
from tests.ui.share.conftest import Open, a_subject, button, finish, small


def test_the_name_says_what_is_shown(opened: Open) -> None:
    subject = a_subject(None, "hinge", "rounded-back")
    dialog = opened(subject)
    choice = dialog.form.choice
    names: dict[str, dict[str, object]] = {
        "hinge-and-rounded-back.gif": {"form": ShareFormat.GIF},
        "hinge-and-rounded-back-key-poses.png": {"form": ShareFormat.POSES},
        "hinge-and-rounded-back.pdf": {"form": ShareFormat.PAGE},
        "wall-touches.pdf": {"form": ShareFormat.PAGE, "exercise": "wall-touches"},
        "week-3.pdf": {"form": ShareFormat.PAGE, "week": 3},
    }
    for name, chosen in names.items():
        assert offered_name(subject, msgspec.structs.replace(choice, **chosen)) == name


def test_the_folder_is_shown(
    qtbot: QtBot, opened: Open, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", shown.append)
    dialog = opened()
    dialog.form.choose(ShareFormat.MOMENT)
    small(dialog)
    dialog.save()
    finish(qtbot, dialog)
    button(dialog, "Show folder").click()
    assert [Path(url.toLocalFile()) for url in shown] == [folder]


def test_the_file_dialog_saves_adds_the_ending_and_asks_before_replacing(
    qtbot: QtBot, world: World, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.keeper.change(picture_folder=str(folder))
    ask = file_dialog(world.keeper)
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
    assert ask(parent, "hinge.gif", Kind.GIF) == folder / "hinge.gif"
    assert ask(parent, "hinge.gif", Kind.GIF) is None


def test_the_button_shares_what_the_stage_shows(qtbot: QtBot, world: World, tmp_path: Path) -> None:
    stage = Stage(world.appearance, ManualClock(0.0))
    share = ShareButton(stage, world.keeper, world.icons, world.appearance)
    qtbot.addWidget(stage)
    qtbot.addWidget(share)
    assert share.accessibleName() == "Save or share"
    assert share.open_dialog() is None
    stage.show_motions(list(a_shot("hinge", "squat").motions), overlays=(Overlay.SHIN,), turn=90)
    stage.seek(1.0)
    stage.play()
    dialog = share.open_dialog()
    assert dialog is not None
    assert not stage.is_playing
    shot = dialog.form.choice.export_of(dialog._subject).shot
    assert shot.motions == tuple(stage.motions)
    assert (shot.look.turn, shot.look.overlays, shot.look.announce) == (90, (Overlay.SHIN,), 0)
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
