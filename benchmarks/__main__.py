"""Run every benchmark of this folder, or those named: python -m benchmarks [NAME ...]."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent


def find_benchmarks() -> list[str]:
    """Return the names of the benchmarks: every module whose name has no leading underscore."""
    return sorted(file.stem for file in HERE.glob("*.py") if not file.stem.startswith("_"))


def main(names: Sequence[str]) -> int:
    """Run the benchmarks, each in a process of its own; return 1 if one missed its target."""
    known = find_benchmarks()
    if unknown := [name for name in names if name not in known]:
        print(f"no benchmark {', '.join(unknown)}; there are: {', '.join(known)}", file=sys.stderr)
        return 2
    failed = 0
    for name in names or known:
        # One after the other and separately: what one has loaded must not make the next look quick.
        command = [sys.executable, "-m", f"benchmarks.{name}"]
        failed |= subprocess.run(command, cwd=HERE.parent, check=False).returncode
    return int(failed != 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
