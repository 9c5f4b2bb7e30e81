"""What the stage's content can be saved as."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from app.figure.palette import DARK, LIGHT
from app.lessons.pairs import fault_beside
from app.movement.motion import Motion, motion_on
from app.picture.export import Export
from app.picture.kind import Kind, Size
from app.picture.page_request import PageRequest, Paper
from app.picture.plan import plan_of_week, weeks_of
from app.picture.shot import Shot
from app.practice.exercise import Exercise
from app.ui.messages import say
from app.ui.share.difference import difference_text
from app.ui.share.subject import Subject


class ShareFormat(StrEnum):
    """What to make."""

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
        return self in (ShareFormat.MOMENT, ShareFormat.POSES)


_KINDS = {
    ShareFormat.GIF: Kind.GIF,
    ShareFormat.WEBP: Kind.WEBP,
    ShareFormat.FILM: Kind.MP4,
    ShareFormat.MOMENT: Kind.PNG,
    ShareFormat.POSES: Kind.PNG,
    ShareFormat.PAGE: Kind.PDF,
}


def formats_of(subject: Subject) -> tuple[ShareFormat, ...]:
    """Return the formats a subject can have, its usual one first."""
    if subject.sheet is None:
        return tuple(ShareFormat)
    # A picture looks the same at any moment, and its panels are its key poses.
    still = (ShareFormat.MOMENT, ShareFormat.PAGE)
    return (*still, ShareFormat.GIF, ShareFormat.WEBP, ShareFormat.FILM)


class ShareChoice(msgspec.Struct, frozen=True):
    """What the user chose.

    Attributes:
        form: what to make.
        size: px; not for a page.
        dark: whether in the dark theme.
        speed: of a moving picture.
        paper: of a page.
        exercise: the id of a page's exercise; empty for none.
        week: the week of the programme a page has instead; 0 for none.
        name, note: whom a page is for, and what is typed for them.
    """

    form: ShareFormat
    size: Size
    dark: bool
    speed: float
    paper: Paper
    exercise: str
    week: int = 0
    name: str = ""
    note: str = ""

    def export_of(self, subject: Subject) -> Export:
        """Return the export to be written."""
        exercise = subject.exercises.get(self.exercise)
        motions = _motions_of(subject, exercise if self.form is ShareFormat.PAGE else None)
        told = self.form.kind.moves and not subject.sheet
        difference = difference_text(motions, subject.pairs, subject.units) if told else ""
        shot = Shot(
            motions=motions,
            look=msgspec.structs.replace(subject.look, announce=0.0, text=1.0),
            palette=DARK if self.dark else LIGHT,
            size=self.size,
            speed=self.speed,
            difference=difference,
        )
        return Export(
            shot=shot,
            sheet=subject.sheet,
            at=None if self.form is ShareFormat.POSES else subject.position,
            page=self._page(subject, motions, exercise),
            say=say,
        )

    def _page(
        self, subject: Subject, motions: tuple[Motion, ...], exercise: Exercise | None
    ) -> PageRequest:
        body, first = motions[0].body, motions[0].movement
        page = PageRequest(exercise, self.paper, subject.units, self.name, self.note)
        if self.week:
            plan = plan_of_week(
                self.week, subject.programme, subject.exercises, subject.movements, body
            )
            title = weeks_of(subject.programme).get(self.week, "")
            return msgspec.structs.replace(page, plan=plan, title=title, week=self.week)
        if len(motions) > 1:
            return page
        wrong = motion_on(body, fault_beside(subject.pairs, subject.movements, first))
        return msgspec.structs.replace(page, wrong=wrong)


def _motions_of(subject: Subject, exercise: Exercise | None) -> tuple[Motion, ...]:
    """Return what is shown; of an exercise of another movement, that one on the same body."""
    shown = {motion.movement.id for motion in subject.motions}
    movement = subject.movements.get(exercise.movement) if exercise else None
    if movement is None or movement.id in shown:
        return subject.motions
    motion = motion_on(subject.motions[0].body, movement)
    return (motion,) if motion else subject.motions
