"""The list of keys is true: it has each key that the program takes, and no other."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.practice.transitions import State, Trigger
from app.records.feedback import Felt
from app.ui.accessibility import IconButton, button
from app.ui.icons import Icons
from app.ui.learn.page import LearnPage
from app.ui.practice.controls import SessionControls
from app.ui.practice.feel_row import FeelRow
from app.ui.rail import PageId
from app.ui.shortcuts import ShortcutsDialog, figures, pages
from app.ui.single_keys import is_single, single_keys, use_single_keys
from app.ui.stage.controls import StageControls
from app.ui.stage.keys import press_transport_key
from app.ui.stage.stage import Stage
from tests.helpers.pages import World
from tests.helpers.window import Open

UI = Path(__file__).resolve().parents[2] / "app" / "ui"

#: Qt's names of keys, as the list writes them.
NAMES = {
    "Left": "←", "Right": "→", "Up": "↑", "Down": "↓", "Return": "Enter", "Plus": "+",
    "PgUp": "Page up", "PgDown": "Page down", "1": "1 … 6",
    "MediaTogglePlayPause": "media keys", "MediaPlay": "media keys", "MediaPause": "media keys",
    "MediaPrevious": "media keys", "MediaNext": "media keys", "MediaStop": "media keys",
}  # fmt: skip

#: The groups of the list, and the modules whose keys they are.
GROUPS = {
    "Everywhere": ["main_window.py", "rail.py"],
    "Learn": ["learn/page.py", "learn/ends.py"],
    "Compare": ["compare/graph.py"],
    "Compare: try it yourself": ["compare/try_it/figure.py", "compare/try_it/keys.py"],
    "Figure": ["stage/keys.py", "learn/ends.py", "learn/page.py", "share/button.py"],
    "Practice": [
        "practice/controls.py",
        "practice/feel_row.py",
        "practice/safety_view.py",
        "practice/own/editor.py",
    ],
    "Progress": [],
    "Your course": ["course/dialog.py"],
}
#: Menus tick and stay open by the keys that choose in any menu, and the digits of the figure; boxes
#: for numbers have the keys that such boxes have.
OTHERS = {"stage/menus.py", "key_places.py", "number_box.py", "undo_key.py"}

#: What the list says in words that the code says in another way.
SAID = {
    "Everywhere": {"Ctrl+1 … Ctrl+6", "Tab"},  # by digit_of; Qt's own
    "Compare: try it yourself": {"Shift ↑", "Shift ↓"},
    "Figure": {"Shift Home", "Shift End", "1 … 9"},  # with Shift or without; by digit_of
    "Practice": {"Ctrl+Z"},  # what the system calls Undo and Delete
    "Progress": {"Ctrl+Z", "Delete"},
    "Your course": {"Ctrl+Z"},
}
#: What the list leaves out on purpose.
LEFT_OUT = {
    "Learn": {"T"},  # said of the figure
    # The second writes of a key that is listed; Home and End are listed with Shift.
    "Figure": {"=", ";", ":", "Home", "End", "media keys", "←", "→", "Page up", "Page down"},
}


def keys_in(file: Path) -> set[str]:
    """Return the keys a module takes: by Qt's name, as a shortcut, or by what they write."""
    source = file.read_text(encoding="utf-8")
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Attribute(attr=attr) if attr.startswith("Key_"):
                name = attr.removeprefix("Key_")
                found.add(NAMES.get(name, name))
            case ast.Constant(value=str(text)) if len(text) == 1 and "text_of(" in source:
                if not text.isspace():
                    found.add(text.upper())
            case ast.Constant(value="Ctrl+Q" | "Ctrl+S" | "F1" | "?" as text):
                found.add(text)
            case ast.Constant(value="Left" | "Right" | "PgUp" | "PgDown" as text):
                found.add(NAMES[text])
    return found


def listed() -> dict[str, set[str]]:
    """Return the keys of each group of the list; those of the figure are one."""
    found: dict[str, set[str]] = {}
    for group in (*pages(), *figures()):
        keys = {key for row, _ in group.keys for key in row}
        found.setdefault(group.title.partition(": ")[0] if "Figure" in group.title
                         else group.title, set()).update(keys)  # fmt: skip
    return found


def test_f1_lists_the_keys_that_there_are() -> None:
    lists = listed()
    assert set(lists) == set(GROUPS)
    for title, modules in GROUPS.items():
        taken = {key for module in modules for key in keys_in(UI / module)}
        there = taken - LEFT_OUT.get(title, set()) | SAID.get(title, set())
        assert lists[title] == there, title


#: What the list says of a session, and what its keys ask for.
LEADS = {
    "Pause or resume": {Trigger.PAUSE},
    "End the rep, at your own pace": {Trigger.REP_DONE},
    "Far enough: end the wall drill": {Trigger.FAR_ENOUGH},
    "Back and skip": {Trigger.BACK, Trigger.SKIP},
    "Repeat the set, lengthen the rest": {Trigger.REPEAT, Trigger.ADD_REST},
    "Stop for now; Escape exits full screen first": {Trigger.STOP},
}


def test_f1_tells_of_each_key_of_a_session_what_it_does(world: World, qtbot: QtBot) -> None:
    controls = SessionControls(world.icons, world.appearance)
    qtbot.addWidget(controls)
    asked: list[Trigger] = []
    controls.command_requested.connect(asked.append)
    found: dict[Trigger, set[str]] = {}
    for state in (State.RUNNING, State.AWAITING):
        controls.show_state(state)
        for shortcut in controls.findChildren(QShortcut):
            asked.clear()
            # Not pressed: the test library knows no media keys.
            shortcut.activated.emit()
            pressed = next(key for key in Qt.Key if QKeySequence(key) == shortcut.key())
            key = pressed.name.removeprefix("Key_")
            for command in asked:
                found.setdefault(command, set()).add(NAMES.get(key, key))
    (rows,) = ({text: set(keys) for keys, text in group.keys}
               for group in pages() if group.title == "Practice")  # fmt: skip
    for text, commands in LEADS.items():
        assert rows[text] == set().union(*(found.pop(command) for command in commands)), text
    assert not found


def test_no_other_module_takes_keys() -> None:
    known = {module for modules in GROUPS.values() for module in modules} | OTHERS
    # Those that ask their parts, or take any key at the end of a session.
    known |= {
        "compare/page.py", "practice/session_view.py", "practice/far_view.py",
        "practice/done_view.py", "practice/grounds.py", "learn/picture_bar.py", "learn/ends.py",
        "practice/settling.py", "practice/own/editor.py", "progress/day_details.py",
        "today/dots.py",
    }  # fmt: skip
    for file in UI.rglob("*.py"):
        source = file.read_text(encoding="utf-8")
        takes = "def keyPressEvent" in source or "QShortcut(" in source or "setShortcut" in source
        name = file.relative_to(UI).as_posix()
        assert not (takes or "Qt.Key.Key_" in source) or name in known, name


def test_each_key_of_the_figure_does_something(world: World) -> None:
    controls = StageControls(Stage(world.appearance))
    for group in figures()[:2]:
        for keys, _ in group.keys:
            for key in keys:
                if key == "Ctrl+S":
                    continue
                assert press_transport_key(event_of(key), controls), key


def event_of(key: str) -> QKeyEvent:
    name = key.removeprefix("Shift ").partition(" ")[0]
    code = {"Space": Qt.Key.Key_Space, "Home": Qt.Key.Key_Home, "End": Qt.Key.Key_End}.get(name)
    shift = Qt.KeyboardModifier.ShiftModifier if "Shift" in key else Qt.KeyboardModifier.NoModifier
    return QKeyEvent(QEvent.Type.KeyPress, code or ord(name), shift, "" if code else name.lower())


@pytest.fixture
def without(qapp: QApplication) -> Iterator[None]:
    use_single_keys(qapp, False)
    yield
    use_single_keys(qapp, True)


@pytest.mark.parametrize(
    ("key", "single"),
    [("S", True), ("+", True), ("?", True), ("1 … 9", True), ("←", False), ("F1", False),
     ("Ctrl+1 … Ctrl+6", False), ("Space", False)],
)  # fmt: skip
def test_what_a_single_key_is(key: str, single: bool) -> None:
    assert is_single(key) == single


@pytest.mark.usefixtures("without")
def test_no_single_key_moves_the_figure_once_they_are_off(world: World) -> None:
    controls = StageControls(Stage(world.appearance))
    for group in figures()[:2]:
        for keys, _ in group.keys:
            for key in keys:
                if key != "Ctrl+S":
                    assert press_transport_key(event_of(key), controls) is not is_single(key), key


@pytest.mark.usefixtures("without")
def test_no_single_key_leads_a_session_once_they_are_off(world: World, qtbot: QtBot) -> None:
    controls = SessionControls(world.icons, world.appearance)
    qtbot.addWidget(controls)
    controls.show()
    controls.activateWindow()
    qtbot.waitUntil(controls.isActiveWindow)
    wanted: list[Trigger] = []
    controls.command_requested.connect(wanted.append)
    for key in (Qt.Key.Key_R, Qt.Key.Key_Plus, Qt.Key.Key_S):
        QTest.keyClick(controls, key)
    assert not controls.take_letter(event_of("R"))
    assert wanted == []
    QTest.keyClick(controls, Qt.Key.Key_Right)
    QTest.keyClick(controls, Qt.Key.Key_Escape)
    assert wanted == [Trigger.SKIP, Trigger.STOP]


@pytest.mark.usefixtures("without")
def test_no_digit_answers_once_they_are_off(qtbot: QtBot) -> None:
    row = FeelRow()
    qtbot.addWidget(row)
    felt: list[Felt] = []
    row.felt_chosen.connect(felt.append)
    assert not row.take_key(Qt.Key.Key_1)
    assert row.take_key(Qt.Key.Key_Escape)
    assert felt == []
    assert not [one for one in row._choices if one.text()[:1].isdigit()]


def test_the_setting_is_followed_at_once_by_keys_tips_and_the_list(open_window: Open) -> None:
    window = open_window()
    page = window.page(PageId.LEARN)
    assert isinstance(page, LearnPage)
    keeper = window._parts.keeper
    tips = [one for one in page.findChildren(IconButton) if "(&lt;)" in one.toolTip()]
    assert len(tips) == 1
    mirrored = page.stage.mirror
    for on in (False, True):
        keeper.change(single_keys=on)
        assert single_keys() is on
        assert ("(&lt;)" in tips[0].toolTip()) is on
        QTest.keyClicks(page.stage, "m")
        assert (page.stage.mirror is not mirrored) is on
        QTest.keyClicks(window, "?")
        dialogs = window.findChildren(ShortcutsDialog)
        assert bool(dialogs) is on
        shown = dialogs[0] if dialogs else ShortcutsDialog(window)
        texts = [label.text() for label in shown.findChildren(QLabel)]
        assert ("F1  ?" in texts) is on
        assert ("M" in texts) is on
        assert "Ctrl+S" in texts
        shown.close()
        shown.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_home_and_end_lead_to_the_ends_of_the_lesson(open_window: Open) -> None:
    window = open_window()
    window.open_lesson("cues", 3)
    page = window.page(PageId.LEARN)
    assert isinstance(page, LearnPage)
    lesson = page._lesson
    assert lesson is not None
    QTest.keyClick(page.stage, Qt.Key.Key_Home)
    assert page.place == ("cues", 0)
    QTest.keyClick(page.stage, Qt.Key.Key_End)
    assert page.place == ("cues", len(lesson.steps) - 1)
    QTest.keyClick(page.stage, Qt.Key.Key_Home)
    QTest.keyClick(page.stage, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    assert page.place == ("cues", 0)
    assert page.stage.playback.position == page.stage.playback.seconds
    QTest.keyClick(page.stage, Qt.Key.Key_Home, Qt.KeyboardModifier.ShiftModifier)
    assert page.stage.playback.position == 0


def test_a_tip_says_its_keys(qapp: QApplication, world: World) -> None:
    one = IconButton("turn", "Turn", Icons(world.locations.icons), world.appearance, keys="[]")
    other = button("Stop", tip="End it", keys=("Escape", "S"))
    assert (one.toolTip(), other.toolTip()) == ("Turn ([ ])", "End it (Escape, S)")
    use_single_keys(qapp, False)
    try:
        assert (one.toolTip(), other.toolTip()) == ("Turn", "End it (Escape)")
    finally:
        use_single_keys(qapp, True)
