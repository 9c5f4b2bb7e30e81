"""A made-up language: every translated piece of text stands in brackets."""

from __future__ import annotations

import re

from PySide6.QtCore import QTranslator

OPEN, CLOSE = "⟦", "⟧"
_PLACEHOLDER = re.compile(r"(\{\w*(?::\.\df)?\}|%n)")
_IN_BRACKETS = re.compile(f"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}")


class MadeUp(QTranslator):
    """A language that a test makes up."""

    def made_up(self, text: str, n: int) -> str:
        """Return the translation of a text, for the number `n` where there is one."""
        raise NotImplementedError

    def translate(
        self,
        context: str | bytes,
        sourceText: str | bytes,  # noqa: N803 - Qt's own name
        disambiguation: str | bytes | None = None,
        n: int = -1,
    ) -> str:
        text = sourceText if isinstance(sourceText, str) else bytes(sourceText).decode()
        return self.made_up(text, n)

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's own name
        return False


class Brackets(MadeUp):
    """Translates every text into itself, what stands between its placeholders in brackets."""

    def made_up(self, text: str, n: int) -> str:
        return bracketed(text)


def bracketed(text: str) -> str:
    """Return a template in the made-up language."""
    pieces = _PLACEHOLDER.split(text)
    return "".join(
        piece if index % 2 or not piece else f"{OPEN}{piece}{CLOSE}"
        for index, piece in enumerate(pieces)
    )


def outside(text: str) -> str:
    """Return what of a text does not stand in brackets: that which was not translated."""
    return _IN_BRACKETS.sub("", text)
