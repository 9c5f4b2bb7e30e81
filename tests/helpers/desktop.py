"""An X server of a test's own: window manager, keyboard, mouse, and a picture of the screen."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from PIL import Image, ImageGrab

from tests.helpers.probe import Area

NEEDED = ("Xvfb", "openbox", "xdotool", "xprop", "setxkbmap")
#: Nothing takes so long on any machine; what is waited for comes as a rule at once, s.
HANG_S = 60.0
_LOOK_AGAIN_S = 0.05

Found = TypeVar("Found")


def missing() -> list[str]:
    """Return which of the programs a desktop is made of are not there."""
    return [name for name in NEEDED if shutil.which(name) is None]


def wait_for(found: Callable[[], Found | None], what: str) -> Found:
    """Return what `found` finds, as soon as it is something true."""
    end = time.monotonic() + HANG_S
    while time.monotonic() < end:
        if there := found():
            return there
        time.sleep(_LOOK_AGAIN_S)
    raise AssertionError(f"never seen: {what}")


class Desktop:
    """One screen and what stands before it.

    Attributes:
        environment: for programs that are to open their windows on it.
    """

    def __init__(self, display: str) -> None:
        self.environment = {"DISPLAY": display}
        self._display = display

    def press(self, *keys: str) -> None:
        """Press keys by their names or, where the layout is to say what it means, key codes."""
        for key in keys:
            self._run("xdotool", "key", key)

    def click(self, area: Area, times: int = 1) -> None:
        """Click the middle of an area."""
        left, top, width, height = area
        place = (str(left + width // 2), str(top + height // 2))
        # Not with --sync: where the mouse is there already that waits for ever.
        click = ("click", "--repeat", str(times), "--delay", "50", "1")
        self._run("xdotool", "mousemove", *place, *click)

    def minimise(self, title: str) -> None:
        """Minimise a window that is in view."""
        found = self._run("xdotool", "search", "--onlyvisible", "--name", f"^{title}$")
        self._run("xdotool", "windowminimize", found.split()[0])

    def use_layout(self, name: str) -> None:
        """Give the keyboard a country's layout."""
        self._run("setxkbmap", name)

    def set_text_dpi(self, dpi: int) -> None:
        """Scale as desktops do: 96 is 100 %."""
        self._run(
            "xprop", "-root", "-f", "RESOURCE_MANAGER", "8s",
            "-set", "RESOURCE_MANAGER", f"Xft.dpi:\t{dpi}\n",
        )  # fmt: skip

    def picture(self) -> Image.Image:
        """Return what is on the screen, whoever painted it."""
        return ImageGrab.grab(xdisplay=self._display)

    def _run(self, *command: str) -> str:
        done = subprocess.run(
            command, env={**os.environ, **self.environment}, capture_output=True, text=True,
            timeout=HANG_S, check=True,
        )  # fmt: skip
        return done.stdout


#: Starts a screen of a width and a height in pixels.
Screens = Callable[[int, int], Desktop]


@contextlib.contextmanager
def open_desktop(folder: Path, width: int, height: int) -> Iterator[Desktop]:
    """Start a screen of a size in pixels; `folder` takes what its programs have to say."""
    reader, writer = os.pipe()
    with (folder / "desktop.log").open("w") as log, contextlib.ExitStack() as running:
        server = [
            "Xvfb", "-displayfd", str(writer), "-screen", "0", f"{width}x{height}x24",
            "-nolisten", "tcp", "-noreset",
        ]  # fmt: skip
        running.enter_context(_process(server, log.fileno(), pass_fds=(writer,)))
        os.close(writer)
        with os.fdopen(reader) as told:
            display = f":{told.readline().strip()}"
        desktop = Desktop(display)
        running.enter_context(_process(["openbox", "--sm-disable"], log.fileno(), display))
        wait_for(lambda: _is_managed(display), "a window manager")
        yield desktop


def _is_managed(display: str) -> bool:
    asked = ["xprop", "-display", display, "-root", "_NET_SUPPORTING_WM_CHECK"]
    done = subprocess.run(asked, capture_output=True, text=True, timeout=HANG_S, check=False)
    return "window id" in done.stdout


@contextlib.contextmanager
def _process(
    command: Sequence[str], log: int, display: str = "", pass_fds: tuple[int, ...] = ()
) -> Iterator[None]:
    environment = {**os.environ, "DISPLAY": display}
    with subprocess.Popen(
        command, stdout=log, stderr=log, env=environment, pass_fds=pass_fds
    ) as started:
        try:
            yield
        finally:
            started.terminate()
