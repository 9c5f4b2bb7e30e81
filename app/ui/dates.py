"""Dates as the user writes them."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale


def long_date(day: date) -> str:
    """Return a date in full, with its weekday, in the user's locale."""
    return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)
