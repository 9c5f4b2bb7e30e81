"""The program in a window of its own process, as a test with a desktop sees and drives it."""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from PIL import Image, ImageChops

from tests.helpers.desktop import HANG_S, Desktop, wait_for
from tests.helpers.probe import Area, Seen, SeenWindow

ROOT = Path(__file__).parents[2]
#: More stops of the Tab key than any window has.
_STOPS = 40


class Program:
    """A program that was started, until it is closed."""

    def __init__(
        self, desktop: Desktop, connection: Connection, process: subprocess.Popen[bytes]
    ) -> None:
        self.desktop = desktop
        self._connection, self._process = connection, process

    @property
    def widgets(self) -> list[Seen]:
        """Everything in its open windows."""
        found: list[Seen] = self._ask("widgets")
        return found

    @property
    def windows(self) -> list[SeenWindow]:
        """Its open windows."""
        found: list[SeenWindow] = self._ask("windows")
        return found

    @property
    def window(self) -> SeenWindow:
        """Its main window."""
        return self.window_of("MainWindow")

    @property
    def moment(self) -> float:
        """Where the figure stands in its movement, s."""
        found: float = self._ask("moment")
        return found

    @property
    def clipboard(self) -> str:
        """The text that was copied."""
        found: str = self._ask("clipboard")
        return found

    @property
    def focus(self) -> str:
        """The name of what has the focus."""
        found = self._focused
        return found.name if found else ""

    @property
    def _focused(self) -> Seen | None:
        return next((one for one in self.widgets if one.focus), None)

    def window_of(self, kind: str) -> SeenWindow:
        """Return the open window of a class."""
        return next(one for one in self.windows if one.kind == kind)

    def has_window(self, kind: str) -> bool:
        """Tell whether a window of a class is open."""
        return any(one.kind == kind for one in self.windows)

    def is_active(self, kind: str) -> bool:
        """Tell whether a window of a class has the keyboard."""
        return any(one.kind == kind and one.active for one in self.windows)

    def find(self, name: str) -> Seen | None:
        """Return what is called or says just this, if anything does."""
        return next((one for one in self.widgets if one.name == name), None)

    def wait_for(self, name: str) -> Seen:
        """Return what is called or says just this, as soon as anything does."""
        return wait_for(lambda: self.find(name), name)

    def click(self, name: str) -> None:
        """Click the middle of what is seen of something."""
        target = wait_for(lambda: self._clickable(name), f"{name}, to be clicked")
        assert target.shown is not None
        self.desktop.click(target.shown)

    def tab_to(self, name: str) -> str:
        """Press the Tab key until a name that begins like this has the focus, and return it."""
        for _ in range(_STOPS):
            before = self._focused
            if before is not None and before.name.startswith(name):
                return before.name
            self.desktop.press("Tab")
            self._wait_for_other_focus(before)
        raise AssertionError(f"Tab does not come to {name}")

    def painted(self, kind: str) -> Image.Image:
        """Return what the screen shows where a window is."""
        left, top, width, height = self.window_of(kind).area
        return self.desktop.picture().crop((left, top, left + width, top + height))

    def is_painted(self, kind: str) -> bool:
        """Tell whether the screen shows a window as the window would paint itself now."""
        wanted = Image.open(io.BytesIO(self._ask("picture", kind))).convert("RGB")
        return same(self.painted(kind), wanted)

    def close(self) -> None:
        """Close the window as its user does, and wait until the program has ended."""
        self.desktop.press("ctrl+q")
        assert self._process.wait(HANG_S) == 0

    def _wait_for_other_focus(self, before: Seen | None) -> None:
        # Neighbours may have the same name, and what has the focus may be scrolled into view.
        place = before and (before.kind, before.name, before.checked)
        wait_for(
            lambda: (now := self._focused) and (now.kind, now.name, now.checked) != place,
            "the focus, moved",
        )

    def _clickable(self, name: str) -> Seen | None:
        found = [one for one in self.widgets if one.name == name and one.shown and one.enabled]
        return found[0] if found else None

    def _ask(self, verb: str, *arguments: Any) -> Any:
        self._connection.send((verb, arguments))
        assert self._connection.poll(HANG_S), f"the program does not answer: {verb}"
        answer = self._connection.recv()
        if isinstance(answer, Exception):
            raise answer
        return answer


def same(one: Image.Image, other: Image.Image) -> bool:
    """Tell whether two pictures are the same but for a pixel here and there."""
    if one.size != other.size:
        return False
    apart = ImageChops.difference(one.convert("RGB"), other.convert("RGB")).convert("L")
    differing = sum(apart.histogram()[24:])
    return differing <= one.width * one.height / 2000


def ink(picture: Image.Image, area: Area) -> float:
    """Return the share of an area that does not have the colour most of it has."""
    left, top, width, height = area
    part = picture.convert("RGB").crop((left, top, left + width, top + height))
    colours = part.getcolors(width * height)
    assert colours
    return 1 - max(count for count, _ in colours) / (width * height)


@contextlib.contextmanager
def open_program(
    desktop: Desktop,
    folder: Path,
    *arguments: str,
    environment: Mapping[str, str] | None = None,
    runner: str = "probe",
) -> Iterator[Program]:
    """Start the program with its data in a folder; it is there when its window is active."""
    ours, theirs = Pipe()
    command = [
        sys.executable, "-c", f"from tests.helpers.{runner} import main; main()",
        str(theirs.fileno()), "--data-dir", str(folder / "data"), *arguments,
    ]  # fmt: skip
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env={**_surroundings(desktop, folder), **(environment or {})},
        pass_fds=(theirs.fileno(),),
    ) as process:
        theirs.close()
        program = Program(desktop, ours, process)
        try:
            wait_for(lambda: any(one.active for one in program.windows), "an active window")
            yield program
        finally:
            ours.close()
            process.terminate()


def start_again(desktop: Desktop, folder: Path, *arguments: str) -> int:
    """Start the program once more on the same data, and return what it ends with."""
    done = subprocess.run(
        [sys.executable, "main.py", "--data-dir", str(folder / "data"), *arguments],
        cwd=ROOT, env=_surroundings(desktop, folder), timeout=HANG_S, check=False,
    )  # fmt: skip
    return done.returncode


def _surroundings(desktop: Desktop, folder: Path) -> dict[str, str]:
    """Return the environment of a program on a desktop."""
    return {
        **os.environ,
        "QT_QPA_PLATFORM": "xcb",
        "HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_CURRENT_DESKTOP": "",
        "LC_ALL": "C.UTF-8",
        **desktop.environment,
    }
