"""The colours of figure and stage, light and dark."""

from __future__ import annotations

import msgspec
from PySide6.QtGui import QColor


class Palette(msgspec.Struct, frozen=True):
    """One theme's colours.

    Attributes:
        dark: whether it is the dark one.
        paper, card, ink, muted, floor: the page around the figure.
        line, edge: around what only stands there, and around what can be pressed or filled in.
        figure, far: the body, and its side away from the viewer.
        right, wrong, hip: the marks; never the only sign of what they mean.
        iron, steel, wood, cloth, kraft, leaf, pale: what things are made of.
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


def blend(a: QColor, b: QColor, share: float) -> QColor:
    """Return the colour `share` (0..1) of the way from `a` to `b`."""
    return QColor.fromRgbF(
        a.redF() + (b.redF() - a.redF()) * share,
        a.greenF() + (b.greenF() - a.greenF()) * share,
        a.blueF() + (b.blueF() - a.blueF()) * share,
    )


def _palette(dark: bool, **names: str) -> Palette:
    colours = {name: QColor(value) for name, value in names.items()}
    figure, card = colours["figure"], colours["card"]
    ink = QColor("#FFFFFF") if dark else QColor("#0E1A22")
    return Palette(
        dark=dark,
        near=blend(figure, ink, 0.30),
        far=blend(figure, card, 0.42),
        tint=blend(card, colours["right"], 0.13),
        **colours,
    )


LIGHT = _palette(
    dark=False,
    paper="#F6F4EF",
    card="#FFFFFF",
    ink="#22313A",
    muted="#586770",
    line="#DEDACF",
    edge="#88857B",
    floor="#E9E4D9",
    shadow="#C3BBAA",
    figure="#2F4858",
    right="#17755D",
    wrong="#C2402A",
    hip="#E08E1B",
    on_right="#FFFFFF",
    iron="#7B858C",
    steel="#AEB8BD",
    wood="#B98B5E",
    cloth="#8E7AA8",
    kraft="#CFA878",
    leaf="#6E9F62",
    pale="#D6DFE3",
)
DARK = _palette(
    dark=True,
    paper="#12181C",
    card="#1B242A",
    ink="#E8EDEF",
    muted="#A3B4BC",
    line="#2C3A42",
    edge="#687A83",
    floor="#1F2A31",
    shadow="#141B20",
    figure="#9DB4C0",
    right="#4CC9A4",
    wrong="#FF7B72",
    hip="#F2B84B",
    on_right="#0E1A16",
    iron="#66727A",
    steel="#7E8B93",
    wood="#A67C52",
    cloth="#9A86B8",
    kraft="#BC9768",
    leaf="#7BA56C",
    pale="#44525B",
)
