"""What `render` puts on pages: whose they are, a note, and one exercise, several or a week."""

from __future__ import annotations

import argparse

from app.body.anthropometry import Body
from app.commands.exercises import find_exercise
from app.errors import UserError
from app.lessons.pairs import fault_beside
from app.library import read_library
from app.locations import find_locations
from app.messages.message import Message
from app.movement.model import Movement
from app.movement.motion import motion_on
from app.picture.page_request import NAME_LENGTH, NOTE_LENGTH, PageRequest, Paper
from app.picture.plan import plan_of, plan_of_week, weeks_of


def page_request(options: argparse.Namespace, body: Body, movement: Movement) -> PageRequest:
    """Return what a page about a movement, or about exercises, says.

    Raises:
        UserError: there is no such exercise or week, or a text is too long.
    """
    library = read_library(find_locations(options.data_dir), with_own=True)
    names = options.exercise or []
    exercises = [find_exercise(name, options.data_dir) for name in names]
    paper: Paper = options.paper or "a4"
    name = _text("name", options.name, NAME_LENGTH)
    note = _text("note", options.note, NOTE_LENGTH)
    if options.week is not None:
        weeks = weeks_of(library.programme)
        if options.week not in weeks:
            known = ", ".join(map(str, weeks))
            raise UserError("commands.unknown-week", week=options.week, known=known)
        plan = plan_of_week(
            options.week, library.programme, library.exercises, library.movements, body
        )
        title = weeks[options.week]
        return PageRequest(
            paper=paper, name=name, note=note, plan=plan, title=title, week=options.week
        )
    if len(exercises) > 1:
        plan = plan_of(exercises, library.movements, body)
        return PageRequest(paper=paper, name=name, note=note, plan=plan)
    fault = None if options.versus else fault_beside(library.pairs, library.movements, movement)
    return PageRequest(
        exercise=exercises[0] if exercises else None,
        paper=paper,
        name=name,
        note=note,
        wrong=motion_on(body, fault) if fault else None,
    )


def movement_id_of(options: argparse.Namespace) -> str:
    """Return what is to be shown; of exercises or a week, the first one's movement.

    Raises:
        UserError: nothing is named, or two things at once.
    """
    several = options.week is not None or len(options.exercise or []) > 1
    if options.movement is not None:
        if several:
            raise UserError("commands.one-or-several", name=options.movement)
        return str(options.movement)
    if options.week is not None and options.exercise:
        raise UserError("commands.week-or-exercises")
    if options.exercise:
        return find_exercise(options.exercise[0], options.data_dir).movement
    if options.week is None:
        raise UserError("commands.nothing-named")
    library = read_library(find_locations(options.data_dir))
    days = (day for day in library.programme.days if day.week == options.week)
    items = (item.exercise for day in days for item in day.items)
    found = (library.exercises[item] for item in items if item in library.exercises)
    return next((exercise.movement for exercise in found), "hinge")


def _text(option: str, text: str | None, most: int) -> str:
    """Return a text without blanks around it.

    Raises:
        UserError: it is longer than `most`.
    """
    text = (text or "").strip()
    if len(text) > most:
        told = Message("commands.too-long", option=option, most=most, count=len(text))
        raise UserError(told)
    return text
