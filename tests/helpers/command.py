"""Commands run in this process, and what they print."""

from __future__ import annotations

import json
from typing import Any

import pytest

from app.cli import main

Capture = pytest.CaptureFixture[str]


def run_json(capsys: Capture, *arguments: str) -> Any:
    """Return the JSON a command prints; it must end well and say nothing else."""
    assert main(arguments) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    return json.loads(captured.out)


def refused(capsys: Capture, *arguments: str) -> str:
    """Return the one line that a command ends with when the user can mend something."""
    assert main(arguments) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    assert captured.err.startswith("hip-hinge-trainer: ")
    return captured.err


def trust_movements(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let `check` believe what movements declare; to work it out for all of them takes seconds."""
    monkeypatch.setattr(
        "app.commands.checking.broken_checks", lambda motion: motion.movement.breaks
    )
