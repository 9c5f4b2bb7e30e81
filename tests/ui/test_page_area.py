"""Pages scroll only where the window is smaller than what they need."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from app.ui.compare.panel_bar import ComparePanel
from app.ui.main_window import MainWindow
from app.ui.page_area import PageArea
from app.ui.rail import PageId
from tests.helpers.window import Open

COMMON = (960, 640)


def hidden_height(window: MainWindow, size: tuple[int, int]) -> int:
    """Return how much of the page that is shown is below the window's edge, px."""
    window.resize(*size)
    QApplication.processEvents()
    (area,) = window.findChildren(PageArea)
    return area.verticalScrollBar().maximum()


@pytest.mark.parametrize("page", list(PageId))
def test_every_page_fits_a_common_small_window(open_window: Open, page: PageId) -> None:
    window = open_window()
    window.show_page(page)
    assert hidden_height(window, COMMON) == 0


def test_so_does_the_comparison_with_all_that_is_below_it(open_window: Open) -> None:
    window = open_window()
    window.show_page(PageId.COMPARE)
    window.compare.versus.panels.set_open(ComparePanel.GRAPH)
    assert hidden_height(window, COMMON) == 0


def test_what_does_not_fit_can_be_scrolled_to(open_window: Open) -> None:
    window = open_window()
    window.show_page(PageId.LEARN)
    window.setMinimumSize(1, 1)
    assert hidden_height(window, (800, 200)) > 0
