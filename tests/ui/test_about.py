from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QScrollArea
from pytestqt.qtbot import QtBot

from app import __version__
from app.ui import about_dialog
from app.ui.about import about_text, licence_texts, licences, without_home
from app.ui.about_dialog import AboutDialog
from app.ui.main_window import MainWindow
from app.ui.notice_bar import NoticeBar
from app.ui.shortcuts import ShortcutsDialog
from tests.helpers.practice_page import click, find_button
from tests.helpers.window import Open

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    return tmp_path


def shown(window: MainWindow) -> AboutDialog:
    QApplication.processEvents()
    [dialog] = [one for one in window.findChildren(AboutDialog) if one.isVisible()]
    return dialog


def test_it_names_what_a_fault_report_needs(qapp: QApplication, home: Path) -> None:
    told = about_text("de", "", "The voice needs Speech Dispatcher.", home / "data")
    for part in (
        f"Hip Hinge Trainer {__version__}", "Python 3.", "Qt 6.", "offscreen", "Screens: ",
        "Language: de; system: ", "Sound: works", "Voice: The voice needs",
        "Data: ~", "Log of the last crash: none",
    ):  # fmt: skip
        assert part in told
    assert str(home) not in told


def test_the_last_crash_is_in_it_without_the_users_home(qapp: QApplication, home: Path) -> None:
    log = home / "crash-last.log"
    log.write_text(f'Fatal Python error\n  File "{home}/app/x.py", line 1\n' + "x\n" * 100_000)
    told = about_text("en", "", "", home)
    assert "Fatal Python error" in told
    assert "app/x.py" in told
    assert str(home) not in told
    assert len(told) < 12_000


def test_only_the_home_folder_itself_is_shortened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "home", lambda: Path("/home/ada"))
    assert without_home("/home/ada") == "~"
    assert without_home("'/home/ada/x' /home/adam/y") == "'~/x' /home/adam/y"
    monkeypatch.setattr(Path, "home", lambda: Path("/"))
    assert without_home("/home/ada") == "/home/ada"


def plain(name: str) -> str:
    return name.lower().replace("_", "-")


def test_every_part_that_is_shipped_has_a_licence() -> None:
    found = licences()
    pinned = (ROOT / "constraints.txt").read_text("utf-8").partition("# The tools")[0]
    shipped = {plain(name) for name in re.findall(r"^([\w-]+)==", pinned, re.MULTILINE)}
    only_elsewhere = set() if sys.platform == "linux" else {"jeepney"}
    assert {plain(name) for name, _, _ in found} == shipped - only_elsewhere
    assert all(licence and "\n" not in licence for _, _, licence in found)


def test_the_licences_can_be_read_in_full() -> None:
    told = licence_texts(ROOT)
    assert (ROOT / "LICENSE").read_text("utf-8").strip() in told
    for name, version, _ in licences():
        assert f"{name} {version}: " in told
    assert told.count("Redistributions of source code") > 1  # msgspec, numpy
    assert "lgpl-3.0" in told  # Qt's wheels bring no text


def test_details_are_copied_as_they_are_shown(
    open_window: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(about_dialog, "announce", lambda _, text: said.append(text))
    window = open_window(page="settings")
    click(window.settings, "About")
    dialog = shown(window)
    qtbot.waitUntil(lambda: "Sound: works" in dialog.details.toPlainText())
    assert "Voice: " in dialog.details.toPlainText()
    click(dialog, "Copy details")
    assert QGuiApplication.clipboard().text() == dialog.details.toPlainText()
    assert said == ["Copied."]
    click(dialog, "Licences")
    [text] = [one for one in dialog.findChildren(QPlainTextEdit) if one.isVisible()]
    assert "MIT License" in text.toPlainText()
    assert text.isReadOnly()


def test_the_keys_lead_there(open_window: Open) -> None:
    window = open_window()
    QTest.keyClick(window, Qt.Key.Key_F1)
    [keys] = window.findChildren(ShortcutsDialog)
    assert keys.focusWidget() is find_button(keys, "Close")
    click(keys, "About the program")
    assert not keys.isVisible()
    assert f"Hip Hinge Trainer {__version__}" in shown(window).details.toPlainText()


def test_enter_closes_the_list_of_keys_wherever_the_focus_is(open_window: Open) -> None:
    window = open_window()
    window.show_shortcuts()
    [keys] = window.findChildren(ShortcutsDialog)
    QTest.keyClick(keys.findChildren(QScrollArea)[0], Qt.Key.Key_Return)
    assert not keys.isVisible()
    assert not window.findChildren(AboutDialog)


def test_a_crash_leads_there(open_window: Open, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/crash.log").write_text("Segmentation fault")
    window = open_window()
    [bar] = window.findChildren(NoticeBar)
    click(bar, "About the crash")
    assert "Segmentation fault" in shown(window).details.toPlainText()


def test_no_other_notice_does(open_window: Open, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/settings.toml").write_text("nonsense")
    window = open_window()
    [bar] = window.findChildren(NoticeBar)
    assert not find_button(bar, "About the crash").isVisible()


def test_it_is_freed_when_it_is_closed(open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    window.show_about()
    shown(window).accept()
    qtbot.waitUntil(lambda: window.findChildren(QDialog) == [])
