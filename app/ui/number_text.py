"""Numbers as people type them, in the digits and with the signs of any language; and as read."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from PySide6.QtCore import QLocale

#: What stands between groups of three digits: spaces, apostrophes, and Arabic's own comma.
_GROUPERS: Final = "\\s\u00a0\u2009\u202f'\N{RIGHT SINGLE QUOTATION MARK}\u066c"
_GROUPED: Final = re.compile(r"[1-9]\d{0,2}(?:\D\d{3})+")


_BEFORE_UNIT: Final = re.compile(r"(?<=\d) (?=[^\W\d_])")


def unbroken(text: str) -> str:
    """Return a text in which no line begins with the unit of a number."""
    return _BEFORE_UNIT.sub("\u00a0", text)


def read_number(text: str) -> float | None:
    """Return the number that is meant; None where it is none, or might be another.

    A point and a comma both begin the decimals, whatever the locale, unless it is the locale's
    mark of thousands and three digits follow it.
    """
    text = "".join(_plain(letter) for letter in text.strip())
    marks = [letter for letter in text if letter in ".,"]
    whole, decimals = text, ""
    if marks and not (len(marks) > 1 and len(set(marks)) == 1):
        at = text.rindex(marks[-1])
        grouped = len(marks) == 1 and _GROUPED.fullmatch(text) and marks[0] == _thousands()
        if not grouped:
            whole, decimals = text[:at], text[at + 1 :]
            if decimals and not decimals.isdecimal():
                return None
    if _GROUPED.fullmatch(whole) and len(set(re.findall(r"\D", whole))) == 1:
        whole = re.sub(r"\D", "", whole)
    if not (whole.isdecimal() or (decimals and not whole)):
        return None
    return float(f"{whole or 0}.{decimals or 0}")


def _thousands() -> str:
    return "".join(_plain(letter) for letter in QLocale().groupSeparator())


def _plain(letter: str) -> str:
    """Return a digit as a Latin one, any decimal point as a point or comma."""
    if letter.isdecimal():
        return str(unicodedata.decimal(letter))
    if letter in "\u066b\u060c":
        return ","
    return " " if re.fullmatch(f"[{_GROUPERS}]", letter) else letter
