"""What can be made of what the stage shows."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from app.figure.palette import DARK, LIGHT
from app.picture.export import Export
from app.picture.kind import Kind, Size
from app.picture.page import PageRequest, Paper
from app.picture.shot import Shot
from app.ui.messages import say
from app.ui.share.share_texts import page_texts
from app.ui.share.subject import Subject


class ShareFormat(StrEnum):
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
    """Return what can be made of a subject, its usual form first."""
    if subject.sheet is None:
        return tuple(ShareFormat)
    # A picture is what it is at any moment, and its panels are its key poses.
    return (
        ShareFormat.MOMENT,
        ShareFormat.PAGE,
        ShareFormat.GIF,
        ShareFormat.WEBP,
        ShareFormat.FILM,
    )


class ShareChoice(msgspec.Struct, frozen=True):
    """What the user chose.

    Attributes:
        form: what is made.
        size: px; not for a page.
        dark: in the dark theme.
        speed: of a moving picture.
        paper: of a page.
        exercise: its id, of a page; empty for none.
    """

    form: ShareFormat
    size: Size
    dark: bool
    speed: float
    paper: Paper
    exercise: str

    def export_of(self, subject: Subject) -> Export:
        """Return what is to be written."""
        shot = Shot(
            motions=subject.motions,
            look=msgspec.structs.replace(subject.look, announce=0.0),
            palette=DARK if self.dark else LIGHT,
            size=self.size,
            speed=self.speed,
        )
        exercise = subject.exercises.get(self.exercise)
        return Export(
            shot=shot,
            sheet=subject.sheet,
            at=None if self.form is ShareFormat.POSES else subject.position,
            page=PageRequest(exercise, self.paper, subject.units, say),
            words=page_texts(),
        )
