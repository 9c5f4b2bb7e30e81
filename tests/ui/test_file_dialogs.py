from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app.settings.service import Settings
from app.ui.file_dialogs import FileDialogs, FileKind, Purpose
from app.ui.keeper import SettingsKeeper

APP = Path(__file__).parents[2] / "app"
TOML = FileKind("Exercises", "toml")


@pytest.fixture
def usual(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder for documents and pictures."""
    made = tmp_path / "usual"
    made.mkdir()
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(made))
    return made


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Return the folders in which dialogs opened."""
    seen: list[Path] = []

    def answer(dialog: QFileDialog) -> int:
        seen.append(Path(dialog.directory().absolutePath()))
        return 1

    monkeypatch.setattr(QFileDialog, "exec", answer)
    return seen


def start(tmp_path: Path) -> FileDialogs:
    """Start the program anew."""
    file = tmp_path / "settings.toml"
    return FileDialogs(SettingsKeeper(Settings(file, file)))


def choose(monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _: [str(file)])


def ask(dialogs: FileDialogs, parent: QWidget, purpose: Purpose) -> Path | None:
    if purpose is Purpose.IMPORT:
        return dialogs.open(parent, purpose, "Open", TOML)
    return dialogs.save(parent, purpose, "Save", "a.toml", TOML)


@pytest.mark.parametrize("purpose", list(Purpose))
def test_each_purpose_remembers_its_folder_over_a_new_start(
    qapp: QApplication,
    parent: QWidget,
    usual: Path,
    opened: list[Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    purpose: Purpose,
) -> None:
    folder = tmp_path / 'Übungen "mit" Leerzeichen'
    folder.mkdir()
    choose(monkeypatch, folder / "a.toml")
    assert ask(start(tmp_path), parent, purpose) == folder / "a.toml"
    again = start(tmp_path)
    for one in Purpose:
        assert again.folder(one) == (folder if one is purpose else usual)
    ask(again, parent, purpose)
    assert opened == [usual, folder]
    folder.rmdir()
    assert start(tmp_path).folder(purpose) == usual


def test_a_dialog_that_is_closed_changes_nothing(
    qapp: QApplication, parent: QWidget, usual: Path, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(QFileDialog, "exec", lambda _: 0)
    choose(monkeypatch, tmp_path / "a.toml")
    dialogs = start(tmp_path)
    assert ask(dialogs, parent, Purpose.EXPORT) is None
    assert dialogs.folder(Purpose.EXPORT) == usual


def test_without_any_usual_folder_it_is_home(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(tmp_path / "gone"))
    assert start(tmp_path).folder(Purpose.PICTURE) == Path.home()


@pytest.mark.parametrize("name", ["a\nb", "a\udcffb"])
def test_a_folder_the_settings_cannot_hold_is_not_remembered(
    qapp: QApplication, parent: QWidget, usual: Path, opened: list[Path], tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch, name: str,
) -> None:  # fmt: skip
    choose(monkeypatch, tmp_path / name / "a.toml")
    dialogs = start(tmp_path)
    assert ask(dialogs, parent, Purpose.EXPORT) == tmp_path / name / "a.toml"
    assert start(tmp_path).folder(Purpose.EXPORT) == usual


def test_no_file_dialog_is_opened_in_another_way() -> None:
    using = [file for file in APP.rglob("*.py") if "QFileDialog" in file.read_text("utf-8")]
    assert using == [APP / "ui" / "file_dialogs.py"]
