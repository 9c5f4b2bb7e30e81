from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import ClassVar

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QMessageBox,
    QSlider,
)
from pytestqt.qtbot import QtBot

import app.ui.settings.page as page_module
from app.practice.tones import Tone
from app.records.model import SafetyAnswers
from app.settings.model import BodySettings, ExerciseSettings, SettingsValues
from app.ui.settings.page import SettingsPage
from app.ui.settings.sound import SoundSection
from app.ui.sound.tone_player import TonePlayer
from tests.helpers.errors import UNREADABLE, unreadable
from tests.helpers.pages import World, a_world, texts
from tests.helpers.settings_page import (
    combo,
    named_control,
    pick,
    press,
    saved,
    settle,
    spin,
    type_into,
)
from tests.helpers.voice import a_box


class Player:
    """A tone player that remembers; those opened from now on are silent for `next_why`."""

    opened: ClassVar[list[Player]] = []
    next_why: ClassVar[str] = ""

    is_opening = False

    def __init__(self, volume: int) -> None:
        self.changed: Callable[[], None] | None = None
        self.volume, self.played, self.closed = volume, list[Tone](), False
        self.why = self.next_why
        self.opened.append(self)

    @property
    def available(self) -> bool:
        return not self.why

    @property
    def reason(self) -> str:
        return self.why

    def play(self, tone: Tone) -> None:
        self.played.append(tone)

    def set_volume(self, volume: int) -> None:
        self.volume = volume

    def notify(self, changed: Callable[[], None]) -> None:
        self.changed = changed

    def close(self) -> None:
        self.closed = True


@pytest.fixture(autouse=True)
def player(monkeypatch: pytest.MonkeyPatch) -> type[Player]:
    def open_tones(_sounds: Path, volume: int) -> TonePlayer:
        return Player(volume)

    monkeypatch.setattr("app.ui.settings.sound.open_tones", open_tones)
    monkeypatch.setattr(Player, "opened", [])
    monkeypatch.setattr(Player, "next_why", "")
    return Player


@pytest.fixture
def world(qapp: QApplication, tmp_path: Path) -> Iterator[World]:
    with a_world(qapp, tmp_path, units="metric") as made:
        yield made


@pytest.fixture
def make(world: World, qtbot: QtBot) -> Callable[[], SettingsPage]:
    def made() -> SettingsPage:
        people = world.library.people
        page = SettingsPage(
            world.keeper, world.locations, world.records, voice=a_box(), people=people
        )
        qtbot.addWidget(page)
        page.resize(868, 2000)
        return page

    return made


@pytest.fixture
def page(make: Callable[[], SettingsPage]) -> SettingsPage:
    page = make()
    page.show()
    settle()
    return page


@pytest.mark.parametrize(
    ("name", "value", "field"),
    [
        ("Theme", "dark", "theme"),
        ("Figure", "stick", "figure"),
        ("Person", "mei", "drawn_person"),
        ("Reduce motion", "on", "reduce_motion"),
        ("Lengths and weights", "imperial", "units"),
    ],
)
def test_each_choice_is_saved_at_once(
    page: SettingsPage, world: World, name: str, value: str, field: str
) -> None:
    pick(page, name, value)
    assert saved(world).get(field) == value


def test_only_a_person_is_drawn_as_somebody(page: SettingsPage) -> None:
    box = combo(page, "Person")
    assert box.isEnabled()
    pick(page, "Figure", "silhouette")
    assert not box.isEnabled()


def test_the_size_of_text_is_saved_in_percent(page: SettingsPage, world: World) -> None:
    pick(page, "Text size", "150")
    assert saved(world).get("text_percent") == 150


def test_numbers_are_saved_once_they_are_typed(page: SettingsPage, world: World) -> None:
    type_into(spin(page, "Time to get ready"), "25")
    type_into(spin(page, "Height"), "182")
    type_into(spin(page, "Weight"), "68")
    pick(page, "Sex", "f")
    assert saved(world).person.prepare_s == 25
    assert saved(world).person.body == BodySettings(stature_m=1.82, mass_kg=68, sex="f")


def test_half_a_number_is_not_taken_but_leaving_it_takes_what_stands_there(
    page: SettingsPage, world: World
) -> None:
    countdown = spin(page, "Time to get ready")
    type_into(countdown, "3", end=None)
    assert world.keeper.person.prepare_s == 10
    type_into(countdown, "30", end=None)
    assert world.keeper.person.prepare_s == 10
    page.close()
    assert saved(world).person.prepare_s == 30


def test_with_english_alone_there_is_no_choice_of_language(
    page: SettingsPage,
    make: Callable[[], SettingsPage],
    world: World,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert not [w for w in page.findChildren(QComboBox) if w.accessibleName() == "Language"]
    monkeypatch.setattr(page_module, "languages", lambda _locations: ["en", "de"])
    other = make()
    other.show()
    control = combo(other, "Language")
    assert [control.itemData(i) for i in range(control.count())] == ["system", "en", "de"]
    assert control.itemText(2) == "Deutsch"
    control.setCurrentIndex(2)
    assert saved(world).machine.language == "de"


def test_a_language_that_went_away_counts_as_the_systems(
    make: Callable[[], SettingsPage], world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_module, "languages", lambda _locations: ["en", "de"])
    world.keeper.change(language="fr")
    page = make()
    page.show()
    assert combo(page, "Language").currentData() == "system"
    assert world.keeper.machine.language == "fr"


def test_sound_is_looked_for_once_the_page_was_painted(
    make: Callable[[], SettingsPage], player: type[Player]
) -> None:
    page = make()
    assert player.opened == [], "making the page loads nothing"
    page.show()
    settle()
    assert len(player.opened) == 1
    assert "A sound output was found." in texts(page)
    page.hide()
    assert player.opened[0].closed


def test_why_it_is_silent_is_said_and_what_to_do(
    make: Callable[[], SettingsPage], player: type[Player]
) -> None:
    player.next_why = "Sound needs the system library libpulse: install it."
    page = make()
    page.show()
    settle()
    assert player.next_why in texts(page)
    player.next_why = ""
    press(page, "Play a tone")
    assert len(player.opened) == 2, "it is tried anew"
    assert player.opened[0].closed
    assert player.opened[1].played
    assert "A sound output was found." in texts(page)


def watch(page: SettingsPage) -> QTimer:
    (section,) = page.findChildren(SoundSection)
    return section._timer


def test_an_output_that_gives_up_later_is_noticed(page: SettingsPage, player: type[Player]) -> None:
    press(page, "Play a tone")
    player.opened[0].why = "Your sound output isn't playing the tones."
    watch(page).timeout.emit()
    assert player.opened[0].why in texts(page)


def test_the_watch_ends(page: SettingsPage) -> None:
    press(page, "Play a tone")
    timer = watch(page)
    assert timer.isActive()
    for _ in range(6):
        timer.timeout.emit()
    assert not timer.isActive()


def test_without_sound_nothing_is_opened_and_nothing_can_be_tried(
    page: SettingsPage, world: World, player: type[Player]
) -> None:
    on = named_control(page, "Tones in practice")
    assert isinstance(on, QCheckBox)
    on.click()
    assert not saved(world).person.sound
    assert player.opened[0].closed
    assert not named_control(page, "Play a tone").isEnabled()
    assert not named_control(page, "Volume").isEnabled()
    assert "A sound output was found." not in texts(page)
    on.click()
    settle()
    assert saved(world).person.sound
    assert len(player.opened) == 2


def test_the_volume_is_heard_while_it_is_dragged_and_saved_when_let_go(
    page: SettingsPage, world: World, player: type[Player]
) -> None:
    volume = named_control(page, "Volume")
    assert isinstance(volume, QSlider)
    volume.setSliderDown(True)
    volume.setSliderPosition(30)
    assert player.opened[0].volume == 30
    assert "30%" in texts(page)
    assert world.keeper.person.volume == 70
    volume.setSliderDown(False)
    assert saved(world).person.volume == 30


def test_the_wheel_scrolls_past_what_has_no_focus(page: SettingsPage, world: World) -> None:
    if focused := QApplication.focusWidget():
        focused.clearFocus()
    for name in ("Theme", "Height", "Volume"):
        control = named_control(page, name)
        assert not control.hasFocus()
        wheel = QWheelEvent(
            QPointF(5, 5), QPointF(control.mapToGlobal(QPoint(5, 5))), QPoint(), QPoint(0, -120),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(control, wheel)
        assert not wheel.isAccepted(), "so it goes on to the page"
        assert control.focusPolicy() != Qt.FocusPolicy.WheelFocus
    assert saved(world) == SettingsValues().replace(units="metric")


def test_the_data_is_named_and_its_folder_opened_as_a_file(
    page: SettingsPage, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = {field.text() for field in page.findChildren(QLineEdit) if field.isReadOnly()}
    assert shown == {str(world.locations.records), str(world.locations.settings)}
    asked: list[QUrl] = []
    can_open = True

    def open_url(url: QUrl) -> bool:
        asked.append(url)
        return can_open

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    press(page, "Open folder")
    assert [(url.scheme(), Path(url.toLocalFile())) for url in asked] == [
        ("file", world.locations.data)
    ]
    trouble = f"The folder could not be opened: {world.locations.data}"
    assert trouble not in texts(page)
    can_open = False
    press(page, "Open folder")
    assert trouble in texts(page)


def reset(page: SettingsPage, answer: str) -> None:
    press(page, "Reset all settings")
    (box,) = page.findChildren(QMessageBox)
    (button,) = [b for b in box.buttons() if b.text() == answer]
    button.click()
    settle()


def test_everything_is_set_back_once_that_is_confirmed(page: SettingsPage, world: World) -> None:
    place = [10, 20, 1000, 700]
    world.keeper.change(
        theme="dark",
        units="imperial",
        volume=20,
        prepare_s=30,
        body=BodySettings(stature_m=1.6),
        exercises={"slow-motion": ExerciseSettings(sets=2)},
        window=place,
        calendar_id="0f",
        calendar_version=3,
    )
    changed = saved(world)
    reset(page, "Cancel")
    assert saved(world) == changed
    reset(page, "Reset")
    assert saved(world) == SettingsValues().replace(
        window=place, calendar_id="0f", calendar_version=3
    )
    assert combo(page, "Theme").currentData() == "system"
    assert spin(page, "Time to get ready").value() == 10


def test_it_names_the_version_and_gives_no_medical_advice(page: SettingsPage) -> None:
    from app import __version__

    (line,) = [text for text in texts(page) if "Not medical advice" in text]
    assert __version__ in line
    assert "stop if it hurts" in line


def test_the_safety_questions_stand_with_the_date_of_the_answers(
    make: Callable[[], SettingsPage], world: World, qtbot: QtBot
) -> None:
    page = make()
    page.show()
    assert "Not answered yet" in texts(page)
    assert named_control(page, "Safety questions: Answer").isEnabled()
    day = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
    for at in (day - timedelta(days=400), day):
        world.records.put(SafetyAnswers(at, {"balance": False}))
    world.flush()
    page.hide()
    page.show()
    assert "Answered on 23 November 2026" in texts(page)
    with qtbot.waitSignal(page.questions_requested):
        press(page, "Safety questions: Change answers")


def test_answers_that_cannot_be_read_are_said_so_in_the_settings(
    make: Callable[[], SettingsPage], world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> None:
        raise unreadable()

    monkeypatch.setattr(world.records, "safety", broken)
    page = make()
    page.show()
    assert UNREADABLE in texts(page)
    assert "Not answered yet" not in texts(page)


def test_a_tone_waits_for_an_output_that_is_looked_for(
    player: type[Player], make: Callable[[], SettingsPage], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(player, "is_opening", True)
    page = make()
    page.show()
    settle()
    assert "Looking for a sound output…" in texts(page)
    press(page, "Play a tone")
    [made] = player.opened
    made.played.clear()
    monkeypatch.setattr(player, "is_opening", False)
    assert made.changed is not None
    made.changed()
    made.changed()
    assert len(made.played) == 1
    assert "A sound output was found." in texts(page)
