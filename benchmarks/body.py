"""One frame of the body in pure Python: pose, solve, measure and check, without a picture."""

from __future__ import annotations

import math
import statistics
import subprocess
import sys
import time
from pathlib import Path

from app.body.anthropometry import Body
from app.body.inertia import at_rest
from app.body.measures import measure
from app.locations import find_locations
from app.movement.audit import frame_times, verdicts_at
from app.movement.library import MovementLibrary
from app.movement.motion import Motion

ROOT = Path(__file__).resolve().parent.parent
#: Even legs and free arms; hands at the floor, with a load and along the legs; one leg; feet that
#: step and a wall.
MOVEMENTS = (
    "hinge", "pencil-pick-up", "kettlebell-deadlift", "romanian-deadlift", "single-leg-stand",
    "wall-drill",
)  # fmt: skip
FRAMES, TURNS = 120, 15
TARGET_MS = 0.3
#: A frame whose load counts the motion may take this many times as long as one held still.
TARGET_MOVING, MOVING_TURNS = 1.3, 5

# Without site-packages (-S) and the environment (-I) only the standard library can be imported.
_ALONE = """
import importlib, pathlib, sys
sys.path.insert(0, sys.argv[1])
for file in sorted(pathlib.Path(sys.argv[1], "app", "body").glob("*.py")):
    importlib.import_module(f"app.body.{file.stem}")
own = sorted(name for name in sys.modules if name.partition(".")[0] == "app")
print(" ".join(name for name in own if not name.startswith("app.body")))
"""


def frame_ms(motions: dict[str, Motion]) -> dict[str, list[list[float]]]:
    """Return the time of each frame of each movement in each turn, ms.

    The movements take turns, so that a slow spell of the machine affects all of them.
    """
    taken: dict[str, list[list[float]]] = {name: [] for name in motions}
    for _ in range(TURNS):
        for name, motion in motions.items():
            turn = []
            for t in frame_times(motion, FRAMES):
                begin = time.perf_counter()
                verdicts_at(motion, t)
                turn.append((time.perf_counter() - begin) * 1e3)
            taken[name].append(turn)
    return taken


def moving_ratio(motion: Motion) -> float:
    """Return how many times as long pose, solve and measure take with the load in motion.

    Over all frames, each with the quickest of its turns.
    """
    times = frame_times(motion, FRAMES)
    quickest = {moving: [math.inf] * FRAMES for moving in (True, False)}
    for _ in range(MOVING_TURNS):
        for moving, best in quickest.items():
            for index, t in enumerate(times):
                begin = time.perf_counter()
                skeleton = motion.skeleton_at(t)
                measure(skeleton if moving else skeleton._replace(inertia=at_rest))
                best[index] = min(best[index], time.perf_counter() - begin)
    return sum(quickest[True]) / sum(quickest[False])


def imported_beside() -> list[str]:
    """Return the modules of the program that `app.body` imports beside its own.

    Raises:
        RuntimeError: it needs something that is not in the standard library.
    """
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", _ALONE, ROOT],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"app.body alone: {done.stderr.strip().splitlines()[-1]}")
    return done.stdout.split()


def main() -> int:
    """Measure and print; return 1 if a target is missed."""
    library = MovementLibrary(find_locations().animations)
    missed = False
    for name, turns in frame_ms(
        {name: Motion(library[name], Body()) for name in MOVEMENTS}
    ).items():
        every = [each for turn in turns for each in turn]
        # Like timeit: time beyond a frame's quickest turn is due to the machine.
        median = statistics.median(map(min, zip(*turns, strict=True)))
        late = median > TARGET_MS
        missed |= late
        print(
            f"body: {name}: {median:.3f} ms a frame (pose, solve, measure, check), target at most"
            f" {TARGET_MS} ms; with all that disturbs {statistics.median(every):.3f} ms median,"
            f" {statistics.quantiles(every, n=100)[98]:.3f} ms p99" + (" MISSED" if late else "")
        )
    ratios = {name: moving_ratio(Motion(movement, Body())) for name, movement in library.items()}
    worst = max(ratios, key=lambda name: ratios[name])
    late = ratios[worst] > TARGET_MOVING
    missed |= late
    print(
        f"body: with the load in motion a frame takes {ratios[worst]:.2f}x as long ({worst}, the"
        f" most of {len(ratios)} movements; median {statistics.median(ratios.values()):.2f}x)"
        f", target at most {TARGET_MOVING}x" + (" MISSED" if late else "")
    )
    beside = imported_beside()
    strange = sorted(set(beside) - {"app", "app.errors", "app.messages", "app.messages.message"})
    print(
        f"body: imports the standard library and {', '.join(beside)} alone"
        + (" MISSED" if strange else "")
    )
    return int(missed or bool(strange))


if __name__ == "__main__":
    sys.exit(main())
