from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from pytestqt.qtbot import QtBot

from app.body.anthropometry import Body, Sex
from app.figure.figure_texts import FigureTexts
from app.figure.look import Look
from app.figure.palette import DARK, LIGHT, Palette
from app.lessons.model import At
from app.lessons.picture import Panel, Picture
from app.library import Library, read_library
from app.movement.model import Movement
from app.picture import sheet_painter
from app.picture.sheet import Sheet
from app.picture.sheet_layout import Layout, Typesetter, lay_out
from app.picture.sheet_painter import paint_sheet, sheet_size
from tests.helpers.content import LOCATIONS
from tests.helpers.pixels import find_colour

PICTURES = list(read_library(LOCATIONS).pictures)
SIZE = (900, 640)
ENGLISH = FigureTexts()


@pytest.fixture(autouse=True)
def _application(qtbot: QtBot) -> None:
    """Text can only be painted with an application; warnings from Qt fail."""


@pytest.fixture(scope="module")
def library() -> Library:
    return read_library(LOCATIONS)


def sheet_of(library: Library, picture_id: str, body: Body | None = None) -> Sheet:
    return Sheet(library.pictures[picture_id], library.movements, body or Body())


def painted(
    sheet: Sheet,
    palette: Palette = LIGHT,
    position: float | None = None,
    words: FigureTexts = ENGLISH,
) -> QImage:
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    image.fill(palette.paper)
    painter = QPainter(image)
    area = QRectF(0, 0, *SIZE)
    paint_sheet(
        painter,
        area,
        sheet,
        Look(style="silhouette", words=words),
        palette,
        position=position,
        heading=False,
    )
    painter.end()
    return image


def layout_of(sheet: Sheet, *, moving: bool = False) -> Layout:
    actors = max(len(panel.movements) for panel in sheet.picture.panels)
    room = sheet.moving_room if moving else sheet.still_room
    text = Typesetter(sheet.picture, QFont())
    return lay_out(QRectF(0, 0, *SIZE), text, room, actors, heading=False)


def cards(image: QImage, layout: Layout) -> list[QImage]:
    return [image.copy(card.toAlignedRect()) for card in layout.cards]


def badge_of(card: QImage, layout: Layout, part: int = 0, parts: int = 1) -> QImage:
    side = round(layout.text * 2.2)
    return card.copy(QRect(card.width() * part // parts, 0, side, side))


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("picture_id", PICTURES)
def test_each_panel_has_its_figure_and_none_is_cut(
    library: Library, picture_id: str, palette: Palette
) -> None:
    sheet = sheet_of(library, picture_id)
    for card in cards(painted(sheet, palette), layout_of(sheet)):
        figure = find_colour(card, palette.figure, 8)
        assert figure is not None
        assert figure.height > 60
        assert figure.left > 2
        assert figure.top > 2
        assert figure.right < card.width() - 3


@pytest.mark.parametrize("position", [0.0, 1.0, 2.0, 2.6, 3.5])
@pytest.mark.parametrize("picture_id", ["hinge-vs-squat", "common-mistakes"])
def test_no_figure_is_cut_while_it_moves(
    library: Library, picture_id: str, position: float
) -> None:
    sheet = sheet_of(library, picture_id)
    layout = layout_of(sheet, moving=True)
    for card in cards(painted(sheet, position=position), layout):
        figure = find_colour(card, LIGHT.figure, 8)
        assert figure is not None
        assert min(figure.left, figure.top, card.width() - 1 - figure.right) > 2


def test_the_figures_of_a_picture_have_one_scale(library: Library) -> None:
    sheet = sheet_of(library, "common-mistakes")
    feet = [find_colour(card, LIGHT.figure, 8) for card in cards(painted(sheet), layout_of(sheet))]
    # Whose weight is on the toes, which are lit, has the heel off the floor.
    lifted = [panel.movement for panel in sheet.picture.panels].index("weight-on-toes")
    bottoms = {one.bottom for one in feet[:lifted] + feet[lifted + 1 :] if one}
    assert max(bottoms) - min(bottoms) <= 1
    # In step-by-step the same hinge is a little lower each time.
    steps = sheet_of(library, "step-by-step")
    tops = [
        found.top
        for card in cards(painted(steps), layout_of(steps))[2:6]
        if (found := find_colour(card, LIGHT.figure, 8))
    ]
    assert tops == sorted(tops)
    assert tops[-1] - tops[0] > 15


def test_right_and_wrong_are_marked_in_every_panel_by_sign_and_word(library: Library) -> None:
    sheet = sheet_of(library, "common-mistakes")
    written: list[str] = []

    class Listening(FigureTexts, frozen=True):
        def of(self, label: object) -> str:
            written.append(super().of(label))  # type: ignore[arg-type]
            return written[-1]

    image, layout = painted(sheet, words=Listening()), layout_of(sheet)
    assert written == ["Correct", *["Incorrect"] * 5]
    first, *others = (badge_of(card, layout) for card in cards(image, layout))
    assert find_colour(first, LIGHT.right, 4)
    assert all(find_colour(other, LIGHT.wrong, 4) for other in others)
    # The texts themselves are painted: other texts, another picture.
    assert painted(sheet, words=FigureTexts(wrong="Falsch")) != painted(sheet)


def test_a_fault_and_its_fix_are_marked_each_on_its_side(library: Library) -> None:
    sheet = sheet_of(library, "troubleshooting")
    layout = layout_of(sheet)
    for card in cards(painted(sheet), layout):
        assert find_colour(badge_of(card, layout, 0, 2), LIGHT.wrong, 4)
        assert find_colour(badge_of(card, layout, 1, 2), LIGHT.right, 4)


@pytest.mark.parametrize("picture_id", ["hinge-vs-squat", "visual-cues", "daily-practice"])
def test_where_nothing_is_wrong_nothing_is_marked(library: Library, picture_id: str) -> None:
    sheet = sheet_of(library, picture_id)
    assert not sheet.marked
    layout = layout_of(sheet)
    for card in cards(painted(sheet), layout):
        assert find_colour(badge_of(card, layout), LIGHT.right, 4) is None
        assert find_colour(badge_of(card, layout), LIGHT.ink, 4) is None


def test_steps_have_their_number(library: Library) -> None:
    sheet = sheet_of(library, "step-by-step")
    layout = layout_of(sheet)
    badges = [badge_of(card, layout) for card in cards(painted(sheet), layout)]
    assert all(find_colour(badge, LIGHT.ink, 4) for badge in badges)
    assert all(one != other for one, other in pairwise(badges))


def test_the_panels_move_on_one_clock(library: Library) -> None:
    sheet = sheet_of(library, "common-mistakes")
    leans = [
        [actors[0].skeleton.pose.thorax for actors in sheet.moments_at(share * sheet.seconds)]
        for share in (0.0, 0.5, 1.0)
    ]
    assert all(lean < 5 for lean in [*leans[0], *leans[2]])
    assert all(lean > 30 for lean in leans[1])
    assert sheet.seconds == pytest.approx(4.4)


def test_a_still_picture_shows_each_panel_at_its_moment(library: Library) -> None:
    sheet = sheet_of(library, "troubleshooting")
    for panel, actors in zip(sheet.picture.panels, sheet.moments, strict=True):
        assert len(actors) == 2
        fault, fix = actors
        assert fault.label.value == "wrong"
        assert fix.label.value == "right"
        assert fault.cue == fix.cue == ""
        assert panel.at.phase == "hold"
        # The fix is at its own hold: the two are on one clock.
        assert fix.skeleton.pose.thorax > 35


def test_the_picture_is_of_the_body_it_is_given(library: Library) -> None:
    small = sheet_of(library, "hinge-vs-squat", Body(1.5, 50, Sex.FEMALE))
    tall = sheet_of(library, "hinge-vs-squat", Body(2.0, 95, Sex.MALE))
    assert small.moments[0][0].skeleton.lengths.stature == pytest.approx(1.5)
    assert tall.moments[0][0].skeleton.lengths.stature == pytest.approx(2.0)
    assert tall.still_room.above > small.still_room.above


def test_a_movement_that_is_not_there_leaves_its_panel_empty(library: Library) -> None:
    class Without(dict[str, Movement]):
        pass

    movements = Without({name: one for name, one in library.movements.items() if name != "squat"})
    sheet = Sheet(library.pictures["hinge-vs-squat"], movements, Body())
    hinge, squat = cards(painted(sheet), layout_of(sheet))
    assert find_colour(hinge, LIGHT.figure, 8)
    assert find_colour(squat, LIGHT.figure, 8) is None
    assert sheet.moments_at(1.0)[1] == []


def test_a_picture_of_nothing_that_is_there_can_be_painted(library: Library) -> None:
    sheet = Sheet(library.pictures["daily-practice"], {}, Body())
    image = painted(sheet)
    assert find_colour(image, LIGHT.figure, 8) is None
    assert find_colour(image, LIGHT.card, 2)


def test_a_title_stands_above_an_exported_picture(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[str] = []
    write = sheet_painter._write

    def listen(
        painter: QPainter, box: QRectF, words: str, size: float, text: Typesetter,
        colour: QColor, *, bold: bool = False,
    ) -> float:  # fmt: skip
        written.append(words)
        return write(painter, box, words, size, text, colour, bold=bold)

    monkeypatch.setattr(sheet_painter, "_write", listen)
    sheet = sheet_of(library, "daily-practice")
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_sheet(painter, QRectF(0, 0, *SIZE), sheet, Look(style="silhouette"), LIGHT)
    painter.end()
    picture = sheet.picture
    assert written[:2] == [picture.title, picture.summary]
    assert written[2:4] == [picture.panels[0].caption, picture.panels[0].note]
    assert len(written) == 8


Scene = tuple[QFont, Look]


@pytest.fixture
def scenes(monkeypatch: pytest.MonkeyPatch) -> list[Scene]:
    """What each panel is painted with: the painter's font and the look."""
    heard: list[Scene] = []

    def listen(
        painter: QPainter, area: QRectF, actors: object, look: Look, palette: Palette
    ) -> None:
        del area, actors, palette
        heard.append((painter.font(), look))

    monkeypatch.setattr(sheet_painter, "paint_scene", listen)
    return heard


def test_what_is_written_over_a_figure_follows_the_painters_font(
    library: Library, scenes: list[Scene]
) -> None:
    painted(sheet_of(library, "common-mistakes"))
    assert len(scenes) == 6
    assert all(font == scenes[0][0] and not font.bold() for font, _ in scenes)


@pytest.mark.parametrize("picture_id", PICTURES)
def test_every_panel_has_the_same_room_with_air_for_its_badge(
    library: Library, scenes: list[Scene], picture_id: str
) -> None:
    sheet = sheet_of(library, picture_id)
    painted(sheet)
    rooms = [look.room for _, look in scenes]
    assert rooms[0] is not None
    assert rooms == [rooms[0]] * len(sheet.picture.panels)
    badges = sheet.marked or sheet.picture.numbered
    assert (rooms[0].above > sheet.still_room.above * 1.05) == badges


def test_a_second_figure_stands_at_the_same_moment_of_one_clock(library: Library) -> None:
    panel = Panel(movement="hinge", at=At("down", 0.5), beside="slow-hinge", caption="Halfway")
    picture = Picture(id="halfway", title="t", summary="s", text="t", columns=1, panels=(panel,))
    [[hinge, slow]] = Sheet(picture, library.movements, Body()).moments
    # Half of its own five seconds, not one second as for the first.
    assert slow.skeleton.pose.thorax == pytest.approx(hinge.skeleton.pose.thorax, abs=2)


@pytest.mark.parametrize("picture_id", PICTURES)
def test_the_size_a_picture_takes_by_itself_is_a_page_or_a_screen(
    library: Library, picture_id: str
) -> None:
    size = sheet_size(sheet_of(library, picture_id), 1600)
    assert size.width() == 1600
    assert 0.45 <= size.height() / size.width() <= 1.1
