"""Read a lesson file: a TOML head between `+++` lines, then a `##` heading a step.

Each step starts with a fenced `toml` block that sets the stage; its text follows, and may end
in one Markdown table.
"""

from __future__ import annotations

import re
from pathlib import Path

from app.content import convert, fault, parse_toml, read_text
from app.errors import ContentError, Problem
from app.lessons.model import Lesson, LessonHead, Offer, Outline, Show, Step, Table

_HEAD = re.compile(r"\A\+\+\+\n(?P<toml>.*?)^\+\+\+\n(?P<body>.*)\Z", re.DOTALL | re.MULTILINE)
_STEP = re.compile(r"^## +(?P<title>[^\n]*)\n", re.MULTILINE)
_BLOCK = re.compile(r"\A\s*```toml\n(?P<toml>.*?)^```\n(?P<text>.*)\Z", re.DOTALL | re.MULTILINE)
_TABLE = re.compile(r"(?:^\|.*\|[ ]*\n?)+\Z", re.MULTILINE)
_FILE = re.compile(r"(?P<number>\d\d)-(?P<id>[a-z0-9]+(?:-[a-z0-9]+)*)\Z")
_TITLE_LENGTH = 40


class LessonFile:
    """A lesson file: its head is read at once, its steps when they are asked for.

    Attributes:
        path: the file.
        outline: what the head says.

    Raises:
        ContentError: the file cannot be read, or its head is wrong.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        head, self._body = _split(path)
        name = _FILE.match(path.stem)
        if name is None or name["id"] != head.id:
            raise fault(path, "id", f"expected a file named NN-{head.id}.md, as 05-{head.id}.md")
        offer = Offer(head.practice, head.sets, head.reps)
        self.outline = Outline(head.id, head.title, head.summary, offer)

    def read(self) -> Lesson:
        """Read the whole lesson.

        Raises:
            ContentError: with every mistake in its steps: file, key and what was expected.
        """
        problems: list[Problem] = []
        steps: list[Step] = []
        pieces = _STEP.split(self._body)
        if pieces[0].strip():
            what = "expected a step ('## Title') right after the head"
            problems.append(Problem(self.path, "", what))
        for index in range(1, len(pieces), 2):
            key = f"steps[{index // 2}]"
            try:
                steps.append(_read_step(pieces[index].strip(), pieces[index + 1], self.path, key))
            except ContentError as error:
                problems += error.problems
        if not steps and not problems:
            what = "expected at least one step ('## Title')"
            problems.append(Problem(self.path, "steps", what))
        if problems:
            raise ContentError(problems)
        outline = self.outline
        return Lesson(outline.id, outline.title, outline.summary, outline.offer, tuple(steps))


def _split(file: Path) -> tuple[LessonHead, str]:
    text = read_text(file).replace("\r\n", "\n").rstrip() + "\n"
    parts = _HEAD.match(text)
    if parts is None:
        raise fault(file, "head", "expected a TOML head between two lines of +++")
    return convert(parse_toml(parts["toml"], file, "head"), LessonHead, file, "head"), parts["body"]


def _read_step(title: str, body: str, file: Path, key: str) -> Step:
    if not 1 <= len(title) <= _TITLE_LENGTH:
        raise fault(file, f"{key}.title", f"expected 1 to {_TITLE_LENGTH} characters")
    block = _BLOCK.match(body.rstrip() + "\n")
    if block is None:
        raise fault(file, key, "expected a ```toml block right under the heading")
    show = convert(parse_toml(block["toml"], file, key), Show, file, key)
    if show.loop == (show.at is not None):
        raise fault(file, f"{key}.at", "expected exactly one of at and loop")
    text, table = _split_table(block["text"].strip(), file, key)
    if not text:
        raise fault(file, f"{key}.text", "expected a sentence or two")
    return Step(title, text, table, show)


def _split_table(text: str, file: Path, key: str) -> tuple[str, Table | None]:
    found = _TABLE.search(text)
    if found is None:
        return text, None
    lines = [
        tuple(cell.strip() for cell in line.strip().strip("|").split("|"))
        for line in found[0].strip().splitlines()
    ]
    columns, *rows = lines
    if len(rows) < 2 or not all(re.fullmatch(r":?-+:?", cell) for cell in rows[0]):
        raise fault(file, f"{key}.table", "expected a header, a line of dashes and rows")
    if any(len(row) != len(columns) for row in rows):
        raise fault(file, f"{key}.table", f"expected {len(columns)} cells in every row")
    return text[: found.start()].strip(), Table(columns, tuple(rows[1:]))
