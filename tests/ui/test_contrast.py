"""The colours can be told apart: text 4.5:1, signs and borders 3:1, phases by every eye."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtGui import QColor, QPalette

from app.figure.palette import DARK, DARK_CLEAR, LIGHT, LIGHT_CLEAR, Palette
from app.practice.timeline import PhaseKind
from app.ui.practice.grounds import ground_of
from app.ui.theme import _SHEET, qt_palette

Matrix = tuple[tuple[float, float, float], ...]

#: Text and what it stands on, as in the style sheet.
TEXT = [
    *[("ink", on) for on in ("paper", "card", "tint", "floor")],
    *[("muted", on) for on in ("paper", "card", "tint", "floor")],
    *[("right", on) for on in ("paper", "card", "tint")],
    *[("wrong", on) for on in ("paper", "card")],
    ("on_right", "right"),
]
#: Signs and the borders of what can be pressed or filled in.
SIGNS = [
    *[("edge", on) for on in ("paper", "card", "tint", "floor")],
    *[("right", on) for on in ("floor", "tint")],
    ("wrong", "tint"),
    ("on_right", "wrong"),
    *[(line, "card") for line in ("figure", "far", "cloth", "right", "wrong", "hip", "muted")],
]
#: How light reaches who has no red or no green cones (Machado, Oliveira, Fernandes 2009).
EYES: dict[str, Matrix] = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanope": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranope": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
}
#: Six grounds cannot be farther apart all at once, and each bear ink; 2 is seen side by side.
FARTHEST = 9.5

PALETTES = pytest.mark.parametrize(
    "palette",
    [LIGHT, DARK, LIGHT_CLEAR, DARK_CLEAR],
    ids=["light", "dark", "light-clear", "dark-clear"],
)


def linear(colour: QColor) -> tuple[float, float, float]:
    r, g, b = (
        v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4
        for v in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return r, g, b


def contrast(one: QColor, other: QColor) -> float:
    low, high = sorted(
        0.2126 * r + 0.7152 * g + 0.0722 * b for r, g, b in (linear(one), linear(other))
    )
    return (high + 0.05) / (low + 0.05)


def lab(colour: QColor, eye: Matrix) -> tuple[float, float, float]:
    r, g, b = (
        min(1.0, max(0.0, sum(m * v for m, v in zip(row, linear(colour), strict=True))))
        for row in eye
    )

    def f(t: float) -> float:
        return float(t ** (1 / 3)) if t > 0.008856 else 7.787 * t + 16 / 116

    x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047)
    y = f(0.2126 * r + 0.7152 * g + 0.0722 * b)
    z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@PALETTES
@pytest.mark.parametrize(("name", "on"), TEXT)
def test_text_can_be_read(palette: Palette, name: str, on: str) -> None:
    assert contrast(getattr(palette, name), getattr(palette, on)) >= 4.5


@PALETTES
@pytest.mark.parametrize(("name", "on"), SIGNS)
def test_signs_and_borders_can_be_seen(palette: Palette, name: str, on: str) -> None:
    assert contrast(getattr(palette, name), getattr(palette, on)) >= 3


@PALETTES
def test_words_can_be_read_on_every_ground(palette: Palette) -> None:
    for kind in PhaseKind:
        assert contrast(palette.ink, ground_of(palette, kind)) >= 4.5, kind


@PALETTES
@pytest.mark.parametrize("group", ["Active", "Inactive", "Disabled"])
def test_what_qt_paints_itself_can_be_read(palette: Palette, group: str) -> None:
    made, roles = qt_palette(palette), QPalette.ColorRole
    for text, ground in (
        (roles.WindowText, roles.Window),
        (roles.Text, roles.Base),
        (roles.Text, roles.AlternateBase),
        (roles.ButtonText, roles.Button),
        (roles.ToolTipText, roles.ToolTipBase),
        (roles.HighlightedText, roles.Highlight),
        (roles.PlaceholderText, roles.Base),
        (roles.Link, roles.Base),
        (roles.LinkVisited, roles.Base),
    ):
        one, other = (made.color(QPalette.ColorGroup[group], role) for role in (text, ground))
        assert contrast(one, other) >= 4.5, text


def test_what_floats_and_what_is_moved_has_an_edge() -> None:
    """What has a hardly seen line around it can be told from the page by its ground."""
    faint = {
        rule.partition("{")[0].strip()
        for rule in _SHEET.split("}")
        if "solid @line" in rule or "border-color: @line" in rule
    }
    assert faint == {
        'QFrame[look="card"]', 'QFrame[look="notice"]', 'QFrame[look="rail"]',
        "QPushButton:disabled", 'QPushButton[look="primary"]:disabled',
        'QComboBox:disabled, QDoubleSpinBox:disabled, QLineEdit[look="path"]:disabled',
        "QCheckBox::indicator:disabled", "QTableView::item", "QHeaderView::section",
    }  # fmt: skip


@PALETTES
@pytest.mark.parametrize("eye", EYES)
def test_phases_are_told_apart_by_every_eye(palette: Palette, eye: str) -> None:
    grounds = {ground_of(palette, kind).name() for kind in PhaseKind}
    for one, other in combinations(sorted(grounds), 2):
        pair = zip(lab(QColor(one), EYES[eye]), lab(QColor(other), EYES[eye]), strict=True)
        assert sum((a - b) ** 2 for a, b in pair) ** 0.5 >= FARTHEST, (one, other)
