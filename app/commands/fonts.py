"""Refuse to draw where there is no font to write with."""

from __future__ import annotations

from app.errors import UserError
from app.system_libraries import FONT, LIBRARIES, describe, find_manager, is_root


def need_font() -> None:
    """Refuse to draw boxes in place of letters; needs the application object.

    Raises:
        UserError: there is no font on this computer.
    """
    from PySide6.QtGui import QFont, QFontMetrics

    # Families are listed even where no font is installed.
    if not QFontMetrics(QFont()).inFont("A"):
        fonts = [library for library in LIBRARIES if library.name == FONT]
        raise UserError(describe(fonts, find_manager(), is_root()))
