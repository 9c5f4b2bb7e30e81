"""Say in one line which system libraries Qt lacks here, and install them if possible.

PySide6 brings Qt along, but not what Qt itself needs: the window system, OpenGL, fonts, sound.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable

from app.system_libraries import describe, find_manager, find_missing, is_root, packages_of

APT_TIMEOUT_S = 600


def install_packages(packages: Iterable[str]) -> str | None:
    """Install Debian packages as root, asking nothing; return why that failed, or None.

    An unknown name only costs that package, not the others.
    """
    names = list(dict.fromkeys(packages))
    if error := _apt_get("update"):
        return error
    install = ("install", "--yes", "--no-install-recommends")
    if _apt_get(*install, *names) is None:
        return None
    errors = [error for name in names if (error := _apt_get(*install, name))]
    return "; ".join(errors) or None


def _apt_get(*arguments: str) -> str | None:
    command = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=120", *arguments]
    try:
        done = subprocess.run(
            command,
            env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=APT_TIMEOUT_S,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return f"apt-get {arguments[0]} took longer than {APT_TIMEOUT_S} s"
    if done.returncode == 0:
        return None
    lines = done.stderr.strip().splitlines()
    return lines[-1] if lines else f"apt-get {arguments[0]} ended with {done.returncode}"


def ensure(*, install: bool) -> None:
    """Print what is missing, if anything; with `install`, install it first if possible.

    Nothing here stops the set-up: the lessons work without sound, the tests without a window.
    """
    missing = find_missing()
    manager = find_manager()
    if missing and install and manager == "apt" and is_root():
        packages = packages_of(missing, "apt")
        print(f"Installing what Qt needs of the system: {packages}", flush=True)
        if error := install_packages(packages.split()):
            print(f"That failed: {error}", file=sys.stderr)
        missing = find_missing()
    if missing:
        print(describe(missing, manager, is_root()), file=sys.stderr)


if __name__ == "__main__":
    ensure(install="--install" in sys.argv[1:])
