"""The voices of a machine: those of the window's language first, and which is the usual one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, NamedTuple, TypeVar

from PySide6.QtCore import QLocale

V = TypeVar("V")

#: Parts the voices of eSpeak NG from their hundred variants each.
_VARIANT = "+"
#: What eSpeak NG calls a territory in a voice's name, where that is not Qt's name for it.
_HOME = {"United States": "America", "United Kingdom": "Great Britain"}


class Found(NamedTuple, Generic[V]):
    """A voice as its engine names it."""

    name: str
    language: QLocale.Language
    voice: V


class Voices(Generic[V]):
    """What there is to choose from.

    Attributes:
        by_name: every voice, those of the window's language first.
        own: how many of them speak that language.
    """

    def __init__(self, found: Iterable[Found[V]], language: str) -> None:
        wanted = QLocale(language).language()
        own: dict[str, V] = {}
        other: dict[str, V] = {}
        for name, spoken, voice in found:
            if name and _VARIANT not in name:
                (own if spoken == wanted else other).setdefault(name, voice)
        self._home = _home(language)
        self.own = len(own)
        self.by_name = {
            name: group[name] for group in (own, other) for name in sorted(group, key=str.casefold)
        }

    def choose(self, name: str) -> V | None:
        """Return a voice by name; where it is not known, one at home where the words are."""
        names = list(self.by_name)[: self.own]
        usual = next((own for own in names if self._home in own), names[0] if names else "")
        return self.by_name.get(name) or self.by_name.get(usual)


def _home(language: str) -> str:
    """Return how a voice from the country of a language is named."""
    locale = QLocale(language)
    if locale.language() == QLocale.system().language():
        locale = QLocale.system()
    territory = QLocale.territoryToString(locale.territory())
    return _HOME.get(territory, territory)
