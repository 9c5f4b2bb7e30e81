"""A movement as its file states it: intent, phase by phase, for any body."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

import msgspec

from app.body.form import Check, Pattern
from app.body.pose import Stance


class Label(StrEnum):
    """Whether the movement is shown as right, wrong or neither."""

    RIGHT = "right"
    WRONG = "wrong"
    NEUTRAL = "neutral"


class MoveKind(StrEnum):
    """What a practice tempo stretches."""

    DOWN = "down"
    HOLD = "hold"
    UP = "up"


Title = Annotated[str, msgspec.Meta(min_length=1, max_length=40)]
Words = Annotated[str, msgspec.Meta(min_length=1, max_length=600)]
Knee = Annotated[float, msgspec.Meta(ge=0, le=150)]
Lean = Annotated[float, msgspec.Meta(ge=-30, le=120)]
Lumbar = Annotated[float, msgspec.Meta(ge=-20, le=60)]
Neck = Annotated[float, msgspec.Meta(ge=-60, le=60)]
Share = Annotated[float, msgspec.Meta(ge=0, le=1)]
Seconds = Annotated[float, msgspec.Meta(ge=0.1, le=60)]
Metres = Annotated[float, msgspec.Meta(ge=0.02, le=1)]


class Key(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a phase moves to; whatever it leaves out stays as it was.

    Attributes:
        knee, thorax, lumbar, neck, pressure: as in `app.body.pose.Pose`.
        arms: hanging plumb from the shoulders, or crossed on the chest.
        touch: lean just so far that the buttocks touch the wall (instead of `thorax`).
    """

    knee: Knee | None = None
    thorax: Lean | None = None
    lumbar: Lumbar | None = None
    neck: Neck | None = None
    pressure: Share | None = None
    arms: Literal["hang", "chest"] | None = None
    touch: Literal["wall"] | None = None


class PhaseFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One `[[phases]]` table. A hold states no `to`; `to = "start"` goes back to the start."""

    name: Words
    kind: Literal["down", "hold", "up"]
    seconds: Seconds
    cue: Words
    to: Key | Literal["start"] | None = None


class StanceFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The `[stance]` table: ankles apart (fraction of stature) and toes out (degrees)."""

    width: Annotated[float, msgspec.Meta(ge=0.05, le=0.4)] = Stance().width
    toe_out: Annotated[float, msgspec.Meta(ge=0, le=45)] = Stance().toe_out


class WallFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The `[wall]` table: how far behind the heels it stands, m."""

    heel_gap: Metres


class MovementFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A whole movement file."""

    title: Title
    label: Literal["right", "wrong", "neutral"]
    pattern: Literal["hinge", "squat", "floor-lift", "swing", "stand", "stretch"]
    text: Words
    phases: Annotated[list[PhaseFile], msgspec.Meta(min_length=1, max_length=40)]
    breaks: list[str] = []
    moves_feet: bool = False
    stance: StanceFile = StanceFile()
    wall: WallFile | None = None
    start: Key = Key()


class Phase(msgspec.Struct, frozen=True):
    """One phase of a movement.

    Attributes:
        name: what the file calls it.
        kind: down, hold or up.
        seconds: how long it takes, s.
        cue: what to say or write while it runs.
        key: where it ends, complete: no field but `touch` and `thorax` is None.
    """

    name: str
    kind: MoveKind
    seconds: float
    cue: str
    key: Key


class Movement(msgspec.Struct, frozen=True):
    """A movement, checked.

    Attributes:
        id: the file's name.
        title: its name for people.
        label: right, wrong or neutral.
        pattern: decides which form checks apply.
        breaks: the checks it fails, exactly.
        text: what moves, in which order, what stays still, for people who do not see it.
        moves_feet: whether the feet leave the floor.
        stance: how the feet stand.
        wall: distance from heels to the wall behind, m; None without a wall.
        start: the pose it starts from and comes back to.
        phases: in order.
    """

    id: str
    title: str
    label: Label
    pattern: Pattern
    breaks: frozenset[Check]
    text: str
    moves_feet: bool
    stance: Stance
    wall: float | None
    start: Key
    phases: tuple[Phase, ...]

    @property
    def seconds(self) -> float:
        """How long the movement takes once, s."""
        return sum(phase.seconds for phase in self.phases)
