"""What the figure shows in the steps of the real lessons, one after the other."""

from __future__ import annotations

from itertools import pairwise

import pytest

from app.body.anthropometry import Body
from app.lessons.model import Lesson, Show
from app.library import Library
from app.movement.motion import Motion
from tests.lessons.test_real_lessons import ORDER, lesson_of


def seen_in(show: Show) -> tuple[object, ...]:
    """Return all that tells one figure from another."""
    where = show.movement, show.picture, show.at, show.loop, show.beside, show.view
    return (*where, show.light, show.overlay)


@pytest.mark.parametrize("lesson_id", ORDER)
def test_each_step_shows_something_else_than_the_one_before(
    library: Library, lesson_id: str
) -> None:
    lesson: Lesson = lesson_of(library, lesson_id)
    alike = [
        step.title
        for before, step in pairwise(lesson.steps)
        if seen_in(before.show) == seen_in(step.show)
    ]
    assert alike == []


def test_on_the_way_down_each_step_of_the_movement_leans_further(library: Library) -> None:
    leans = []
    for step in lesson_of(library, "the-movement").steps:
        at = step.show.at
        if at is not None and at.phase != "up":
            motion = Motion(library.movements[step.show.movement or ""], Body())
            leans.append(motion.skeleton_at(motion.time_of(at.phase, at.fraction)).pose.thorax)
    assert len(leans) == 6
    assert leans == sorted(leans)


def test_the_shin_is_not_lit_where_it_is_compared_with_its_guide(library: Library) -> None:
    covered = [
        step.title
        for lesson in library.lessons
        for step in lesson.steps
        if step.show.at and "shin" in step.show.overlay and {"shins", "knees"} & {*step.show.light}
    ]
    assert covered == []


def test_hips_and_glutes_are_not_lit_at_once(library: Library) -> None:
    shown = [step for lesson in library.lessons for step in lesson.steps]
    assert [step.title for step in shown if {"hips", "glutes"} <= {*step.show.light}] == []
