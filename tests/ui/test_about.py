from __future__ import annotations

from PySide6.QtWidgets import QApplication

from app import __version__
from app.ui.about import about_text, licences


def test_it_names_what_a_fault_report_needs(qapp: QApplication) -> None:
    told = about_text("de", "", "The voice needs Speech Dispatcher.")
    for part in (
        f"Hip Hinge Trainer {__version__}", "Python 3.", "Qt 6.", "offscreen", "Screens: ",
        "Language: de; system: ", "Sound: can be heard", "Voice: The voice needs",
    ):  # fmt: skip
        assert part in told
    assert "/home" not in told


def test_every_part_that_is_shipped_has_a_licence() -> None:
    found = licences()
    assert {"msgspec", "numpy", "PySide6-Essentials"} <= {name for name, _, _ in found}
    assert all(licence and "\n" not in licence for _, _, licence in found)
