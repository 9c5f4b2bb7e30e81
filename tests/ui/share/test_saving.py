from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QProgressBar,
)
from pytestqt.qtbot import QtBot

from app.ui.share.choice import ShareFormat
from app.ui.share.dialog import ShareDialog
from tests.helpers.shots import left_in
from tests.ui.share.conftest import Open, a_subject, button, finish, small


@pytest.mark.parametrize("form", list(ShareFormat))
def test_each_form_is_saved_and_said(
    qtbot: QtBot, opened: Open, folder: Path, form: ShareFormat
) -> None:
    if form is ShareFormat.FILM:
        pytest.importorskip("PySide6.QtMultimedia", exc_type=ImportError)
    dialog = opened()
    dialog.form.choose(form)
    if form is not ShareFormat.PAGE:
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
    with qtbot.waitSignal(dialog.worker.progressed):
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


@pytest.mark.parametrize("way", ["escape", "close"])
def test_closing_in_the_middle_leaves_nothing(
    qtbot: QtBot, opened: Open, folder: Path, way: str
) -> None:
    dialog = opened()
    dialog.save()
    with qtbot.waitSignal(dialog.worker.progressed):
        pass
    if way == "escape":
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    else:
        dialog.close()
    assert not dialog.isVisible()
    assert not dialog.worker.busy
    assert left_in(folder) == []


def test_a_place_that_cannot_be_written_is_one_sentence(
    qtbot: QtBot, opened: Open, folder: Path
) -> None:
    dialog = opened(name="missing/hinge.gif")
    dialog.save()
    finish(qtbot, dialog)
    assert dialog.said == f"The folder {folder / 'missing'} does not exist."
    assert dialog.form.isEnabled()
    assert not button(dialog, "Show folder").isVisible()
    # The next attempt does not show the old result.
    dialog.form.choose(ShareFormat.MOMENT)
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
    dialog = ShareDialog(a_subject(), lambda *_: None)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.save()
    assert not dialog.worker.busy
    assert dialog.said == ""
