"""A window replaced by one on another folder, and by one in another language."""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from app import startup
from app.application import make_application
from app.locations import Locations, find_locations
from app.startup import Options, Program
from app.ui.rail import PageId

ROUNDS = 15
#: From closing the old window to the painted new one, s.
TARGET_S = 0.5


def two_languages(root: Path) -> Locations:
    """Return the program's content with its English lessons under the name of German ones too."""
    real = find_locations()
    (root / "lessons").mkdir()
    for entry in real.resources.iterdir():
        if entry.name != "lessons":
            (root / entry.name).symlink_to(entry)
    for language in ("en", "de"):
        (root / "lessons" / language).symlink_to(real.lessons())
    return Locations(real.animations, root, root)


def time_replacing(program: Program, options: Options) -> float:
    """Replace the window, every page of which was shown, and return how long it took, s."""
    for page in PageId:
        program.window.show_page(page)
        program.app.processEvents()
    begin = time.perf_counter()
    program.replace(options)
    program.window.show()
    program.window.learn.stage.repaint()
    program.app.processEvents()
    return time.perf_counter() - begin


def report(what: str, times: list[float]) -> bool:
    """Print what was measured and return whether it missed the target."""
    median = statistics.median(times)
    missed = median > TARGET_S
    print(
        f"replace: {median * 1e3:.0f} ms for another {what}, longest {max(times) * 1e3:.0f} ms,"
        f" target at most {TARGET_S * 1e3:.0f} ms" + (" MISSED" if missed else "")
    )
    return missed


def main() -> int:
    """Measure and print; return 1 where it takes too long."""
    with tempfile.TemporaryDirectory() as folder:
        content = two_languages(Path(folder))

        def find(data_dir: Path | None = None) -> Locations:
            return content._replace(data=data_dir or content.data)

        setattr(startup, "find_locations", find)  # noqa: B010 - in place of the real content
        people = [Options(data_dir=Path(folder) / name) for name in ("ada", "ben")]
        program = Program(make_application())
        program.open(people[0]).show()
        folders, languages = [], []
        for number in range(ROUNDS):
            folders.append(time_replacing(program, people[(number + 1) % 2]))
            program.window.workspace.settings.change(language=("de", "en")[number % 2])
            languages.append(time_replacing(program, people[(number + 1) % 2]))
        program.close()
    missed = [report("folder", folders), report("language", languages)]
    return int(any(missed))


if __name__ == "__main__":
    sys.exit(main())
