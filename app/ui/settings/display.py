"""How the window looks and speaks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QCheckBox

from app.lessons.people import Person
from app.ui.keeper import SettingsKeeper
from app.ui.section import ChoiceBox, Section, quietly


class AppearanceSection(Section):
    """Theme, figure and motion."""

    def __init__(self, keeper: SettingsKeeper, people: Sequence[Person] = ()) -> None:
        super().__init__()
        self.set_title(self.tr("Appearance"))
        self._keeper = keeper
        self._theme = ChoiceBox(
            {
                "system": self.tr("System"),
                "light": self.tr("Light"),
                "dark": self.tr("Dark"),
            },
            lambda theme: keeper.change(theme=theme),
        )
        self._figure = ChoiceBox(
            {
                "person": self.tr("Person"),
                "silhouette": self.tr("Silhouette"),
                "stick": self.tr("Stick figure"),
            },
            lambda figure: keeper.change(figure=figure),
        )
        self._drawn_person = ChoiceBox(
            {
                "any": self.tr("Different people"),
                **{person.id: person.name for person in people},
            },
            lambda person: keeper.change(drawn_person=person),
        )
        self._text = ChoiceBox(
            {
                "100": self.tr("System"),
                "125": self.tr("Large"),
                "150": self.tr("Larger"),
                "200": self.tr("Largest"),
            },
            lambda percent: keeper.change(text_percent=int(percent)),
        )
        self._motion = ChoiceBox(
            {"system": self.tr("System"), "on": self.tr("On"), "off": self.tr("Off")},
            lambda reduce: keeper.change(reduce_motion=reduce),
        )
        self.add_row(self.tr("Theme"), self._theme)
        self.add_note(self.tr("Colours follow your system's contrast setting."))
        self.add_row(self.tr("Figure"), self._figure)
        self.add_row(self.tr("Person"), self._drawn_person)
        self.add_row(self.tr("Text size"), self._text)
        self.add_row(self.tr("Reduce motion"), self._motion)
        self.add_note(
            self.tr("With reduced motion, the figure steps from one key pose to the next.")
        )
        self._untold = self.add_note(
            self.tr(
                "This system doesn't say whether you prefer reduced motion. If you do, choose On."
            )
        )
        keeper.system_motion.changed.connect(self._tell_what_is_known)
        self.show_settings()

    def show_settings(self) -> None:
        """Show what is set."""
        self._theme.show_value(self._keeper.machine.theme)
        machine = self._keeper.machine
        self._figure.show_value(machine.figure)
        self._drawn_person.show_value(machine.drawn_person)
        self._drawn_person.setEnabled(machine.figure == "person")
        self._text.show_value(str(self._keeper.machine.text_percent))
        self._motion.show_value(self._keeper.person.reduce_motion)
        self._tell_what_is_known()

    def _tell_what_is_known(self) -> None:
        by_system = self._keeper.person.reduce_motion == "system"
        self._untold.setVisible(by_system and not self._keeper.system_motion.is_told)


class KeysSection(Section):
    """Whether keys without Ctrl lead."""

    def __init__(self, keeper: SettingsKeeper) -> None:
        super().__init__()
        self.set_title(self.tr("Keyboard"))
        self._keeper = keeper
        self._single = QCheckBox(self.tr("On"))
        self.add_row(self.tr("Single-key shortcuts"), self._single)
        self.add_note(
            self.tr(
                "Turn this off if you type by voice or press keys by accident: S, M, R, +, ? and "
                "so on then do nothing, in practice too. Space, the arrow keys, Escape and F11 "
                "still work, and everything else has a button. F1 lists the shortcuts."
            )
        )
        self._single.toggled.connect(lambda on: keeper.change(single_keys=on))
        self.show_settings()

    def show_settings(self) -> None:
        """Show what is set."""
        on = self._keeper.person.single_keys
        if self._single.isChecked() != on:
            quietly(self._single, lambda: self._single.setChecked(on))


class UnitsSection(Section):
    """Units, and the language where there is more than one."""

    def __init__(self, keeper: SettingsKeeper, languages: Sequence[str]) -> None:
        super().__init__()
        several = len(languages) > 1
        self.set_title(self.tr("Units and language") if several else self.tr("Units"))
        self._keeper = keeper
        self._units = ChoiceBox(
            {
                "system": self.tr("System"),
                "metric": self.tr("Centimetres, kilograms"),
                "imperial": self.tr("Inches, pounds"),
            },
            lambda units: keeper.change(units=units),
        )
        self.add_row(self.tr("Lengths and weights"), self._units)
        self._language: ChoiceBox | None = None
        if several:
            names = {code: _own_name(code) for code in languages}
            self._language = ChoiceBox(
                {"system": self.tr("System"), **names},
                lambda language: keeper.change(language=language),
            )
            self.add_row(self.tr("Language"), self._language)
            self.add_note(self.tr("Takes effect the next time you start the program."))
        self.show_settings()

    def show_settings(self) -> None:
        """Show what is set."""
        self._units.show_value(self._keeper.machine.units)
        if self._language is not None:
            self._language.show_value(self._keeper.machine.language)


def _own_name(code: str) -> str:
    """Return a language's name in that language."""
    name = QLocale(code).nativeLanguageName()
    return name[:1].upper() + name[1:] if name else code
