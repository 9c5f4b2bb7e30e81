"""What exercises are called, those that are gone too."""

from __future__ import annotations

from collections.abc import Mapping

from app.errors import UserError
from app.practice.exercise import Exercise
from app.records.queries import Queries


class Titles:
    """Finds the title of an exercise that is, or was, practised.

    Args:
        exercises: by id, those there are.
        records: which remember the titles of those that are gone.
    """

    def __init__(self, exercises: Mapping[str, Exercise], records: Queries) -> None:
        self._exercises, self._records = exercises, records
        #: Of those that are gone: they get no other.
        self._remembered: dict[str, str] = {}

    def of(self, exercise_id: str) -> str:
        """Return its title; the last one it had where it is gone, else its id as words."""
        if known := self._exercises.get(exercise_id):
            return known.title
        if exercise_id not in self._remembered:
            try:
                remembered = self._records.title(exercise_id)
            except UserError:
                return as_words(exercise_id)
            self._remembered[exercise_id] = remembered or as_words(exercise_id)
        return self._remembered[exercise_id]


def as_words(exercise_id: str) -> str:
    """Return an id as a title, which it was made of: `my-hinge` is `My hinge`."""
    words = exercise_id.replace("-", " ").strip()
    return words[:1].upper() + words[1:] or exercise_id
