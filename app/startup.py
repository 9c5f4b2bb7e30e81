"""The composition root: put the program together, without running it."""

from __future__ import annotations

import gc

# The imports below make thousands of classes; collecting garbage among them again and again
# would cost a quarter of the start. `Program.open` turns it on again.
gc.disable()

import builtins
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from app.crashes import CrashLog
from app.errors import UserError
from app.instance.claim import Claim
from app.instance.request import Request
from app.library import ENGLISH, Library
from app.locations import Locations, find_locations
from app.messages.message import Message
from app.records.model import local_now
from app.workspace import Workspace, open_workspace

# isort: split
_import = builtins.__import__
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QTimer
from PySide6.QtWidgets import QApplication

# PySide's own import looks in the source of every module for `__feature__`, which nothing here
# uses: 13 ms of the start.
builtins.__import__ = _import

# isort: split
from app.ui.devices import Devices
from app.ui.icons import Icons
from app.ui.keeper import SettingsKeeper
from app.ui.language import follow_language
from app.ui.main_window import MainWindow
from app.ui.notices import Notices
from app.ui.parts import Parts
from app.ui.single_keys import use_single_keys
from app.ui.theme import Appearance

#: The page that opens first needs one lesson; the others are read once it is shown.
_READ_REST_MS = 150
_BETWEEN_MS = 10


class Options(Request, frozen=True):
    """What the command line can ask of a window that is to be opened.

    Attributes:
        data_dir: where the user's data is, instead of the platform's folder.
    """

    data_dir: Path | None = None


class Program:
    """The window and the data it shows; the application outlives both.

    Attributes:
        app: the application.
        window: the window, after `open`.
    """

    window: MainWindow

    def __init__(self, app: QApplication, make_devices: Callable[[str], Devices] = Devices) -> None:
        """Open nothing yet.

        Args:
            app: the application.
            make_devices: makes a window's clock, sound, voice and screen, for a language.
        """
        self.app = app
        self._make_devices = make_devices
        self._options = Options()
        self._closing = ExitStack()

    def open(self, options: Options) -> MainWindow:
        """Open the data and build the window on it, not yet shown.

        Raises:
            HeldError: another process has a window on the data.
            UserError: the program is not whole, or the user's data cannot be used.
        """
        locations = find_locations(options.data_dir)
        _need_icons(locations)
        with ExitStack() as closing:
            claim = Claim(locations.data)
            closing.callback(claim.close)
            crashes = CrashLog(locations.data)
            closing.callback(crashes.close)
            workspace = open_workspace(locations, QLocale.system().name())
            closing.callback(workspace.close)
            if crashes.notice is not None:
                workspace.news.tell(crashes.notice.message)
            devices = self._make_devices(workspace.language)
            self.window = build_window(self.app, workspace, options, devices)
            closing.callback(dispose, self.window)
            self._closing = closing.pop_all()
        # By then it has long been painted.
        self.window.content_read.connect(lambda: self._listen(claim))
        self._options = options
        gc.freeze()
        gc.enable()
        return self.window

    def replace(self, options: Options) -> bool:
        """Close window and data, and open others: another folder, language or database.

        The old window is deleted, so call this from the event loop, never from a signal of it.
        Where the new data cannot be opened, a window on the old data is opened again.

        Returns:
            Whether the old window closed; the user may have answered that it should stay.

        Raises:
            UserError: the new data cannot be used.
        """
        quits = self.app.quitOnLastWindowClosed()
        self.app.setQuitOnLastWindowClosed(False)
        try:
            if not self.window.close_for_good():
                return False
            before = self._options
            self.close()
            try:
                self.open(options)
            except UserError:
                self.open(before)
                raise
        finally:
            self.app.setQuitOnLastWindowClosed(quits)
        return True

    def close(self) -> None:
        """Take the window apart and close the data; a second time does nothing."""
        self._closing.close()

    def _listen(self, claim: Claim) -> None:
        """Let later starts on the same data come to this window."""
        from app.instance.listener import Listener

        self._closing.callback(Listener(claim, self._answer).close)

    def _answer(self, request: Request) -> str:
        """Do what a later start asks for, and return why not; empty where it is done."""
        window = self.window
        try:
            _need_known(request, window.workspace.library)
            window.come_forward(request.token)
            if request.asks_to_open:
                window.open_when_free(request)
        except UserError as error:
            return str(error)
        return ""


def build_window(
    app: QApplication, workspace: Workspace, options: Options, devices: Devices
) -> MainWindow:
    """Return a window on a workspace, not yet shown; `dispose` takes it apart again.

    Raises:
        UserError: a lesson or exercise that was asked for does not exist.
    """
    library, icons = workspace.library, workspace.locations.icons
    closing = ExitStack()
    _translate(app, workspace, closing)
    machine = workspace.settings.machine
    appearance = Appearance(
        app, machine.theme, icons, machine.figure, machine.drawn_person, lambda: library.people
    )
    appearance.set_text_size(machine.text_percent)
    closing.callback(appearance.set_text_size, 100)
    keeper, notices = SettingsKeeper(workspace.settings, devices.motion), Notices(workspace.news)
    keeper.changed.connect(lambda change: appearance.set_theme(change.now.machine.theme))
    keeper.changed.connect(lambda change: appearance.set_text_size(change.now.machine.text_percent))
    keeper.changed.connect(
        lambda change: appearance.set_style(
            change.now.machine.figure, change.now.machine.drawn_person
        )
    )
    use_single_keys(app, workspace.settings.person.single_keys)
    keeper.changed.connect(lambda change: use_single_keys(app, change.now.person.single_keys))
    for end in (keeper.close, notices.close, devices.close):
        closing.callback(end)
    parts = Parts(workspace, keeper, notices, appearance, Icons(icons), devices, closing)
    window = MainWindow(parts)
    for owned in (keeper, notices, appearance):
        owned.setParent(window)
    try:
        _need_known(options, library)
    except UserError:
        dispose(window)
        raise
    window.open_asked(options)
    try:
        if (
            workspace.records.session_in_progress(local_now()) is not None
        ):  # rarely; else nothing more is loaded
            window.offer_to_go_on()
    except UserError as error:
        notices.add_once(error.messages[0])
    window.content_read.connect(lambda: _begin_reminding(window, parts))
    QTimer.singleShot(_READ_REST_MS, window, lambda: _read_rest(window, library))
    QTimer.singleShot(_READ_REST_MS, window, devices.motion.listen)
    QTimer.singleShot(_READ_REST_MS, window, appearance.follow)
    return window


def dispose(window: MainWindow) -> None:
    """Delete a window. When Python ends, PySide would do so in any order, and could crash."""
    window.put_away()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    # Collect cycles now: later it might happen on another thread, where Qt objects must not die.
    gc.unfreeze()
    gc.collect()


def _read_rest(window: MainWindow, library: Library) -> None:
    """Read the rest of the content bit by bit, so that the figure keeps moving."""
    from app.ui.accessible import listen_to_widgets

    listen_to_widgets()
    steps = library.read_on()
    timer = QTimer(window)

    def read_on() -> None:
        if next(steps, True):
            timer.stop()
            window.show_all_content(library.problems)

    timer.timeout.connect(read_on)
    timer.start(_BETWEEN_MS)


def _begin_reminding(window: MainWindow, parts: Parts) -> None:
    """Remind from now on; nothing of it is loaded before the first page is whole."""
    from app.ui.reminders.reminding import Reminding

    Reminding(window, parts)


def _need_icons(locations: Locations) -> None:
    """Refuse to start without the icons that every page shows.

    Raises:
        UserError: they are not there.
    """
    if not locations.icons.is_dir():
        raise UserError("commands.no-icons", folder=locations.icons)


def _need_known(request: Request, library: Library) -> None:
    """Refuse a lesson or an exercise that does not exist.

    Raises:
        UserError: it does not.
    """
    if request.lesson is not None and library.lessons.get(request.lesson) is None:
        raise _unknown("lesson", request.lesson, library.lessons.order)
    if request.exercise is not None and request.exercise not in library.exercises:
        raise _unknown("exercise", request.exercise, tuple(library.exercises))


def _unknown(kind: str, wanted: str, known: tuple[str, ...]) -> UserError:
    return UserError(f"commands.unknown-{kind}", id=wanted, known=", ".join(known))


def _translate(app: QApplication, workspace: Workspace, closing: ExitStack) -> None:
    """Install the texts of a language until `closing`; without them they stay English."""
    if workspace.language != ENGLISH:
        from app.ui.translation import install

        file = workspace.locations.translation(workspace.language)
        if not install(app, file, closing) and file.exists():
            workspace.news.tell(Message("files.translation", file=file))
    follow_language(app, workspace.language, closing)
