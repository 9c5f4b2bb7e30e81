from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from app.ui.learn.page import LearnPage
from app.ui.learn.picture_bar import PictureBar
from app.ui.learn.picture_text import PictureText
from app.ui.share.choice import ShareFormat, formats_of
from app.ui.share.dialog import ShareDialog
from app.ui.share.places import offered_name
from tests.helpers.pages import World, texts, whole_learn_page


@pytest.fixture
def page(world: World, qtbot: QtBot) -> LearnPage:
    page = whole_learn_page(world)
    qtbot.addWidget(page)
    page.open_lesson("homework", 3)
    QApplication.processEvents()
    return page


def bar_of(page: LearnPage) -> PictureBar:
    found = page.findChild(PictureBar)
    assert isinstance(found, PictureBar)
    return found


@pytest.fixture
def dialog(page: LearnPage) -> Iterator[ShareDialog]:
    made = bar_of(page).share()
    assert made is not None
    yield made
    made.reject()


def test_the_line_under_a_picture_says_what_it_is_about(page: LearnPage, world: World) -> None:
    summary = world.library.pictures["daily-practice"].summary
    assert summary in texts(page)
    page.next()
    assert not bar_of(page).isVisible()
    assert summary not in texts(page)


def test_the_keys_that_share_the_figure_share_the_picture(page: LearnPage, qtbot: QtBot) -> None:
    def opened() -> list[ShareDialog]:
        return [one for one in page.window().findChildren(ShareDialog) if one.isVisible()]

    QTest.keyClick(page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(opened()))  # the button goes down and up
    assert len(opened()) == 1
    assert ShareFormat.POSES not in [ShareFormat(name) for name in data_of(opened()[0], "What")]
    opened()[0].reject()


def data_of(dialog: ShareDialog, name: str) -> list[str]:
    box = next(one for one in dialog.findChildren(QComboBox) if one.accessibleName() == name)
    return [str(box.itemData(index)) for index in range(box.count())]


def test_a_picture_is_offered_as_a_picture_first_then_as_a_page(dialog: ShareDialog) -> None:
    assert data_of(dialog, "What") == ["moment", "page", "gif", "webp", "film"]
    assert dialog.form.form is ShareFormat.MOMENT
    size = dialog.form.choice.size
    assert size.width == 1600
    assert 700 < size.height < 900


def test_each_form_of_a_picture_is_previewed(dialog: ShareDialog) -> None:
    seen = []
    for form in formats_of(dialog._subject):
        dialog.form.choose(form)
        QApplication.processEvents()
        seen.append(dialog._preview.grab().toImage())
    assert len(seen) == 5
    assert seen[0] != seen[1]  # the page is white


def test_a_picture_is_saved_under_its_own_name(
    dialog: ShareDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    assert offered_name(dialog._subject, dialog.form.choice) == "daily-practice.png"
    target = tmp_path / "daily-practice.png"
    dialog._ask = lambda *_: target
    with qtbot.waitSignal(dialog.worker.finished):
        dialog.save()
    assert QImage(str(target)).width() == 1600


def test_a_picture_is_copied_as_it_is_saved(dialog: ShareDialog) -> None:
    dialog.copy()
    assert QApplication.clipboard().image().width() == 1600


def test_without_a_picture_nothing_is_shared(page: LearnPage) -> None:
    bar = bar_of(page)
    bar._view.sheet = None
    assert bar.share() is None


def words_of(page: LearnPage) -> PictureText | None:
    found = [one for one in page.findChildren(PictureText) if one.isVisible()]
    return found[0] if found else None


def test_a_picture_can_be_read_in_words(page: LearnPage, world: World) -> None:
    assert page.picture is not None
    before = page.picture.grab().toImage()
    QTest.keyClick(page.picture, Qt.Key.Key_T)
    words = words_of(page)
    assert words is not None
    assert world.library.pictures["daily-practice"].text in texts(words)
    assert page.picture.grab().toImage() != before
    # They stay while one goes on, and tell the next picture.
    page.open_lesson("cues", 5)
    assert world.library.pictures["visual-cues"].text in texts(words)
    QTest.keyClick(page.picture, Qt.Key.Key_T)
    assert words_of(page) is None


def test_the_words_of_a_picture_can_be_scrolled_and_left_by_key(page: LearnPage) -> None:
    assert page.picture is not None
    button = next(one for one in page.findChildren(QPushButton) if one.text() == "Describe")
    button.click()
    words = words_of(page)
    assert words is not None
    area = words.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    assert area.accessibleName() == "The picture in words"
    area.setFocus()
    QTest.keyClick(area, Qt.Key.Key_T)
    assert words_of(page) is None
    assert QApplication.focusWidget() is page.picture


@pytest.mark.parametrize("width", [612, 868, 1600])
def test_the_words_leave_the_picture_its_room(page: LearnPage, width: int) -> None:
    page.resize(width + 260, 640)
    bar_of(page).toggle_text()
    QApplication.processEvents()
    words = words_of(page)
    assert words is not None
    assert page.picture is not None
    left = page.picture._picture_area()
    assert left.width() >= page.picture.width() * 0.55
    assert left.right() + 8 <= words.geometry().left()
    assert words.geometry().right() <= page.picture.width()
