"""`today`: the next thing, the small things of the day, and where the course is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from app.locations import find_locations
from app.programme.course import Course
from app.programme.next_thing import NextKind, NextThing, Today
from app.records.model import local_now
from app.units import fill, growth
from app.workspace import open_workspace

_WORDS = {
    NextKind.CARE: "Take care today: you noted pain.",
    NextKind.NOTHING: "Nothing due. See you tomorrow.",
}


def run_today(*, as_json: bool, data_dir: Path | None = None) -> int:
    """Print what is next for the person whose records and settings these are.

    Raises:
        UserError: the records cannot be read.
    """
    with open_workspace(find_locations(data_dir)) as data:
        found = data.planner().today(local_now())
    if as_json:
        print(json.dumps(today_json(found), ensure_ascii=False, indent=2))
    else:
        print("\n".join(_lines(found)))
    return 0


def today_json(today: Today) -> dict[str, Any]:
    """Return what `today --json` prints."""
    thing, course = today.next, today.course
    return {
        "day": today.day.isoformat(),
        "next": {
            "kind": thing.kind.value,
            "id": thing.id or None,
            "title": _title(thing),
            "seconds": thing.seconds,
            "equipment": [fill(one, "both") for one in thing.equipment],
            "short": {"id": thing.short.id, "seconds": thing.short_s} if thing.short else None,
        },
        "small": [{"id": one.id, "title": one.title, "done": one.done} for one in today.small],
        "course": {
            "done": course.done,
            "total": course.total,
            "stage": course.stage.id if course.stage else None,
            "next": course.next.id if course.next else None,
            "due": course.due.isoformat() if course.due else None,
            "finished": course.finished,
            "wall": course.wall._asdict() if course.wall else None,
            "stick": course.stick._asdict() if course.stick else None,
        },
        "felt": today.felt.value if today.felt else None,
        "learn": today.learn.id if today.learn else None,
    }


def _title(thing: NextThing) -> str:
    return _WORDS.get(thing.kind, thing.title)


def _lines(today: Today) -> list[str]:
    thing = today.next
    lines = [f"Next: {_title(thing)}{_minutes(thing.seconds)}"]
    if thing.routine is not None and thing.kind is NextKind.SESSION:
        lines += [f"  Session: {thing.routine.id}"]
    lines += [f"  You need: {fill(one, 'both')}" for one in thing.equipment]
    if thing.short is not None:
        lines.append(f"  Short of time: {thing.short.id}{_minutes(thing.short_s)}")
    lines += [f"[{'x' if one.done else ' '}] {one.title}" for one in today.small]
    lines += _course_lines(today.course, today)
    if today.learn is not None and thing.kind is not NextKind.LESSON:
        lines.append(f"Keep learning: {today.learn.title}")
    return lines


def _course_lines(course: Course, today: Today) -> list[str]:
    if not course.total:
        return []
    lines = [f"Course: {course.done} of {course.total} sessions done"]
    if course.wall is not None:
        lines.append(f"  Wall: {growth(course.wall.first_cm, course.wall.last_cm, 'both')}")
    if course.next is not None and today.next.kind is not NextKind.SESSION:
        day = f", from {course.due.isoformat()}" if course.due else ""
        lines.append(f"  After that: {course.next.id} ({course.next.title}){day}")
    return lines


def _minutes(seconds: float | None) -> str:
    return "" if seconds is None else f" ({max(1, round(seconds / 60))} min)"
