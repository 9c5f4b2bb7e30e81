from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.files import Notice
from app.programme.safety import ADVICE, QUESTIONS, SUPPORT
from app.ui.messages import all_messages, message, notice_text

CORE = Path(__file__).resolve().parents[2] / "app"


def notices() -> Iterator[tuple[str, str]]:
    """Find every notice the core can give: its id and its English."""
    for file in (CORE / "settings/file.py", *(CORE / "records").glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Notice":
                values = [*node.args, *(keyword.value for keyword in node.keywords)]
                yield ast.literal_eval(values[0]), ast.literal_eval(values[1])


def picture_errors() -> Iterator[tuple[str, str]]:
    """Find every reason why a picture cannot be made: its id and its English."""
    for file in (CORE / "picture").glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "PictureError":
                yield ast.literal_eval(node.args[0]), ast.literal_eval(node.args[1])


def test_every_reason_against_a_picture_has_its_words_here() -> None:
    found = dict(picture_errors())
    assert len(found) >= 10
    assert {name: all_messages()[name] for name in found} == found


def test_every_notice_of_the_core_has_its_words_here() -> None:
    found = dict(notices())
    assert len(found) >= 5
    assert {name: all_messages()[name] for name in found} == found


@pytest.mark.parametrize("name", [ADVICE, SUPPORT, *(q.message for q in QUESTIONS)])
def test_every_message_of_the_safety_questions_has_its_words_here(name: str) -> None:
    assert message(name)


def test_arguments_are_filled_in() -> None:
    notice = Notice("settings-left-out", "", {"file": "a.toml", "keys": "b"})
    assert notice_text(notice) == "These settings in a.toml were left out: b."
