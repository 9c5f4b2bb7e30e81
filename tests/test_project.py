"""What the files around the program say is true of it, and of nowhere else."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import app

ROOT = Path(__file__).resolve().parent.parent
#: Written in two halves, for this file is searched as well.
REGISTRIES = tuple(
    host + domain
    for host, domain in (
        ("pypi.", "org"),
        ("python", "hosted.org"),
        ("pypi.python", ".org"),
        ("conda.", "anaconda.org"),
        ("registry.", "npmjs.org"),
        ("crates.", "io"),
        ("proxy.golang", ".org"),
        ("deb.", "debian.org"),
        ("archive.", "ubuntu.com"),
    )
)
ELSEWHERE = ("../" + "shared", "/work" + "/", "/tmp" + "/team")


def _text(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def _files() -> list[Path]:
    """Return what is or would be committed; without git, everything that was not made here."""
    listing = ["git", "-c", "safe.directory=*", "ls-files", "-z", "-co", "--exclude-standard"]
    if (ROOT / ".git").exists():
        answer = subprocess.run(listing, cwd=ROOT, capture_output=True, text=True, check=True)
        files = [ROOT / name for name in answer.stdout.split("\0") if name]
    else:
        made = re.compile(r"(^|/)(\.[a-z_]+cache|\.venv|\.hypothesis|__pycache__|build|dist)/")
        files = [file for file in ROOT.rglob("*") if not made.search(str(file.relative_to(ROOT)))]
    return [file for file in files if file.is_file()]


def _make_targets() -> set[str]:
    return set(re.findall(r"^([a-z]+):.*## ", _text("Makefile"), re.MULTILINE))


def _imports(folder: Path) -> Iterator[tuple[Path, str]]:
    """Yield (file, module) of every import under `folder`, late ones included."""
    for file in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                yield from ((file, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield file, node.module or "."
                if node.module == "PySide6":
                    yield from ((file, f"PySide6.{alias.name}") for alias in node.names)


def test_make_run_refuses_no_command_that_needs_no_display() -> None:
    (line,) = re.findall(r"^NEEDS_NO_DISPLAY := (.*)", _text("Makefile"), re.MULTILINE)
    commands = re.findall(r'commands\.add_parser\(\s*"(\w+)"', _text("app/cli.py"))
    assert len(commands) == 8
    assert set(line.split()) == {*commands, "--version", "--help", "-h"}


def test_version_is_the_newest_in_the_changelog() -> None:
    released = re.findall(
        r"^## \[(\d[^\]]*)\] - \d{4}-\d\d-\d\d$", _text("CHANGELOG.md"), re.MULTILINE
    )

    assert released[0] == app.__version__


def test_readme_names_every_make_command_and_no_other() -> None:
    assert set(re.findall(r"\bmake ([a-z]+)\b`?", _code(_text("README.md")))) == _make_targets() - {
        "help"
    }


def test_contributing_names_only_make_commands_there_are() -> None:
    assert set(re.findall(r"\bmake ([a-z]+)\b", _code(_text("CONTRIBUTING.md")))) <= _make_targets()


def _code(markdown: str) -> str:
    """Return the code in Markdown: fenced blocks and what stands between backticks."""
    return "\n".join(re.findall(r"```.*?```|`[^`]+`", markdown, re.DOTALL))


@pytest.mark.parametrize("target", ["setup", "run", "test", "check", "bench", "format", "clean"])
def test_make_has_the_target(target: str) -> None:
    assert target in _make_targets()


def test_no_file_names_a_registry_or_a_place_outside() -> None:
    assert len(_files()) > 20
    found = [
        f"{file.relative_to(ROOT)}: {what}"
        for file in _files()
        for what in (*REGISTRIES, *ELSEWHERE)
        if what.encode() in file.read_bytes()
    ]
    assert not found


def test_constraints_hold_names_and_versions_only() -> None:
    assert not re.search(r"://|@|--", _text("constraints.txt"))


def test_licence_is_mit_everywhere() -> None:
    licence = _text("LICENSE")
    assert licence.startswith("MIT License\n")
    assert "Permission is hereby granted, free of charge" in licence
    assert tomllib.loads(_text("pyproject.toml"))["project"]["license"] == "MIT"
    assert "MIT" in _text("README.md")


def test_figure_draws_with_qtgui_alone() -> None:
    # import-linter sees PySide6 only as a whole.
    allowed = {"PySide6", "PySide6.QtGui", "PySide6.QtCore"}
    qt = {(file, name) for file, name in _imports(ROOT / "app/figure") if "PySide6" in name}

    assert not {(str(file), name) for file, name in qt if name not in allowed}


def test_body_uses_the_standard_library_errors_and_messages_alone() -> None:
    used = list(_imports(ROOT / "app/body"))
    assert used
    foreign = {
        (str(file), name)
        for file, name in used
        if name.split(".")[0] not in sys.stdlib_module_names
        if not name.startswith("app.body") and name not in ("app.errors", "app.messages.message")
    }
    assert not foreign
