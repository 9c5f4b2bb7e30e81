"""Windows come and go in one process, and take everything with them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer, QTranslator
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from app.errors import UserError
from app.locations import Locations, find_locations
from app.messages.message import Message
from app.picture.progress import Progress, Work
from app.programme.safety import QUESTIONS
from app.settings.service import Settings
from app.startup import Options, Program, build_window, dispose
from app.ui.devices import Devices
from app.ui.main_window import MainWindow
from app.ui.notice_bar import NoticeBar
from app.ui.rail import PageId
from app.ui.share.button import ShareButton
from app.workspace import open_workspace
from tests.helpers.census import count_all
from tests.helpers.practice_page import ListingPlayer
from tests.helpers.window import a_program, show

#: How often four windows are opened one after the other: ROUNDS=25 makes a hundred.
ROUNDS = int(os.environ.get("ROUNDS", "2"))


class German(QTranslator):
    """Says one word in German."""

    def load(self, *_: object) -> bool:
        return True

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's own name
        return False

    def translate(
        self,
        context: str | bytes | bytearray | memoryview,
        sourceText: str | bytes | bytearray | memoryview,  # noqa: N803 - Qt's own name
        disambiguation: str | bytes | bytearray | memoryview | None = None,
        n: int = -1,
    ) -> str:
        text = sourceText if isinstance(sourceText, str) else bytes(sourceText).decode()
        return "Heute" if text == "Today" else text


@pytest.fixture
def program(qapp: QApplication) -> Iterator[Program]:
    with a_program(qapp) as made:
        yield made


@pytest.fixture
def two_languages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.workspace.languages", lambda _: ["en", "de"])

    def install(app: QApplication, _: Path, closing: ExitStack) -> bool:
        translator = German()
        closing.callback(app.removeTranslator, translator)
        return app.installTranslator(translator)

    monkeypatch.setattr("app.ui.translation.install", install)


def set_language(folder: Path, language: str) -> None:
    file = folder / "settings.toml"
    Settings(file, file).change(language=language)


def titles(window: MainWindow) -> set[str]:
    """Return what the buttons of the rail say."""
    return {button.text() for button in window.findChildren(QToolButton)}


def answer(window: MainWindow) -> None:
    """Answer the safety questions, so that practice is open."""
    window.practice.ask_questions()
    no = {question.value: False for question in QUESTIONS}
    window.practice.questions.answered.emit(no, False, False)


def use(window: MainWindow) -> None:
    """Show every page, and lead a session for a moment."""
    for page in PageId:
        window.show_page(page)
        QApplication.processEvents()
    window.show_page(PageId.PRACTICE)
    practice = window.practice
    answer(window)
    plan = practice.choice.plan()
    assert plan is not None
    practice.start(plan)
    assert practice.runner is not None
    practice.runner.tick()
    practice.session.open_far()
    window.show_shortcuts()
    QApplication.processEvents()
    window.leave()


def a_record(folder: Path, lesson: str) -> None:
    """Have a lesson of it read to the end."""
    with open_workspace(find_locations(folder)) as workspace:
        workspace.records.lesson_finished(lesson)


def finished(program: Program) -> set[str]:
    """Return the lessons read to their end, as the window's records tell."""
    found = program.window.workspace.records.lesson_progress()
    return {lesson for lesson, progress in found.items() if progress.finished_at}


@pytest.mark.usefixtures("two_languages")
def test_nothing_is_left_of_windows_that_are_replaced(program: Program, tmp_path: Path) -> None:
    census = []
    for _ in range(ROUNDS):
        change: Callable[[Options], object] = program.open
        for person in ("ada", "ben"):
            for language in ("en", "de"):
                set_language(tmp_path / person, language)
                change(Options(data_dir=tmp_path / person))
                program.window.show()
                if person == "ada":
                    use(program.window)
                change = program.replace
        program.close()
        census.append(count_all())
    assert census[-1] - census[0] == {}


@pytest.mark.usefixtures("two_languages")
def test_the_window_speaks_another_language_without_a_restart(
    program: Program, tmp_path: Path
) -> None:
    assert "Today" in titles(program.open(Options(data_dir=tmp_path)))
    program.window._parts.keeper.change(language="de")
    assert program.replace(Options(data_dir=tmp_path))
    assert "Heute" in titles(program.window)
    program.window._parts.keeper.change(language="en")
    assert program.replace(Options(data_dir=tmp_path))
    assert "Today" in titles(program.window)


def test_the_window_shows_another_person_and_a_replaced_database(
    program: Program, tmp_path: Path
) -> None:
    ada, ben = tmp_path / "ada", tmp_path / "ben"
    a_record(ada, "cues")
    a_record(ben, "the-movement")
    program.open(Options(data_dir=ada))
    assert finished(program) == {"cues"}
    program.replace(Options(data_dir=ben))
    assert finished(program) == {"the-movement"}
    program.close()
    (ada / "records.sqlite3").replace(ben / "records.sqlite3")
    program.open(Options(data_dir=ben))
    assert finished(program) == {"cues"}


def test_a_crash_is_mentioned_from_the_next_start_on_until_that_was_read(
    program: Program, tmp_path: Path
) -> None:
    (tmp_path / "crash.log").write_text("Segmentation fault")
    program.open(Options(data_dir=tmp_path))
    [line] = program.window._parts.notices.lines
    assert str(tmp_path / "crash-last.log") in line
    assert (tmp_path / "crash.log").exists()
    program.replace(Options(data_dir=tmp_path))
    assert program.window._parts.notices.lines == [line]
    bar = program.window.findChild(NoticeBar)
    assert isinstance(bar, NoticeBar)
    next(one for one in bar.findChildren(QPushButton) if one.text() == "Close").click()
    program.replace(Options(data_dir=tmp_path))
    assert program.window._parts.notices.lines == []
    program.close()
    assert not (tmp_path / "crash.log").exists()


def test_a_damaged_translation_is_named_and_left_out(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    damaged = tmp_path / "app_de.qm"
    damaged.write_bytes(b"not one")
    monkeypatch.setattr("app.workspace.languages", lambda _: ["en", "de"])
    monkeypatch.setattr(Locations, "translation", lambda *_: damaged)
    set_language(tmp_path / "data", "de")
    program.open(Options(data_dir=tmp_path / "data"))
    [line] = program.window._parts.notices.lines
    assert line.startswith(f"{damaged} is damaged")
    assert "Today" in titles(program.window)


def test_a_window_that_is_to_stay_stays(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = program.open(Options(data_dir=tmp_path, page=PageId.PRACTICE))
    window.show()
    monkeypatch.setattr(window.practice, "may_close", lambda: False)
    assert not program.replace(Options(data_dir=tmp_path / "other"))
    assert program.window is window
    assert window.isVisible()
    assert not (tmp_path / "other").exists()


def test_closing_in_the_middle_of_saving_leaves_no_part_of_a_file(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    window = program.open(Options(data_dir=tmp_path))
    show(window)
    window.show_page(PageId.LEARN)
    qtbot.waitUntil(lambda: bool(window.learn.stage.motions))  # loaded after the first paint
    share = window.learn.findChild(ShareButton)
    assert isinstance(share, ShareButton)
    dialog = share.open_dialog()
    assert dialog is not None
    file = tmp_path / "half.gif"

    def work() -> Work:
        file.touch()
        try:
            while True:
                yield Progress(1, 2)
        finally:
            file.unlink()

    dialog.worker.start(work(), file)
    qtbot.waitUntil(file.exists)
    program.close()
    assert not file.exists()


def test_closing_lets_go_of_the_sound(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    players: list[ListingPlayer] = []
    with a_program(qapp, players) as program:
        window = program.open(Options(data_dir=tmp_path, page=PageId.PRACTICE))
        window.show()
        answer(window)
        qtbot.waitUntil(lambda: bool(players))
        assert not players[-1].closed
    assert players[-1].closed


def test_what_cannot_be_opened_leaves_the_window_as_it_was(
    program: Program, tmp_path: Path
) -> None:
    program.open(Options(data_dir=tmp_path / "ada"))
    with pytest.raises(UserError, match="no-such-lesson"):
        program.replace(Options(data_dir=tmp_path / "ben", lesson="no-such-lesson"))
    assert program.window.workspace.locations.data == tmp_path / "ada"
    program.window.show()


def test_replacing_the_only_window_does_not_end_the_program(
    program: Program, qapp: QApplication, tmp_path: Path
) -> None:
    program.open(Options(data_dir=tmp_path)).show()
    still_runs: list[bool] = []

    def replace() -> None:
        program.replace(Options(data_dir=tmp_path))
        QTimer.singleShot(0, program.window, program.window.show)
        QTimer.singleShot(20, qapp, lambda: still_runs.append(True))
        # Not `quit`: it would also leave an event that ends the loops of later tests.
        QTimer.singleShot(40, qapp, qapp.exit)

    QTimer.singleShot(0, qapp, replace)
    qapp.exec()
    assert still_runs
    assert qapp.quitOnLastWindowClosed()


def test_a_second_window_on_the_same_data_follows_it_alone(
    qapp: QApplication, tmp_path: Path
) -> None:
    with open_workspace(find_locations(tmp_path)) as workspace:
        for number, theme in enumerate(("dark", "light")):
            window = build_window(qapp, workspace, Options(), Devices("en"))
            workspace.news.tell(Message("files.system", text=f"News {number}."))
            workspace.settings.change(theme=theme)
            assert window._parts.appearance.palette.dark is (theme == "dark")
            # What was told before is told by each window, from the first line on.
            assert len(window._parts.notices.lines) == number + 1
            dispose(window)
