from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from app.lessons.model import VIEWS, Overlay
from app.movement.model import MoveKind
from app.movement.props import PROP_DEFAULTS
from app.movement.telling import Say, Statement
from app.ui.stage.stage_texts import kind_name, overlay_name, statement_text, turn_name, view_name


@pytest.mark.parametrize("say", list(Say))
def test_every_statement_has_words_without_gaps(qapp: QApplication, say: Say) -> None:
    for thing in PROP_DEFAULTS:
        words = statement_text(Statement(say, 12, thing), "metric")
        assert words
        assert "{" not in words


def test_lengths_are_told_in_the_users_units(qapp: QApplication) -> None:
    back = Statement(Say.HIPS_BEHIND, 18)
    assert statement_text(back, "metric") == "Hips 18 cm behind the ankles"
    assert statement_text(back, "imperial") == "Hips 7 in behind the ankles"


def test_lines_kinds_and_views_have_a_name_of_their_own(qapp: QApplication) -> None:
    assert len({overlay_name(line) for line in Overlay}) == len(Overlay)
    assert len({kind_name(kind) for kind in MoveKind}) == len(MoveKind)
    assert len({view_name(view) for view in VIEWS}) == len(VIEWS)


def test_a_turn_is_named_by_its_view_or_its_degrees(qapp: QApplication) -> None:
    assert [turn_name(turn) for turn in (0, 45.4, 90, -90, 30)] == [
        "Side", "Three-quarter", "Front", "Back", "30°",
    ]  # fmt: skip
