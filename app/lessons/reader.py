"""Read a lesson file: a TOML head between `+++` lines, then a `##` heading for each step.

Each step starts with a fenced `toml` block that sets the stage; its text follows, and may end
in one Markdown table.
"""

from __future__ import annotations

import re
from pathlib import Path

from app.content import convert, fault, parse_toml, quote, read_text
from app.errors import ContentError, Problem
from app.lessons.model import LessonHead, Offer, Outline, Show, Step, Table
from app.messages.message import Message

_HEAD = re.compile(r"\A\+\+\+\n(?P<toml>.*?)^\+\+\+\n(?P<body>.*)\Z", re.DOTALL | re.MULTILINE)
_STEP = re.compile(r"^## +(?P<title>[^\n]*)\n", re.MULTILINE)
_BLOCK = re.compile(r"\A\s*```toml\n(?P<toml>.*?)^```\n(?P<text>.*)\Z", re.DOTALL | re.MULTILINE)
_TABLE = re.compile(r"(?:^\|.*\|[ ]*\n?)+\Z", re.MULTILINE)
_FILE = re.compile(r"(?P<number>\d\d)-(?P<id>[a-z0-9]+(?:-[a-z0-9]+)*)\Z")
_TITLE_LENGTH = 40
#: More than any step has, characters; the widget that lays it out takes its time for each.
_STEP_LENGTH = 4000
_MOST_STEPS, _MOST_ROWS, _MOST_COLUMNS = 60, 30, 6
#: Pictures, links, addresses and HTML: Qt's Markdown would open files for them.
_REFERENCE = r"!\[|\]\s*[\[(:]|<[a-z/!?]|[a-z][a-z0-9+.-]*://|\bwww\."
#: What each of them has; most texts have none, and nothing has to be compiled for those.
_SIGNS = ("![", "]", "<", "://", "www.")


class LessonFile:
    """A lesson file: its head is read at once, its steps when asked for.

    Attributes:
        path: the file.
        outline: what the head says; None where the head is wrong.
        problems: what is wrong with the head: file, key and what was expected.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.outline: Outline | None = None
        self.problems: list[Problem] = []
        self._body: str | None = None
        try:
            toml, self._body = _split(path)
            head = convert(parse_toml(toml, path, "head"), LessonHead, path, "head")
        except ContentError as error:
            self.problems = error.problems
            return
        name = _FILE.match(path.stem)
        if name is None or name["id"] != head.id:
            what = Message("content.lesson-name", id=head.id)
            self.problems.append(Problem(path, "head.id", what))
            return
        if head.practice is None and (head.sets or head.reps):
            self.problems.append(Problem(path, "head.practice", Message("content.no-practice")))
            return
        offer = Offer(head.practice, head.sets, head.reps) if head.practice is not None else None
        self.outline = Outline(head.id, head.title, head.summary, offer)

    def read_steps(self) -> tuple[dict[int, Step], list[Problem]]:
        """Read every valid step by its index, and every mistake in the others."""
        steps: dict[int, Step] = {}
        problems: list[Problem] = []
        if self._body is None:
            return steps, problems
        pieces = _STEP.split(self._body, maxsplit=_MOST_STEPS)
        if pieces[0].strip():
            problems.append(Problem(self.path, "", Message("content.step-first")))
        if _STEP.search(pieces[-1]):
            most = Message("content.most-steps", most=_MOST_STEPS)
            problems.append(Problem(self.path, "steps", most))
        for index in range(len(pieces) // 2):
            title, body = pieces[2 * index + 1].strip(), pieces[2 * index + 2]
            try:
                steps[index] = _read_step(title, body, self.path, f"steps[{index}]")
            except ContentError as error:
                problems += error.problems
        if not steps and not problems:
            problems.append(Problem(self.path, "steps", Message("content.no-steps")))
        return steps, problems


def _split(file: Path) -> tuple[str, str]:
    """Return the TOML of the head, and the text that follows it."""
    text = read_text(file).replace("\r\n", "\n").rstrip() + "\n"
    parts = _HEAD.match(text)
    if parts is None:
        raise fault(file, "head", Message("content.lesson-head"))
    return parts["toml"], parts["body"]


def _read_step(title: str, body: str, file: Path, key: str) -> Step:
    """Read one step.

    Raises:
        ContentError: with every mistake in it.
    """
    problems: list[Problem] = []
    if not 1 <= len(title) <= _TITLE_LENGTH:
        expected = Message("content.step-title", most=_TITLE_LENGTH)
        problems.append(Problem(file, f"{key}.title", expected))
    if len(body) > _STEP_LENGTH:
        problems.append(Problem(file, key, Message("content.step-length", most=_STEP_LENGTH)))
        raise ContentError(problems)
    text, table, show = body.strip(), None, None
    block = _BLOCK.match(body.rstrip() + "\n")
    if block is None:
        problems.append(Problem(file, key, Message("content.step-block")))
    else:
        text = block["text"].strip()
        try:
            show = _read_show(block["toml"], file, key)
        except ContentError as error:
            problems += error.problems
    try:
        text, table = _split_table(text, file, key)
    except ContentError as error:
        problems += error.problems
    if not text:
        problems.append(Problem(file, f"{key}.text", Message("content.step-text")))
    if found := _reference(text):
        expected = Message("content.references", got=quote(found))
        problems.append(Problem(file, f"{key}.text", expected))
    if problems or show is None:
        raise ContentError(problems)
    return Step(title, text, table, show)


def _read_show(toml: str, file: Path, key: str) -> Show:
    data = parse_toml(toml, file, key)
    problems: list[Problem] = []
    loop = data.get("loop", False)
    if "picture" in data:
        problems += [
            Problem(file, f"{key}.{name}", Message("content.beside-picture", key=name))
            for name in data
            if name != "picture" and name in Show.__struct_fields__
        ]
    elif isinstance(loop, bool) and loop == ("at" in data):
        problems.append(Problem(file, f"{key}.at", Message("content.at-or-loop")))
    if "picture" not in data and "movement" not in data:
        problems.append(Problem(file, f"{key}.movement", Message("content.no-show")))
    try:
        show = convert(data, Show, file, key)
    except ContentError as error:
        raise ContentError([*error.problems, *problems]) from None
    if show.captions and (show.loop or len(show.captions) != (2 if show.beside else 1)):
        problems.append(Problem(file, f"{key}.captions", Message("content.captions")))
    if problems:
        raise ContentError(problems)
    return show


def _reference(text: str) -> str:
    """Return the first picture, link, address or tag of a text; nothing where it has none."""
    if not any(sign in text.lower() for sign in _SIGNS):
        return ""
    found = re.search(_REFERENCE, text, re.ASCII | re.IGNORECASE)
    return found[0] if found else ""


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
        raise fault(file, f"{key}.table", Message("content.table"))
    if len(columns) > _MOST_COLUMNS or len(rows) - 1 > _MOST_ROWS:
        size = Message("content.table-size", rows=_MOST_ROWS, columns=_MOST_COLUMNS)
        raise fault(file, f"{key}.table", size)
    if any(len(row) != len(columns) for row in rows):
        raise fault(file, f"{key}.table", Message("content.cells", n=len(columns)))
    return text[: found.start()].strip(), Table(columns, tuple(rows[1:]))
