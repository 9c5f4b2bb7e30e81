"""The window where the records cannot be used: all works but keeping, which is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from app.startup import Options
from app.ui.notice_bar import NoticeBar
from app.ui.rail import PageId
from tests.helpers.pages import texts
from tests.helpers.patience import HANG_S
from tests.helpers.records import a_set
from tests.helpers.window import a_program


@pytest.mark.usefixtures("qtbot")
def test_every_page_opens_and_what_was_done_is_saved_in_the_end(
    qapp: QApplication, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    data.write_text("a letter")
    with a_program(qapp) as program:
        window = program.open(Options(data_dir=data))
        window.resize(960, 640)
        window.show()
        bar = window.findChild(NoticeBar)
        assert isinstance(bar, NoticeBar)
        told = (
            f"Your data cannot be kept in {data}: {data} is a file, and a folder is needed there. "
            "Rename that file or move it somewhere else."
        )
        assert any(text.startswith(f"{told} You can still read,") for text in texts(bar))
        for page in PageId:
            window.show_page(page)
            QApplication.processEvents()
        window.show_page(PageId.PROGRESS)
        shown = texts(window.page(PageId.PROGRESS))
        assert told in shown
        assert "Your sets will appear here" not in shown
        assert not window.workspace.records.is_at_stake
        data.unlink()
        window.workspace.records.put(a_set(1))
        assert window.workspace.records.flush(HANG_S)
        window.show_page(PageId.LEARN)
        window.show_page(PageId.PROGRESS)
        assert told not in texts(window.page(PageId.PROGRESS))
        assert (data / "records.sqlite3").is_file()


@pytest.mark.parametrize("practised", [True, False])
def test_closing_asks_where_something_would_be_lost(
    qapp: QApplication,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    practised: bool,
) -> None:
    asked: list[str] = []

    def keep_open(box: QMessageBox) -> int:
        asked.append(box.informativeText())
        box.defaultButton().click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", keep_open)
    (tmp_path / "data").write_text("a letter")
    with a_program(qapp) as program:
        window = program.open(Options(data_dir=tmp_path / "data"))
        window.show()
        if practised:
            window.workspace.records.put(a_set(1))
        window.open_lesson("cues")
        assert window.close() is not practised
        assert len(asked) == practised
