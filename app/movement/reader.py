"""Read a movement file into a `Movement`, or say everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from app.body.form import Check, Pattern
from app.body.pose import Pose, Stance
from app.content import convert, id_fault, parse_toml, quote, read_text
from app.errors import ContentError, Problem
from app.movement.model import Key, Label, MoveKind, Movement, MovementFile, Phase, PropFile
from app.movement.props import SIZES, Prop, PropKind, Size

_MOVING = ("down", "up", "step")
#: What a hold may do: take what is picked up into the hands, or leave it.
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
        phases.append(Phase(phase.name, kind, phase.seconds, phase.cue, key, side))
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
    # Leaning on by a number and leaning until the wall, or the floor, exclude each other.
    if "thorax" in stated:
        stated["touch"] = None
        stated.setdefault("reach", None)
    if "arms" in stated:
        both = stated.pop("arms")
        stated = {"left_arm": both, "right_arm": both, **stated}
    return msgspec.structs.replace(key, **stated)


def _prop(source: PropFile) -> Prop:
    size = SIZES.get(source.kind, Size())
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


def _mistakes(name: str, data: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield (key, what was expected) for all that the types cannot say.

    It looks at the file as it was parsed, so that it also finds what stands beside a wrong type.
    """
    if wrong := id_fault(name):
        yield "", f"the file's name: {wrong}"
    yield from _blank(data, "", ("title", "text"))
    yield from _wrong_breaks(data)
    start = data.get("start")
    for name in ("touch", "reach", "station"):
        if isinstance(start, dict) and name in start:
            yield f"start.{name}", "expected a start pose stated by its angles"
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
                yield f"{where}.name", f"expected a name of its own, {quote(called)} is taken"
            seen.add(called)
        if phase.get("kind") in _MOVING:
            moves.append((f"{where}.to", phase.get("to")))
    yield from _wrong_sides(_tables(tables))
    if moves and moves[-1][1] != "start":
        yield moves[-1][0], 'expected "start", so that the movement can loop'


def _tables(value: object) -> list[dict[str, Any]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _is_picked_up(prop: dict[str, Any]) -> bool:
    return "rest" in prop and "hands" in prop


def _wrong_props(props: object) -> Iterator[tuple[str, str]]:
    if not isinstance(props, list):
        return
    for index, prop in enumerate(props):
        if not isinstance(prop, dict):
            continue
        kind = prop.get("kind")
        if not isinstance(kind, str):
            continue
        if kind in SIZES and "hands" not in prop:
            yield f"props[{index}].hands", "expected who holds it: left, right or both"
        if kind in set(PropKind) and kind not in SIZES:
            for name in ("hands", "rest", "kg"):
                if name in prop:
                    yield f"props[{index}].{name}", f"expected none: hands do not hold the {kind}"


def _wrong_breaks(data: dict[str, Any]) -> Iterator[tuple[str, str]]:
    breaks = data.get("breaks", [])
    if not isinstance(breaks, list):
        return
    checks = ", ".join(Check)
    for index, check in enumerate(breaks):
        if isinstance(check, str) and check not in set(Check):
            yield f"breaks[{index}]", f"expected one of {checks}, got {quote(check)}"
    if data.get("label") == "right" and breaks:
        yield "breaks", "expected none in a right movement"
    if data.get("label") == "wrong" and not breaks:
        yield "breaks", "expected at least one check in a wrong movement"


def _wrong_aim(phase: dict[str, Any], where: str) -> Iterator[tuple[str, str]]:
    kind, aim = phase.get("kind"), phase.get("to")
    if kind == "hold" and aim is not None and not (isinstance(aim, dict) and set(aim) <= _TAKING):
        yield f"{where}.to", "expected nothing but carry: a hold stays where it is"
    if kind in _MOVING and aim is None:
        yield f"{where}.to", 'expected angles to move to, or "start"'


def _wrong_sides(phases: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """Yield where the phases of a side are not one way into a hold and out of it again."""
    sides = [phase.get("side") for phase in phases]
    for side, other in (("left", "right"), ("right", "left")):
        if side not in sides:
            continue
        first, last = sides.index(side), len(sides) - 1 - sides[::-1].index(side)
        if other not in sides:
            yield f"phases[{first}].side", f"expected phases of the {other} side too"
        for index in range(first, last + 1):
            if sides[index] != side:
                yield f"phases[{index}].side", f"expected '{side}', as before it and after it"
                return
        if all(phase.get("kind") != "hold" for phase in phases[first : last + 1]):
            yield f"phases[{first}].side", f"expected a hold among the phases of the {side} side"


def _wrong_arms(key: dict[str, Any], where: str) -> Iterator[tuple[str, str]]:
    for name in ("arms", "left_arm", "right_arm"):
        arm = key.get(name)
        if isinstance(arm, dict) and ("shoulder" in arm) == ("at" in arm):
            yield f"{where}.{name}", "expected either shoulder or at"


def _wrong_key(key: dict[str, Any], where: str, data: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield what one key asks for that the rest of the movement does not allow."""
    wall = data.get("wall")
    if "touch" in key and wall is None:
        yield f"{where}.touch", "expected a [wall] table to touch"
    if "touch" in key and "thorax" in key:
        yield f"{where}.thorax", "expected none beside touch, which solves it"
    if "station" in key and wall is None:
        yield f"{where}.station", "expected a [wall] table whose stations to stand at"
    if isinstance(wall, dict):
        stations, station = wall.get("stations", 1), key.get("station")
        if isinstance(stations, int) and isinstance(station, int) and station > stations + 1:
            yield f"{where}.station", f"expected at most {stations + 1}, the one out of reach"
    if "reach" in key and "touch" in key:
        yield f"{where}.reach", "expected none beside touch"
    picked = any(_is_picked_up(prop) for prop in _tables(data.get("props")))
    for name, what in (("reach", "reach for"), ("carry", "carry")):
        if name in key and not picked:
            yield f"{where}.{name}", f"expected one of [[props]] with hands and rest to {what}"
    yield from _wrong_arms(key, where)
    for name in ("left_foot", "right_foot", "station"):
        if name in key and data.get("moves_feet") is not True:
            yield f"{where}.{name}", "expected moves_feet = true in a movement whose feet move"


def _blank(table: dict[str, Any], where: str, names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for name in names:
        text = table.get(name)
        if isinstance(text, str) and text and not text.strip():
            yield f"{where}{name}", "expected text, got only spaces"
