"""What a page shows of an exercise, and what is said of a film's format."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path

import msgspec
import pytest
from PySide6.QtGui import QPageSize
from PySide6.QtWidgets import QApplication, QDialog

from app.lessons.pairs import sentence_about
from app.picture.multimedia import writes_h264
from app.picture.page_request import NAME_LENGTH, NOTE_LENGTH
from app.picture.problem import PictureError
from app.ui.share.choice import ShareFormat
from app.ui.share.difference import difference_text
from tests.helpers.pages import World
from tests.helpers.shots import a_shot
from tests.ui.share.conftest import Open, a_subject, box


def test_a_page_shows_the_exercises_own_movement(world: World, opened: Open) -> None:
    subject = msgspec.structs.replace(a_subject(world, "hinge"), movements=world.library.movements)
    dialog = opened(subject)
    dialog.form.choose(ShareFormat.PAGE)
    chosen = box(dialog, "About")
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


def test_whom_a_page_is_for_and_a_note_are_typed(opened: Open) -> None:
    dialog = opened()
    name, note = dialog.form._name, dialog.form._typed
    assert not name.isVisible()
    dialog.form.choose(ShareFormat.PAGE)
    assert name.isVisible()
    name.setText("Ann " * 30)
    note.setPlainText("Two sets " * 100)
    made = dialog.form.choice.export_of(a_subject()).page
    assert made.name == ("Ann " * 30)[:NAME_LENGTH].strip()
    assert made.note == ("Two sets " * 100)[:NOTE_LENGTH].strip()


def test_a_week_of_the_programme_is_a_page(world: World, opened: Open) -> None:
    library = world.library
    subject = msgspec.structs.replace(
        a_subject(world, "hinge"), movements=library.movements, programme=library.programme
    )
    dialog = opened(subject)
    dialog.form.choose(ShareFormat.PAGE)
    about = box(dialog, "About")
    about.setCurrentIndex(about.findData(3))
    page = dialog.form.choice.export_of(subject).page
    assert page.week == 3
    assert [row.exercise.id for row in page.plan] == [
        item.exercise for item in library.programme.days[6].items
    ]


def test_what_differs_is_the_pairs_sentence_or_a_number(world: World) -> None:
    pairs = world.library.pairs
    known = difference_text(a_shot("hinge", "rounded-back").motions, pairs, "metric")
    assert known == sentence_about(pairs, "hinge", "rounded-back") != ""
    other_way = difference_text(a_shot("rounded-back", "hinge").motions, pairs, "metric")
    assert other_way == known
    other = difference_text(a_shot("hinge", "good-morning").motions, pairs, "metric")
    assert other.startswith("Hip bend: Hip hinge 7")
    assert difference_text(a_shot("hinge").motions, pairs, "metric") == ""
    assert difference_text(a_shot("hinge", "hinge").motions, pairs, "metric") == ""


def test_pages_are_printed_as_they_are_saved(
    opened: Open, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    printing = pytest.importorskip("PySide6.QtPrintSupport", exc_type=ImportError)
    seen = []

    def accept(dialog: QDialog) -> int:
        printer = dialog.printer()  # type: ignore[attr-defined]
        printer.setOutputFormat(printing.QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        seen.append(printer.pageLayout().pageSize().id())
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(printing.QPrintDialog, "exec", accept)
    dialog = opened()
    assert not dialog._print.isVisible()
    dialog.form.choose(ShareFormat.PAGE)
    assert dialog._print.isVisible()
    dialog._print.click()
    assert seen == [QPageSize.PageSizeId.A4]
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF")
    assert dialog.said == "Saved as printed.pdf."


def test_what_went_to_a_printer_is_told(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.ui.share.printing.print_pages", lambda *_: Path())
    dialog = opened()
    dialog.form.choose(ShareFormat.PAGE)
    dialog._print.click()
    assert dialog.said == "Sent to the printer."


def test_a_print_dialog_that_is_left_prints_nothing(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    printing = pytest.importorskip("PySide6.QtPrintSupport", exc_type=ImportError)
    monkeypatch.setattr(printing.QPrintDialog, "exec", lambda _: QDialog.DialogCode.Rejected)
    dialog = opened()
    dialog.form.choose(ShareFormat.PAGE)
    dialog._print.click()
    assert dialog.said == ""


def test_where_nothing_can_be_printed_the_button_says_why(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtPrintSupport", None)
    dialog = opened()
    dialog.form.choose(ShareFormat.PAGE)
    assert not dialog._print.isEnabled()
    assert "Printing is not available here" in dialog.said
    assert dialog._save.isEnabled()
    dialog.form.choose(ShareFormat.GIF)
    assert dialog.said == ""
