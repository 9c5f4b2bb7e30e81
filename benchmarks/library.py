"""The whole movement library: checked on five bodies, and what it adds to the start."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

from app.body.anthropometry import Body, Sex
from app.locations import find_locations
from app.movement.audit import FRAMES, broken_checks
from app.movement.library import MovementLibrary
from app.movement.motion import Motion

BODIES = {
    "small woman": Body(1.50, 49.5, Sex.FEMALE),
    "default man": Body(),
    "large man": Body(2.00, 88.0),
    "long thighs, straight-leg raise 60": Body(thigh=1.1, slr_deg=60.0),
    "short-trunk woman, straight-leg raise 100": Body(
        1.65, 60.0, Sex.FEMALE, trunk=0.9, slr_deg=100.0
    ),
}
CHECK_TARGET_S = 60.0
START_TARGET_MS = 40.0
TURNS = 9
ROOT = Path(__file__).resolve().parent.parent
FOLDER = find_locations().animations

# What the first page does with movements: it finds all files, and reads and works out the one that
# its first step shows. TOML and msgspec are loaded by then for the settings.
_FIRST = """
import sys, time
import app.content
from app.body.anthropometry import Body
from app.locations import find_locations
begin = time.perf_counter()
from app.movement.library import MovementLibrary
from app.movement.motion import Motion
Motion(MovementLibrary(find_locations().animations)["standing"], Body()).skeleton_at(0.0)
print((time.perf_counter() - begin) * 1e3)
"""


def first_ms() -> float:
    """Return the time movements take before the first paint, ms, in a process of its own."""
    command = [sys.executable, "-c", _FIRST]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return float(done.stdout)


def read_ms() -> float:
    """Return the time to read every file, without working the movements out, ms."""
    begin = time.perf_counter()
    list(MovementLibrary(FOLDER))
    return (time.perf_counter() - begin) * 1e3


def main() -> int:
    """Measure and print; return 1 if a target is missed."""
    first = statistics.median(first_ms() for _ in range(TURNS))
    files = statistics.median(read_ms() for _ in range(TURNS))
    library = MovementLibrary(FOLDER)
    begin = time.perf_counter()
    library.read_all()
    rest = (time.perf_counter() - begin) * 1e3
    late = first > START_TARGET_MS
    print(
        f"library: {first:.1f} ms before the first paint, imports included, target at most"
        f" {START_TARGET_MS:.0f} ms; when the window stands, {files:.0f} ms to read all"
        f" {len(library)} movements, {rest:.0f} ms to work them out" + (" MISSED" if late else "")
    )
    if library.problems:
        print(f"library: {library.problems[0]} MISSED")
    begin = time.perf_counter()
    wrong = [
        f"{movement.id} on {name}"
        for name, body in BODIES.items()
        for movement in library.values()
        if broken_checks(Motion(movement, body)) != movement.breaks
    ]
    took = time.perf_counter() - begin
    slow = took > CHECK_TARGET_S
    print(
        f"library: checked on {len(BODIES)} bodies at {FRAMES} frames in {took:.1f} s, target at"
        f" most {CHECK_TARGET_S:.0f} s" + (" MISSED" if slow else "")
    )
    if wrong:
        print(f"library: other checks than stated break in {', '.join(wrong)} MISSED")
    return int(late or slow or bool(wrong) or bool(library.problems))


if __name__ == "__main__":
    sys.exit(main())
