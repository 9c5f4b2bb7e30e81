"""Dates and lengths of time as the user writes them."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import QDate, QLocale

from app.ui.messages import translate

#: The name of the weekday in a format, with its separator.
_WEEKDAY = re.compile(r"^dddd(?:ที่)?\s*[,،.፡፥፣]?\s*|\s*[,،-]?\s*dddd")


def long_date(day: date) -> str:
    """Return a date in full, with its weekday, in the user's locale."""
    return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)


def plain_date(day: date) -> str:
    """Return a date in full without its weekday, in the user's locale: `23 November 2026`."""
    written = QLocale().dateFormat(QLocale.FormatType.LongFormat)
    return QLocale().toString(QDate(day.year, day.month, day.day), _WEEKDAY.sub("", written))


def answered_on(day: date) -> str:
    """Say when the safety questions were answered."""
    text = translate("Dates", "Answered on {date}")
    return text.format(date=plain_date(day))


def duration(seconds: float) -> str:
    """Write a length of time: `45 s`, `4 min`, `4 min 10 s`."""
    minutes, rest = divmod(round(seconds), 60)
    if not minutes:
        return translate("Dates", "{seconds} s").format(seconds=rest)
    if not rest:
        return translate("Dates", "{minutes} min").format(minutes=minutes)
    text = translate("Dates", "{minutes} min {seconds} s")
    return text.format(minutes=minutes, seconds=rest)
