"""One person's data, opened and closed as a whole: settings, records and library."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, Self

import msgspec

from app.errors import UserError
from app.files import Notice
from app.library import ENGLISH, Library, languages, read_library
from app.locations import Locations
from app.news import News
from app.records.records import Records
from app.settings.service import Settings

if TYPE_CHECKING:
    from app.programme.next_thing import Planner


class Workspace(msgspec.Struct, frozen=True):
    """The data of one person while the program uses it.

    Attributes:
        locations: where its files are.
        language: of the lessons and the window, as `de` or `pt_BR`.
        news: what the user should hear, met while opening or later.
        settings: what the user chose.
        records: what the user did, put on disk and read back.
        library: the lessons, movements and exercises, the user's own among them.
        closing: what `close` does.
    """

    locations: Locations
    language: str
    news: News
    settings: Settings
    records: Records
    library: Library
    closing: ExitStack

    def planner(self, first_weekday: int = 0) -> Planner:
        """Return what decides what is next for this person; Monday is 0."""
        from app.programme.next_thing import Planner

        found = self.library
        return Planner(
            found.lessons,
            found.exercises,
            found.programme,
            self.records,
            lambda: self.settings.person,
            first_weekday,
        )

    def close(self) -> None:
        """Write what is waiting and let go of all files; a second time does nothing."""
        self.closing.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()


def open_workspace(locations: Locations, language: str = ENGLISH) -> Workspace:
    """Open a person's data, to be closed by `Workspace.close` or at the end of a `with`.

    Args:
        locations: where its files are.
        language: of the system, as `de_DE`; the settings may name another.

    Raises:
        UserError: the program is not whole; nothing is left open.
    """
    news = News(locations.news)

    def tell(problem: Notice | UserError) -> None:
        news.tell(problem.message if isinstance(problem, Notice) else problem.messages[0])

    with ExitStack() as closing:
        file = locations.settings
        settings = Settings(file, file, on_problem=tell)
        spoken = _find_language(settings.machine.language, language, locations)
        records = Records.open_anyway(locations.records, on_problem=news.tell)
        closing.callback(records.close)
        if records.notice is not None:
            tell(records.notice)
        library = read_library(locations, spoken, with_own=True)
        return Workspace(locations, spoken, news, settings, records, library, closing.pop_all())


def _find_language(chosen: str, system: str, locations: Locations) -> str:
    """Return the language that was chosen, or the system's, where there are lessons in it."""
    known = languages(locations)
    code = system if chosen == "system" else chosen
    return next((name for name in (code, code.split("_")[0]) if name in known), ENGLISH)
