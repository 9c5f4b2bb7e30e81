from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF
from pytestqt.qtbot import QtBot

from app.body.anthropometry import Body
from app.library import Library, read_library
from app.picture.sheet import Sheet
from app.picture.sheet_layout import (
    Layout,
    Typesetter,
    lay_out,
    natural_size,
    note_size,
)
from tests.helpers.content import LOCATIONS

#: The Learn page at its smallest and larger, a screen, a portrait page, a banner.
SIZES = [(620, 360), (884, 593), (1600, 900), (3840, 2160), (700, 1100), (1600, 420)]
PICTURES = list(read_library(LOCATIONS).pictures)


@pytest.fixture(autouse=True)
def _application(qtbot: QtBot) -> None:
    """Text can only be measured with an application; warnings from Qt fail."""


@pytest.fixture(scope="module")
def library() -> Library:
    return read_library(LOCATIONS)


def sheet_of(library: Library, picture_id: str) -> Sheet:
    return Sheet(library.pictures[picture_id], library.movements, Body())


def laid_out(sheet: Sheet, width: float, height: float, *, heading: bool = False) -> Layout:
    text = Typesetter(sheet.picture, QFont())
    actors = max(len(panel.movements) for panel in sheet.picture.panels)
    area = QRectF(0, 0, width, height)
    return lay_out(area, text, sheet.still_room, actors, heading=heading)


@pytest.mark.parametrize("heading", [True, False], ids=["titled", "bare"])
@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("picture_id", PICTURES)
def test_nothing_touches_and_nothing_leaves_the_picture(
    library: Library, picture_id: str, size: tuple[int, int], heading: bool
) -> None:
    layout = laid_out(sheet_of(library, picture_id), *size, heading=heading)
    area = QRectF(0, 0, *size)
    boxes = [*layout.cards, *layout.words, *([layout.header] if heading else [])]
    assert all(area.adjusted(-0.01, -0.01, 0.01, 0.01).contains(box) for box in boxes)
    assert not any(one.intersects(other) for one, other in combinations(boxes, 2))
    for one, other in combinations(layout.cards, 2):
        assert one.adjusted(-7.9, -7.9, 7.9, 7.9).intersects(other) is False
    sizes = {(round(card.width(), 3), round(card.height(), 3)) for card in layout.cards}
    assert len(sizes) == 1


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("picture_id", PICTURES)
def test_words_have_the_room_they_need(
    library: Library, picture_id: str, size: tuple[int, int]
) -> None:
    sheet = sheet_of(library, picture_id)
    layout = laid_out(sheet, *size)
    assert layout.text >= 12
    assert note_size(layout.text) >= 11
    for panel, box in zip(sheet.picture.panels, layout.words, strict=True):
        said = [(panel.caption, layout.text, True)]
        if layout.notes and panel.note is not None:
            said.append((panel.note, note_size(layout.text), False))
        needed = 0.0
        for words, pixels, bold in said:
            font = Typesetter(sheet.picture, QFont()).font(pixels, bold=bold)
            metrics = QFontMetricsF(font)
            room = QRectF(0, 0, box.width(), 9999)
            found = metrics.boundingRect(room, 0x1000, words)  # broken into lines between words
            assert found.width() <= box.width()
            needed += found.height()
        assert needed <= box.height() + 1


@pytest.mark.parametrize("picture_id", PICTURES)
def test_figures_are_large_enough_to_be_read_in_the_smallest_window(
    library: Library, picture_id: str
) -> None:
    sheet = sheet_of(library, picture_id)
    layout = laid_out(sheet, 620, 360)
    actors = max(len(panel.movements) for panel in sheet.picture.panels)
    room = sheet.still_room
    card = layout.cards[0]
    scale = min(
        card.height() * 0.84 / room.above, card.width() / actors / (room.behind + room.ahead)
    )
    assert scale * room.above >= 85


@pytest.mark.parametrize("picture_id", PICTURES)
def test_a_picture_chooses_its_own_shape_with_its_authors_columns(
    library: Library, picture_id: str
) -> None:
    sheet = sheet_of(library, picture_id)
    actors = max(len(panel.movements) for panel in sheet.picture.panels)
    text = Typesetter(sheet.picture, QFont())
    size = natural_size(1600, text, sheet.still_room, actors, heading=True)
    layout = laid_out(sheet, size.width(), size.height(), heading=True)
    assert layout.columns == sheet.picture.columns
    assert layout.notes
    # Nothing is left over below.
    assert size.height() - max(box.bottom() for box in layout.words) <= 3 * layout.gap


def test_the_grid_follows_the_shape_of_the_room(library: Library) -> None:
    sheet = sheet_of(library, "visual-cues")
    columns = [
        laid_out(sheet, width, height).columns
        for width, height in [(280, 1400), (800, 1000), (1000, 700), (1600, 420)]
    ]
    assert columns == sorted(columns)
    assert (columns[0], columns[-1]) == (1, 5)


def test_captions_in_a_window_do_not_outgrow_the_text_around_them(library: Library) -> None:
    sheet = sheet_of(library, "hinge-vs-squat")
    assert laid_out(sheet, 3840, 2160).text <= 24
    assert laid_out(sheet, 3840, 2160, heading=True).text > 50


def test_the_authors_columns_stay_where_others_gain_little(library: Library) -> None:
    assert laid_out(sheet_of(library, "hinge-vs-squat"), 800, 800).columns == 2


def test_a_row_that_is_not_full_stands_in_the_middle(library: Library) -> None:
    sheet = sheet_of(library, "step-by-step")
    layout = laid_out(sheet, 1600, 1200)
    assert layout.columns == 4
    below = layout.cards[4:]
    middle = (below[0].left() + below[-1].right()) / 2
    assert middle == pytest.approx(800)


def test_cards_are_no_higher_than_their_figures_need(library: Library) -> None:
    sheet = sheet_of(library, "visual-cues")
    layout = laid_out(sheet, 620, 360)
    room, card = sheet.still_room, layout.cards[0]
    needed = card.width() / (room.behind + room.ahead) * room.above / 0.84
    assert card.height() <= needed * 1.2
    # What is left over is shared above and below.
    above, below = card.top(), 360 - max(box.bottom() for box in layout.words)
    assert above == pytest.approx(below, abs=2)
    assert above > 8


def test_no_word_is_left_alone_in_the_last_line(library: Library) -> None:
    text = Typesetter(library.pictures["visual-cues"], QFont())
    words = "Close the car door with your butt"
    font = text.font(20, bold=True)
    whole = QFontMetricsF(font).horizontalAdvance(words)
    narrow = whole - 5  # the last word no longer fits
    width = text.balanced(words, 20, narrow, bold=True)
    assert text.height(words, 20, width, bold=True) == text.height(words, 20, narrow, bold=True)
    assert width < whole * 0.7
    assert text.balanced(words, 20, whole + 5, bold=True) > whole - 25
