"""Change the program one small thing at a time and see whether its tests notice.

    python -m tools.mutate app/body/form.py --count 10 --seed 1

Each mutant is tried in a copy of the project, so the files here are never touched. The tests are
those of the folder that mirrors the module's (tests/body), unless --tests names others. A mutant
that they do not notice is printed as a difference: write the test that is missing, or see that
nothing can tell the two apart.
"""

from __future__ import annotations

import argparse
import ast
import difflib
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parent.parent
#: What tests do not need, or make for themselves.
LEFT_OUT = shutil.ignore_patterns(".*", "__pycache__", "build", "dist")
_FLIPPED: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
    ast.And: ast.Or, ast.Or: ast.And, ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div,
    ast.Div: ast.Mult,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mutant:
    """A module with one thing changed.

    Attributes:
        line: where, from 1.
        source: the whole module.
    """

    line: int
    source: str


def mutants(source: str) -> list[Mutant]:
    """Return every mutant of a module, from its first line to its last."""
    encoded = source.encode()
    starts = [0]
    for line in encoded.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    found = []
    for node, text in _changes(ast.parse(source)):
        if node.end_lineno is None or node.end_col_offset is None:
            continue
        begin = starts[node.lineno - 1] + node.col_offset
        end = starts[node.end_lineno - 1] + node.end_col_offset
        changed = (encoded[:begin] + text.encode() + encoded[end:]).decode()
        found.append(Mutant(node.lineno, changed))
    return sorted(found, key=lambda mutant: mutant.line)


def _changes(node: ast.AST) -> Iterator[tuple[ast.expr | ast.stmt, str]]:
    """Yield what can be replaced at and below a node, each with what it becomes."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):  # a docstring
        return
    if isinstance(node, ast.expr):
        yield from ((node, f"({text})") for text in _other_values(node))
    elif isinstance(node, ast.Return):
        if node.value is not None and ast.unparse(node.value) != "None":
            yield node, "return None"
    elif isinstance(node, ast.Expr | ast.AugAssign | ast.Raise | ast.Continue | ast.Break) or (
        isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Attribute)
    ):
        yield node, "pass"
    for name, value in ast.iter_fields(node):
        # What is only for the reader and the type checker changes nothing that runs.
        if name in {"annotation", "returns", "decorator_list", "type_params"}:
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not isinstance(child, ast.JoinedStr):
                yield from _changes(child)


def _other_values(node: ast.expr) -> Iterator[str]:
    match node:
        case ast.Compare(left, [operator], [right]) if type(operator) in _FLIPPED:
            flipped = ast.Compare(left, [_FLIPPED[type(operator)]()], [right])  # type: ignore[list-item]
            yield ast.unparse(flipped)
        case ast.BoolOp(operator, values):
            yield ast.unparse(ast.BoolOp(_FLIPPED[type(operator)](), values))  # type: ignore[arg-type]
        case ast.BinOp(left, operator, right) if type(operator) in _FLIPPED:
            yield ast.unparse(ast.BinOp(left, _FLIPPED[type(operator)](), right))  # type: ignore[arg-type]
        case ast.UnaryOp(ast.Not(), operand):
            yield ast.unparse(operand)
        case ast.IfExp(test, body, orelse):
            yield ast.unparse(ast.IfExp(test, orelse, body))
        case ast.Constant(bool(value)):
            yield str(not value)
        case ast.Constant(int(value) | float(value)):
            yield str(value + 1)


def belonging_tests(module: Path) -> Path:
    """Return the folder of tests that mirrors a module's, as far down as there is one."""
    folder = ROOT / "tests" / Path(*module.parent.parts[1:])
    return next(found for found in (folder, *folder.parents) if found.is_dir())


def passes(copy: Path, tests: Sequence[str], limit_s: float | None = None) -> bool:
    """Run tests in a copy of the project; one that takes too long has noticed something."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:xdist"]
    try:
        done = subprocess.run(
            [*command, "-p", "no:cacheprovider", *tests],
            cwd=copy,
            # Two mutants within a second would pass for one and the same to Python's cache.
            env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            timeout=limit_s,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def try_module(copy: Path, module: Path, tests: Sequence[str], count: int, seed: int) -> list[str]:
    """Try `count` mutants of a module and return those that no test noticed, as differences.

    Raises:
        SystemExit: the tests fail as they are.
    """
    file, begin = copy / module, time.monotonic()
    if not passes(copy, tests):
        raise SystemExit(f"{' '.join(tests)} fail without any change.")
    limit_s = 60 + 5 * (time.monotonic() - begin)
    source = file.read_text(encoding="utf-8")
    found = mutants(source)
    chosen = random.Random(seed).sample(found, min(count, len(found)))
    survived = []
    try:
        for mutant in sorted(chosen, key=lambda one: one.line):
            file.write_text(mutant.source, encoding="utf-8")
            noticed = not passes(copy, tests, limit_s)
            print(f"{module}:{mutant.line}: {'noticed' if noticed else 'SURVIVED'}", flush=True)
            if not noticed:
                name = str(PurePosixPath(module))
                before, after = source.splitlines(), mutant.source.splitlines()
                lines = difflib.unified_diff(before, after, name, name, n=1, lineterm="")
                survived.append("\n".join(lines))
    finally:
        file.write_text(source, encoding="utf-8")
    return survived


def main(arguments: Sequence[str]) -> int:
    """Mutate the modules named; return 1 where a mutant survived."""
    parser = argparse.ArgumentParser(prog="python -m tools.mutate", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("modules", nargs="+", type=Path, metavar="MODULE")
    parser.add_argument("--count", type=int, default=10, help="mutants of each module")
    parser.add_argument("--seed", type=int, default=1, help="which of them")
    parser.add_argument("--tests", nargs="+", help="instead of the folder that mirrors its own")
    options = parser.parse_args(arguments)
    survived = []
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        copy = Path(folder) / "project"
        shutil.copytree(ROOT, copy, ignore=LEFT_OUT)
        for module in options.modules:
            tests = options.tests or [str(belonging_tests(module).relative_to(ROOT))]
            survived += try_module(copy, module, tests, options.count, options.seed)
    print(*survived, f"{len(survived)} survived", sep="\n\n")
    return 1 if survived else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
