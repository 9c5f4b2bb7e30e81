"""A movement as its file states it: what is meant, phase by phase, for any body."""

# No postponed annotations here: msgspec would have to evaluate all of them at the start.
from enum import StrEnum
from typing import Annotated, Literal

import msgspec

from app.body.form import Check, Pattern
from app.body.pose import Stance
from app.movement.props import Prop, PropKind


class Label(StrEnum):
    """Whether the movement is shown as right, wrong or neither."""

    RIGHT = "right"
    WRONG = "wrong"
    NEUTRAL = "neutral"


class MoveKind(StrEnum):
    """The kind of a phase. A practice tempo stretches all but a step of the feet or the weight."""

    DOWN = "down"
    HOLD = "hold"
    UP = "up"
    STEP = "step"


Title = Annotated[str, msgspec.Meta(min_length=1, max_length=40)]
Text = Annotated[str, msgspec.Meta(min_length=1, max_length=600)]
Knee = Annotated[float, msgspec.Meta(ge=0, le=150)]
Lean = Annotated[float, msgspec.Meta(ge=-30, le=140)]
Lumbar = Annotated[float, msgspec.Meta(ge=-20, le=60)]
Thoracic = Annotated[float, msgspec.Meta(ge=-20, le=50)]
Neck = Annotated[float, msgspec.Meta(ge=-60, le=60)]
Share = Annotated[float, msgspec.Meta(ge=0, le=1)]
Seconds = Annotated[float, msgspec.Meta(ge=0.1, le=60)]
Place = Annotated[float, msgspec.Meta(ge=-2, le=2.5)]
Lift = Annotated[float, msgspec.Meta(ge=0, le=0.1)]
Metres = Annotated[float, msgspec.Meta(ge=0.02, le=1)]
Rest = Literal["hang", "chest", "crossed", "hips", "neck", "back", "rack", "ribs", "thigh", "legs"]


class ArmFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An arm by its angles, or a hand at a point in the room, as on a wall or a door.

    Attributes:
        shoulder: the line from shoulder to palm relative to the thorax, deg, + forward.
        elbow: its flexion, deg, with `shoulder`.
        at: where the palm is: forward of the ankles, above the floor, out from the middle, m.
    """

    shoulder: Annotated[float, msgspec.Meta(ge=-60, le=180)] | None = None
    elbow: Annotated[float, msgspec.Meta(ge=4, le=150)] = 8.0
    at: tuple[Place, Place, Place] | None = None


class FootFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where a foot is relative to its start: forward and up in m, toes up in degrees."""

    forward: Annotated[float, msgspec.Meta(ge=-1.2, le=0.6)] = 0.0
    up: Annotated[float, msgspec.Meta(ge=0, le=0.9)] = 0.0
    pitch: Annotated[float, msgspec.Meta(ge=-90, le=40)] = 0.0


class Key(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a phase moves to; whatever it leaves out stays as it was.

    Attributes:
        knee, thorax, lumbar, thoracic, neck, pressure: as in `app.body.pose.Pose`.
        weight: the foot that bears it.
        trail: how far the other leg goes back in line with the trunk, 0 to 1.
        heels, toes: how high they are off the floor while the rest of both feet stands, m.
        left_foot, right_foot: where a foot is.
        arms: where both hands are, or the arms' angles.
        left_arm, right_arm: the same for one.
        touch: lean until the buttocks just touch the wall (instead of `thorax`), or as far as a
            flat back goes, stopping short of it.
        reach: bend the knees until the hands just reach what is picked up; `lean`: round the back
            instead until they do, as people with stiff knees do.
        carry: share of what is picked up that the hands bear, 0 or 1.
        station: where the wall drill stands: 1 is where it starts, each later one is farther away.
    """

    knee: Knee | None = None
    thorax: Lean | None = None
    lumbar: Lumbar | None = None
    thoracic: Thoracic | None = None
    neck: Neck | None = None
    pressure: Share | None = None
    weight: Literal["left", "both", "right"] | None = None
    trail: Share | None = None
    heels: Lift | None = None
    toes: Lift | None = None
    left_foot: FootFile | None = None
    right_foot: FootFile | None = None
    arms: Rest | ArmFile | None = None
    left_arm: Rest | ArmFile | None = None
    right_arm: Rest | ArmFile | None = None
    touch: Literal["wall", "short"] | None = None
    reach: Literal["knees", "lean"] | None = None
    carry: Share | None = None
    station: Annotated[int, msgspec.Meta(ge=1, le=9)] | None = None


class PhaseFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One `[[phases]]` table. A hold stays where it is; it may take or leave what is carried.

    `to = "start"` goes back to the start. `side` is the leg whose turn it is, in a movement that
    holds first on one and then on the other. With `flies`, what the hands hold flies up to where
    the arms of the key before are, and back, while the body holds still.
    """

    name: Text
    kind: Literal["down", "hold", "up", "step"]
    seconds: Seconds
    cue: Text
    to: Key | Literal["start"] | None = None
    side: Literal["left", "right"] | None = None
    flies: bool = False


class StanceFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The `[stance]` table: ankles apart (fraction of stature) and toes out (degrees)."""

    width: Annotated[float, msgspec.Meta(ge=0.05, le=0.4)] = Stance().width
    toe_out: Annotated[float, msgspec.Meta(ge=0, le=45)] = Stance().toe_out


class WallFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The `[wall]` table: how far behind the heels it stands, m, and the drill's stations.

    From the first station to the last the gap grows in equal steps up to what this body
    reaches; one more stands just out of reach.
    """

    heel_gap: Metres
    stations: Annotated[int, msgspec.Meta(ge=1, le=8)] = 1


class PropFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One `[[props]]` table.

    Attributes:
        kind: what it is; it brings its usual mass and size.
        kg: mass, kg.
        hands: who holds it, for things that are held or picked up.
        rest: height of what it stands on before it is picked up, m; without it the hands hold it
            from the start.
        ahead: where it stands, m in front of the ankles; without it, where the hands come down.
        apart: how far the hands hold it from the body's middle, fraction of stature.
        newtons: how hard a band pulls the hips backward, N.
        height: how high a step is, m.
        part: what an arrow points out: hips back, chest proud, shoulders down, feet down.
    """

    kind: PropKind
    kg: Annotated[float, msgspec.Meta(ge=0, le=100)] | None = None
    hands: Literal["left", "right", "both"] | None = None
    rest: Annotated[float, msgspec.Meta(ge=0, le=1.2)] | None = None
    ahead: Annotated[float, msgspec.Meta(ge=-1.5, le=1.5)] | None = None
    apart: Annotated[float, msgspec.Meta(ge=0, le=0.3)] | None = None
    newtons: Annotated[float, msgspec.Meta(ge=0, le=100)] | None = None
    height: Annotated[float, msgspec.Meta(ge=0, le=1.0)] | None = None
    part: Literal["hips", "chest", "shoulders", "feet"] | None = None


class MovementFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A whole movement file."""

    title: Title
    label: Literal["right", "wrong", "neutral"]
    pattern: Literal["hinge", "squat", "floor-lift", "swing", "stand", "stretch"]
    text: Text
    phases: Annotated[list[PhaseFile], msgspec.Meta(min_length=1, max_length=40)]
    breaks: list[str] = []
    moves_feet: bool = False
    stance: StanceFile = StanceFile()
    wall: WallFile | None = None
    props: Annotated[list[PropFile], msgspec.Meta(max_length=8)] = []
    start: Key = Key()


class Phase(msgspec.Struct, frozen=True):
    """One phase of a movement.

    Attributes:
        name: what the file calls it.
        kind: down, hold, up or step.
        seconds: how long it takes, s.
        cue: what to say or write while it runs.
        key: where it ends, complete: no field but `arms`, `touch`, `reach` and `thorax` is None.
        side: "left" or "right", the leg whose turn it is; empty for neither.
        flies: whether what the hands hold flies meanwhile.
    """

    name: str
    kind: MoveKind
    seconds: float
    cue: str
    key: Key
    side: str = ""
    flies: bool = False


class Movement(msgspec.Struct, frozen=True):
    """A movement, checked.

    Attributes:
        id: the file's name.
        title: its name for people.
        label: right, wrong or neutral.
        pattern: decides which form checks apply.
        breaks: the checks it fails, exactly.
        text: what moves, in which order, and what stays still, for people who cannot see it.
        moves_feet: whether the feet leave the floor.
        stance: how the feet stand.
        wall: distance from heels to the wall behind, m; None without a wall.
        stations: how many of the wall drill's stations are within reach.
        props: what is held, picked up, or simply there.
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
    stations: int
    props: tuple[Prop, ...]
    start: Key
    phases: tuple[Phase, ...]

    @property
    def has_sides(self) -> bool:
        """Whether it holds first on one leg and then on the other."""
        return any(phase.side for phase in self.phases)

    @property
    def seconds(self) -> float:
        """How long the movement takes once, s."""
        return sum(phase.seconds for phase in self.phases)
