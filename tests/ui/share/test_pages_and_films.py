"""What a page shows of an exercise, and what is said of a film's format."""

from __future__ import annotations

from contextlib import suppress

import msgspec
import pytest
from PySide6.QtWidgets import QApplication

from app.picture.multimedia import writes_h264
from app.picture.problem import PictureError
from app.ui.share.choice import ShareFormat
from tests.helpers.pages import World
from tests.ui.share.conftest import Open, a_subject, box


def test_a_page_shows_the_exercises_own_movement(world: World, opened: Open) -> None:
    subject = msgspec.structs.replace(a_subject(world, "hinge"), movements=world.library.movements)
    dialog = opened(subject)
    dialog.form.choose(ShareFormat.PAGE)
    chosen = box(dialog, "Exercise")
    chosen.setCurrentIndex(chosen.findData("broomstick-hinge"))
    request = dialog.form.choice.export_of(subject)
    wanted = world.library.exercises["broomstick-hinge"].movement
    assert wanted != "hinge"
    assert [motion.movement.id for motion in request.shot.motions] == [wanted]
    dialog.form.choose(ShareFormat.MOMENT)
    request = dialog.form.choice.export_of(subject)
    assert [motion.movement.id for motion in request.shot.motions] == ["hinge"]


@pytest.mark.parametrize("h264", [True, False])
def test_a_film_that_browsers_do_not_show_says_so(
    opened: Open, monkeypatch: pytest.MonkeyPatch, h264: bool
) -> None:
    monkeypatch.setattr("app.picture.multimedia.writes_h264", lambda: h264)
    dialog = opened()
    dialog.form.choose(ShareFormat.FILM)
    assert ("MPEG-4" in dialog.form._note.text()) is not h264
    dialog.form.choose(ShareFormat.GIF)
    assert "MPEG-4" not in dialog.form._note.text()


def test_what_films_are_written_in_is_known(qapp: QApplication) -> None:
    with suppress(PictureError):
        assert writes_h264() in (True, False)
