"""`list`: the lessons, movements, exercises and pictures there are, and the programme."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import msgspec

from app.figure.figure_texts import FigureTexts
from app.lessons.model import At, Lesson
from app.lessons.picture import Picture
from app.library import Library, read_library
from app.locations import find_locations
from app.movement.model import Label, Movement
from app.practice.exercise import Exercise
from app.practice.own import Origin
from app.practice.timeline import build_session
from app.programme.parts import parts_of
from app.programme.programme import Item, Programme, Routine
from app.units import fill


def run_list(what: str, *, as_json: bool, data_dir: Path | None = None) -> int:
    """Print the lessons, movements, exercises, pictures or the days of the programme."""
    library = read_library(find_locations(data_dir), with_own=True)
    rows = _rows(what, library)
    for problem in library.read_all():
        print(f"left out: {problem}", file=sys.stderr)
    if as_json:
        print(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        width = max((len(row["id"]) for row in rows), default=0)
        for row in rows:
            label = FigureTexts().of(Label(row["label"])) if "label" in row else ""
            print(f"{row['id']:{width}}  {row['title']}{label and f' ({label})'}")
    return 0


def _rows(what: str, library: Library) -> list[dict[str, Any]]:
    if what == "lessons":
        return [_lesson(lesson) for lesson in library.lessons]
    if what == "movements":
        return [_movement(movement) for movement in library.movements.values()]
    if what == "pictures":
        return [_picture(picture) for picture in library.pictures.values()]
    if what == "programme":
        programme = library.programme
        shorts = (stage.short for stage in programme.stages)
        every = (*programme.days, *programme.daily, *shorts)
        return [_routine(routine, library) for routine in every]
    own = library.exercises.own
    return [
        {
            **_exercise(exercise),
            "origin": (own.origin(exercise.id) if own else Origin.BUILT_IN).value,
        }
        for exercise in library.exercises.values()
    ]


def _fields(of: object, *names: str) -> dict[str, Any]:
    return {name: getattr(of, name) for name in names}


def _lesson(lesson: Lesson) -> dict[str, Any]:
    return {
        **_fields(lesson, "id", "title", "summary"),
        "practice": _fields(lesson.offer, "exercise", "sets", "reps") if lesson.offer else None,
        "steps": [
            {
                "title": step.title,
                "text": fill(step.text, "both"),
                "table": [list(step.table.columns), *map(list, step.table.rows)]
                if step.table
                else None,
                **_fields(step.show, "movement", "picture", "beside"),
                "at": _at(step.show.at),
                "loop": step.show.loop,
            }
            for step in lesson.steps
        ],
    }


def _at(at: At | None) -> dict[str, Any] | None:
    return _fields(at, "phase", "fraction") if at else None


def _movement(movement: Movement) -> dict[str, Any]:
    return {
        "id": movement.id,
        "title": movement.title,
        "label": movement.label.value,
        "pattern": movement.pattern.value,
        "breaks": sorted(movement.breaks),
        "moves_feet": movement.moves_feet,
        "text": movement.text,
    }


def _exercise(exercise: Exercise) -> dict[str, Any]:
    tempo = exercise.tempo
    plain = "id", "title", "movement", "sets", "reps", "hold_s", "sides", "switch_s"
    return {
        **_fields(exercise, *plain),
        "tempo_s": msgspec.structs.asdict(tempo) if tempo else None,
        "rest_s": exercise.rest_s,
        "measure": exercise.measure.value if exercise.measure else None,
        "open_ended": exercise.open_ended,
        "equipment": fill(exercise.equipment, "both"),
        "place": fill(exercise.place, "both"),
    }


def _picture(picture: Picture) -> dict[str, Any]:
    return {
        **_fields(picture, "id", "title", "summary", "text"),
        "panels": [
            {
                **_fields(panel, "movement", "beside"),
                "at": _at(panel.at),
                **_fields(panel, "caption", "note"),
            }
            for panel in picture.panels
        ],
    }


def _routine(routine: Routine, library: Library) -> dict[str, Any]:
    parts = parts_of(routine, library.exercises)
    return {
        **_fields(routine, "id", "title", "week", "day"),
        "stage": _stage(routine, library.programme),
        "when": routine.when.value if routine.when else None,
        "mixed": routine.mixed,
        "seconds": build_session(parts, routine.title).total_s,
        "exercises": [
            {
                "exercise": part.exercise.id,
                "title": part.exercise.title,
                "sets": part.choice.sets,
                "reps": None if part.exercise.reps is None else part.choice.reps,
                "hold_s": None if part.exercise.hold_s is None else part.choice.hold_s,
            }
            for part in parts
        ],
        "substitutes": [_substitute(item) for item in routine.items if item.without],
    }


def _substitute(item: Item) -> dict[str, Any]:
    return {
        **_fields(item, "exercise", "without"),
        "or": item.other,
        "using": item.using or None,
    }


def _stage(routine: Routine, programme: Programme) -> str | None:
    """Return the stage that a session, or its short version, belongs to."""
    for stage in programme.stages:
        if routine in (*programme.days[stage.first : stage.last + 1], stage.short):
            return stage.id
    return None
