"""What the Next card says and offers, as data: what a button wants, not how it is done."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple, TypeAlias

from app.programme.programme import Routine
from app.programme.reading import NextLesson
from app.records.decision import DecisionKind


class Decide(NamedTuple):
    """Decide something about the course; `about` names a stage or a way to go on."""

    kind: DecisionKind
    about: str


class Substitute(NamedTuple):
    """Do without what an exercise needs from now on, or with it again."""

    exercise: str
    without: bool


class Wish(StrEnum):
    """What needs no more words."""

    GO_ON = "go-on"
    NOT_NOW = "not-now"
    PRACTICE_PAGE = "practice-page"
    COURSE = "course"


Wants: TypeAlias = NextLesson | Routine | Decide | Substitute | Wish


class Offered(NamedTuple):
    """A button: its text, and what it wants."""

    text: str
    wants: Wants


class Said(NamedTuple):
    """All that the card says.

    Attributes:
        kind: a quiet line above the title.
        facts: how long it takes.
        text: what it is.
        note: a quiet line below.
        action: the one thing to press.
        quiet: what can be done instead.
        movement: what the figure does; None hides it.
    """

    kind: str
    title: str
    facts: str = ""
    text: str = ""
    note: str = ""
    action: Offered | None = None
    quiet: tuple[Offered, ...] = ()
    movement: str | None = None
