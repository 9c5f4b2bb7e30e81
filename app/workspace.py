"""One person's data, opened and closed as a whole: settings, records and library."""

from __future__ import annotations

from contextlib import ExitStack
from typing import Self

import msgspec

from app.library import ENGLISH, Library, languages, read_library
from app.locations import Locations
from app.news import NewsFeed
from app.records.queries import Queries
from app.records.recorder import Recorder
from app.records.store import Store
from app.settings.service import Settings


class Workspace(msgspec.Struct, frozen=True):
    """The data of one person while the program uses it.

    Attributes:
        locations: where its files are.
        language: of the lessons and the window, as `de` or `pt_BR`.
        news: what the user should hear, met while opening or later.
        settings: what the user chose.
        recorder: writes what is done.
        queries: reads it back.
        library: the lessons, movements and exercises, the user's own among them.
        closing: what `close` does.
    """

    locations: Locations
    language: str
    news: NewsFeed
    settings: Settings
    recorder: Recorder
    queries: Queries
    library: Library
    closing: ExitStack

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
        UserError: the data cannot be used; nothing is left open.
    """
    news = NewsFeed()
    with ExitStack() as closing:
        file = locations.settings
        settings = Settings(file, file, on_problem=news.tell)
        spoken = _find_language(settings.machine.language, language, locations)
        store = Store.open(locations.records)
        closing.callback(store.close)
        if store.notice is not None:
            news.tell(store.notice)
        queries = Queries(store.path)
        closing.callback(queries.close)
        recorder = Recorder(store, on_problem=news.tell)
        closing.callback(recorder.close)
        library = read_library(locations, spoken, with_own=True)
        return Workspace(
            locations, spoken, news, settings, recorder, queries, library, closing.pop_all()
        )


def _find_language(chosen: str, system: str, locations: Locations) -> str:
    """Return the language that was chosen, or the system's, where there are lessons in it."""
    known = languages(locations)
    code = system if chosen == "system" else chosen
    return next((name for name in (code, code.split("_")[0]) if name in known), ENGLISH)
