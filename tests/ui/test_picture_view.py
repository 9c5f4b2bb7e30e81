from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.figure.palette import DARK, LIGHT
from app.ui.learn.page import LearnPage
from app.ui.learn.picture_view import PictureView
from app.ui.stage.transport import TransportBar
from tests.helpers.pages import World, whole_learn_page
from tests.helpers.pixels import find_colour

#: The step of the lesson that shows a picture.
LESSON, STEP = "the-movement", 7


@pytest.fixture
def page(world: World, qtbot: QtBot) -> LearnPage:
    page = whole_learn_page(world)
    qtbot.addWidget(page)
    QApplication.processEvents()
    return page


def picture_of(page: LearnPage) -> PictureView:
    assert page.picture is not None
    return page.picture


def shown_id(page: LearnPage) -> str:
    sheet = picture_of(page).sheet
    assert sheet is not None
    return sheet.picture.id


def transport_of(page: LearnPage) -> TransportBar:
    found = page.findChild(TransportBar)
    assert isinstance(found, TransportBar)
    return found


def plays(page: LearnPage) -> bool:
    return page.stage.is_playing


def test_a_picture_stands_in_the_figures_place_and_leaves_it_again(page: LearnPage) -> None:
    page.open_lesson(LESSON, STEP)
    assert shown_id(page) == "step-by-step"
    assert picture_of(page).isVisible()
    assert not page.stage.isVisible()
    assert not transport_of(page).isVisible()
    page.back()
    assert page.picture is None
    assert page.stage.isVisible()
    assert transport_of(page).isVisible()
    assert [motion.movement.id for motion in page.stage.motions] == ["hinge"]


def test_nothing_plays_behind_a_picture_and_its_keys_do_nothing(page: LearnPage) -> None:
    page.open_lesson("cues", 4)
    assert plays(page)
    page.next()
    assert shown_id(page) == "visual-cues"
    assert not plays(page)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Period, Qt.Key.Key_M):
        QTest.keyClick(QApplication.focusWidget() or page, key)
    assert not plays(page)
    assert not page.stage.mirror
    assert page.place == ("cues", 5)


def test_the_arrow_keys_go_on_from_a_picture(page: LearnPage) -> None:
    page.open_lesson("cues", 5)
    QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Right)
    assert page.place == ("cues", 6)


def test_the_keys_go_with_the_picture_and_come_back(page: LearnPage) -> None:
    page.stage.setFocus()
    page.open_lesson(LESSON, STEP)
    assert QApplication.focusWidget() is picture_of(page)
    page.back()
    assert QApplication.focusWidget() is page.stage


def test_the_focus_stays_where_the_user_has_put_it(page: LearnPage) -> None:
    page.open_lesson(LESSON, STEP - 1)
    page._list.setFocus()
    before = QApplication.focusWidget()
    page.next()
    assert QApplication.focusWidget() is before


def test_a_picture_is_told_to_people_who_do_not_see_it(page: LearnPage, world: World) -> None:
    page.open_lesson(LESSON, STEP)
    view, picture = picture_of(page), world.library.pictures["step-by-step"]
    assert view.accessibleName() == picture.title
    assert view.accessibleDescription() == picture.text


def test_a_picture_follows_the_theme(page: LearnPage, world: World) -> None:
    page.open_lesson(LESSON, STEP)
    view = picture_of(page)
    world.appearance.set_style("silhouette")
    assert find_colour(view.grab().toImage(), LIGHT.figure, 6)
    world.appearance.set_theme("dark")
    assert find_colour(view.grab().toImage(), LIGHT.figure, 6) is None
    assert find_colour(view.grab().toImage(), DARK.figure, 6)


def test_a_picture_is_painted_anew_for_another_look(
    page: LearnPage, world: World, qtbot: QtBot
) -> None:
    page.open_lesson(LESSON, STEP)
    QApplication.processEvents()
    painted: list[QEvent.Type] = []

    class Watch(QObject):
        def eventFilter(  # noqa: N802 - Qt's own name
            self, watched: QObject, event: QEvent
        ) -> bool:
            del watched
            painted.append(event.type())
            return False

    watch = Watch()
    picture_of(page).installEventFilter(watch)
    world.appearance.set_style("stick")
    qtbot.waitUntil(lambda: QEvent.Type.Paint in painted)


def test_a_picture_follows_the_body(page: LearnPage, world: World) -> None:
    page.open_lesson("hinge-or-squat", 5)
    before = picture_of(page).grab().toImage()
    body = world.keeper.person.body
    world.keeper.change(body=type(body)(stature_m=body.stature_m, thigh=1.2))
    assert shown_id(page) == "hinge-vs-squat"
    assert picture_of(page).grab().toImage() != before


def test_who_comes_by_keyboard_sees_a_frame(page: LearnPage) -> None:
    page.open_lesson(LESSON, STEP)
    view = picture_of(page)
    page._list.setFocus()
    plain = view.grab().toImage()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert view.grab().toImage() != plain


def test_a_picture_that_is_broken_leaves_the_figure_empty(page: LearnPage) -> None:
    page._pictures = {}
    page.open_lesson(LESSON, STEP)
    assert page.picture is None
    assert page.stage.isVisible()
    assert page.stage.motions == []
