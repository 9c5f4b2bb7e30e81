"""The people who can be drawn: hair, skin and clothes, read from TOML."""

# Annotations are not kept as text here: msgspec would have to evaluate all of them at the start.
import zlib
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from app.body.anthropometry import Body, Sex
from app.content import ID, Mistake, read_tables, try_convert
from app.errors import Problem
from app.messages.message import Message

Colour = Annotated[str, msgspec.Meta(pattern=r"^#[0-9A-Fa-f]{6}\Z")]
_TABLE = "person"


class Hair(StrEnum):
    """How the hair is worn."""

    SHORT = "short"
    CROPPED = "cropped"
    RECEDING = "receding"
    CURLY = "curly"
    BOB = "bob"
    BUN = "bun"


class Person(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A person as drawn; without a file, one of no particular sex.

    Attributes:
        id: how settings name the person.
        name: a first name.
        sex: whose build it is; None for that of the body.
        age: roughly.
        hair: how it is worn.
        skin, hair_colour, shirt, shorts, trim, shoes: colours in the light theme; `trim` is the
            waistband and the hems.
    """

    id: Annotated[str, msgspec.Meta(pattern=f"^{ID}", max_length=40)] = "anyone"
    name: Annotated[str, msgspec.Meta(min_length=1, max_length=30)] = "Anyone"
    sex: Sex | None = None
    age: Literal["young", "middle", "old"] = "middle"
    hair: Hair = Hair.SHORT
    skin: Colour = "#D9A888"
    hair_colour: Colour = "#3B2F2B"
    shirt: Colour = "#8FB3BF"
    shorts: Colour = "#2F4858"
    trim: Colour = "#4F7485"
    shoes: Colour = "#22313A"


#: Who is drawn where nobody was chosen.
ANYONE = Person()


def read_people(file: Path) -> tuple[tuple[Person, ...], list[Problem]]:
    """Read every good `[[person]]`, in the file's order, and every mistake in the others."""
    found: dict[str, Person] = {}

    def mistakes(person: Person) -> Iterator[Mistake]:
        if person.id in found:
            yield "id", Message("content.person-taken")

    tables, problems = read_tables(file, _TABLE)
    for key, table in tables:
        person, wrong = try_convert(table, Person, file, key, mistakes)
        if person is not None:
            found[person.id] = person
        problems += wrong
    return tuple(found.values()), problems


def choose_people(
    people: tuple[Person, ...], chosen: str, occasion: str, body: Body
) -> tuple[Person, ...]:
    """Return who is drawn first and second.

    Args:
        people: everybody there is.
        chosen: the id of the person to draw; anything else leaves it to chance.
        occasion: what they are drawn for, such as a lesson: it always shows the same people.
        body: a body that somebody entered is drawn as one of its sex.
    """
    named = [person for person in people if person.id == chosen]
    if named:
        return (named[0], named[0])
    if body != Body():
        people = tuple(person for person in people if person.sex in (body.sex, None)) or people
    if not people:
        return (ANYONE, ANYONE)
    number = zlib.crc32(occasion.encode())
    first = number % len(people)
    other = (first + 1 + number // len(people) % max(1, len(people) - 1)) % len(people)
    return people[first], people[other]
