"""The colours of figure and stage, light and dark."""

from __future__ import annotations

from typing import Any

import msgspec
from PySide6.QtGui import QColor


class Palette(msgspec.Struct, frozen=True):
    """One theme's colours.

    Attributes:
        dark: whether it is the dark one.
        paper, card, ink, muted, floor: the page around the figure.
        line, edge: around what is only shown, and around what can be pressed or filled in.
        figure, far: the body, and its side facing away from the viewer.
        right, wrong, hip: the marks; never the only sign of what they mean.
        wash: what washes over a dressed figure, and how much (0..1); None for its own colours.
        iron, steel, wood, cloth, kraft, leaf, pale, skin: what things and a child are made of.
    """

    dark: bool
    paper: QColor
    card: QColor
    ink: QColor
    muted: QColor
    line: QColor
    edge: QColor
    floor: QColor
    shadow: QColor
    figure: QColor
    near: QColor
    far: QColor
    right: QColor
    wrong: QColor
    hip: QColor
    tint: QColor
    on_right: QColor
    iron: QColor
    steel: QColor
    wood: QColor
    cloth: QColor
    kraft: QColor
    leaf: QColor
    pale: QColor
    skin: QColor
    wash: tuple[QColor, float] | None = None


def blend(a: QColor, b: QColor, share: float) -> QColor:
    """Return the colour `share` (0..1) of the way from `a` to `b`."""
    return QColor.fromRgbF(
        a.redF() + (b.redF() - a.redF()) * share,
        a.greenF() + (b.greenF() - a.greenF()) * share,
        a.blueF() + (b.blueF() - a.blueF()) * share,
    )


#: Every colour that is not mixed from others, in the light and in the dark theme.
_COLOURS = {
    "paper": ("#F6F4EF", "#12181C"),
    "card": ("#FFFFFF", "#1B242A"),
    "ink": ("#22313A", "#E8EDEF"),
    "muted": ("#586770", "#A3B4BC"),
    "line": ("#DEDACF", "#2C3A42"),
    "edge": ("#838076", "#70828B"),
    "floor": ("#E9E4D9", "#1F2A31"),
    "shadow": ("#C3BBAA", "#141B20"),
    "figure": ("#2F4858", "#9DB4C0"),
    "right": ("#17755D", "#4CC9A4"),
    "wrong": ("#C2402A", "#FF7B72"),
    "hip": ("#C97A0E", "#F2B84B"),
    "on_right": ("#FFFFFF", "#0E1A16"),
    "iron": ("#7B858C", "#66727A"),
    "steel": ("#AEB8BD", "#7E8B93"),
    "wood": ("#B98B5E", "#A67C52"),
    "cloth": ("#8E7AA8", "#9A86B8"),
    "kraft": ("#CFA878", "#BC9768"),
    "leaf": ("#6E9F62", "#7BA56C"),
    "pale": ("#D6DFE3", "#44525B"),
    "skin": ("#E0B394", "#D3A688"),
}


def _palette(*, dark: bool) -> Palette:
    colours: dict[str, Any] = {name: QColor(pair[dark]) for name, pair in _COLOURS.items()}
    figure, card = colours["figure"], colours["card"]
    ink = QColor("#FFFFFF") if dark else QColor("#0E1A22")
    return Palette(
        dark=dark,
        near=blend(figure, ink, 0.30),
        far=blend(figure, card, 0.42),
        tint=blend(card, colours["right"], 0.13),
        **colours,
    )


def _clear(palette: Palette) -> Palette:
    """Return a palette in which text and signs stand out as far as they can."""
    return msgspec.structs.replace(
        palette,
        **{name: QColor(pair[palette.dark]) for name, pair in _CLEAR.items()},
        tint=blend(QColor(_CLEAR["card"][palette.dark]), palette.right, 0.13),
    )


#: What differs where the system asks for high contrast, light and dark: text 7:1, borders 4.5:1.
_CLEAR = {
    "paper": ("#FFFFFF", "#000000"),
    "card": ("#FFFFFF", "#0A0E11"),
    "ink": ("#000000", "#FFFFFF"),
    "muted": ("#2E383E", "#D5DFE3"),
    "line": ("#5C6468", "#8FA1AA"),
    "edge": ("#22313A", "#D5DFE3"),
    "right": ("#005E44", "#7CF2CF"),
    "wrong": ("#8C1D0C", "#FFB3AC"),
    "on_right": ("#FFFFFF", "#000000"),
}

LIGHT, DARK = _palette(dark=False), _palette(dark=True)
LIGHT_CLEAR, DARK_CLEAR = _clear(LIGHT), _clear(DARK)
