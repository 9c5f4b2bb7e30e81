"""The start loads what the first page needs and nothing heavier."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.locations import command
from tests.helpers.patience import HANG_S

ROOT = Path(__file__).resolve().parent.parent
#: What other pages and steps need, and load when they are opened: charts, pictures, sound. What
#: describes the figure asks Qt's style as well, all of which PySide then defines. The figure and
#: what moves it are loaded after the first paint.
HEAVY = {
    "app.body.skeleton",
    "app.figure.backdrop",
    "app.figure.scene",
    "app.movement.align",
    "app.movement.model",
    "app.movement.motion",
    "app.movement.reader",
    "app.ui.sound.player",
    "app.practice.timeline",
    "app.programme.next_thing",
    "app.programme.reminders",
    "app.ui.reminders.reminding",
    "icalendar",
    "jeepney",
    "app.ui.learn.page",
    "app.ui.stage.menus",
    "app.ui.stage.stage",
    "app.ui.today.view",
    "hashlib",
    "app.lessons.picture",
    "app.lessons.picture_reader",
    "app.picture.sheet",
    "app.ui.learn.picture_view",
    "app.ui.learn.step_table",
    "app.ui.stage.describing",
    "app.ui.stage.stage_texts",
    "dataclasses",
    "numpy",
    "PIL",
    "pyqtgraph",
    "PySide6.QtMultimedia",
    "PySide6.QtNetwork",
    "PySide6.QtSvg",
    "PySide6.QtTextToSpeech",
}
#: The start of `python main.py` in a process of its own, up to the painted Today page.
START = """
import builtins
import enum
import json
import sys
from pathlib import Path

enums = []
make = enum.EnumType.__new__

def make_and_note(kind, name, *rest, **more):
    enums.append(name)
    return make(kind, name, *rest, **more)

enum.EnumType.__new__ = make_and_note

import app.cli
from app.startup import Options, Program
from app.application import make_application

program = Program(make_application())
window = program.open(Options(data_dir=Path(sys.argv[1])))

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QLabel

class Painted(QObject):
    modules = ()

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self.look)  # when all of the window was painted
        return False

    def look(self):
        self.modules = list(sys.modules)
        self.view = page.view is not None
        self.enums = list(enums)

page = window.page(window.current_page)
painted = Painted()
page.installEventFilter(painted)
window.show()
while not painted.modules or not page.view or not page.view.figure.stage.motions:
    program.app.processEvents()
print(json.dumps({
    "page": type(page).__name__,
    "view_at_first": painted.view,
    "text": " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible()),
    "figures": len(page.view.figure.stage.motions),
    "enums": painted.enums,
    "modules": painted.modules,
    "import": builtins.__import__.__name__,
}))
window.close()
program.close()
"""


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """Start the program twice and return what it tells of its first page then."""
    data = tmp_path_factory.mktemp("data")
    _start(data)
    assert (data / "first-picture").is_file()
    return _start(data)


def _start(data: Path) -> dict[str, object]:
    done = subprocess.run(
        [sys.executable, "-c", START, str(data)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=HANG_S,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert isinstance(told, dict)
    return told


def test_the_first_page_is_a_whole_one(start: dict[str, object]) -> None:
    assert start["page"] == "TodayPage"
    assert "five wall touches" in str(start["text"])
    assert start["figures"] == 1


def test_the_view_and_its_figure_are_loaded_after_the_first_paint(
    start: dict[str, object],
) -> None:
    assert not start["view_at_first"]


def test_the_first_paint_needs_no_enum_of_the_qt_namespace(start: dict[str, object]) -> None:
    enums = start["enums"]
    assert isinstance(enums, list)
    # PySide makes all of them at once.
    assert "PaintDeviceMetric" in enums
    assert not {"AlignmentFlag", "FocusPolicy", "Key"} & set(enums)


def _modules(start: dict[str, object]) -> list[str]:
    """Return what was loaded, in the order in which it was."""
    modules = start["modules"]
    assert isinstance(modules, list)
    assert "PySide6.QtWidgets" in modules
    return modules


@pytest.mark.parametrize("module", sorted(HEAVY))
def test_the_start_loads_nothing_heavy(start: dict[str, object], module: str) -> None:
    assert module not in _modules(start)


@pytest.mark.parametrize(
    "module", ["msgspec", "app.library", "app.records.store", "app.settings.model"]
)
def test_the_core_is_loaded_without_qt(start: dict[str, object], module: str) -> None:
    modules = _modules(start)
    assert modules.index(module) < modules.index("PySide6")


def test_modules_are_loaded_by_pythons_own_import(start: dict[str, object]) -> None:
    assert start["import"] == "__import__"


@pytest.mark.parametrize(
    ("started", "named"),
    [
        ("main.py", "python main.py"),
        ("/usr/bin/hip-hinge-trainer", "hip-hinge-trainer"),
        ("", "hip-hinge-trainer"),
    ],
)
def test_advice_names_the_command_as_it_was_started(
    monkeypatch: pytest.MonkeyPatch, started: str, named: str
) -> None:
    monkeypatch.setattr(sys, "argv", [started])
    assert command() == named
