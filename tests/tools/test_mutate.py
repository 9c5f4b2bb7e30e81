from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tools.mutate import ROOT, belonging_tests, mutants, try_module

SOURCE = '''"""Ä module."""


def larger(a: int = 1, *, b: bool = True) -> int:
    """Return the larger."""
    if a > 2 and not b:
        print("Ä", a + 3)
    return a
'''
TEST = """from clever import larger

def test_larger() -> None:
    assert larger(5) == 5
"""


def test_each_mutant_changes_one_thing_and_nothing_that_is_only_read() -> None:
    found = [
        (mutant.line, new.strip())
        for mutant in mutants(SOURCE)
        for old, new in zip(SOURCE.splitlines(), mutant.source.splitlines(), strict=True)
        if old != new
    ]
    assert set(found) == {
        (4, "def larger(a: int = (2), *, b: bool = True) -> int:"),
        (4, "def larger(a: int = 1, *, b: bool = (False)) -> int:"),
        (6, "if (a > 2 or not b):"),
        (6, "if (a >= 2) and not b:"),
        (6, "if a > (3) and not b:"),
        (6, "if a > 2 and (b):"),
        (7, 'print("Ä", (a - 3))'),
        (7, 'print("Ä", a + (4))'),
        (7, "pass"),
        (8, "return None"),
    }
    assert len(found) == 10


@pytest.mark.parametrize(
    "module", ["app/practice/transitions.py", "app/body/form.py", "app/records/queries.py"]
)
def test_every_mutant_of_a_real_module_is_another_program(module: str) -> None:
    source = (ROOT / module).read_text("utf-8")
    found = mutants(source)
    assert len(found) > 10
    same = ast.dump(ast.parse(source))
    assert all(ast.dump(ast.parse(mutant.source)) != same for mutant in found)


def test_the_tests_of_a_module_are_those_of_its_folder() -> None:
    assert belonging_tests(Path("app/body/form.py")) == ROOT / "tests/body"
    assert belonging_tests(Path("app/film/nowhere/fit.py")).is_relative_to(ROOT / "tests")
    assert belonging_tests(Path("app/settings.py")) == ROOT / "tests"


def test_survivors_are_shown_and_the_file_is_put_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # These small tests need no plugin, and each would load Qt.
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    (tmp_path / "clever.py").write_text(SOURCE, "utf-8")
    (tmp_path / "test_clever.py").write_text(TEST, "utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]\npythonpath = .\n", "utf-8")
    survived = try_module(tmp_path, Path("clever.py"), ["test_clever.py"], 3, seed=3)
    assert (tmp_path / "clever.py").read_text("utf-8") == SOURCE
    assert survived
    for difference in survived:
        assert difference.startswith("--- clever.py\n+++ clever.py\n@@ ")
    (tmp_path / "test_clever.py").write_text(TEST.replace("== 5", "== 6"), "utf-8")
    with pytest.raises(SystemExit, match="fail without any change"):
        try_module(tmp_path, Path("clever.py"), ["test_clever.py"], 1, seed=1)
