from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QSlider
from pytestqt.qtbot import QtBot

from app.ui.stage.stage import SETTLE_MS, Stage
from app.ui.stage.transport import TransportBar
from tests.helpers.clock import ManualClock
from tests.helpers.pages import World, texts
from tests.helpers.stage import describe_moment, tick, write
from tests.ui.stage.conftest import Box, Moving


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what a running screen reader would be told."""
    said: list[str] = []

    def hear(event: QAccessibleEvent) -> None:
        assert isinstance(event, QAccessibleAnnouncementEvent)
        said.append(event.message())

    monkeypatch.setattr(QAccessible, "isActive", staticmethod(lambda: True))
    monkeypatch.setattr(QAccessible, "updateAccessibility", staticmethod(hear))
    return said


def run(stage: Stage, clock: ManualClock, seconds: float) -> None:
    """Play for this long, at 60 frames per second."""
    for _ in range(round(60 * seconds)):
        clock.wait(1 / 60)
        tick(stage)


def test_a_moment_is_told_with_its_phase_its_cue_and_what_is_so(stage: Stage) -> None:
    stage.seek(2.0)
    assert describe_moment(stage) == (
        "Correct: Hip hinge. Hold: Long back. Hips 18 cm behind the ankles. Knees bent 20°. "
        "Trunk leaning 65° forward. Shins upright. Back flat: 27% of its full bend. "
        "Head in line with the back. Weight over mid-foot."
    )


def test_two_movements_are_told_one_after_the_other(stage: Stage, moving: Moving) -> None:
    stage.show_motions([moving("hinge"), moving("rounded-back")])
    first, second = describe_moment(stage).splitlines()
    assert first.startswith("Correct: Hip hinge. Down: ")
    assert second.startswith("Incorrect: Rounded back. Down: ")


def test_the_moment_is_told_in_the_users_units(world: World, moving: Moving) -> None:
    stage = Stage(world.appearance, units=lambda: "imperial")
    stage.show_motions([moving("hinge")])
    stage.seek(2.0)
    assert "Hips 7 in behind the ankles" in describe_moment(stage)


def test_the_description_is_renewed_when_the_figure_has_stood_for_a_while(
    box: Box, stage: Stage
) -> None:
    stage.seek(2.0)
    assert "Hold: Long back" not in stage.accessibleDescription()
    stage._settling.timeout.emit()
    assert "Hold: Long back" in stage.accessibleDescription()
    assert 100 <= SETTLE_MS <= 500


def test_a_screen_reader_hears_each_phase_of_a_playing_figure_once(
    box: Box, stage: Stage, clock: ManualClock, moving: Moving, heard: list[str]
) -> None:
    stage.show_motions([moving("squat")])
    stage.play()
    run(stage, clock, stage.playback.seconds - 0.1)
    cues = [phase.cue for phase in stage.motions[0].movement.phases[1:]]
    assert [text.split(": ")[1] for text in heard] == cues


def test_a_step_is_told_by_what_has_changed(box: Box, stage: Stage, heard: list[str]) -> None:
    write(stage, ">")
    assert "Trunk leaning 65° forward" in heard[-1]
    assert "Head in line" in heard[-1]
    write(stage, "<")
    assert "Trunk upright" in heard[-1]
    assert "Head in line" not in heard[-1]
    assert len(heard) == 2


def test_scrubbing_says_nothing(box: Box, stage: Stage, heard: list[str]) -> None:
    for hundredth in range(100):
        stage.seek(stage.playback.seconds * hundredth / 100)
    assert heard == []


def test_what_a_key_has_switched_is_said(box: Box, stage: Stage, heard: list[str]) -> None:
    write(stage, "11")
    write(stage, "lmf")
    assert heard == [
        "Shin guide on", "Shin guide off", "Loop off", "Facing left", "View: Front",
    ]  # fmt: skip


def test_without_a_screen_reader_nothing_is_sent(
    box: Box, stage: Stage, heard: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QAccessible, "isActive", staticmethod(lambda: False))
    write(stage, ">1f")
    assert heard == []


def test_the_words_stand_beside_the_figure_and_follow_it(
    box: Box, stage: Stage, clock: ManualClock, moving: Moving
) -> None:
    stage.show_motions([moving("squat")])
    toggles: list[bool] = []
    stage.text_toggled.connect(toggles.append)
    write(stage, "t")
    panel = stage.findChild(QScrollArea)
    assert isinstance(panel, QScrollArea)
    assert panel.x() > stage.width() / 2
    assert stage.motions[0].movement.text.strip() in texts(panel)
    assert "Trunk upright" in texts(panel)
    write(stage, ">")
    assert "Trunk leaning 45° forward" in texts(panel)
    stage.play()
    run(stage, clock, 0.3)
    assert not [text for text in texts(panel) if text.startswith("Up: ")]
    run(stage, clock, stage.motions[0].movement.phases[1].seconds)
    assert [text for text in texts(panel) if text.startswith("Up: ")]
    write(stage, "t")
    assert not panel.isVisible()
    assert toggles == [True, False]


def test_the_words_are_not_renewed_at_every_frame(
    box: Box, stage: Stage, clock: ManualClock, moving: Moving
) -> None:
    stage.show_motions([moving("squat")])
    stage.show_text(True)
    renewed: list[float] = []
    stage.told.connect(lambda: renewed.append(stage.playback.position))
    stage.play()
    run(stage, clock, stage.playback.seconds - 0.1)
    assert len(renewed) == len(stage.motions[0].movement.phases) - 1


def test_words_that_are_read_go_along_with_a_playing_figure(
    box: Box, stage: Stage, clock: ManualClock, moving: Moving
) -> None:
    stage.show_motions([moving("hinge")], badges=False)
    stage.show_text(True)
    stage.play()
    run(stage, clock, 0.3)
    panel = stage.findChild(QScrollArea)
    assert isinstance(panel, QScrollArea)
    early, described = texts(panel), stage.accessibleDescription()
    waiting = stage._settling.remainingTime()
    run(stage, clock, 1.0)
    assert stage._settling.isActive()
    assert stage._settling.remainingTime() <= waiting  # frames do not put it off
    stage._settling.timeout.emit()
    assert texts(panel) != early
    assert stage.accessibleDescription() == described  # a screen reader is told by phases


def test_a_narrow_stage_has_the_words_under_the_figure(stage: Stage, qtbot: QtBot) -> None:
    qtbot.addWidget(stage)
    stage.resize(420, 560)
    stage.show()
    stage.show_text(True)
    panel = stage.findChild(QScrollArea)
    assert isinstance(panel, QScrollArea)
    assert panel.width() == stage.width()
    assert panel.y() > stage.height() / 2


def test_nothing_of_the_words_is_cut(box: Box, stage: Stage, moving: Moving) -> None:
    stage.show_motions([moving("kettlebell-deadlift"), moving("rounded-back")])
    stage.show_text(True)
    stage.stand_at(2.5)
    QApplication.processEvents()
    for one in stage.findChildren(QLabel):
        if one.isVisible():
            assert one.height() >= one.heightForWidth(one.width()), one.text()


def test_the_focus_comes_back_when_the_words_go(box: Box, stage: Stage, bar: TransportBar) -> None:
    stage.show_text(True)
    panel = stage.findChild(QScrollArea)
    assert isinstance(panel, QScrollArea)
    panel.setFocus()
    bar.controls.toggle_text()
    assert stage.hasFocus()


def test_the_slider_names_the_phase(box: Box, stage: Stage, bar: TransportBar) -> None:
    slider = bar.findChild(QSlider)
    assert isinstance(slider, QSlider)
    stage.seek(2.5)
    stage.tell_moment()
    assert slider.accessibleDescription() == "Hold, 2.5 s"
    place = slider.rect().center()
    place.setX(slider.width() - 10)
    QTest.mouseMove(slider, place)
    assert slider.toolTip().startswith("Up, 4.")
