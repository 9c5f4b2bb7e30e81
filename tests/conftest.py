"""What every test stands on: no display, one locale and time zone, folders of its own, patience.

`KEEP_TIME_ZONE=1` leaves the time zone of whoever runs the tests as it is.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings
from pytestqt.qtbot import QtBot

from tests.helpers.patience import HANG_S, MORE_EXAMPLES, examples

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

KEEPS_TIME_ZONE = bool(os.environ.get("KEEP_TIME_ZONE"))

# Before anything imports Qt, and for the processes that tests start as well.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
for name in [name for name in os.environ if name.startswith(("LC_", "LANG"))]:
    del os.environ[name]
os.environ.update(LC_ALL="C.UTF-8", LANG="C.UTF-8")
if not KEEPS_TIME_ZONE:
    os.environ["TZ"] = "UTC"
    if hasattr(time, "tzset"):
        time.tzset()

# The user's own settings, records, sound server and desktop are left alone.
HOME = Path(tempfile.mkdtemp(prefix="hinge-"))
for name, folder in {
    "HOME": ".",
    "XDG_CACHE_HOME": "cache",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_RUNTIME_DIR": "run",
    "XDG_STATE_HOME": "state",
}.items():
    (HOME / folder).mkdir(mode=0o700, exist_ok=True)
    os.environ[name] = str(HOME / folder)
os.environ.pop("DBUS_SESSION_BUS_ADDRESS", None)
# Of the many processes that are started, only the first has to compile the program.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# The same examples every time, however long one takes; with MORE_EXAMPLES new ones every time.
settings.register_profile(
    "tests",
    max_examples=examples(100),
    deadline=None,
    database=None,
    derandomize=MORE_EXAMPLES == 1,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("tests")


def pytest_unconfigure() -> None:
    shutil.rmtree(HOME, ignore_errors=True)


@pytest.fixture(autouse=True)
def _one_locale() -> None:
    """Begin every test in the same locale, whatever the one before made of it."""
    from PySide6.QtCore import QLocale

    QLocale.setDefault(QLocale.c())


@pytest.fixture(autouse=True)
def _no_widget_outlives_its_test() -> Iterator[None]:
    """Delete the windows a test leaves: every change of the style would dress them again."""
    before = _windows()
    yield
    if left := _windows() - before:
        from PySide6.QtCore import QCoreApplication, QEvent

        for widget in left:
            widget.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _windows() -> set[QWidget]:
    """Return the widgets without a parent; no Qt is loaded to find them."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return set()
    return set(widgets.QApplication.topLevelWidgets())


@pytest.fixture
def qtbot(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> QtBot:
    """The limits of waits guard against hangs alone: none is shorter than `HANG_S`."""
    for name in ("waitSignal", "waitSignals", "waitUntil", "waitCallback"):
        wait = getattr(qtbot, name)

        def patient(*arguments: Any, timeout: int = 0, _wait: Any = wait, **more: Any) -> Any:
            return _wait(*arguments, timeout=max(timeout, 1000 * HANG_S), **more)

        monkeypatch.setattr(qtbot, name, patient)
    return qtbot
