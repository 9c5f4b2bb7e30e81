"""What the system asks for is followed, where it tells: less motion, high contrast."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel

from app.figure.palette import DARK_CLEAR, LIGHT, LIGHT_CLEAR
from app.ui import theme
from app.ui.learn.page import LearnPage
from app.ui.rail import PageId
from app.ui.system_motion import SystemMotion
from tests.helpers.patience import HANG_S
from tests.helpers.window import Open

ROOT = Path(__file__).resolve().parents[2]
GNOME = ("org.gnome.desktop.interface", "enable-animations")
KDE = ("org.kde.kdeglobals.KDE", "AnimationDurationFactor")
ANY = ("org.freedesktop.appearance", "reduced-motion")


@pytest.mark.parametrize(
    ("setting", "value", "reduced"),
    [
        (GNOME, False, True), (GNOME, True, False), (ANY, 1, True), (ANY, 0, False),
        (KDE, "0", True), (KDE, "0.5", False), (KDE, 0.0, True), (KDE, "odd", False),
    ],
)  # fmt: skip
def test_what_desktops_say(
    qapp: QApplication, setting: tuple[str, str], value: object, reduced: bool
) -> None:
    motion = SystemMotion()
    motion._hear(*setting, value)
    assert motion.reduced is reduced
    assert motion.is_told is (value != "odd")


def test_one_that_asks_is_enough_and_it_can_be_taken_back(qapp: QApplication) -> None:
    motion = SystemMotion()
    said: list[bool] = []
    motion.changed.connect(lambda: said.append(motion.reduced))
    motion._hear(*ANY, 0)
    motion._hear(*GNOME, False)
    motion._hear(*ANY, 0)
    motion._hear(*GNOME, True)
    assert said == [False, True, False]


def test_the_figure_follows_the_system_while_it_plays(open_window: Open) -> None:
    window = open_window()
    window.open_lesson("movement", 1)
    page = window.page(PageId.LEARN)
    assert isinstance(page, LearnPage)
    motion = window._parts.keeper.system_motion
    page.stage.play()
    motion._hear(*GNOME, False)
    assert (page.stage.less_motion, page.stage.is_playing) == (True, False)
    motion._hear(*GNOME, True)
    seen = [page.stage.less_motion]
    window._parts.keeper.change(reduce_motion="off")
    motion._hear(*GNOME, False)
    assert [*seen, page.stage.less_motion] == [False, False]


def test_settings_say_where_the_system_does_not_tell(open_window: Open) -> None:
    window = open_window()
    settings = window.show_page(PageId.SETTINGS)
    keeper = window._parts.keeper
    [line] = [
        one for one in settings.findChildren(QLabel) if one.text().startswith("This system does")
    ]
    seen = [line.isVisible()]
    for change in ("on", "system"):
        keeper.change(reduce_motion=change)
        seen.append(line.isVisible())
    keeper.system_motion._hear(*GNOME, True)
    assert [*seen, line.isVisible()] == [True, False, True, False]


@pytest.mark.skipif(not shutil.which("dbus-run-session"), reason="there is no dbus-run-session")
@pytest.mark.skipif(not importlib.util.find_spec("jeepney"), reason="there is no jeepney")
def test_the_portal_is_asked_and_heard() -> None:
    ran = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-m", "tests.helpers.settings_portal"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=HANG_S,
        check=False,
    )
    assert ran.stdout.split() == [
        "told=True", "reduced=False", "told=True", "reduced=True",
    ], ran.stderr  # fmt: skip


def test_high_contrast_is_worn_in_every_theme(
    open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    appearance = window._parts.appearance
    appearance.set_theme("light")
    assert appearance.palette is LIGHT
    monkeypatch.setattr(theme, "wants_contrast", lambda: True)
    hints = QGuiApplication.styleHints()
    hints.accessibility().contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    assert appearance.palette is LIGHT_CLEAR
    appearance.set_theme("dark")
    assert appearance.palette is DARK_CLEAR
