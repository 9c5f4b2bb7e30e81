"""Dates and lengths of time as the user writes them."""

from __future__ import annotations

import re
from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale, QTime

from app.ui.messages import translate

#: The name of the weekday in a format, with its separator.
_WEEKDAY = re.compile(r"^dddd(?:ที่)?\s*[,،.፡፥፣]?\s*|\s*[,،-]?\s*dddd")
#: The year in a format, with what belongs to it and what parts it from the rest.
_YEAR = re.compile(r"""([\s,،/.-]*)(?:'[^']*'\s*)?y+(?:\s?[年년]|\.?\s*'[^']*'\.?|\.)?(\s*)""")

#: From here on whole minutes are enough, s.
_LONG_S = 600.0


def long_date(day: date) -> str:
    """Return a date in full, with its weekday, in the user's locale."""
    return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)


def plain_date(day: date) -> str:
    """Return a date in full without its weekday, in the user's locale: `23 November 2026`."""
    written = QLocale().dateFormat(QLocale.FormatType.LongFormat)
    return QLocale().toString(QDate(day.year, day.month, day.day), _WEEKDAY.sub("", written))


def recent_date(day: date, today: date) -> str:
    """Return a date with its weekday, in the user's locale; without its year in this one."""
    written = QLocale().dateFormat(QLocale.FormatType.LongFormat)
    if day.year == today.year:
        written = _YEAR.sub(_between, written)
    return QLocale().toString(QDate(day.year, day.month, day.day), written)


def _between(year: re.Match[str]) -> str:
    """Return what parts the words on both sides of a year; nothing at either end."""
    after = year.string[year.end() :]
    inside = year.start() and after and after[0] not in ",،"
    return (year[1] or year[2]) if inside else ""


def day_and_time(moment: datetime) -> str:
    """Return a day and a time of it as the user writes them: `25 November 2026, 18:30`."""
    local = moment.astimezone()
    time = QLocale().toString(QTime(local.hour, local.minute), QLocale.FormatType.ShortFormat)
    return f"{plain_date(local.date())}, {time}"


def answered_on(day: date) -> str:
    """Say when the safety questions were answered."""
    text = translate("Dates", "Answered on {date}")
    return text.format(date=plain_date(day))


def time_worked(seconds: float) -> str:
    """Write the time under work, in whole minutes where there are many; never 0 for what was done.

    Args:
        seconds: as they were counted; 0 where nothing was done.
    """
    if seconds >= _LONG_S:
        return duration(round(seconds / 60) * 60.0)
    return duration(max(seconds, 1.0) if seconds else 0.0)


def duration(seconds: float) -> str:
    """Write a length of time: `45 s`, `4 min`, `4 min 10 s`."""
    minutes, rest = divmod(round(seconds), 60)
    if not minutes:
        return translate("Dates", "{seconds} s").format(seconds=rest)
    if not rest:
        return translate("Dates", "{minutes} min").format(minutes=minutes)
    text = translate("Dates", "{minutes} min {seconds} s")
    return text.format(minutes=minutes, seconds=rest)


def whole_minutes(seconds: float | None) -> str:
    """Write about how long something takes: `13 min`; empty where that is not known."""
    return "" if seconds is None else duration(max(1, round(seconds / 60)) * 60)


def short_date(day: date) -> str:
    """Return a day as short as it can be, in the user's locale: `23 Nov`."""
    written = QLocale().dateFormat(QLocale.FormatType.LongFormat)
    written = _YEAR.sub(_between, _WEEKDAY.sub("", written)).replace("MMMM", "MMM")
    return QLocale().toString(QDate(day.year, day.month, day.day), written).strip(" ,،")
