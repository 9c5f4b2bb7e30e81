from __future__ import annotations

import re

import pytest

from app.lessons.picture import Picture
from app.library import Library
from app.movement.model import Label
from tests.lessons.test_real_lessons import BANNED, UNIT

#: What each picture must say where it can be read in it, as the field says it.
CAPTIONS = {
    "hinge-vs-squat": [
        r"hips go far back", r"hips go down", r"slight knee bend", r"deep knee bend",
        r"upper body leans more", r"more upright", r"hamstrings and glutes", r"quads and glutes",
        r"picking things up", r"sitting down", r"deadlifts, rdls", r"squats, lunges",
    ],
    "common-mistakes": [
        r"back flat", r"rounded back", r"squatting instead", r"locked knees", r"weight on the toes",
        r"rushed",
    ],
    "step-by-step": [
        r"hips start it.*wall behind", r"shins vertical", r"tailbone to head.*straight line",
        r"upper body follows", r"stretch.*hamstrings", r"stop before you round",
        r"hips forward, squeeze.*glutes",
    ],
    "visual-cues": [
        r"butt back, chest proud", r"close the car door with your butt",
        r"shoulders and hips move together.*seesaw", r"push the floor away.*stand up",
        r"break at the hips, not the knees", r"first and most",
    ],
    "troubleshooting": [
        r"lower back", r"chest proud", r"less far until your hamstrings allow",
        r"knees bend too much", r"back, not down", r"rope", r"wall drill daily",
        r"can't feel your hamstrings", r"further back", r"weight in the heels", r"slight knee bend",
        r"balance backwards", r"big toes pressed down", r"core engaged",
    ],
    "daily-practice": [
        r"morning: 10 hinges", r"out of bed", r"whenever you pick something up",
        r"evening: 10 wall touches", r"before bed", r"two weeks.*natural", r"a month",
    ],
}  # fmt: skip
#: Panels, and what they show in their order.
SHOWN = {
    "hinge-vs-squat": ["hinge", "squat"],
    "common-mistakes": [
        "hinge", "rounded-back", "squatting-the-hinge", "locked-knees", "weight-on-toes",
        "rushed-hinge",
    ],
    "step-by-step": ["break-at-the-hips", *["hinge"] * 6],
    "visual-cues": ["chest-proud", "car-door", "seesaw", "push-the-floor", "break-at-the-hips"],
    "troubleshooting": [
        "rounded-back", "squatting-the-hinge", "hips-not-back", "falling-backward"
    ],
    "daily-practice": ["bodyweight-hinge", "pencil-pick-up", "wall-touch"],
}  # fmt: skip


def written(picture: Picture) -> str:
    """Return all that can be read in a picture, on one line."""
    notes = [f"{panel.caption}. {panel.note or ''}" for panel in picture.panels]
    return " ".join([picture.title, picture.summary, *notes])


def test_the_pictures_are_those_the_tutorial_names(library: Library) -> None:
    assert list(library.pictures) == list(CAPTIONS)


@pytest.mark.parametrize("picture_id", CAPTIONS)
def test_no_fact_is_missing(library: Library, picture_id: str) -> None:
    said = written(library.pictures[picture_id]).lower()
    assert [fact for fact in CAPTIONS[picture_id] if not re.search(fact, said)] == []


@pytest.mark.parametrize("picture_id", SHOWN)
def test_the_figures_show_what_the_picture_is_about(library: Library, picture_id: str) -> None:
    panels = library.pictures[picture_id].panels
    assert [panel.movement for panel in panels] == SHOWN[picture_id]


def test_each_trouble_is_a_fault_beside_what_mends_it(library: Library) -> None:
    movements = library.movements
    for panel in library.pictures["troubleshooting"].panels:
        assert panel.beside is not None
        assert movements[panel.movement].label is Label.WRONG
        assert movements[panel.beside].label is Label.RIGHT


def test_the_mistakes_come_after_the_one_that_is_right(library: Library) -> None:
    panels = library.pictures["common-mistakes"].panels
    labels = [library.movements[panel.movement].label for panel in panels]
    assert labels == [Label.RIGHT, *[Label.WRONG] * 5]


def test_the_steps_are_numbered(library: Library) -> None:
    assert [name for name, one in library.pictures.items() if one.numbered] == ["step-by-step"]


@pytest.mark.parametrize("picture_id", CAPTIONS)
def test_the_text_tells_every_panel_and_promises_nothing(library: Library, picture_id: str) -> None:
    picture = library.pictures[picture_id]
    said = f"{written(picture)} {picture.text}"
    assert BANNED.findall(said) == []
    assert UNIT.findall(said) == []
    assert len(picture.text.split()) >= 12 * len(picture.panels)
    for panel in picture.panels:
        assert len(panel.caption.split()) <= 7
