"""Reminders in the window: the bell, the tray and its answers, on a day that stands still."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget
from pytestqt.qtbot import QtBot

from app.programme.flow_states import FlowState
from app.programme.reminders import Due, Slot
from app.records.records import Records
from app.settings.model import PlanSettings
from app.settings.service import Settings
from app.ui.keeper import SettingsKeeper
from app.ui.main_window import MainWindow
from app.ui.reminders.bell import Bell
from app.ui.reminders.notice import DesktopNotice, Words
from app.ui.reminders.reminder_texts import answer_texts, text_of, title_of
from app.ui.reminders.reminding import Reminding
from app.ui.reminders.tray import Tray
from tests.helpers.pages import World
from tests.helpers.patience import HANG_S
from tests.helpers.person import LIBRARY, Person
from tests.helpers.session_bus import a_session_bus, needs_bus
from tests.helpers.window import Open

PLAN = PlanSettings(morning_at="08:30", session_at="18:30")


class Rung:
    """A bell, whose it is, and what it rang for."""

    def __init__(self, person: Person, folder: Path) -> None:
        self.person, self._folder = person, folder
        self.heard: list[list[str]] = []
        self.quiet = False
        file = folder / "settings.toml"
        self.keeper = SettingsKeeper(Settings(file, file))
        self.bell = self.start()

    def start(self) -> Bell:
        """Start again, as the program would."""
        self.bell = Bell(
            self.person.planner, LIBRARY.programme, self.person.records, self.keeper,
            self._folder / "reminders.json", lambda: self.quiet, lambda: self.person.now,
        )  # fmt: skip
        self.bell.rung.connect(lambda due: self.heard.append([one.id for one in due]))
        return self.bell

    def look(self, **time: float) -> list[list[str]]:
        """Look after a while, and return all that was heard so far."""
        self.person.later(**time)
        self.bell.look()
        return self.heard


@pytest.fixture
def rung(qtbot: QtBot, tmp_path: Path) -> Iterator[Rung]:
    with closing(Records.open(tmp_path / "records.sqlite3")) as records:
        person = Person(records).read("first-five-minutes").did("evening-ten").later(days=1)
        made = Rung(person, tmp_path)
        made.keeper.change(plan=PLAN)
        yield made


def test_it_rings_once_for_each_even_after_a_restart(rung: Rung) -> None:
    assert rung.look() == []
    assert rung.look(minutes=30) == [["morning-ten"]]
    assert rung.look(minutes=1) == [["morning-ten"]]
    rung.start()
    assert rung.look(minutes=1) == [["morning-ten"]]
    assert rung.look(hours=10)[1:] == [["week-1-day-1"]]


def test_later_comes_again_and_not_today_does_not(rung: Rung) -> None:
    rung.look(minutes=30)
    rung.bell.later(10)
    assert len(rung.look(minutes=9)) == 1
    rung.start()  # it is kept
    assert rung.look(minutes=1)[1:] == [["morning-ten"]]
    rung.bell.not_today()
    assert len(rung.look(hours=2)) == 2


def test_done_is_recorded_as_a_tick_is(rung: Rung) -> None:
    rung.look(minutes=30)
    rung.bell.done()
    small = {one.id: one.done for one in rung.person.today.small}
    assert small["morning-ten"]


def test_it_waits_while_it_must_be_quiet(rung: Rung) -> None:
    rung.quiet = True
    assert rung.look(minutes=31) == []
    rung.quiet = False
    assert rung.look(minutes=1) == [["morning-ten"]]


def test_a_time_that_is_past_when_it_is_chosen_rings_tomorrow(rung: Rung) -> None:
    rung.person.at(20)
    rung.keeper.change(plan=PlanSettings(evening_at="19:00"))
    assert rung.look(hours=1) == []
    assert rung.look(days=1) == [["evening-ten"]]


@pytest.mark.parametrize("second", [0, 1, 30, 59])
def test_it_wakes_once_a_minute_and_right_after_it_began(rung: Rung, second: int) -> None:
    rung.person.now = rung.person.now.replace(second=second, microsecond=250_000)
    rung.bell.look()
    timers = [one for one in rung.bell.findChildren(QTimer) if one.isActive()]
    [timer] = timers
    woken = rung.person.now + timedelta(milliseconds=timer.interval())
    assert woken.second == 0
    assert 0 < woken.microsecond < 50_000
    assert timer.interval() <= 60_050


def test_without_a_time_it_does_not_wake_at_all(rung: Rung) -> None:
    rung.keeper.change(plan=PlanSettings())
    assert not rung.bell.is_waiting
    rung.keeper.change(plan=PLAN, reminders=False)
    assert not rung.bell.is_waiting
    rung.keeper.change(close_to_tray=True)  # the tray may go
    assert rung.bell.is_waiting


@pytest.fixture
def tray(qtbot: QtBot, world: World) -> Iterator[Tray]:
    made = Tray(world.icons, {"XDG_RUNTIME_DIR": "/nowhere"})
    yield made
    made.close()


DUE = (
    Due(Slot.MORNING, "morning-ten", "Morning hinges (10)"),
    Due(Slot.SESSION, "week-1-day-1", "Bodyweight basics", 780),
)


def actions(tray: Tray) -> dict[str, bool]:
    return {one.text(): one.isEnabled() for one in tray._menu.actions() if one.text()}


def choose(tray: Tray, text: str) -> None:
    [action] = [one for one in tray._menu.actions() if one.text() == text]
    action.trigger()


def test_the_menu_has_every_answer_while_something_waits(tray: Tray) -> None:
    heard: list[str] = []
    tray.answered.connect(heard.append)
    none = dict.fromkeys(answer_texts().values(), False)
    assert actions(tray) == {"Open": True, **none, "Quit": True}
    tray.remind(DUE)
    assert all(actions(tray).values())
    choose(tray, "In 30 minutes")
    assert heard == ["later-30"]
    assert actions(tray) == {"Open": True, **none, "Quit": True}


def test_a_notice_says_what_and_how_long(tray: Tray) -> None:
    assert title_of(DUE) == "Your session is ready"
    assert title_of(DUE[:1]) == "A small thing, a minute or two"
    assert text_of(DUE) == "Morning hinges (10)\nBodyweight basics, 13 min"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a session bus as on Linux")
def test_where_the_bus_is_gone_qt_shows_the_message(tray: Tray, qtbot: QtBot) -> None:
    words = Words("Your session is ready", "13 min", ())
    notice = DesktopNotice("unix:path=/nowhere/bus", words, tray)
    with qtbot.waitSignal(notice.failed, timeout=HANG_S * 1000):
        pass


@needs_bus
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a session bus as on Linux")
def test_where_nobody_shows_notices_qt_shows_the_message(tray: Tray, qtbot: QtBot) -> None:
    with a_session_bus(qtbot) as bus:
        words = Words("Your session is ready", "13 min", ())
        notice = DesktopNotice(bus.environment["DBUS_SESSION_BUS_ADDRESS"], words, tray)
        with qtbot.waitSignal(notice.failed, timeout=HANG_S * 1000):
            pass


@pytest.fixture
def there(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Return whether there is a tray, to be changed."""
    found = [True]
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: found[0])
    return found


@pytest.fixture
def window(open_window: Open, qtbot: QtBot, there: list[bool]) -> Iterator[MainWindow]:
    made = open_window()
    made.show()
    yield made
    QApplication.setQuitOnLastWindowClosed(True)


def reminding(window: MainWindow, qtbot: QtBot) -> Reminding:
    qtbot.waitUntil(lambda: window.findChild(Reminding) is not None)
    found = window.findChild(Reminding)
    assert found is not None
    return found


def test_closing_ends_it_unless_it_is_to_stay_in_the_tray(window: MainWindow, qtbot: QtBot) -> None:
    found = reminding(window, qtbot)
    assert not window.stays()
    window._parts.keeper.change(close_to_tray=True)
    assert not window.close()
    assert (window.isHidden(), window.in_tray) == (True, True)
    assert not QApplication.quitOnLastWindowClosed()
    assert found._tray is not None
    choose(found._tray, "Open")
    assert (window.isVisible(), window.in_tray) == (True, False)
    assert QApplication.quitOnLastWindowClosed()
    assert window.close_for_good()


def test_where_the_tray_goes_the_window_comes_back(
    window: MainWindow, qtbot: QtBot, there: list[bool]
) -> None:
    found = reminding(window, qtbot)
    window._parts.keeper.change(close_to_tray=True)
    window.close()
    there[0] = False
    found.bell.look()
    assert window.isVisible()
    assert window.close()


def test_a_start_into_a_tray_that_is_not_there_can_be_seen(
    window: MainWindow, qtbot: QtBot, there: list[bool]
) -> None:
    there[0] = False
    window.hide_in_tray()
    reminding(window, qtbot).bell.look()
    assert (window.isMinimized(), window.in_tray) == (True, False)
    assert QApplication.quitOnLastWindowClosed()


def test_it_is_quiet_in_practice(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = reminding(window, qtbot)
    monkeypatch.setattr(window.flow, "state", FlowState.PRACTISING)
    assert found._is_quiet()
    monkeypatch.undo()
    assert not found._is_quiet()


def test_it_is_quiet_while_something_fills_the_screen(window: MainWindow, qtbot: QtBot) -> None:
    found = reminding(window, qtbot)
    assert not found._is_quiet()
    other = QWidget()
    qtbot.addWidget(other)
    other.showFullScreen()
    assert found._is_quiet()
    other.close()
    assert not found._is_quiet()
