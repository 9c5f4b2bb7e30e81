"""A user's own exercises: changed, made, reset, deleted, shared and taken in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.errors import ContentError
from app.lessons.model import Offer
from app.library import read_library
from app.movement.model import Label
from app.practice.own import Origin, OwnExercises, read_shared, to_toml
from app.ui.practice.cards import ExerciseCard
from app.ui.practice.own.actions import Clash, ExerciseDialogs
from app.ui.practice.own.desk import OwnDesk
from app.ui.practice.own.editor import ExerciseEditor
from app.ui.practice.own.fields import NumberField, TextField
from tests.helpers.practice_page import Room, click, find_button, open_room, visible_text


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    with open_room(qtbot, tmp_path, programme=True) as opened:
        opened.page.choose(Offer("wall-touches"))
        yield opened


def desk(room: Room) -> OwnDesk:
    assert room.page.own is not None
    return room.page.own


def own(room: Room) -> OwnExercises:
    found = room.world.library.exercises.own
    assert found is not None
    return found


def kept(room: Room) -> OwnExercises:
    """Read the user's folder anew."""
    folder = room.world.locations.own_exercises
    return OwnExercises(folder, room.world.library.movements.names, own(room)._built_in)


def edited(room: Room) -> ExerciseEditor:
    find_button(room.page.choice.details, "Edit").click()
    editor = desk(room).editor
    assert isinstance(editor, ExerciseEditor)
    assert room.shows(editor)
    QApplication.processEvents()
    return editor


def number(editor: QWidget, name: str) -> NumberField:
    return next(field for field in editor.findChildren(NumberField) if field.name == name)


def text(editor: QWidget, name: str) -> TextField:
    return next(field for field in editor.findChildren(TextField) if field.name == name)


def retype(field: TextField | NumberField, typed: str) -> None:
    field.control.setFocus()
    QTest.keyClick(field.control, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field.control, typed)


def ask(
    room: Room, *, save: Path | None = None, source: Path | None = None, clash: Clash = Clash.LEAVE
) -> list[str]:
    """Answer the dialogs; return the titles asked about."""
    asked: list[str] = []

    def decide(parent: QWidget, title: str) -> Clash:
        asked.append(title)
        return clash

    desk(room).actions._asking = ExerciseDialogs(lambda *_: save, lambda *_: source, decide)
    return asked


def test_a_changed_exercise_is_kept_marked_and_practised(room: Room) -> None:
    editor = edited(room)
    retype(number(editor, "sets"), "2")
    retype(number(editor, "down_s"), "4")
    retype(text(editor, "down"), "Reach back")
    retype(text(editor, "rest"), "Breathe out.")
    assert editor.preview.strip.accessibleDescription() == "Back 4 s, Touch 1 s, Up 2 s"
    retype(text(editor, "called_up"), "Stand")
    assert editor.preview.strip.accessibleDescription() == "Back 4 s, Touch 1 s, Stand 2 s"
    assert "One set takes 1 min 10 s\n2 × 10, 3 min 15 s in all" in visible_text(editor.preview)
    QTest.keyClick(find_button(editor, "Save"), Qt.Key.Key_Space)
    assert room.shows(room.page.choice)
    stored = kept(room).found["wall-touches"]
    assert (stored.sets, stored.tempo and stored.tempo.down) == (2, 4)
    assert (stored.cues.down, stored.cues.rest) == ("Reach back", "Breathe out.")
    assert (stored.names.down, stored.names.up) == ("Back", "Stand")
    assert "Changed by you" in visible_text(room.page.choice.details)
    plan = room.page.choice.plan()
    assert plan is not None
    assert plan.exercise == stored
    assert {phase.cue for phase in plan.phases} >= {"Reach back", "Breathe out."}


def test_the_chosen_card_is_in_view_after_editing(qtbot: QtBot, room: Room) -> None:
    room.page.choose(Offer("romanian-deadlift"))
    edited(room).save()
    shown = room.page.choice._list

    def is_in_view() -> bool:
        card = shown._group.checkedButton()
        assert card is not None
        area = QRect(card.mapTo(shown.viewport(), QPoint()), card.size())
        return card.accessibleName() == "Romanian deadlifts" and shown.viewport().rect().contains(
            area
        )

    qtbot.waitUntil(is_in_view)


def test_reset_brings_the_original_back_and_can_be_undone(room: Room) -> None:
    original = room.exercises["wall-touches"]
    changed = msgspec.structs.replace(original, sets=7)
    own(room).keep(changed)
    room.page.choice.refresh()
    find_button(room.page.choice.details, "Reset to the original").click()
    assert room.exercises["wall-touches"] == original
    assert room.page.choice.exercise == original
    assert kept(room).found == {}
    QApplication.processEvents()
    assert "“Wall touches” reset to the original." in visible_text(room.page.choice.tools)
    find_button(room.page.choice.tools, "Undo").click()
    assert kept(room).found == {"wall-touches": changed}
    assert room.page.choice.exercise == changed
    assert "original again" not in visible_text(room.page.choice.tools)


def test_a_wrong_field_says_so_as_it_is_typed_and_nothing_is_saved(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.ui.practice.own.editor.ask_to_discard", lambda _: True)
    editor = edited(room)
    for typed, sentence in (("11", "From 1 to 10."), ("3", "")):
        retype(number(editor, "sets"), typed)
        assert number(editor, "sets").fault == sentence
    retype(number(editor, "down_s"), "20")
    assert number(editor, "down_s").fault == "0, or from 0.5 to 15."
    retype(number(editor, "down_s"), "2")
    retype(text(editor, "title"), "x" * 41)
    assert text(editor, "title").fault == "Use at most 40 characters (now 41)."
    retype(text(editor, "title"), " ")
    assert text(editor, "title").fault == "Enter some text."
    retype(text(editor, "place"), "Stand {feet:2} away")
    assert text(editor, "place").fault == "Write a length as {cm:15}, a weight as {kg:5}."
    editor.save()
    assert room.shows(editor)
    assert kept(room).found == {}
    assert QApplication.focusWidget() is text(editor, "title").control
    assert "Some fields need attention." in visible_text(editor)
    find_button(editor, "Cancel").click()
    assert room.shows(room.page.choice)
    assert own(room).origin("wall-touches") is Origin.BUILT_IN


def test_no_part_of_a_repetition_may_take_no_time_at_all(room: Room) -> None:
    editor = edited(room)
    for name in ("down_s", "hold_s", "up_s"):
        number(editor, name).control.setFocus()
        retype(number(editor, name), "0")
    assert (
        number(editor, "down_s").fault == "At least one part of the rep must last longer than 0 s."
    )


def test_a_new_exercise_is_made_of_any_movement(room: Room) -> None:
    find_button(room.page.choice, "New exercise").click()
    editor = desk(room).editor
    assert isinstance(editor, ExerciseEditor)
    QApplication.processEvents()
    movement, form = (box for box in editor.findChildren(QComboBox))
    right = [one for one in room.world.library.movements.values() if one.label is not Label.WRONG]
    assert movement.count() == len(right)
    movement.setCurrentIndex(movement.findData("single-leg-stand"))
    assert [form.itemText(at) for at in range(form.count())] == ["A hold on each side"]
    assert editor.preview.strip.accessibleDescription() == "Left 30 s, Switch 8 s, Right 30 s"
    movement.setCurrentIndex(movement.findData("kettlebell-deadlift"))
    assert form.count() == 2
    assert [one.movement.id for one in editor.preview.stage.motions] == ["kettlebell-deadlift"]
    form.setCurrentIndex(1)
    assert number(editor, "hold_s").value == 30
    form.setCurrentIndex(0)
    retype(text(editor, "title"), "Heavy day")
    click(editor, "Save")
    stored = kept(room).found["heavy-day"]
    assert (stored.movement, stored.title) == ("kettlebell-deadlift", "Heavy day")
    assert room.page.choice.exercise == stored
    assert "Heavy day" in [
        card.accessibleName() for card in room.page.choice.findChildren(ExerciseCard)
    ]
    assert "Your own" in visible_text(room.page.choice)
    find_button(room.page.choice.details, "Delete").click()
    assert kept(room).found == {}
    assert "heavy-day" not in room.exercises
    QApplication.processEvents()
    find_button(room.page.choice.tools, "Undo").click()
    assert kept(room).found == {"heavy-day": stored}


def test_the_figure_moves_at_the_tempo_that_is_typed(room: Room) -> None:
    editor = edited(room)
    preview = editor.preview
    # Two seconds down, one held, two up.
    room.clock.now = preview._since + 2.5
    preview.tick()
    held = preview.stage.playback.position
    retype(number(editor, "down_s"), "10")
    room.clock.now = preview._since + 2.5
    preview.tick()
    assert preview.stage.playback.position < held
    room.clock.now = preview._since + 10.5
    preview.tick()
    assert preview.stage.playback.position == pytest.approx(held)


def test_an_exercise_is_shared_as_a_file(room: Room, tmp_path: Path) -> None:
    file = tmp_path / "shared.toml"
    ask(room, save=file)
    find_button(room.page.choice.details, "Export…").click()
    names = room.world.library.movements.names
    assert read_shared(file, names) == room.exercises["wall-touches"]
    QApplication.processEvents()
    assert "Saved as shared.toml." in visible_text(room.page.choice.tools)
    ask(room, save=tmp_path)  # a folder
    find_button(room.page.choice.details, "Export…").click()
    QApplication.processEvents()
    assert "could not be written" in visible_text(room.page.choice.tools)


@pytest.mark.parametrize("answer", list(Clash))
def test_of_two_with_one_id_the_user_decides(room: Room, tmp_path: Path, answer: Clash) -> None:
    original = room.exercises["wall-touches"]
    shared = msgspec.structs.replace(original, sets=5)
    file = tmp_path / "friend.toml"
    file.write_bytes(to_toml(shared))
    asked = ask(room, source=file, clash=answer)
    find_button(room.page.choice.tools, "Import…").click()
    assert asked == ["Wall touches"]
    second = msgspec.structs.replace(shared, id="wall-touches-2", title="Wall touches (2)")
    expected = {
        Clash.LEAVE: {},
        Clash.REPLACE: {"wall-touches": shared},
        Clash.KEEP_BOTH: {"wall-touches-2": second},
    }[answer]
    assert kept(room).found == expected
    assert room.page.choice.exercise == next(iter(expected.values()), original)


def test_keeping_both_again_and_again_counts_on(room: Room, tmp_path: Path) -> None:
    file = tmp_path / "friend.toml"
    exercise = room.exercises["wall-touches"]
    for shared in (exercise, exercise, msgspec.structs.replace(exercise, id="wall-touches-2")):
        file.write_bytes(to_toml(shared))
        ask(room, source=file, clash=Clash.KEEP_BOTH)
        find_button(room.page.choice.tools, "Import…").click()
    found = {name: one.title for name, one in kept(room).found.items()}
    assert found == {f"wall-touches-{n}": f"Wall touches ({n})" for n in (2, 3, 4)}


def test_another_exercise_of_the_same_name_gets_a_name_of_its_own(
    room: Room, tmp_path: Path
) -> None:
    file = tmp_path / "friend.toml"
    long = "A name that is as long as a name may be!"
    for name, title in (("other", "Wall touches"), ("long", long), ("longer", long)):
        shared = msgspec.structs.replace(room.exercises["wall-touches"], id=name, title=title)
        file.write_bytes(to_toml(shared))
        ask(room, source=file)
        find_button(room.page.choice.tools, "Import…").click()
    assert [one.title for one in kept(room).found.values()] == [
        long, "A name that is as long as a name may (2)", "Wall touches (2)",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"[[exercise]]\nsets = 99", "bad.toml: exercise[0]."),
        (b"\xff\xfe", "bad.toml: expected UTF-8 text"),
        (b"#" * 300_000, "bad.toml: expected at most 256 kB"),
        (b"x = " + b"[" * 20_000, "bad.toml: expected"),
        (b"a" + b".a" * 5000 + b" = 1", "bad.toml: expected at most 200 dots"),
        (b"", "bad.toml: exercise: missing"),
    ],
)
def test_a_file_that_cannot_be_used_is_explained_in_one_sentence(
    room: Room, tmp_path: Path, content: bytes, sentence: str
) -> None:
    file = tmp_path / "bad.toml"
    file.write_bytes(content)
    ask(room, source=file)
    find_button(room.page.choice.tools, "Import…").click()
    QApplication.processEvents()
    told = visible_text(room.page.choice.tools)
    assert told.startswith(sentence)
    assert "\n" not in told
    assert kept(room).found == {}


def test_sides_need_a_movement_with_sides(room: Room, tmp_path: Path) -> None:
    stand = msgspec.structs.replace(room.exercises["single-leg-stand"], id="x", movement="hinge")
    file = tmp_path / "sides.toml"
    file.write_bytes(to_toml(stand))
    ask(room, source=file)
    find_button(room.page.choice.tools, "Import…").click()
    QApplication.processEvents()
    told = visible_text(room.page.choice.tools)
    assert told == "sides.toml: exercise[0].sides: expected a movement with sides: hinge has none"


def test_nobody_is_led_through_what_shows_a_fault(room: Room, tmp_path: Path) -> None:
    wrong = msgspec.structs.replace(room.exercises["slow-motion"], id="x", movement="rounded-back")
    file = tmp_path / "wrong.toml"
    file.write_bytes(to_toml(wrong))
    ask(room, source=file)
    find_button(room.page.choice.tools, "Import…").click()
    QApplication.processEvents()
    sentence = "expected a movement to practise: rounded-back shows what to avoid"
    told = visible_text(room.page.choice.tools)
    assert told == f"wrong.toml: exercise[0].movement: {sentence}"
    with pytest.raises(ContentError):
        own(room).keep(wrong)
    own(room).file("x").parent.mkdir(exist_ok=True)
    own(room).file("x").write_bytes(to_toml(wrong))
    found = read_library(room.world.locations, with_own=True).exercises
    assert "x" not in found
    assert sentence in str(found.problems[0])


def test_texts_are_shown_as_they_are_written(room: Room) -> None:
    own(room).keep(msgspec.structs.replace(room.exercises["wall-touches"], title="<b>5 < 6</b>"))
    room.page.choice.refresh()
    shown = [one for one in room.page.findChildren(QLabel) if one.text() == "<b>5 < 6</b>"]
    assert shown
    assert all(one.textFormat() is Qt.TextFormat.PlainText for one in shown)
