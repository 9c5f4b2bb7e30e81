"""What can be made of what the stage shows."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from app.figure.palette import DARK, LIGHT
from app.movement.motion import Motion, motion_on
from app.picture.export import Export
from app.picture.kind import Kind, Size
from app.picture.page import PageRequest, Paper
from app.picture.shot import Shot
from app.practice.exercise import Exercise
from app.ui.share.subject import Subject
from app.ui.share.words import page_words


class Form(StrEnum):
    """What is made."""

    GIF = "gif"
    WEBP = "webp"
    FILM = "film"
    MOMENT = "moment"
    POSES = "poses"
    PAGE = "page"

    @property
    def kind(self) -> Kind:
        """The kind of file it becomes."""
        return _KINDS[self]

    @property
    def still(self) -> bool:
        """Whether it can be copied as a picture."""
        return self in (Form.MOMENT, Form.POSES)


_KINDS = {
    Form.GIF: Kind.GIF,
    Form.WEBP: Kind.WEBP,
    Form.FILM: Kind.MP4,
    Form.MOMENT: Kind.PNG,
    Form.POSES: Kind.PNG,
    Form.PAGE: Kind.PDF,
}


def forms_of(subject: Subject) -> tuple[Form, ...]:
    """Return what can be made of a subject, its usual form first."""
    if subject.sheet is None:
        return tuple(Form)
    # A picture is what it is at any moment, and its panels are its key poses.
    return (Form.MOMENT, Form.PAGE, Form.GIF, Form.WEBP, Form.FILM)


class Choice(msgspec.Struct, frozen=True):
    """What the user chose.

    Attributes:
        form: what is made.
        size: px; not for a page.
        dark: in the dark theme.
        speed: of a moving picture.
        paper: of a page.
        exercise: its id, of a page; empty for none.
    """

    form: Form
    size: Size
    dark: bool
    speed: float
    paper: Paper
    exercise: str

    def export_of(self, subject: Subject) -> Export:
        """Return what is to be written."""
        exercise = subject.exercises.get(self.exercise)
        shot = Shot(
            motions=_motions_of(subject, exercise if self.form is Form.PAGE else None),
            look=msgspec.structs.replace(subject.look, announce=0.0),
            palette=DARK if self.dark else LIGHT,
            size=self.size,
            speed=self.speed,
        )
        return Export(
            shot=shot,
            sheet=subject.sheet,
            at=None if self.form is Form.POSES else subject.position,
            page=PageRequest(exercise, self.paper, subject.units),
            words=page_words(),
        )


def _motions_of(subject: Subject, exercise: Exercise | None) -> tuple[Motion, ...]:
    """Return what is shown; of an exercise of another movement, that one on the same body."""
    shown = {motion.movement.id for motion in subject.motions}
    movement = subject.movements.get(exercise.movement) if exercise else None
    if movement is None or movement.id in shown:
        return subject.motions
    motion = motion_on(subject.motions[0].body, movement)
    return (motion,) if motion else subject.motions
