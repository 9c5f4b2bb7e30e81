"""`screenshots`: a picture of every page, light and dark, without a display."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Literal

from PySide6.QtWidgets import QWidget

from app.application import make_application
from app.commands.fonts import need_font
from app.commands.sample_records import write_sample_records
from app.errors import UserError
from app.lessons.model import Offer
from app.library import read_library
from app.locations import find_locations
from app.practice.choice import Choice
from app.practice.timeline import build_plan
from app.programme.flow_states import FlowState
from app.settings.model import PlanSettings
from app.settings.service import Settings
from app.startup import Options, Program
from app.ui.compare.panel_bar import ComparePanel
from app.ui.course.dialog import CourseDialog
from app.ui.devices import Devices
from app.ui.main_window import MainWindow
from app.ui.practice.page import PracticePage
from app.ui.rail import PageId
from app.ui.sound.silent import Silent

Theme = Literal["light", "dark"]
THEMES: tuple[Theme, ...] = ("light", "dark")
_SIZE = re.compile(r"(\d{3,4})x(\d{3,4})\Z")
_SMALLEST, _LARGEST = (960, 640), (3840, 2160)
#: How long a picture waits for the disk, s.
_FLUSH_S = 10.0
#: How often layouts are asked: a text that wraps knows its height once it has its width.
_SETTLING = 5


class _StillClock:
    """A clock that moves only when told to, so that every picture comes out the same."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class _Mute(Silent):
    """Passes for a player that is heard: taking pictures makes no sound."""

    available = True


class _NoLock:
    """A wake lock that does nothing."""

    def hold(self) -> None:
        """Keep nothing on."""

    def release(self) -> None:
        """Let go of nothing."""


Scene = Callable[[MainWindow, _StillClock], object]


def run_screenshots(folder: Path, size: str, scale: float) -> int:
    """Save the pictures as `PAGE-THEME.png` and print their names.

    Args:
        folder: where to save them; made if missing.
        size: of the window in points, as `1280x800`.
        scale: pixels per point.

    Raises:
        UserError: the size or scale is out of range, or the folder cannot be written.
    """
    width, height = _read_size(size)
    if not 1 <= scale <= 3:
        raise UserError("commands.out-of-range", option="scale", low=1, high=3, value=scale)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise UserError("commands.no-folder", folder=folder, reason=reason) from error
    # Pictures never need a display, and must not open windows on one.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_SCALE_FACTOR"] = f"{scale:g}"
    for theme in THEMES:
        with tempfile.TemporaryDirectory() as data_dir:
            _take_all(folder, Path(data_dir), theme, width, height)
    return 0


def _read_size(size: str) -> tuple[int, int]:
    found = _SIZE.match(size)
    if found:
        width, height = int(found[1]), int(found[2])
        if _SMALLEST[0] <= width <= _LARGEST[0] and _SMALLEST[1] <= height <= _LARGEST[1]:
            return width, height
    least, most = ("x".join(map(str, one)) for one in (_SMALLEST, _LARGEST))
    raise UserError("commands.window-size", least=least, most=most, size=size)


def _take_all(folder: Path, data_dir: Path, theme: Theme, width: int, height: int) -> None:
    write_sample_records(data_dir)
    file = data_dir / "settings.toml"
    plan = PlanSettings(asked=True, after="kettle", thing="laundry", cue="Close the car door")
    Settings(file, file).change(theme=theme, plan=plan)
    clock = _StillClock()
    devices = partial(Devices, clock=clock, tones=lambda *_: _Mute(""), lock=_NoLock())
    program = Program(make_application(), devices)
    window = program.open(Options(data_dir=data_dir))
    window.resize(width, height)
    window.show()
    try:
        need_font()
        program.app.processEvents()  # a figure comes after the first paint
        for name, prepare in _SCENES.items():
            prepare(window, clock)
            window.workspace.records.flush(_FLUSH_S)  # a page says whether all of it is saved
            for _ in range(_SETTLING):
                program.app.processEvents()
            target = folder / f"{name}-{theme}.png"
            shown = _picture(window)
            if not shown.grab().save(str(target)):
                raise UserError("commands.unwritable", file=target)
            if shown is not window:
                shown.close()
            print(target)
    finally:
        window.leave()  # closing would ask if a session is running
        program.close()


def _page(name: str) -> Scene:
    return lambda window, _: window.show_page(PageId(name))


def _today(window: MainWindow, _clock: _StillClock) -> None:
    """Show Today, with its figure at the lowest point."""
    window.show_page(PageId.TODAY)
    if (view := window.today.view) is not None and (stage := view.figure.stage).motions:
        stage.pause()
        stage.seek(stage.motions[0].ends[stage.motions[0].deepest_phase])


def _lesson(lesson: str, step: int, seconds: float | None = None) -> Scene:
    """Show a step; if its movement loops, stop it at a moment."""

    def prepare(window: MainWindow, clock: _StillClock) -> None:
        window.open_lesson(lesson, step)
        # Past the announcement of right and wrong.
        clock.now += 10
        stage = window.learn.stage
        if seconds is not None:
            stage.pause()
            stage.seek(seconds)

    return prepare


def _compare(pair: int, *, overlaid: bool = False, graph: bool = False) -> Scene:
    """Show a pair at its lowest point, by its index in the list."""

    def prepare(window: MainWindow, _clock: _StillClock) -> None:
        window.show_page(PageId.COMPARE)
        page = window.compare
        page.versus.choice.setCurrentIndex(pair)
        page.versus.set_overlaid(overlaid)
        page.versus.panels.set_open(ComparePanel.GRAPH, graph)
        page.stage.seek(2.2)

    return prepare


def _practice_page(window: MainWindow) -> PracticePage:
    window.show_page(PageId.PRACTICE)
    return window.practice


def _exercise(window: MainWindow, _clock: _StillClock) -> None:
    """Choose a single exercise."""
    _practice_page(window).choose(Offer("slow-motion"))


def _editor(window: MainWindow, clock: _StillClock) -> None:
    """Edit an exercise in its form, halfway down."""
    page = _practice_page(window)
    _exercise(window, clock)
    if page.own is not None and page.own.editor is None:
        page.own.edit()
    if page.own is not None and page.own.editor is not None:
        clock.now += 4
        page.own.editor.preview.tick()


def _session(window: MainWindow, clock: _StillClock) -> None:
    """Run a session into its second repetition."""
    page = _practice_page(window)
    if page.flow.state is FlowState.ASKING_SAFETY:
        page.flow.keep_answers()
    exercise = read_library(find_locations()).exercises["slow-motion"]
    page.start(build_plan(exercise, Choice.of(exercise)))
    for _ in range(31):  # a little at a time, because a leap would pause the session
        clock.now += 0.75
        if page.runner is not None:
            page.runner.tick()


def _picture(window: MainWindow) -> QWidget:
    """Return what is on the screen: the course or the far view if open, otherwise the window."""
    for course in window.findChildren(CourseDialog):
        if course.isVisible():
            return course
    if window.current_page is PageId.PRACTICE:
        session = _practice_page(window).session
        if session.far is not None and session.far_shown:
            return session.far
    return window


def _far_view(window: MainWindow, _clock: _StillClock) -> None:
    """Show the running session on the whole screen."""
    session = _practice_page(window).session
    session.open_far()
    if session.far is not None:
        session.far.showNormal()
        session.far.resize(window.size())


def _felt(key: int) -> Scene:
    """Finish a short session and answer the question, or leave it open with 0."""

    def prepare(window: MainWindow, clock: _StillClock) -> None:
        page = _practice_page(window)
        if key:
            page.done.feel.take_key(ord(str(key)))
        else:
            exercise = read_library(find_locations()).exercises["slow-motion"]
            page.start(build_plan(exercise, Choice.of(exercise, sets=1, reps=5)))
            while page.runner is not None and not page.runner.is_over:
                clock.now += 0.75
                page.runner.tick()

    return prepare


def _questions(window: MainWindow, _clock: _StillClock) -> None:
    """Take back the pain, after which practice is paused, and ask the safety questions again."""
    flow = _practice_page(window).flow
    if flow.state is FlowState.PAIN_NOTED:
        flow.take_pain_back()
    window.ask_safety_questions()


_SCENES: dict[str, Scene] = {
    "learn": _lesson("the-movement", 2),
    "learn-table": _lesson("hinge-or-squat", 0, 2.2),
    "learn-picture": _lesson("the-movement", 7),
    "today": _today,
    "course": lambda window, _: window.show_course(),
    "compare": _compare(0),
    "compare-overlaid": _compare(0, overlaid=True),
    "compare-graph": _compare(1, graph=True),
    "progress": _page("progress"),
    "settings": _page("settings"),
    "practice": _page("practice"),
    "practice-exercise": _exercise,
    "practice-own": _editor,
    "practice-question": _felt(0),
    "practice-answer": _felt(3),
    "practice-pain": _felt(6),
    "practice-questions": _questions,
    "practice-session": _session,
    "practice-far": _far_view,
}
