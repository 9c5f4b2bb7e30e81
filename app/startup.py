"""The composition root: put the program together, without running it."""

from __future__ import annotations

import gc

# Thousands of classes come into being below; looking for garbage among them again and again
# would cost a quarter of the start. `build_app` turns it on again.
gc.disable()

import contextlib
import os
import re
import stat
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

# The core before Qt: once PySide is there, it reads the source of every module that is imported
# (it looks for `__feature__`), which would cost the start another 10 ms.
from app import __version__
from app.errors import UserError
from app.lessons.model import Offer
from app.library import ENGLISH, Library, languages, read_library
from app.locations import Locations, find_locations
from app.messages.message import Message
from app.practice.clock import read_clock
from app.records.records import Records
from app.settings.service import Settings

# isort: split
from PySide6.QtCore import (
    QCoreApplication,
    QLocale,
    QMessageLogContext,
    QTimer,
    QtMsgType,
    QTranslator,
    qInstallMessageHandler,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app.ui.icons import Icons
from app.ui.keeper import SettingsKeeper
from app.ui.language import follow_language
from app.ui.main_window import MainWindow
from app.ui.notices import Notices
from app.ui.parts import Parts
from app.ui.rail import PageId
from app.ui.theme import Appearance

if TYPE_CHECKING:
    from app.programme.flow import PracticeFlow
    from app.ui.awake import ScreenAwake
    from app.ui.sound.player import TonePlayer
    from app.ui.sound.voice import Voice, VoiceBox
    from app.ui.wake_lock import WakeLock

#: The page that opens first needs one lesson; the others are read when it stands.
_READ_REST_MS = 150
_BETWEEN_MS = 10


class Options(msgspec.Struct, frozen=True):
    """What the command line can ask of the window.

    Attributes:
        page: shown first.
        lesson: opened first, by id.
        exercise: ready to start, by id.
        data_dir: where the user's data is, instead of the platform's folder.
    """

    page: PageId = PageId.LEARN
    lesson: str | None = None
    exercise: str | None = None
    data_dir: Path | None = None


def _open_tones(sounds: Path, volume: int, wanted: bool) -> TonePlayer:
    """Open the sound when practice wants it, and load nothing of it before."""
    from app.ui.sound.player import open_tones

    return open_tones(sounds, volume, wanted)


class _Awake:
    """Makes what keeps the screen on when practice or the settings want it, and loads it then."""

    def __init__(self, lock: WakeLock | None) -> None:
        self._lock = lock
        self._made: ScreenAwake | None = None

    def get(self) -> ScreenAwake:
        """Return the one there is."""
        if self._made is None:
            from app.ui.awake import ScreenAwake
            from app.ui.wake_lock import WakepyLock

            self._made = ScreenAwake(self._lock or WakepyLock())
        return self._made

    def close(self) -> None:
        """Let the screen go."""
        if self._made is not None:
            self._made.close()


def _open_voice(language: str) -> Voice:
    """Open the voice when it is wanted, and load nothing of it before."""
    from app.ui.sound.voice import open_voice

    return open_voice(language)


def _voice_box(
    app: QApplication, language: str, opener: Callable[[str], Voice]
) -> Callable[[], VoiceBox]:
    """Return what hands out the program's one voice box, made when it is first wanted."""
    made: list[VoiceBox] = []

    def box() -> VoiceBox:
        if not made:
            from app.ui.sound.voice import VoiceBox

            made.append(VoiceBox(language, opener))
            app.aboutToQuit.connect(made[0].close)
        return made[0]

    return box


def _flow_box(library: Library, records: Records) -> Callable[[], PracticeFlow]:
    """Return what hands out where practice stands, read when it is first wanted."""

    @cache
    def flow() -> PracticeFlow:
        from app.programme.flow import PracticeFlow

        return PracticeFlow(library.exercises, library.lessons, library.programme, records)

    return flow


def build_app(
    options: Options,
    clock: Callable[[], float] = read_clock,
    tones: Callable[[Path, int, bool], TonePlayer] = _open_tones,
    lock: WakeLock | None = None,
    voice: Callable[[str], Voice] = _open_voice,
) -> tuple[QApplication, MainWindow]:
    """Return the application and its window, not yet shown.

    Args:
        options: what is asked for.
        clock: what figures and sessions move by, s.
        tones: opens the sound for practice.
        lock: keeps the screen on in practice; the system's where there is none.
        voice: opens the voice for a language.

    Raises:
        UserError: there is no display, the program is not whole, or the user's data cannot be used.
    """
    app = make_application()
    locations = find_locations(options.data_dir)
    _need_icons(locations)
    settings = Settings(locations.settings, locations.settings)
    language = _language(settings.machine.language, locations)
    _translate(app, language, locations)
    follow_language(app, language)
    keeper = SettingsKeeper(settings)
    appearance = Appearance(app, settings.machine.theme, locations.icons, settings.machine.figure)
    appearance.set_text_size(keeper.machine.text_percent)
    keeper.changed.connect(lambda: appearance.set_theme(keeper.machine.theme))
    keeper.changed.connect(lambda: appearance.set_text_size(keeper.machine.text_percent))
    keeper.changed.connect(lambda: appearance.set_style(keeper.machine.figure))

    library = read_library(locations, language, with_own=True)
    notices = Notices()
    records = Records.open(locations.records, on_problem=notices.add)
    for notice in (*settings.notices, records.notice):
        if notice:
            notices.add(notice.message)
    awake = _Awake(lock)
    parts = Parts(
        locations=locations,
        keeper=keeper,
        appearance=appearance,
        icons=Icons(locations.icons),
        movements=library.movements,
        lessons=library.lessons,
        exercises=library.exercises,
        pictures=library.pictures,
        own=lambda: library.exercises.own,
        flow=_flow_box(library, records),
        records=records,
        notices=notices,
        clock=clock,
        open_tones=tones,
        voice_box=_voice_box(app, language, voice),
        awake=awake.get,
    )
    window = MainWindow(parts)

    def put_away() -> None:
        awake.close()
        records.close()

    app.aboutToQuit.connect(put_away)
    try:
        _open_first(window, options, library)
    except UserError:
        put_away()
        dispose(window)
        raise
    try:
        if records.running() is not None:  # as a rule nothing is, and nothing more is loaded
            window.offer_to_go_on()
    except UserError as error:
        notices.add_once(error.messages[0])  # the first page may have met the same
    QTimer.singleShot(_READ_REST_MS, window, lambda: _read_rest(window, library))
    gc.freeze()
    gc.enable()
    return app, window


def _read_rest(window: MainWindow, library: Library) -> None:
    """Read the rest of the content bit by bit: all at once, the figure would stand still."""
    steps = library.read_on()
    timer = QTimer(window)

    def read_on() -> None:
        if next(steps, True):
            timer.stop()
            window.take_stock(library.problems)

    timer.timeout.connect(read_on)
    timer.start(_BETWEEN_MS)


def dispose(window: MainWindow) -> None:
    """Take a window apart. At Python's end PySide would do it in any order, and could crash."""
    from PySide6.QtCore import QEvent

    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def make_application() -> QApplication:
    """Return the application object.

    Raises:
        UserError: there is no display to open a window on. Qt would abort instead.
    """
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    _need_display()
    QCoreApplication.setApplicationName("hip-hinge-trainer")
    QCoreApplication.setApplicationVersion(__version__)
    # Asked for as on Qt's command line: `setStyle` would make PySide define all of QStyle, 5 ms.
    with _explaining():
        app = QApplication([*sys.argv[:1], "-style", "fusion"])
    if not app.screens():
        raise UserError("commands.no-screen", offscreen=Message("commands.offscreen"))
    return app


def _need_icons(locations: Locations) -> None:
    """Refuse to start without the pictures every page is made of.

    Raises:
        UserError: they are not there.
    """
    if not locations.icons.is_dir():
        raise UserError("commands.no-icons", folder=locations.icons)


def _open_first(window: MainWindow, options: Options, library: Library) -> None:
    """Show the page that was asked for.

    Raises:
        UserError: a lesson or exercise that was asked for does not exist.
    """
    if options.lesson is not None:
        if library.lessons.get(options.lesson) is None:
            raise _unknown("lesson", options.lesson, library.lessons.order)
        window.open_lesson(options.lesson)
    elif options.exercise is not None:
        if options.exercise not in library.exercises:
            raise _unknown("exercise", options.exercise, tuple(library.exercises))
        window.open_practice(Offer(options.exercise))
    else:
        window.show_page(options.page)


def _unknown(kind: str, wanted: str, known: tuple[str, ...]) -> UserError:
    return UserError(f"commands.no-{kind}", id=wanted, known=", ".join(known))


def _language(wanted: str, locations: Locations) -> str:
    """Return the language to use: the one that is set, or the system's where there is one."""
    known = languages(locations)
    code = QLocale.system().name() if wanted == "system" else wanted
    for name in (code, code.split("_")[0]):
        if name in known:
            return name
    return ENGLISH


def _translate(app: QApplication, language: str, locations: Locations) -> None:
    """Install the window's texts in a language; without them they stay English."""
    if language == ENGLISH:
        return
    translator = QTranslator(app)
    if translator.load(f"app_{language}", str(locations.resources / "translations")):
        app.installTranslator(translator)


def _need_display() -> None:
    """Refuse before Qt does, which would abort with a core dump.

    Raises:
        UserError: there is no display.
    """
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return
    if not _display():
        raise UserError("commands.no-display", offscreen=Message("commands.offscreen"))


@contextlib.contextmanager
def _explaining() -> Iterator[None]:
    """Say in one sentence why Qt cannot start; left alone it aborts and dumps its memory."""
    told: list[str] = []

    def hear(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        del context
        if kind is not QtMsgType.QtFatalMsg:
            told.append(text)
            return
        _write(f"hip-hinge-trainer: {_why_no_window(told)}")
        # No exception finds its way out through Qt, and nothing is open yet that could be lost.
        os._exit(1)

    before = qInstallMessageHandler(hear)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
    for text in told:
        _write(text)


def _why_no_window(told: list[str]) -> Message:
    said, offscreen = "\n".join(told), Message("commands.offscreen")
    if missing := re.search(r'Could not find the Qt platform plugin "(.*?)"', said):
        return Message("commands.no-platform", platform=missing[1], offscreen=offscreen)
    if "could not connect to display" in said or "Failed to create wl_display" in said:
        if name := _display():
            return Message("commands.display-unreachable", display=name, offscreen=offscreen)
        return Message("commands.no-display", offscreen=offscreen)
    if not told:
        return Message("commands.no-window", offscreen=offscreen)
    reason = told[0].strip().rstrip(".")
    return Message("commands.no-window-because", reason=reason, offscreen=offscreen)


def _display() -> str:
    return os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or ""


def _write(line: str) -> None:
    if sys.stderr is not None:  # none where Windows starts a program without a console
        sys.stderr.write(f"{line}\n")
        sys.stderr.flush()


def tell(sentence: str) -> None:
    """Show why the program cannot start to someone who started it without a terminal."""
    app = QApplication.instance()
    if app is None or QGuiApplication.platformName() in ("offscreen", "minimal"):
        return
    if _somebody_reads_errors() or not QGuiApplication.screens():
        return
    from PySide6.QtWidgets import QMessageBox

    QMessageBox.critical(None, QCoreApplication.translate("Startup", "Hip Hinge Trainer"), sentence)


def _somebody_reads_errors() -> bool:
    """Tell whether what is written there reaches someone: a terminal, or a program that asked.

    A desktop leads it into a log or nowhere.
    """
    try:
        handle = sys.stderr.fileno()
        return os.isatty(handle) or stat.S_ISFIFO(os.fstat(handle).st_mode)
    except (AttributeError, OSError, ValueError):  # there is none, or it is closed
        return False
