"""Read a movement file into a `Movement`, or say everything that is wrong with it."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec

from app.body.form import Check, Pattern
from app.body.pose import Pose, Stance
from app.content import read_toml
from app.errors import ContentError, Problem
from app.movement.model import Key, Label, MoveKind, Movement, MovementFile, Phase

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")

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
    source = read_toml(file, MovementFile)
    problems = [Problem(file, key, expected) for key, expected in _mistakes(file.stem, source)]
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


def _mistakes(name: str, source: MovementFile) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    if not _ID.match(name):
        found.append(("", f"expected a file name of lower case words and hyphens, got '{name}'"))
    checks = ", ".join(Check)
    found += [
        (f"breaks[{index}]", f"expected one of {checks}, got '{check}'")
        for index, check in enumerate(source.breaks)
        if check not in set(Check)
    ]
    if source.label == "right" and source.breaks:
        found.append(("breaks", "expected none in a right movement"))
    if source.label == "wrong" and not source.breaks:
        found.append(("breaks", "expected at least one check in a wrong movement"))
    if source.start.touch:
        found.append(("start.touch", "expected a start pose stated by its angles"))
    seen: set[str] = set()
    for index, phase in enumerate(source.phases):
        where = f"phases[{index}]"
        if phase.name in seen:
            found.append((f"{where}.name", f"expected a name of its own, '{phase.name}' is taken"))
        seen.add(phase.name)
        if phase.kind == "hold" and phase.to is not None:
            found.append((f"{where}.to", "expected nothing: a hold stays where it is"))
        if phase.kind != "hold" and phase.to is None:
            found.append((f"{where}.to", 'expected angles to move to, or "start"'))
        if isinstance(phase.to, Key) and phase.to.touch:
            if source.wall is None:
                found.append((f"{where}.to.touch", "expected a [wall] table to touch"))
            if phase.to.thorax is not None:
                found.append((f"{where}.to.thorax", "expected none beside touch, which solves it"))
    moves = [index for index, phase in enumerate(source.phases) if phase.kind != "hold"]
    if moves and source.phases[moves[-1]].to != "start":
        found.append((f"phases[{moves[-1]}].to", 'expected "start", so that the movement can loop'))
    return found
