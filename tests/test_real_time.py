"""No test waits for a while, looks at a clock or limits a property: all of that fails when busy."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parent
CLOCKS = {"time", "monotonic", "perf_counter", "process_time"}
CLOCKS |= {f"{name}_ns" for name in CLOCKS}
#: Only what has one of these is worth parsing.
HINTS = re.compile(r"\btime\.|from time\b|qtbot\.wait\(|qWait|deadline=")
#: What may, and why.
ALLOWED = {
    "conftest.py": "sets no deadline for every property",
    "commands/test_rendering.py": "looks again whether another process has begun its file",
    "helpers/another_day.py": "lets time pass more quickly in a program of its own",
    "helpers/desktop.py": "looks again whether a real window has come, for a minute at most",
    "helpers/killed.py": "lets a process run on before it is killed, at any moment of its work",
    "helpers/probe.py": "lets the program in a real window breathe between two questions",
    "helpers/session_process.py": "is a process of its own, to be killed between two ticks",
    "movement/test_reader_fuzz.py": "counts the processor's time, which load does not change",
    "ui/test_voice_real.py": "waits for the socket of a real speech dispatcher",
}


def real_time(tree: ast.AST) -> Iterator[str]:
    """Yield what depends on how fast a machine is."""
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(ast.Name("time"), attr) if attr in CLOCKS | {"sleep"}:
                yield f"{node.lineno}: time.{attr}"
            case ast.ImportFrom(module="time"):
                yield f"{node.lineno}: from time import"
            case ast.Call(ast.Attribute(ast.Name("qtbot"), "wait")):
                yield f"{node.lineno}: qtbot.wait"
            case ast.Attribute(attr="qWait"):
                yield f"{node.lineno}: qWait"
            case ast.Call(keywords=given) if any(one.arg == "deadline" for one in given):
                yield f"{node.lineno}: deadline="


def test_no_test_depends_on_real_time() -> None:
    found = {}
    for file in TESTS.rglob("*.py"):
        text = file.read_text("utf-8")
        if HINTS.search(text):
            found[file.relative_to(TESTS).as_posix()] = list(real_time(ast.parse(text)))
    guilty = {name: what for name, what in found.items() if what}
    assert {name: what for name, what in guilty.items() if name not in ALLOWED} == {}
    assert sorted(ALLOWED) == sorted(guilty)  # what needs no leave any more has none


@pytest.mark.parametrize(
    "code",
    [
        "time.sleep(1)",
        "assert time.monotonic() - begun < 2",
        "from time import sleep",
        "qtbot.wait(100)",
        "QTest.qWait(100)",
        "settings(deadline=500)",
    ],
)
def test_each_of_them_is_found(code: str) -> None:
    assert HINTS.search(code)
    assert len(list(real_time(ast.parse(code)))) == 1
