"""A lesson and its steps, as an author writes them."""

# No postponed annotations here: msgspec would have to evaluate all of them at the start.
from enum import StrEnum
from typing import Annotated, Literal

import msgspec


class BodyPart(StrEnum):
    """A part of the body that a step can highlight."""

    HEAD = "head"
    CHEST = "chest"
    SHOULDERS = "shoulders"
    SPINE = "spine"
    HIPS = "hips"
    GLUTES = "glutes"
    HAMSTRINGS = "hamstrings"
    KNEES = "knees"
    SHINS = "shins"
    FEET = "feet"
    HEELS = "heels"


class Overlay(StrEnum):
    """What a step can draw over the figure: lines, angles, muscles and load.

    `SHIN` is the upright guide at the shin, `BACK` the straight line from tailbone to head,
    `WEIGHT` the centre of mass and its plumb line in the foot, `HIP` the hip angle, `ANGLES` hip,
    knee and trunk, `PATH` the path of the hips, `MUSCLES` what works and what is stretched, `LOAD`
    the load on the lower back, `REACTION` the line of the ground's reaction.
    """

    SHIN = "shin"
    BACK = "back"
    WEIGHT = "weight"
    HIP = "hip"
    ANGLES = "angles"
    PATH = "path"
    MUSCLES = "muscles"
    LOAD = "load"
    REACTION = "reaction"


#: The views of the figure, and how far it is turned for each, deg.
VIEWS = {"side": 0.0, "three-quarter": 45.0, "front": 90.0, "back": -90.0}
View = Literal["side", "three-quarter", "front", "back"]


#: A few words under a figure.
Caption = Annotated[str, msgspec.Meta(min_length=1, max_length=48)]


class At(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A moment in a movement: a phase by name, and how much of it has passed."""

    phase: str
    fraction: Annotated[float, msgspec.Meta(ge=0, le=1)] = 1.0


class Show(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the stage shows during a step.

    Attributes:
        movement: its id, or
        picture: the id of a teaching picture in its place; exactly one of the two is given.
        at: the moment the movement stands at, or
        loop: whether it plays over and over; exactly one of the two is given with a movement.
        beside: the id of a second movement, on the same clock.
        view: from where the person is seen; one of `VIEWS`.
        light: parts to highlight.
        overlay: overlays to draw.
        captions: what is written under each figure while it stands at the moment; without them,
            the movements' own cues.
        speed: the loop's speed, as a factor.
    """

    movement: str | None = None
    picture: str | None = None
    at: At | None = None
    loop: bool = False
    beside: str | None = None
    view: View = "side"
    light: Annotated[tuple[BodyPart, ...], msgspec.Meta(max_length=2)] = ()
    overlay: Annotated[tuple[Overlay, ...], msgspec.Meta(max_length=2)] = ()
    captions: Annotated[tuple[Caption, ...], msgspec.Meta(max_length=2)] = ()
    speed: Annotated[float, msgspec.Meta(ge=0.25, le=2)] = 1.0

    @property
    def turn(self) -> float:
        """How far the figure is turned, deg."""
        return VIEWS[self.view]


class LessonHead(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The TOML head of a lesson file."""

    id: str
    title: Annotated[str, msgspec.Meta(min_length=1, max_length=24)]
    summary: Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
    practice: str | None = None
    sets: Annotated[int, msgspec.Meta(ge=1, le=10)] | None = None
    reps: Annotated[int, msgspec.Meta(ge=1, le=30)] | None = None


class Table(msgspec.Struct, frozen=True):
    """A small table in a step: the names of its columns and its rows."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Step(msgspec.Struct, frozen=True):
    """One idea.

    Attributes:
        title: what it is about.
        text: Markdown, with lengths and weights as {cm:15} and {kg:5}.
        table: the table it ends in, if any.
        show: what the stage shows.
    """

    title: str
    text: str
    table: Table | None
    show: Show


class Offer(msgspec.Struct, frozen=True):
    """The practice that belongs to a lesson; None stands for the exercise's own number."""

    exercise: str
    sets: int | None = None
    reps: int | None = None


class Outline(msgspec.Struct, frozen=True):
    """What the head of a lesson file says: enough for a list of lessons.

    Attributes:
        offer: the practice that belongs to it; None where none does.
    """

    id: str
    title: str
    summary: str
    offer: Offer | None


class Lesson(Outline, frozen=True):
    """A lesson, checked."""

    steps: tuple[Step, ...]
