"""The Share dialog, and what a user does in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
)
from pytestqt.qtbot import QtBot

from app.figure.look import Look
from app.lessons.model import Overlay
from app.picture.kind import Kind
from app.ui.share.dialog import ShareDialog
from app.ui.share.subject import Subject
from tests.helpers.pages import World, a_world
from tests.helpers.shots import a_shot


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


def a_subject(world: World | None = None, *movements: str, position: float = 2.0) -> Subject:
    return Subject(
        motions=a_shot(*movements).motions,
        look=Look(overlays=(Overlay.BACK,)),
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
        def ask(parent: object, offered: str, kind: Kind) -> Path:
            return folder / (name or offered)

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
    size = dialog.form._size
    size._box.setCurrentIndex(size._box.count() - 1)  # the user's own
    size._width.setValue(96)
    size._height.setValue(96)


def finish(qtbot: QtBot, dialog: ShareDialog) -> None:
    qtbot.waitUntil(lambda: not dialog.worker.busy)
