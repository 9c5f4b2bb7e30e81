"""Settings: which tones are heard, and the voice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import get_args

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QSlider, QWidget
from pytestqt.qtbot import QtBot

from app.practice.tones import Tone
from app.settings.model import ToneName
from app.ui.settings.page import SettingsPage
from app.ui.sound.reasons import no_service
from tests.helpers.pages import World
from tests.helpers.practice_page import ListingPlayer
from tests.helpers.settings_page import combo, named_control, press, saved, settle
from tests.helpers.voice import ListingVoice, box_with

SAMPLE = "Hips back. Look at the floor ahead and listen."
Open = Callable[[ListingVoice], QWidget]


@pytest.fixture
def open_page(qtbot: QtBot, world: World, monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    monkeypatch.setattr("app.ui.settings.sound.open_tones", lambda *_: ListingPlayer())
    pages: list[QWidget] = []

    def open_it(voice: ListingVoice) -> QWidget:
        page = SettingsPage(world.keeper, world.locations, world.records, voice=box_with(voice))
        qtbot.addWidget(page)
        page.resize(868, 640)
        page.show()
        settle()
        pages.append(page)
        return page

    yield open_it
    for page in pages:
        page.hide()


def show_voice(page: QWidget) -> None:
    """Scroll the voice's card into view: it looks for a voice once it was painted."""
    assert isinstance(page, SettingsPage)
    page.ensureWidgetVisible(named_control(page, "Voice in practice"), 0, 250)
    settle()


def slider(page: QWidget, name: str) -> QSlider:
    control = named_control(page, name)
    assert isinstance(control, QSlider)
    return control


def texts(page: QWidget) -> list[str]:
    return [found.text() for found in page.findChildren(QLabel) if found.isVisible()]


def test_each_tone_can_be_turned_off(open_page: Open, world: World) -> None:
    page = open_page(ListingVoice())
    for name in ("Hold", "Last rep"):
        box = named_control(page, f"Tone: {name}")
        assert isinstance(box, QCheckBox)
        box.click()
    assert saved(world).person.tones_off == ["hold", "last_rep"]
    world.keeper.change(tones_off=["up"])
    boxes = [w for w in page.findChildren(QCheckBox) if w.accessibleName().startswith("Tone: ")]
    assert [box.text() for box in boxes if not box.isChecked()] == ["Up"]
    assert len(boxes) == len(Tone) - 1


def test_the_settings_know_all_tones() -> None:
    assert set(get_args(ToneName)) == {tone.value for tone in Tone} - {"tick"}


def test_the_metronome_is_off_until_it_is_wanted(open_page: Open, world: World) -> None:
    page = open_page(ListingVoice())
    box = named_control(page, "Metronome")
    assert isinstance(box, QCheckBox)
    assert not box.isChecked()
    box.click()
    assert saved(world).person.metronome


def test_without_tones_none_can_be_chosen(open_page: Open, world: World) -> None:
    page = open_page(ListingVoice())
    world.keeper.change(sound=False)
    assert not named_control(page, "Tone: Hold").isEnabled()
    assert not named_control(page, "Metronome").isEnabled()


def test_the_voice_is_chosen_tuned_and_tried(open_page: Open, world: World) -> None:
    voice = ListingVoice(voices=("Anna", "Bert"))
    page = open_page(voice)
    show_voice(page)
    which = combo(page, "Choose a voice")
    assert [which.itemText(at) for at in range(which.count())] == ["Default", "Anna", "Bert"]
    which.setCurrentIndex(2)
    which.activated.emit(2)
    slider(page, "Speed").setValue(25)
    slider(page, "Voice volume").setValue(40)
    found = saved(world).person
    assert (found.voice_name, found.voice_rate, found.voice_volume) == ("Bert", 25, 40)
    assert voice.tuned[-1] == ("Bert", 25, 40)
    assert {"+25%", "40%"} < set(texts(page))
    press(page, "Test the voice")
    assert voice.said == [SAMPLE]


@pytest.mark.parametrize(
    ("press_me", "beside", "next_row"),
    [("Play a tone", "Volume", "Tone: Hold"), ("Test the voice", "Voice in practice", "Speed")],
)
def test_it_is_tried_where_it_is_set_and_told_right_below(
    open_page: Open, press_me: str, beside: str, next_row: str
) -> None:
    page = open_page(ListingVoice())
    show_voice(page)
    press(page, press_me)
    settle()
    tried, by, after = (named_control(page, name) for name in (press_me, beside, next_row))
    said = tried.accessibleDescription()
    told = next(one for one in page.findChildren(QLabel) if one.text() == said)
    place, set_at, told_at, next_at = (
        one.mapTo(page, one.rect().center()).y() for one in (tried, by, told, after)
    )
    assert abs(place - set_at) <= tried.height() / 2
    assert place < told_at < next_at


def test_the_voice_is_worked_by_keyboard(open_page: Open, world: World) -> None:
    page = open_page(ListingVoice())
    show_voice(page)
    count = named_control(page, "Say every second aloud")
    count.setFocus()
    QTest.keyClick(count, Qt.Key.Key_Space)
    speed = slider(page, "Speed")
    speed.setFocus()
    QTest.keyClick(speed, Qt.Key.Key_Left)
    found = saved(world).person
    assert (found.count_seconds, found.voice_rate) == (True, -5)


def test_without_a_voice_one_sentence_says_what_is_missing(open_page: Open, world: World) -> None:
    voice = ListingVoice(no_service(), ())
    page = open_page(voice)
    show_voice(page)
    assert texts(page).count(no_service()) == 1
    hidden = {"Choose a voice", "Speed", "Voice volume", "Seconds"}
    shown = {w.accessibleName() for w in page.findChildren(QWidget) if w.isVisible()}
    assert not hidden & (shown | set(texts(page)))
    voice.reason, voice.voices = "", ("Anna",)  # it was installed since
    press(page, "Check for voices again")
    assert no_service() not in texts(page)
    assert hidden < set(texts(page))


def test_switched_off_it_is_silent_and_nothing_can_be_tried(open_page: Open, world: World) -> None:
    voice = ListingVoice()
    page = open_page(voice)
    show_voice(page)
    on = named_control(page, "Voice in practice")
    assert isinstance(on, QCheckBox)
    on.click()
    assert not saved(world).person.voice
    assert voice.stopped
    assert not named_control(page, "Test the voice").isEnabled()
    assert not slider(page, "Speed").isEnabled()


def test_a_hidden_page_falls_silent_and_lets_nothing_go(open_page: Open) -> None:
    voice = ListingVoice()
    page = open_page(voice)
    show_voice(page)
    press(page, "Test the voice")
    stopped = voice.stopped
    page.hide()
    assert (voice.stopped, voice.closed) == (stopped + 1, 0)
