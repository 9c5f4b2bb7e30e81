from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.lessons.model import Offer
from app.practice.tones import Tone
from app.programme.numbers import choice_for, fields_of
from app.settings.model import ExerciseSettings, PersonSettings
from app.ui.practice.cards import ExerciseCard
from tests.helpers.practice_page import (
    NO_SOUND,
    Room,
    click,
    find_button,
    open_room,
    visible_text,
)
from tests.helpers.settings_page import saved


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    with open_room(qtbot, tmp_path) as opened:
        qtbot.waitUntil(lambda: bool(opened.opened))
        yield opened


def shown_numbers(room: Room) -> dict[str, str]:
    names = ("sets", "reps", "down_s", "hold_s", "up_s", "top_s", "rest_s", "prepare_s")
    return {name: room.page.choice.details.numbers.box(name).text() for name in names}


def test_an_exercise_fits_the_smallest_window_whole(room: Room) -> None:
    room.page.resize(868, 640)  # beside the rail
    room.page.choose(Offer("slow-motion"))
    QApplication.processEvents()
    for name in ("Edit", "Export…", "Start"):
        button = find_button(room.page.choice, name)
        assert button.visibleRegion().boundingRect() == button.rect(), name


def test_the_tab_key_comes_to_the_cards_before_what_is_chosen(room: Room) -> None:
    choice = room.page.choice
    choice.refresh()
    QApplication.processEvents()
    stop: QWidget | None = choice.findChildren(ExerciseCard)[0]
    names = []
    for _ in range(500):
        assert stop is not None
        if stop.focusPolicy() & Qt.FocusPolicy.TabFocus and stop.isVisible():
            names.append(stop.accessibleName())
        stop = stop.nextInFocusChain()
        if names[-1:] == ["Start"]:
            break
    read = [names.index(name) for name in ("Slow motion", "New exercise", "Figure", "Start")]
    assert read == sorted(read)
    assert read[-1] == len(names) - 1


def test_every_exercise_has_a_card_with_its_numbers(room: Room) -> None:
    cards = room.page.choice.findChildren(ExerciseCard)
    titles = [exercise.title for exercise in room.exercises.values()]
    assert [card.accessibleName() for card in cards] == titles
    assert titles[:3] == ["Wall touches", "Broomstick hinges", "Slow motion"]
    text = visible_text(cards[0])
    assert "Reach back for a wall" in text
    assert "3 × 10 · 4 min 10 s\nBack 2 s · Touch 1 s · Up 2 s" in text
    # No line begins with the unit of a number.
    shown = [label.text() for label in cards[0].findChildren(QLabel)]
    assert any("4\N{NO-BREAK SPACE}min 10\N{NO-BREAK SPACE}s" in text for text in shown)
    stand = visible_text(cards[titles.index("Single-leg stands")])
    assert "3 × 30 s per side · 4 min 34 s\nLeft leg 30 s · Switch 8 s · Right leg 30 s" in stand


def test_what_is_held_on_each_side_has_the_numbers_of_sides(qtbot: QtBot, room: Room) -> None:
    room.page.choose(Offer("single-leg-stand"))
    details = room.page.choice.details
    shown = [
        name
        for name in ("sets", "reps", "down_s", "hold_s", "up_s", "top_s", "switch_s", "rest_s")
        if details.numbers.box(name).isVisible()
    ]
    assert shown == ["sets", "hold_s", "switch_s", "rest_s"]
    assert "Each side" in visible_text(details)
    details.numbers.box("switch_s").setValue(5)
    assert room.keeper.person.exercise("single-leg-stand") == ExerciseSettings(switch_s=5)
    plan = room.page.choice.plan()
    assert plan is not None
    assert plan.choice.switch_s == 5


def test_the_chosen_one_shows_figure_place_and_equipment_in_the_users_units(
    qtbot: QtBot, room: Room
) -> None:
    click(room.page.choice, "Wall touches")
    choice = room.page.choice
    assert [motion.movement.id for motion in choice.preview.stage.motions] == ["wall-touch"]
    assert choice.preview.stage.is_playing
    room.keeper.change(units="metric")
    text = visible_text(choice.details)
    assert "your heels about 15 cm away" in text
    assert "You need: a bare stretch of wall" in text
    room.keeper.change(units="imperial")
    assert "your heels about 6 in away" in visible_text(choice.details)


def test_it_says_to_look_at_the_floor_and_listen(room: Room) -> None:
    assert "Look at the floor ahead of you and listen" in visible_text(room.page.choice.details)


def test_changed_numbers_are_remembered_and_reset_in_one_click(qtbot: QtBot, room: Room) -> None:
    choice = room.page.choice
    room.page.choose(Offer("slow-motion"))
    reset = find_button(choice, "Reset to defaults")
    assert not reset.isVisible()
    numbers = choice.details.numbers
    numbers.box("sets").setValue(2)
    numbers.box("hold_s").stepBy(1)  # from nothing to half a second
    numbers.box("rest_s").setValue(60)
    numbers.box("prepare_s").setValue(15)
    kept = saved(room.world).person
    changed = ExerciseSettings(sets=2, hold_s=0.5, rest_s=60, prepare_s=15)
    assert kept.exercises == {"slow-motion": changed}
    assert kept.prepare_s == 10
    assert shown_numbers(room)["hold_s"] == "0.5 s"
    plan = choice.plan()
    assert plan is not None
    assert (plan.choice.sets, plan.choice.hold_s, plan.choice.prepare_s) == (2, 0.5, 15)
    assert reset.isVisible()
    reset.click()
    assert not reset.isVisible()
    assert saved(room.world).person.exercises == {}
    assert shown_numbers(room) == {
        "sets": "3", "reps": "5", "down_s": "5 s", "hold_s": "none", "up_s": "5 s",
        "top_s": "none", "rest_s": "45 s", "prepare_s": "10 s",
    }  # fmt: skip


def test_what_is_set_beside_an_exercise_is_set_for_it_alone(qtbot: QtBot, room: Room) -> None:
    choice = room.page.choice
    before = {name: choice_for(one, PersonSettings()) for name, one in room.exercises.items()}
    room.page.choose(Offer("slow-motion"))
    numbers = choice.details.numbers
    for name in fields_of(room.exercises["slow-motion"]):
        numbers.box(name).setValue(numbers.box(name).value() + 2)
    find_button(choice.details, "At my own pace").click()
    settings = saved(room.world).person
    for name, one in room.exercises.items():
        assert (choice_for(one, settings) == before[name]) is (name != "slow-motion"), name
    for name, own_pace in (("bodyweight-hinge", False), ("slow-motion", True)):
        room.page.choose(Offer(name))
        plan = choice.plan()
        assert plan is not None
        assert plan.choice.own_pace is own_pace


def test_ones_own_pace_is_for_repetitions_alone(qtbot: QtBot, room: Room) -> None:
    choice = room.page.choice
    pace = find_button(choice.details, "At my own pace")
    pace.click()
    plan = choice.plan()
    assert plan is not None
    assert plan.choice.own_pace
    assert "3 × 10, at your own pace" in visible_text(choice.details)
    room.page.choose(Offer("single-leg-stand"))
    plan = choice.plan()
    assert plan is not None
    assert not plan.choice.own_pace
    assert not pace.isVisible()
    assert "4 min 34 s in all" in visible_text(choice.details)


def test_an_offer_holds_for_this_time_only(qtbot: QtBot, room: Room) -> None:
    choice = room.page.choice
    room.keeper.change_exercise("wall-touches", ExerciseSettings(sets=2, rest_s=30))
    room.page.choose(Offer("wall-touches", 1, 5))
    plan = choice.plan()
    assert plan is not None
    assert (plan.choice.sets, plan.choice.reps, plan.choice.rest_s) == (1, 5, 30)
    assert shown_numbers(room)["reps"] == "5"
    assert "Just for this lesson: 1 × 5" in visible_text(choice.details)
    # Another number changed by hand is kept, the offered ones are not.
    choice.details.numbers.box("down_s").setValue(3)
    kept = saved(room.world).person
    assert kept.exercise("wall-touches") == ExerciseSettings(sets=2, rest_s=30, down_s=3)
    click(choice, "Use my settings")
    plan = choice.plan()
    assert plan is not None
    assert (plan.choice.sets, plan.choice.reps) == (2, 10)
    assert "just this time" not in visible_text(choice.details)


def test_an_offered_number_changed_by_hand_is_the_users(room: Room) -> None:
    room.page.choose(Offer("wall-touches", 1, 5))
    room.page.choice.details.numbers.box("sets").setValue(4)
    plan = room.page.choice.plan()
    assert plan is not None
    assert (plan.choice.sets, plan.choice.reps) == (4, 5)
    assert room.keeper.person.exercise("wall-touches") == ExerciseSettings(sets=4)


def test_an_offer_of_an_exercise_that_could_not_be_read_changes_nothing(room: Room) -> None:
    room.page.choose(Offer("no-such-thing", 1, 1))
    assert room.page.choice.exercise is room.exercises["wall-touches"]


def test_each_tone_can_be_heard_by_name(qtbot: QtBot, room: Room) -> None:
    for name in (
        "Countdown",
        "Down",
        "Hold",
        "Up",
        "Rest",
        "Switch",
        "Halfway",
        "Last rep",
        "End",
        "Tick",
    ):
        click(room.page.choice, f"Preview the tone: {name}")
    assert room.player.played == list(Tone)


def test_without_sound_it_says_so_and_why_and_leads_to_the_settings(
    qtbot: QtBot, room: Room
) -> None:
    page = room.page
    tones = find_button(page.choice, "Preview the tone: Down")
    assert tones.isVisible()
    room.player.reason = NO_SOUND
    page.hide()
    page.show()
    qtbot.waitUntil(lambda: NO_SOUND in visible_text(page.choice.details))
    assert "There is no sound" in visible_text(page.choice.details)
    assert "listen" not in visible_text(page.choice.details)
    assert not tones.isVisible()
    with qtbot.waitSignal(page.settings_requested):
        click(page.choice, "Sound settings")


def test_the_sound_follows_the_settings_and_is_let_go_of(room: Room) -> None:
    room.keeper.change(volume=20)
    assert room.player.volume == 20
    assert len(room.opened) == 1
    room.keeper.change(sound=False)
    assert room.opened[-1] == (20, False)
    closed = room.player.closed
    room.page.hide()
    assert room.player.closed == closed + 1


def test_the_figure_stands_still_for_who_wants_less_motion_or_looks_elsewhere(
    qtbot: QtBot, room: Room
) -> None:
    stage = room.page.choice.preview.stage
    room.page.hide()
    assert not stage.is_playing
    room.keeper.change(reduce_motion="on")
    room.page.show()
    assert not stage.is_playing


def test_without_any_exercise_the_page_says_so(qtbot: QtBot, room: Room) -> None:
    room.exercises = {}
    page = room.new_page()
    qtbot.addWidget(page)
    page.show()
    assert "No exercises could be read." in visible_text(page.choice)
    assert page.choice.plan() is None
    page.hide()
