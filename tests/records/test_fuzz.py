"""Records that were damaged anywhere: a sentence, and what is left is there.

`MORE_EXAMPLES=30` makes the 300 flipped bits and 60 files cut off that a release is tried with.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.messages.message import Message
from app.records.feedback import Feedback
from app.records.model import LessonPlace, Outcome, SafetyAnswers, SessionEnd
from app.records.records import Records
from tests.helpers.patience import HANG_S, examples
from tests.helpers.records import MORNING, a_session, a_set

SESSIONS, SETS = 28, 3
FLIPS, CUTS = examples(10), examples(2)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return a file of records with 84 sets and all else that there can be."""
    path = tmp_path_factory.mktemp("sound") / "records.sqlite3"
    with closing(Records.open(path)) as records:
        for number in range(SESSIONS):
            name, at = f"session-{number}", MORNING + timedelta(days=number)
            records.put(a_session(name))
            for performance in range(1, SETS + 1):
                records.put(a_set(performance, session_id=name, at=at))
            records.put(SessionEnd(name, Outcome.FINISHED, at))
            records.put(Feedback(f"run-{number}", at, at, effort=5))
        records.put(LessonPlace("cues", 2))
        records.lesson_finished("cues")
        records.put(SafetyAnswers(MORNING, {"back-pain": False}))
        assert records.flush(HANG_S)
        return path.read_bytes()


def flipped(data: bytes, chance: random.Random) -> bytes:
    """Return a file with one bit turned over."""
    at = chance.randrange(len(data))
    return data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :]


def damaged(data: bytes) -> Iterator[bytes]:
    for seed in range(FLIPS):
        yield flipped(data, random.Random(seed))
    for seed in range(CUTS):
        yield data[: random.Random(seed).randrange(len(data))]


def sets_found(path: Path, told: list[Message], name: str) -> int:
    """Return how many sets the program shows, having asked for all that it ever asks for."""
    with closing(Records.open_anyway(path, on_problem=told.append)) as records:
        if records.notice is not None:
            told.append(records.notice.message)
        records.safety(), records.lesson_progress(), records.place(), records.practised()
        (
            records.feedback(date.min),
            records.pains(),
            records.session_in_progress(MORNING),
        )
        records.history(99), records.sessions_on(MORNING.date()), records.title("wall-touches")
        records.today(MORNING.date()), records.was_asked(MORNING.date())
        found = sum(entry.sets for day in records.days(999) for entry in day.entries)
        records.put(a_set(1, session_id=name, at=MORNING - timedelta(days=1)))
        assert sum(entry.sets for day in records.days(999) for entry in day.entries) == found + 1
        kept = records.flush(HANG_S)
        assert kept or any(one.id == "files.records-in-memory" for one in told)
    return found


def test_whatever_is_damaged_is_told_and_what_is_left_is_shown(
    tmp_path: Path, sound: bytes
) -> None:
    for number, data in enumerate(damaged(sound)):
        path = tmp_path / str(number) / "records.sqlite3"
        path.parent.mkdir()
        path.write_bytes(data)
        told: list[Message] = []
        found = sets_found(path, told, "another")
        assert [str(one) for one in told if str(path) not in str(one)] == []
        # Whatever is missing was told, and the file as it was is still there.
        assert found == SESSIONS * SETS or told
        kept = [file.read_bytes() for file in path.parent.iterdir()]
        assert data in kept or not told
        again: list[Message] = []
        in_memory = any(one.id == "files.records-in-memory" for one in told)
        assert sets_found(path, again, "last") == found + (not in_memory)
        assert again == (told if in_memory else [])
