"""Read a movement file into a `Movement`, or say everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from app.body.form import Check, Pattern
from app.body.pose import Pose, Stance
from app.content import Mistake, convert, id_fault, parse_toml, quote, read_text
from app.errors import ContentError, Problem
from app.messages.message import Message
from app.movement.model import Key, Label, MoveKind, Movement, MovementFile, Phase, PropFile
from app.movement.props import PROP_DEFAULTS, Prop, PropDefaults, PropKind

_MOVING = ("down", "up", "step")
#: What a hold may do: take up what is picked up, or put it down.
_TAKING = {"carry"}

_UPRIGHT = Pose()
#: Where a movement starts unless its file says otherwise: standing, knees soft, arms hanging.
START = Key(
    knee=_UPRIGHT.knee,
    thorax=_UPRIGHT.thorax,
    lumbar=_UPRIGHT.lumbar,
    neck=_UPRIGHT.neck,
    pressure=_UPRIGHT.pressure,
    weight="both",
    left_arm="hang",
    right_arm="hang",
    carry=0.0,
    station=1,
)


def read_movement(file: Path) -> Movement:
    """Read one movement.

    Raises:
        ContentError: with every mistake in the file: file, key and what was expected.
    """
    data = parse_toml(read_text(file), file)
    problems: list[Problem] = []
    try:
        source = convert(data, MovementFile, file)
    except ContentError as error:
        problems = error.problems
    told = {problem.key for problem in problems}
    problems += [
        Problem(file, key, expected)
        for key, expected in _mistakes(file.stem, data)
        if key not in told
    ]
    if problems:
        raise ContentError(problems)
    start = _onto(START, source.start)
    phases: list[Phase] = []
    key = start
    for phase in source.phases:
        if isinstance(phase.to, Key):
            key = _onto(key, phase.to)
        elif phase.to == "start":
            key = start
        kind, side = MoveKind(phase.kind), phase.side or ""
        phases.append(
            Phase(phase.name, kind, phase.seconds, phase.cue, key, side, flies=phase.flies)
        )
    return Movement(
        id=file.stem,
        title=source.title,
        label=Label(source.label),
        pattern=Pattern(source.pattern),
        breaks=frozenset(Check(name) for name in source.breaks),
        text=source.text,
        moves_feet=source.moves_feet,
        stance=Stance(source.stance.width, source.stance.toe_out),
        wall=source.wall.heel_gap if source.wall else None,
        stations=source.wall.stations if source.wall else 1,
        props=tuple(map(_prop, source.props)),
        start=start,
        phases=tuple(phases),
    )


def _onto(key: Key, change: Key) -> Key:
    stated = {
        name: value
        for name in Key.__struct_fields__
        if (value := getattr(change, name)) is not None
    }
    # A stated lean excludes leaning until the wall or the floor is reached.
    if "thorax" in stated:
        stated["touch"] = None
        stated.setdefault("reach", None)
    if "arms" in stated:
        both = stated.pop("arms")
        stated = {"left_arm": both, "right_arm": both, **stated}
    return msgspec.structs.replace(key, **stated)


def _prop(source: PropFile) -> Prop:
    size = PROP_DEFAULTS.get(source.kind, PropDefaults())
    return Prop(
        kind=source.kind,
        kg=size.kg if source.kg is None else source.kg,
        hands=source.hands or "",
        grip=None if source.rest is None else source.rest + size.grip,
        ahead=source.ahead,
        apart=size.apart if source.apart is None else source.apart,
        newtons=source.newtons or 0.0,
        height=source.height or 0.0,
        part=source.part or "",
    )


def _mistakes(name: str, data: dict[str, Any]) -> Iterator[Mistake]:
    """Yield (key, what was expected) for everything the types cannot express.

    It looks at the file as parsed, so that it also finds mistakes next to a wrong type.
    """
    if wrong := id_fault(name):
        yield "", Message("movement.file-name", expected=wrong)
    yield from _blank(data, "", ("title", "text"))
    yield from _wrong_breaks(data)
    start = data.get("start")
    for name in ("touch", "reach", "station"):
        if isinstance(start, dict) and name in start:
            yield f"start.{name}", Message("movement.start")
    if isinstance(start, dict):
        yield from _wrong_arms(start, "start")
    yield from _wrong_props(data.get("props"))
    tables = data.get("phases")
    phases = enumerate(tables) if isinstance(tables, list) else ()
    seen: set[str] = set()
    moves: list[tuple[str, object]] = []
    for index, phase in phases:
        where = f"phases[{index}]"
        if not isinstance(phase, dict):
            continue
        yield from _blank(phase, f"{where}.", ("name", "cue"))
        yield from _wrong_aim(phase, where)
        if isinstance(phase.get("to"), dict):
            yield from _wrong_key(phase["to"], f"{where}.to", data)
        called = phase.get("name")
        if isinstance(called, str):
            if called in seen:
                yield f"{where}.name", Message("movement.phase-taken", name=quote(called))
            seen.add(called)
        if phase.get("kind") in _MOVING:
            moves.append((f"{where}.to", phase.get("to")))
    yield from _wrong_sides(_tables(tables))
    yield from _wrong_flights(_tables(tables))
    if moves and moves[-1][1] != "start":
        yield moves[-1][0], Message("movement.no-loop")


def _tables(value: object) -> list[dict[str, Any]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _wrong_props(props: object) -> Iterator[Mistake]:
    if not isinstance(props, list):
        return
    for index, prop in enumerate(props):
        if not isinstance(prop, dict):
            continue
        kind = prop.get("kind")
        if not isinstance(kind, str):
            continue
        if kind in PROP_DEFAULTS and "hands" not in prop:
            yield f"props[{index}].hands", Message("movement.no-hands")
        if kind in set(PropKind) and kind not in PROP_DEFAULTS:
            for name in ("hands", "rest", "kg"):
                if name in prop:
                    yield f"props[{index}].{name}", Message("movement.not-held", kind=kind)


def _wrong_breaks(data: dict[str, Any]) -> Iterator[Mistake]:
    breaks = data.get("breaks", [])
    if not isinstance(breaks, list):
        return
    checks = ", ".join(Check)
    for index, check in enumerate(breaks):
        if isinstance(check, str) and check not in set(Check):
            yield f"breaks[{index}]", Message("content.choice", known=checks, got=quote(check))
    if data.get("label") == "right" and breaks:
        yield "breaks", Message("movement.right-breaks")
    if data.get("label") == "wrong" and not breaks:
        yield "breaks", Message("movement.wrong-breaks")


def _wrong_aim(phase: dict[str, Any], where: str) -> Iterator[Mistake]:
    kind, aim = phase.get("kind"), phase.get("to")
    if kind == "hold" and aim is not None and not (isinstance(aim, dict) and set(aim) <= _TAKING):
        yield f"{where}.to", Message("movement.hold-moves")
    if kind in _MOVING and aim is None:
        yield f"{where}.to", Message("movement.no-aim")


def _wrong_flights(phases: list[dict[str, Any]]) -> Iterator[Mistake]:
    """Yield what flies without being thrown from arms at an angle, or without being caught."""
    for index, phase in enumerate(phases):
        if phase.get("flies") is True:
            before = phases[index - 1] if index else {}
            to = before.get("to")
            arms = to.get("arms") if isinstance(to, dict) else None
            after = phases[index + 1].get("kind") if index + 1 < len(phases) else None
            kinds = (before.get("kind"), phase.get("kind"), after)
            if kinds != ("up", "hold", "down") or not isinstance(arms, dict) or "at" in arms:
                yield f"phases[{index}].flies", Message("movement.flies")


def _wrong_sides(phases: list[dict[str, Any]]) -> Iterator[Mistake]:
    """Yield where a side's phases are not one way into a hold and out again."""
    sides = [phase.get("side") for phase in phases]
    for side, other in (("left", "right"), ("right", "left")):
        if side not in sides:
            continue
        first, last = sides.index(side), len(sides) - 1 - sides[::-1].index(side)
        if other not in sides:
            yield f"phases[{first}].side", Message("movement.other-side", side=other)
        for index in range(first, last + 1):
            if sides[index] != side:
                yield f"phases[{index}].side", Message("movement.side-between", side=side)
                return
        if all(phase.get("kind") != "hold" for phase in phases[first : last + 1]):
            yield f"phases[{first}].side", Message("movement.no-hold", side=side)


def _wrong_arms(key: dict[str, Any], where: str) -> Iterator[Mistake]:
    for name in ("arms", "left_arm", "right_arm"):
        arm = key.get(name)
        if isinstance(arm, dict) and ("shoulder" in arm) == ("at" in arm):
            yield f"{where}.{name}", Message("movement.arm")


def _wrong_key(key: dict[str, Any], where: str, data: dict[str, Any]) -> Iterator[Mistake]:
    """Yield what one key asks for and the rest of the movement does not allow."""
    wall = data.get("wall")
    if "touch" in key and wall is None:
        yield f"{where}.touch", Message("movement.no-wall")
    if "touch" in key and "thorax" in key:
        yield f"{where}.thorax", Message("movement.thorax-and-touch")
    if "station" in key and wall is None:
        yield f"{where}.station", Message("movement.no-stations")
    if isinstance(wall, dict):
        stations, station = wall.get("stations", 1), key.get("station")
        if isinstance(stations, int) and isinstance(station, int) and station > stations + 1:
            yield f"{where}.station", Message("movement.stations", most=stations + 1)
    if "reach" in key and "touch" in key:
        yield f"{where}.reach", Message("movement.reach-and-touch")
    picked = any("rest" in prop and "hands" in prop for prop in _tables(data.get("props")))
    for name in ("reach", "carry"):
        if name in key and not picked:
            yield f"{where}.{name}", Message(f"movement.nothing-to-{name}")
    yield from _wrong_arms(key, where)
    for name in ("left_foot", "right_foot", "trail", "station"):
        if name in key and data.get("moves_feet") is not True:
            yield f"{where}.{name}", Message("movement.feet")


def _blank(table: dict[str, Any], where: str, names: tuple[str, ...]) -> Iterator[Mistake]:
    for name in names:
        text = table.get(name)
        if isinstance(text, str) and text and not text.strip():
            yield f"{where}{name}", Message("content.blank")
