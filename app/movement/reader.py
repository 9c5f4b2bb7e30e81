"""Read a movement file into a `Movement`, or say everything that is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from app.body.form import Check, Pattern
from app.body.pose import Pose, Stance
from app.content import convert, parse_toml, read_text
from app.errors import ContentError, Problem
from app.movement.model import Key, Label, MoveKind, Movement, MovementFile, Phase

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
_MOVING = ("down", "up")

_UPRIGHT = Pose()
#: Where a movement starts unless its file says otherwise: standing, knees soft, arms hanging.
START = Key(
    knee=_UPRIGHT.knee,
    thorax=_UPRIGHT.thorax,
    lumbar=_UPRIGHT.lumbar,
    neck=_UPRIGHT.neck,
    pressure=_UPRIGHT.pressure,
    arms="hang",
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
        phases.append(Phase(phase.name, MoveKind(phase.kind), phase.seconds, phase.cue, key))
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
        start=start,
        phases=tuple(phases),
    )


def _onto(key: Key, change: Key) -> Key:
    stated = {
        name: value
        for name in Key.__struct_fields__
        if (value := getattr(change, name)) is not None
    }
    # Leaning on by a number and leaning until the wall exclude each other.
    if "thorax" in stated:
        stated["touch"] = None
    return msgspec.structs.replace(key, **stated)


def _mistakes(name: str, data: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield (key, what was expected) for all that the types cannot say.

    It looks at the file as it was parsed, so that it also finds what stands beside a wrong type.
    """
    if not _ID.match(name):
        yield "", f"expected a file name of lower case words and hyphens, got '{name}'"
    yield from _blank(data, "", ("title", "text"))
    yield from _wrong_breaks(data)
    start = data.get("start")
    if isinstance(start, dict) and "touch" in start:
        yield "start.touch", "expected a start pose stated by its angles"
    tables = data.get("phases")
    phases = enumerate(tables) if isinstance(tables, list) else ()
    seen: set[str] = set()
    moves: list[tuple[str, object]] = []
    for index, phase in phases:
        where = f"phases[{index}]"
        if not isinstance(phase, dict):
            continue
        yield from _blank(phase, f"{where}.", ("name", "cue"))
        yield from _wrong_aim(phase, where, walled="wall" in data)
        called = phase.get("name")
        if isinstance(called, str):
            if called in seen:
                yield f"{where}.name", f"expected a name of its own, '{called}' is taken"
            seen.add(called)
        if phase.get("kind") in _MOVING:
            moves.append((f"{where}.to", phase.get("to")))
    if moves and moves[-1][1] != "start":
        yield moves[-1][0], 'expected "start", so that the movement can loop'


def _wrong_breaks(data: dict[str, Any]) -> Iterator[tuple[str, str]]:
    breaks = data.get("breaks", [])
    if not isinstance(breaks, list):
        return
    checks = ", ".join(Check)
    for index, check in enumerate(breaks):
        if isinstance(check, str) and check not in set(Check):
            yield f"breaks[{index}]", f"expected one of {checks}, got '{check}'"
    if data.get("label") == "right" and breaks:
        yield "breaks", "expected none in a right movement"
    if data.get("label") == "wrong" and not breaks:
        yield "breaks", "expected at least one check in a wrong movement"


def _wrong_aim(phase: dict[str, Any], where: str, *, walled: bool) -> Iterator[tuple[str, str]]:
    kind, aim = phase.get("kind"), phase.get("to")
    if kind == "hold" and aim is not None:
        yield f"{where}.to", "expected nothing: a hold stays where it is"
    if kind in _MOVING and aim is None:
        yield f"{where}.to", 'expected angles to move to, or "start"'
    if isinstance(aim, dict) and "touch" in aim:
        if not walled:
            yield f"{where}.to.touch", "expected a [wall] table to touch"
        if "thorax" in aim:
            yield f"{where}.to.thorax", "expected none beside touch, which solves it"


def _blank(table: dict[str, Any], where: str, names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for name in names:
        text = table.get(name)
        if isinstance(text, str) and text and not text.strip():
            yield f"{where}{name}", "expected text, got only spaces"
