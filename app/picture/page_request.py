"""What is asked of pages to print."""

from __future__ import annotations

from typing import Literal

import msgspec
from PySide6.QtGui import QColor

from app.movement.model import Movement
from app.movement.motion import Motion
from app.picture.shot import Shot
from app.practice.exercise import Cues, Exercise
from app.units import Units

Paper = Literal["a4", "letter"]
#: Width and height, points.
PAPERS: dict[Paper, tuple[float, float]] = {"a4": (595.0, 842.0), "letter": (612.0, 792.0)}

#: Longest name and note that are printed, characters.
NAME_LENGTH, NOTE_LENGTH = 60, 600


class PlanRow(msgspec.Struct, frozen=True):
    """One exercise of a page with several.

    Attributes:
        exercise: with the sets and repetitions it is done with.
        motion: its movement, in the exercise's words.
        days: numbers of the days it is done on; none where no day is given.
    """

    exercise: Exercise
    motion: Motion
    days: tuple[int, ...] = ()


class PageRequest(msgspec.Struct, frozen=True):
    """What a page says besides the poses.

    Attributes:
        exercise: how often and how slowly; None leaves room to write it in.
        paper: a4 or letter.
        units: the units of lengths in the exercise's texts.
        name, note: who it is for, and what a trainer tells them; empty leaves lines to write on.
        wrong: the same movement done incorrectly, for "not like this"; None for none.
        plan: several exercises, instead of the shot's movement; title: what they are together.
        week: the week they are done in, from 1; None for none.
    """

    exercise: Exercise | None = None
    paper: Paper = "a4"
    units: Units = "both"
    name: str = ""
    note: str = ""
    wrong: Motion | None = None
    plan: tuple[PlanRow, ...] = ()
    title: str = ""
    week: int | None = None


def on_paper(shot: Shot) -> Shot:
    """Return a shot for printing: light areas become the white of the paper."""
    if shot.palette.dark:
        return shot
    white = msgspec.structs.replace(shot.palette, paper=QColor("white"))
    return msgspec.structs.replace(shot, palette=white)


def in_words_of(shot: Shot, exercise: Exercise | None) -> Shot:
    """Return a shot whose movements say what an exercise of theirs says, where it says anything."""
    if exercise is None:
        return shot
    motions = tuple(in_words(motion, exercise) for motion in shot.motions)
    return msgspec.structs.replace(shot, motions=motions)


def in_words(motion: Motion, exercise: Exercise) -> Motion:
    """Return a movement in the words of an exercise, if it is the exercise's own."""
    if motion.movement.id != exercise.movement:
        return motion
    return Motion(_with_cues(motion.movement, exercise.cues), motion.body)


def _with_cues(movement: Movement, cues: Cues) -> Movement:
    phases = (
        msgspec.structs.replace(
            phase,
            cue=getattr(cues, f"{phase.kind}_{phase.side}", "")
            or getattr(cues, phase.kind, "")
            or phase.cue,
        )
        for phase in movement.phases
    )
    return msgspec.structs.replace(movement, phases=tuple(phases))
