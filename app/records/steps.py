"""The steps from one version of the database to the next; a released one is never changed."""

from __future__ import annotations

from app.records.care_step import CARE
from app.records.measures_step import MEASURES

# Times are whole milliseconds since 1970 in UTC beside the offset of the learner's clock, in
# minutes: so a day is the day that was lived, wherever it is read. Generated columns need
# SQLite 3.31.
_FIRST = (
    """
    CREATE TABLE session (
        id TEXT PRIMARY KEY NOT NULL,
        exercise TEXT NOT NULL,
        sets INTEGER NOT NULL CHECK (sets > 0),
        started_ms INTEGER NOT NULL,
        offset_min INTEGER NOT NULL,
        ended_ms INTEGER,
        outcome TEXT CHECK (outcome IN ('finished', 'stopped'))
    )
    """,
    """
    CREATE TABLE performed (
        session TEXT NOT NULL REFERENCES session (id),
        performance INTEGER NOT NULL CHECK (performance > 0),
        set_number INTEGER NOT NULL CHECK (set_number > 0),
        reps_done INTEGER NOT NULL CHECK (reps_done >= 0),
        reps_planned INTEGER CHECK (reps_planned >= 0),
        finished INTEGER NOT NULL CHECK (finished IN (0, 1)),
        started_ms INTEGER NOT NULL,
        ended_ms INTEGER NOT NULL,
        offset_min INTEGER NOT NULL,
        seconds REAL NOT NULL CHECK (seconds >= 0),
        day TEXT GENERATED ALWAYS AS
            (date(started_ms / 1000 + offset_min * 60, 'unixepoch')) VIRTUAL,
        PRIMARY KEY (session, performance)
    )
    """,
    "CREATE INDEX performed_by_day ON performed (day)",
    """
    CREATE TABLE lesson (
        id TEXT PRIMARY KEY NOT NULL,
        step INTEGER NOT NULL CHECK (step >= 0),
        visit INTEGER NOT NULL,
        finished_ms INTEGER,
        offset_min INTEGER
    )
    """,
    """
    CREATE TABLE safety (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        answered_ms INTEGER NOT NULL,
        offset_min INTEGER NOT NULL,
        support INTEGER NOT NULL CHECK (support IN (0, 1))
    )
    """,
    """
    CREATE TABLE safety_answer (
        question TEXT PRIMARY KEY NOT NULL,
        yes INTEGER NOT NULL CHECK (yes IN (0, 1))
    )
    """,
)

# `run` is shared by the exercises practised in a row; `routine` is the day or the homework.
_SECOND = (
    "ALTER TABLE session ADD COLUMN run TEXT",
    "ALTER TABLE session ADD COLUMN routine TEXT",
    """
    CREATE TABLE running (
        run TEXT PRIMARY KEY NOT NULL,
        title TEXT NOT NULL,
        routine TEXT,
        parts TEXT NOT NULL,
        part INTEGER NOT NULL CHECK (part >= 0),
        set_number INTEGER NOT NULL CHECK (set_number > 0),
        performance INTEGER NOT NULL CHECK (performance > 0),
        at_ms INTEGER NOT NULL,
        offset_min INTEGER NOT NULL
    )
    """,
)

# The safety questions can be answered again at any time, and every set of answers is stored with
# its date. There is one question after each run, with its answers; `day` is the day of the
# learner's clock on which it was asked.
_THIRD = (
    "ALTER TABLE safety RENAME TO first_safety",
    "ALTER TABLE safety_answer RENAME TO first_safety_answer",
    """
    CREATE TABLE safety (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        answered_ms INTEGER NOT NULL,
        offset_min INTEGER NOT NULL,
        support INTEGER NOT NULL CHECK (support IN (0, 1))
    )
    """,
    """
    CREATE TABLE safety_answer (
        answering INTEGER NOT NULL REFERENCES safety (id),
        question TEXT NOT NULL,
        yes INTEGER NOT NULL CHECK (yes IN (0, 1)),
        PRIMARY KEY (answering, question)
    )
    """,
    """
    INSERT INTO safety (id, answered_ms, offset_min, support)
    SELECT id, answered_ms, offset_min, support FROM first_safety
    """,
    """
    INSERT INTO safety_answer (answering, question, yes)
    SELECT first_safety.id, question, yes FROM first_safety JOIN first_safety_answer
    """,
    "DROP TABLE first_safety_answer",
    "DROP TABLE first_safety",
    """
    CREATE TABLE feedback (
        run TEXT PRIMARY KEY NOT NULL,
        asked_ms INTEGER NOT NULL,
        asked_offset_min INTEGER NOT NULL,
        answered_ms INTEGER,
        answered_offset_min INTEGER,
        felt TEXT,
        pain INTEGER NOT NULL CHECK (pain IN (0, 1)),
        effort INTEGER CHECK (effort BETWEEN 1 AND 10),
        done_as_shown INTEGER CHECK (done_as_shown IN (0, 1)),
        dismissed INTEGER NOT NULL DEFAULT 0 CHECK (dismissed IN (0, 1)),
        day TEXT GENERATED ALWAYS AS
            (date(asked_ms / 1000 + asked_offset_min * 60, 'unixepoch')) VIRTUAL
    )
    """,
    "CREATE INDEX feedback_by_day ON feedback (day)",
    "CREATE INDEX session_by_run ON session (run)",
)

# What two computers recorded can be put together: a row has an id that no other computer makes, or
# that of the one thing it is about (a lesson, a run); `changed_ms` tells the later of two versions,
# and `deleted` what must not come back. The ids given to older rows depend on those rows alone, so
# that copies of a database agree on them. A `visited_ms`, and a `changed_ms` of safety answers, is
# later than all before it, even by a clock that was set back.
_FOURTH = (
    "ALTER TABLE performed RENAME TO third_performed",
    """
    CREATE TABLE performed (
        id TEXT PRIMARY KEY NOT NULL,
        session TEXT NOT NULL REFERENCES session (id),
        performance INTEGER NOT NULL CHECK (performance > 0),
        set_number INTEGER NOT NULL CHECK (set_number > 0),
        reps_done INTEGER NOT NULL CHECK (reps_done >= 0),
        reps_planned INTEGER CHECK (reps_planned >= 0),
        finished INTEGER NOT NULL CHECK (finished IN (0, 1)),
        started_ms INTEGER NOT NULL,
        ended_ms INTEGER NOT NULL,
        offset_min INTEGER NOT NULL,
        seconds REAL NOT NULL CHECK (seconds >= 0),
        changed_ms INTEGER NOT NULL,
        day TEXT GENERATED ALWAYS AS
            (date(started_ms / 1000 + offset_min * 60, 'unixepoch')) VIRTUAL
    )
    """,
    # A row that damage made impossible stays in the backup alone.
    """
    INSERT OR IGNORE INTO performed (id, session, performance, set_number, reps_done, reps_planned,
        finished, started_ms, ended_ms, offset_min, seconds, changed_ms)
    SELECT session || '-' || performance, session, performance, set_number, reps_done,
        reps_planned, finished, started_ms, ended_ms, offset_min, seconds, ended_ms
    FROM third_performed WHERE session IN (SELECT id FROM session) ORDER BY rowid
    """,
    "DROP TABLE third_performed",
    "CREATE INDEX performed_by_day ON performed (day)",
    "CREATE INDEX performed_by_session ON performed (session, performance)",
    "ALTER TABLE safety RENAME TO third_safety",
    "ALTER TABLE safety_answer RENAME TO third_safety_answer",
    """
    CREATE TABLE safety (
        id TEXT PRIMARY KEY NOT NULL,
        answered_ms INTEGER NOT NULL,
        offset_min INTEGER NOT NULL,
        support INTEGER NOT NULL CHECK (support IN (0, 1)),
        changed_ms INTEGER NOT NULL
    )
    """,
    """
    CREATE TABLE safety_answer (
        answering TEXT NOT NULL REFERENCES safety (id),
        question TEXT NOT NULL,
        yes INTEGER NOT NULL CHECK (yes IN (0, 1)),
        PRIMARY KEY (answering, question)
    )
    """,
    """
    INSERT INTO safety (id, answered_ms, offset_min, support, changed_ms)
    SELECT answered_ms || '-' || id, answered_ms, offset_min, support,
        (SELECT max(answered_ms) FROM third_safety AS earlier WHERE earlier.id <= this.id) + id
    FROM third_safety AS this
    """,
    """
    INSERT INTO safety_answer (answering, question, yes)
    SELECT answered_ms || '-' || id, question, yes
    FROM third_safety JOIN third_safety_answer ON answering = id
    """,
    "DROP TABLE third_safety_answer",
    "DROP TABLE third_safety",
    "ALTER TABLE lesson RENAME COLUMN visit TO visited_ms",
    "ALTER TABLE lesson ADD COLUMN changed_ms INTEGER NOT NULL DEFAULT 0",
    "UPDATE lesson SET changed_ms = max(visited_ms, coalesce(finished_ms, 0))",
    "ALTER TABLE session ADD COLUMN programme TEXT",
    "ALTER TABLE session ADD COLUMN changed_ms INTEGER NOT NULL DEFAULT 0",
    "UPDATE session SET changed_ms = coalesce(ended_ms, started_ms)",
    # There was only the one.
    "UPDATE session SET programme = 'six-weeks' WHERE routine IS NOT NULL",
    "ALTER TABLE running ADD COLUMN programme TEXT",
    "ALTER TABLE running ADD COLUMN changed_ms INTEGER NOT NULL DEFAULT 0",
    "UPDATE running SET changed_ms = at_ms",
    "UPDATE running SET programme = 'six-weeks' WHERE routine IS NOT NULL",
    "ALTER TABLE feedback ADD COLUMN changed_ms INTEGER NOT NULL DEFAULT 0",
    "UPDATE feedback SET changed_ms = coalesce(answered_ms, asked_ms)",
    """
    CREATE TABLE deleted (
        kind TEXT NOT NULL,
        id TEXT NOT NULL,
        changed_ms INTEGER NOT NULL,
        PRIMARY KEY (kind, id)
    )
    """,
)

# An exercise of the user's own keeps its name in what was done with it when it is deleted.
_FIFTH = (
    "ALTER TABLE session ADD COLUMN title TEXT",
    "CREATE INDEX session_by_exercise ON session (exercise, started_ms)",
)

# What was decided about the course. A `changed_ms` is later than all before it, as those of safety
# answers are: decisions follow each other, by a clock that was set back too.
_SIXTH = (
    """
    CREATE TABLE decision (
        id TEXT PRIMARY KEY NOT NULL,
        kind TEXT NOT NULL,
        about TEXT NOT NULL,
        programme TEXT NOT NULL,
        decided_ms INTEGER NOT NULL,
        offset_min INTEGER NOT NULL,
        changed_ms INTEGER NOT NULL
    )
    """,
)

#: Step n (from 0) leads from version n to n + 1.
STEPS: tuple[tuple[str, ...], ...] = (
    _FIRST, _SECOND, _THIRD, _FOURTH, _FIFTH, _SIXTH, CARE, MEASURES,
)  # fmt: skip
