"""Accidents in movement files end in a movement or in named problems, soon and without a trace."""

from __future__ import annotations

import math
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import pytest

from app.body.anthropometry import Body, Sex
from app.content import MAX_BYTES
from app.errors import ContentError, Problem, UserError
from app.movement.audit import frame_times, verdicts_at
from app.movement.model import Movement
from app.movement.motion import Motion
from app.movement.reader import read_movement
from tests.helpers.content import LOCATIONS
from tests.helpers.mutations import mutations
from tests.helpers.patience import HANG_S

#: Some of the files, with every kind of key among them: working out where hands reach takes time.
NAMES = (
    "hinge", "craned-neck", "standing", "wall-drill", "single-leg-stand", "seesaw", "car-door",
    "broomstick-hinge", "romanian-deadlift", "kettlebell-swing", "lifting-a-child",
)  # fmt: skip
TEXTS = [(LOCATIONS.animations / f"{name}.toml").read_text(encoding="utf-8") for name in NAMES]
BODIES = (Body(), Body(1.55, 50.0, Sex.FEMALE, 1.1, 0.9, 60.0))
#: 2,000 in all; in parts, so that a failure names a small one.
SEEDS, EACH = range(20), 100
#: Seconds of the processor's time, many times what any takes: a guard against hangs.
LONGEST_S = 20.0
ROOT = Path(__file__).parents[2]


def name_of(error: UserError) -> str:
    """Return an error's single line; fail if there are more or fewer."""
    text = str(error)
    assert text.strip()
    assert len(text.splitlines()) == 1, text
    return text


def assert_named(problems: list[Problem], file: Path) -> None:
    assert problems
    for problem in problems:
        assert problem.file == file
        assert len(str(problem).splitlines()) == 1, problem
        assert "expected" in str(problem.expected), problem
        assert len(str(problem)) < 1000 + len(str(file)), problem


def assert_moves(movement: Movement, body: Body) -> str:
    """Return the outcome of a movement on a body: it moves, or one line says why not."""
    try:
        motion = Motion(movement, body)
        for t in frame_times(motion, 4):
            skeleton, measures, _ = verdicts_at(motion, t)
            motion.props_at(t, skeleton)
            numbers = [*measures.com, measures.pressure, measures.load.compression_n]
            numbers += [number for joint in skeleton.joints.values() for number in joint]
            assert all(map(math.isfinite, numbers))
    except UserError as error:
        name_of(error)
        return "cannot"
    return "moves"


def outcome(file: Path) -> str:
    """Return the outcome of a file: refused, or on a body."""
    try:
        movement = read_movement(file)
    except ContentError as error:
        assert_named(error.problems, file)
        return "refused"
    return min(assert_moves(movement, body) for body in BODIES)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_hundred_accidents_end_in_a_movement_or_in_named_problems(
    tmp_path: Path, seed: int
) -> None:
    file = tmp_path / "bow.toml"
    ends: Counter[str] = Counter()
    for what, data in mutations(TEXTS, EACH, seed):
        file.write_bytes(data)
        begin = time.process_time()
        try:
            ends[outcome(file)] += 1
        except Exception as error:
            raise AssertionError(f"seed {seed}: {what}: {data[:3000]!r}") from error
        assert time.process_time() - begin < LONGEST_S, what
    # If all were refused, only the refusal would be tested.
    assert ends["refused"] > EACH / 4
    assert ends["moves"] > EACH / 30


#: Written by the tests that need them: some are a million lines long.
HOSTILE: dict[str, Callable[[], str]] = {
    "a million keys": lambda: "".join(f"k{index} = 1\n" for index in range(1_000_000)),
    "a million short lines": lambda: "a=1\n" * 1_000_000,
    "as many keys as fit": lambda: "".join(f"k{index}=1\n" for index in range(MAX_BYTES // 10)),
    "as many phases as fit": lambda: "phases = [" + "{}," * (MAX_BYTES // 3 - 10) + "]\n",
    "as many checks as fit": lambda: "breaks = [" + "1," * (MAX_BYTES // 2 - 10) + "]\n",
    "one key of all names": lambda: ".".join("a" * (MAX_BYTES // 2 - 10)) + " = 1\n",
    "one table of all names": lambda: "[" + ".".join("a" * (MAX_BYTES // 2 - 10)) + "]\n",
    "keys below a deep table": lambda: "[" + ".".join("a" * 2000) + "]\n"
    + "".join(f"k{index}.b=1\n" for index in range(MAX_BYTES // 14)),
    "a number without end": lambda: "title = " + "7" * (MAX_BYTES - 20),
    "a number in hex": lambda: "[stance]\nwidth = 0x" + "f" * (MAX_BYTES - 30),
    "brackets": lambda: "a = " + "[" * (MAX_BYTES - 10),
    "a string of quotes": lambda: 'a = "' + '\\"' * (MAX_BYTES // 2 - 10) + '"',
    "a name of all letters": lambda: f"{'k' * (MAX_BYTES - 10)} = 1",
}  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_is_refused_soon(tmp_path: Path, text: Callable[[], str]) -> None:
    file = tmp_path / "bow.toml"
    file.write_text(text(), encoding="utf-8")
    begin = time.process_time()
    assert outcome(file) == "refused"
    assert time.process_time() - begin < LONGEST_S


def test_the_command_names_the_mistakes_without_a_trace(tmp_path: Path) -> None:
    """In one process for many files: starting one takes longer than checking them all."""
    files = []
    for index, (_, data) in enumerate(islice(mutations(TEXTS, EACH, seed=99), 40)):
        file = tmp_path / f"bow-{index}.toml"
        file.write_bytes(data)
        files.append(file)
    done = subprocess.run(
        [sys.executable, "main.py", "check", *map(str, files)],
        cwd=ROOT,
        capture_output=True,
        timeout=HANG_S,
        check=False,
    )
    lines = done.stderr.decode().splitlines()
    assert done.returncode == 1
    assert done.stdout == b""
    assert len(lines) > 20
    assert lines.pop() == f"Problems found: {len(lines)}"
    assert all(line.startswith(str(tmp_path)) and "expected" in line for line in lines)
