from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QLocale

from app.ui.dates import answered_on, long_date, plain_date, recent_date, short_date

DAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def _locale() -> Iterator[None]:
    before = QLocale()
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("locale", "written"),
    [
        ("C", "23 November 2026"),
        ("en_GB", "23 November 2026"),
        ("en_US", "November 23, 2026"),
        ("de_DE", "23. November 2026"),
        ("es_ES", "23 de noviembre de 2026"),
        ("hu_HU", "2026. november 23."),
        ("ja_JP", "2026年11月23日"),
    ],
)
def test_a_date_goes_without_its_weekday(locale: str, written: str) -> None:
    QLocale.setDefault(QLocale(locale))
    assert plain_date(DAY) == written


def test_no_language_keeps_the_weekday_or_what_parted_it() -> None:
    locales = QLocale.matchingLocales(
        QLocale.Language.AnyLanguage, QLocale.Script.AnyScript, QLocale.Country.AnyCountry
    )
    assert len(locales) > 300
    for locale in locales:
        QLocale.setDefault(locale)
        written = plain_date(DAY)
        weekday = locale.dayName(DAY.isoweekday(), QLocale.FormatType.LongFormat)
        assert weekday not in written, (locale.name(), written)
        assert written.strip(" ,،.-፡፥፣") == written.rstrip("."), (locale.name(), written)


@pytest.mark.parametrize(
    ("locale", "written"),
    [
        ("C", "Monday, 23 November"),
        ("en_US", "Monday, November 23"),
        ("de_DE", "Montag, 23. November"),
        ("es_ES", "lunes, 23 de noviembre"),
        ("hu_HU", "november 23., hétfő"),
        ("ja_JP", "11月23日月曜日"),
        ("lv_LV", "pirmdiena, 23. novembris"),
    ],
)
def test_a_date_of_this_year_goes_without_it(locale: str, written: str) -> None:
    QLocale.setDefault(QLocale(locale))
    assert recent_date(DAY, date(2026, 12, 1)) == written
    assert recent_date(DAY, date(2027, 1, 1)) == long_date(DAY)


def test_the_safety_questions_say_when_they_were_answered() -> None:
    QLocale.setDefault(QLocale("C"))
    assert answered_on(DAY) == "Answered on 23 November 2026"


@pytest.mark.parametrize(
    ("locale", "written"),
    [
        ("C", "23 Nov"),
        ("en_US", "Nov 23"),
        ("de_DE", "23. Nov."),
        ("es_ES", "23 de nov"),
        ("hu_HU", "nov. 23."),
        ("ja_JP", "11月23日"),
    ],
)
def test_a_short_date_is_a_day_and_a_month(locale: str, written: str) -> None:
    QLocale.setDefault(QLocale(locale))
    assert short_date(DAY) == written
