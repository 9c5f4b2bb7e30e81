"""Fonts are made once for each size, and texts measured once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter

from app.figure.lettering import lettering
from tests.helpers.pixels import find_colour, painted

pytestmark = pytest.mark.usefixtures("qapp")


def test_a_font_is_made_once_for_each_size_and_weight() -> None:
    base = QFont()
    one = lettering(base, 18.2)
    assert lettering(QFont(base), 17.9) is one
    assert lettering(base, 18, bold=True) is not one
    assert lettering(base, 20) is not one
    assert (one.font.pixelSize(), one.font.bold()) == (18, False)
    assert lettering(base, 18, bold=True).font.bold()


def test_the_base_does_not_lend_its_weight_or_size() -> None:
    heavy = QFont()
    heavy.setBold(True)
    heavy.setPixelSize(40)
    plain = lettering(heavy, 18)
    assert (plain.font.pixelSize(), plain.font.bold()) == (18, False)


def test_a_text_is_as_broad_as_the_font_says() -> None:
    font = lettering(QFont(), 24)
    for text in ("Hips back", "Knee 35°", ""):
        assert font.width(text) == QFontMetricsF(font.font).horizontalAdvance(text)


def test_no_more_texts_are_remembered_than_a_page_writes() -> None:
    font = lettering(QFont(), 23)
    for number in range(2000):
        font.width(str(number))
    assert len(font._widths) <= 512
    assert font.width("1999") == font.metrics.horizontalAdvance("1999")


def test_capitals_stand_in_the_middle() -> None:
    font = lettering(QFont(), 40)

    def write(painter: QPainter) -> None:
        painter.setPen(QColor("black"))
        font.write(painter, 20, 40, "H")

    found = find_colour(painted(80, 80, write), QColor("black"))
    assert found
    assert (found.top + found.bottom + 1) / 2 == pytest.approx(40, abs=1)


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_a_text_that_was_laid_out_is_written_like_any_other(ratio: float) -> None:
    font = lettering(QFont(), 21)

    def image_of(write: Callable[[QPainter], None]) -> QImage:
        image = QImage(400, 100, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        image.setDevicePixelRatio(ratio)
        painter = QPainter(image)
        painter.setFont(font.font)
        write(painter)
        painter.end()
        return image

    for text in ("Hip hinge", "A < b & c", "Rounded back"):
        plain = image_of(lambda p, t=text: p.drawText(QPointF(12, 20 + font.rise), t))  # type: ignore[misc]
        for _ in range(2):
            assert image_of(lambda p, t=text: font.write(p, 12, 20, t)) == plain  # type: ignore[misc]


def test_a_line_is_written_in_the_middle_of_its_room() -> None:
    font, room = lettering(QFont(), 20), QRectF(10, 10, 380, 60)
    middle = painted(400, 80, lambda p: font.write_in(p, room, "Hips back"))

    def plain(painter: QPainter) -> None:
        painter.setFont(font.font)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, "Hips back")

    assert middle == painted(400, 80, plain)


def test_no_more_texts_stay_laid_out_than_a_page_writes() -> None:
    font = lettering(QFont(), 22)

    def write(painter: QPainter) -> None:
        for number in range(2000):
            font.write(painter, 0, 20, str(number))

    painted(40, 40, write)
    assert len(font._laid_out) <= 512
