"""Colours and shapes of the window, light and dark, following the system or the settings."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec
from PySide6 import QtCore
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from app.figure.palette import DARK, DARK_CLEAR, LIGHT, LIGHT_CLEAR, Palette

if TYPE_CHECKING:
    from app.body.anthropometry import Body
    from app.figure.look import Style
    from app.lessons.people import Person

Theme = Literal["system", "light", "dark"]


class Appearance(QObject):
    """Which palette and which look of the figure are in use, and what windows wear.

    Attributes:
        palette: the colours in use.
        style: how the figure is drawn.
        drawn_person: the id of the person it is drawn as, or "any".

    Signals:
        changed: another palette or another style came into use.
    """

    changed = Signal()
    _worn = Signal(str)

    def __init__(
        self,
        app: QApplication,
        theme: Theme,
        icons: Path,
        style: Style = "person",
        drawn_person: str = "any",
        people: Callable[[], tuple[Person, ...]] = tuple,
    ) -> None:
        super().__init__(app)
        self.style: Style = style
        self.drawn_person = drawn_person
        self._people = people
        self._app = app
        self._icons = icons
        self._theme: Theme = theme
        self._system_font, self._percent = QFont(app.font()), 100
        self.palette: Palette = self._wanted(clear=False)
        self._wear()
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self.follow)
        hints.accessibility().contrastPreferenceChanged.connect(self.follow)
        app.fontChanged.connect(self._wear_font)

    def dress(self, window: QWidget) -> None:
        """Style a window and all that it comes to hold, dialogs too, now and when that changes.

        A style sheet of the whole application would style a page again with each part of it that
        is put together, which takes longer than all the rest.
        """
        window.setStyleSheet(self._sheet())
        self._worn.connect(window.setStyleSheet)

    def set_theme(self, theme: Theme) -> None:
        """Use the light or dark theme, or the system's."""
        self._theme = theme
        self.follow()

    def set_text_size(self, percent: int) -> None:
        """Write in the system's size of text, or so many percent of it."""
        if percent == self._percent:
            return  # the system may have changed its font meanwhile
        self._percent = percent
        font = QFont(self._system_font)
        font.setPointSizeF(font.pointSizeF() * percent / 100)
        self._app.setFont(font)

    def set_style(self, style: Style, drawn_person: str = "any") -> None:
        """Draw the figure as a person, as a silhouette or as a plain stick figure."""
        if (style, drawn_person) != (self.style, self.drawn_person):
            self.style, self.drawn_person = style, drawn_person
            self.changed.emit()

    def people_for(self, occasion: str, body: Body) -> tuple[Person, ...]:
        """Return who is drawn on an occasion, on a body; the same ones on the same occasion."""
        if self.style != "person":
            return ()
        from app.lessons.people import choose_people

        return choose_people(self._people(), self.drawn_person, occasion, body)

    def follow(self) -> None:
        """Take up what the system asks for; high contrast is first asked for after the start."""
        wanted = self._wanted(clear=wants_contrast())
        if wanted is not self.palette:
            self.palette = wanted
            self._wear()
            self.changed.emit()

    def _wanted(self, *, clear: bool) -> Palette:
        dark = self._system_is_dark() if self._theme == "system" else self._theme == "dark"
        if clear:
            return DARK_CLEAR if dark else LIGHT_CLEAR
        return DARK if dark else LIGHT

    def _system_is_dark(self) -> bool:
        palette, role = self._app.palette(), QPalette.ColorRole
        if palette.resolveMask() == 0:  # still the system's; see app.ui.choose
            return palette.color(role.Window).lightness() < palette.color(role.Text).lightness()
        scheme = QGuiApplication.styleHints().colorScheme()
        return scheme == QtCore.Qt.ColorScheme.Dark

    def _wear(self) -> None:
        self._app.setPalette(qt_palette(self.palette))
        self._worn.emit(self._sheet())

    def _sheet(self) -> str:
        return style_sheet(self.palette, self._icons, text_px())

    def _wear_font(self) -> None:
        self._wear()
        self.changed.emit()


def wants_contrast() -> bool:
    """Tell whether the system asks for high contrast."""
    hints = QGuiApplication.styleHints()  # as long as it is held PySide keeps what belongs to it
    return hints.accessibility().contrastPreference() == QtCore.Qt.ContrastPreference.HighContrast


def text_px() -> int:
    """Return the size of the system's text, pixels; 12 where it is 9 pt."""
    return QFontInfo(QApplication.font()).pixelSize()


def with_text(width: int) -> int:
    """Return a width that suits text of 12 pixels, in proportion to the size there is."""
    return round(width * text_px() / 12)


def qt_palette(colours: Palette) -> QPalette:
    """Return the palette for everything the style sheet does not name."""
    palette = QPalette(colours.card, colours.card)  # one alone could be a `Qt.GlobalColor`
    role = QPalette.ColorRole
    for name, colour in (
        (role.Window, colours.paper),
        (role.WindowText, colours.ink),
        (role.Base, colours.card),
        (role.AlternateBase, colours.paper),
        (role.Text, colours.ink),
        (role.Button, colours.card),
        (role.ButtonText, colours.ink),
        (role.ToolTipBase, colours.card),
        (role.ToolTipText, colours.ink),
        (role.PlaceholderText, colours.muted),
        (role.Highlight, colours.right),
        (role.HighlightedText, colours.on_right),
        (role.Link, colours.right),
        (role.LinkVisited, colours.right),
        (role.Accent, colours.right),
    ):
        palette.setColor(name, colour)
    for name in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, colours.muted)
    return palette


def style_sheet(colours: Palette, icons: Path, text: int) -> str:
    """Return the style sheet; widgets choose a look by their `look` property.

    Args:
        colours: what it is coloured with.
        icons: the folder with the arrows and ticks of boxes.
        text: the size of plain text, pixels; all others follow it.
    """
    values = {
        name: value.name()
        for name, value in msgspec.structs.asdict(colours).items()
        if isinstance(value, QColor)
    }
    sheet = _SHEET.replace("@icons;", icons.as_posix())
    sheet = sheet.replace("@shade;", "arrow-on-dark" if colours.dark else "arrow-on-light")
    sheet = sheet.replace("@tick;", "tick-on-dark" if colours.dark else "tick-on-light")
    for name, value in values.items():
        sheet = sheet.replace(f"@{name};", f"{value};")
    for name, least in _ROWS.items():
        sheet = sheet.replace(f"@{name};", f"{max(least, round(least * text / 14))}px;")
    *sized, rest = sheet.split("em;")  # a regular expression would cost the start a millisecond
    lengths = (part.rpartition(" ") for part in sized)
    return "".join(f"{head} {round(float(em) * text)}px;" for head, _, em in lengths) + rest


#: The least heights of controls, and the width of one with an icon, for text of 14 px or less, px;
#: padding comes on top.
_ROWS = {"row": 20, "segment": 18, "spin": 17, "tool": 24}

# Sizes of text are in em, which Qt's own style sheets do not know.
# Looks: title, heading, muted (labels); primary, quiet, link, tool, compact, speed (buttons);
# card (frames).
_SHEET = """
QLabel[look="title"] { font-size: 1.75em; font-weight: 600; color: @ink; }
QLabel[look="heading"] { font-size: 1.58em; font-weight: 600; color: @ink; }
QLabel[look="strong"] { font-weight: 600; color: @ink; }
QLabel[look="body"] { font-size: 1.25em; color: @ink; }
QLabel[look="muted"] { color: @muted; }
QLabel[look="figures"] { font-size: 1.25em; color: @ink; }
QLabel[look="wrong"] { color: @wrong; }
QFrame[look="card"] {
    background: @card; border: 1px solid @line; border-radius: 12px;
}
QFrame[look="edge"] { background: @line; border: none; }
QFrame[look="notice"] { background: @tint; border: none; border-bottom: 1px solid @line; }
QPushButton {
    background: @card; color: @ink; border: 1px solid @edge; border-radius: 8px;
    padding: 7px 16px; min-height: @row;; outline: none;
}
QPushButton, QToolButton { outline: none; }
QPushButton:hover { border-color: @muted; }
QPushButton:pressed { background: @tint; }
QPushButton:disabled { color: @muted; border-color: @line; }
QPushButton:focus, QToolButton:focus { border: 2px solid @ink; padding: 6px 15px; }
QPushButton[look="primary"] {
    background: @right; color: @on_right; border-color: @right; font-weight: 600;
}
QPushButton[look="primary"]:focus { border: 2px solid @ink; }
QPushButton[look="primary"]:disabled { background: @floor; border-color: @line; color: @muted; }
QPushButton[look="tool"], QPushButton[look="tool"]:focus { padding: 6px 4px; min-width: @tool; }
QPushButton[look="speed"], QPushButton[look="speed"]:focus { padding: 6px 4px; min-width: 3.5em; }
QPushButton[look="compact"], QPushButton[look="compact"]:focus { padding: 6px 4px; }
QPushButton[look="quiet"] {
    background: transparent; border-color: transparent; color: @right; padding: 3px 8px;
}
QPushButton[look="quiet"]:hover { background: @tint; }
QPushButton[look="quiet"]:focus { border: 2px solid @ink; padding: 2px 7px; }
QPushButton[look="link"] {
    background: transparent; border: 2px solid transparent; border-radius: 6px; color: @right;
    padding: 2px 2px; text-align: left;
}
QPushButton[look="link"]:hover { background: @tint; }
QPushButton[look="link"]:focus { border: 2px solid @ink; padding: 2px 2px; }
QPushButton[look="link"][words="body"] { font-size: 1.25em; }
QPushButton:checked { background: @tint; border-color: @right; color: @right; }
QPushButton:checked:focus { border-color: @ink; }
QFrame[look="segments"] { background: @floor; border: none; border-radius: 8px; }
QPushButton[look="segment"] {
    background: transparent; border: 1px solid transparent; border-radius: 7px;
    padding: 5px 11px; min-height: @segment;; margin: 2px;
}
QPushButton[look="segment"]:checked { background: @card; border-color: @right; color: @right; }
QPushButton[look="segment"]:focus { border: 2px solid @ink; padding: 4px 10px; }
QFrame[look="rail"] { background: @card; border: none; border-right: 1px solid @line; }
QFrame[look="rail"] QToolButton {
    border: 2px solid transparent; border-radius: 10px; color: @muted; padding: 4px;
}
QFrame[look="rail"] QToolButton:hover { color: @ink; }
QFrame[look="rail"] QToolButton:checked {
    background: @tint; color: @right; font-weight: 600;
}
QFrame[look="rail"] QToolButton:focus { border-color: @right; padding: 4px; }
QListView {
    font-size: 1.17em;
    background: transparent; border: none; outline: none; color: @ink;
}
QListView::item { border-radius: 8px; padding: 0 8px; }
QListView::item:hover { background: @tint; }
QListView::item:selected { background: @tint; color: @right; }
QListView::item:selected:focus { border: 2px solid @right; }
QScrollArea, QScrollArea > QWidget > QWidget[look="page"] { background: transparent; border: none; }
QScrollArea[look="column"] { border: 2px solid transparent; border-radius: 8px; }
QScrollArea[look="column"][ring="true"] { border-color: @right; }
QScrollArea[look="words"] {
    background: @card; border: 2px solid transparent; border-radius: 12px;
}
QScrollArea[look="words"]:focus { border-color: @right; }
QScrollArea[look="words"] QScrollBar:vertical { margin: 10px 2px 10px 2px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0 0 0 4px; }
QScrollBar::handle:vertical { background: @edge; border-radius: 4px; min-height: 32px; }
QScrollBar::handle:vertical:hover { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line { height: 0; width: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle:horizontal { background: @edge; border-radius: 4px; min-width: 32px; }
QSlider { min-height: 24px; }
QSlider::groove:horizontal {
    height: 4px; background: @floor; border: 1px solid @edge; border-radius: 3px;
}
QSlider::sub-page:horizontal { background: @right; border: 1px solid @right; border-radius: 3px; }
QSlider::handle:horizontal {
    background: @right; width: 16px; height: 16px; margin: -6px 0; border-radius: 8px;
}
QSlider::sub-page:horizontal:disabled, QSlider::handle:horizontal:disabled {
    background: @muted; border-color: @muted;
}
QSlider::handle:horizontal:focus { border: 2px solid @ink; width: 14px; height: 14px; }
QComboBox, QDoubleSpinBox, QLineEdit[look="path"], QLineEdit[look="field"],
QPlainTextEdit[look="field"] {
    background: @card; color: @ink; border: 1px solid @edge; border-radius: 8px;
    padding: 6px 10px; min-height: @row;;
}
QComboBox { combobox-popup: 0; }
QPlainTextEdit[look="text"] {
    background: @card; color: @ink; border: 1px solid @edge; border-radius: 8px; padding: 4px;
}
QPlainTextEdit[look="text"]:focus { border: 2px solid @right; padding: 3px; }
QPlainTextEdit[look="field"] { min-height: 4em; max-height: 4em; padding: 4px 6px; }
QComboBox:focus, QDoubleSpinBox:focus, QLineEdit[look="path"]:focus,
QLineEdit[look="field"]:focus, QPlainTextEdit[look="field"]:focus {
    border: 2px solid @right; padding: 5px 9px;
}
QPlainTextEdit[look="field"]:focus { padding: 3px 5px; }
QDoubleSpinBox[wrong="true"], QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"] {
    border-color: @wrong;
}
QComboBox:disabled, QDoubleSpinBox:disabled, QLineEdit[look="path"]:disabled {
    background: @paper; color: @muted; border-color: @line;
}
QComboBox[look="flat"] {
    border: 2px solid transparent; padding: 0 4px; min-height: @row;; font-weight: 600;
}
QComboBox[look="flat"]:hover { background: @tint; }
QComboBox[look="flat"]:focus { border: 2px solid @right; padding: 0 4px; }
QProgressBar {
    background: @floor; border: 1px solid @edge; border-radius: 4px;
    min-height: 6px; max-height: 6px;
}
QProgressBar::chunk { background: @right; border-radius: 3px; }
QComboBox QAbstractItemView {
    background: @card; color: @ink; border: 1px solid @edge;
    selection-background-color: @tint; selection-color: @right;
}
QComboBox QAbstractItemView::item { border-radius: 0; padding: 2px 10px; min-height: @row;; }
QComboBox QAbstractItemView::item:selected:focus { border: none; }
QComboBox::drop-down { border: none; width: 28px; }
QComboBox::down-arrow { image: url("@icons;/@shade;-down.svg"); width: 14px; height: 14px; }
QDoubleSpinBox { padding-right: 26px; min-height: @spin;; }
QDoubleSpinBox::up-button {
    subcontrol-origin: border; subcontrol-position: top right; width: 26px; height: 16px;
    border: none; margin: 2px 1px 0 0;
}
QDoubleSpinBox::down-button {
    subcontrol-origin: border; subcontrol-position: bottom right; width: 26px; height: 16px;
    border: none; margin: 0 1px 2px 0;
}
QDoubleSpinBox::up-arrow {
    image: url("@icons;/@shade;-up.svg"); width: 12px; height: 12px;
}
QDoubleSpinBox::down-arrow {
    image: url("@icons;/@shade;-down.svg"); width: 12px; height: 12px;
}
QCheckBox, QRadioButton { color: @ink; spacing: 8px; padding: 4px; outline: none; }
QCheckBox::indicator {
    width: 16px; height: 16px; border: 1px solid @muted; border-radius: 4px; background: @card;
}
QCheckBox::indicator:checked {
    background: @right; border-color: @right; image: url("@icons;/@tick;.svg");
}
QCheckBox:disabled { color: @muted; }
QCheckBox::indicator:disabled { border-color: @line; }
QCheckBox::indicator:checked:disabled { background: @muted; border-color: @muted; }
QCheckBox:focus, QRadioButton:focus { border: 2px solid @right; border-radius: 6px; padding: 2px; }
QMenu { background: @card; color: @ink; border: 1px solid @edge; padding: 4px; }
QMenu::item { padding: 6px 16px; border-radius: 6px; }
QMenu::item:selected { background: @tint; }
QMenu::item:checked { color: @right; font-weight: 600; }
QMenu::indicator { width: 0; height: 0; }
QMenu[look="ticks"]::item { padding-left: 16px; }
QMenu[look="ticks"]::indicator {
    width: 14px; height: 14px; left: 4px; border: 1px solid @muted; border-radius: 4px;
}
QMenu[look="ticks"]::indicator:checked {
    background: @right; border-color: @right; image: url("@icons;/@tick;.svg");
}
QToolTip { background: @card; color: @ink; border: 1px solid @edge; padding: 4px; }
QTableView {
    font-size: 1.17em;
    background: @card; color: @ink; border: none; gridline-color: @line;
    selection-background-color: @tint; selection-color: @ink;
}
QTableView::item { padding: 0 8px; border-bottom: 1px solid @line; }
QTableView:focus { border: 2px solid @right; }
QHeaderView::section {
    background: @card; color: @muted; border: none; border-bottom: 1px solid @line;
    padding: 4px 11px; font-weight: 600;
}
QDialog { background: @paper; }
"""
