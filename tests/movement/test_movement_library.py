from __future__ import annotations

from pathlib import Path

import pytest

from app.movement.library import MovementLibrary
from tests.helpers.content import LOCATIONS, expected_at, keys

GOOD = (LOCATIONS.animations / "hinge.toml").read_text(encoding="utf-8")

WORDS = """
[hinge]
title = "Hüftbeuge"
text = "Die Hüften gehen zurück."
[hinge.cues]
down = "Hüften zurück"
[standing]
title = "Stehen"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("standing", "hinge", "slow-hinge"):
        text = (LOCATIONS.animations / f"{name}.toml").read_text(encoding="utf-8")
        (tmp_path / f"{name}.toml").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def words(tmp_path: Path) -> Path:
    file = tmp_path / "de" / "movements.toml"
    file.parent.mkdir()
    file.write_text(WORDS, encoding="utf-8")
    return file


def test_it_holds_the_movements_by_id(folder: Path) -> None:
    library = MovementLibrary(folder)
    assert list(library) == ["hinge", "slow-hinge", "standing"]
    assert len(library) == 3
    assert "hinge" in library
    assert library["hinge"].title == "Hip hinge"
    assert library.get("bow") is None
    with pytest.raises(KeyError):
        library["bow"]


def test_a_broken_file_is_left_out_and_named(folder: Path) -> None:
    (folder / "hinge.toml").write_text(GOOD.replace("seconds = 2.0", "seconds = -2"))
    library = MovementLibrary(folder)
    assert "hinge" not in library
    assert list(library) == ["slow-hinge", "standing"]
    assert len(library) == 2
    library.read_all()
    assert keys(library.problems) == ["phases[0].seconds"]
    assert library.problems[0].file == folder / "hinge.toml"


def test_a_file_is_read_once_and_not_before_it_is_needed(folder: Path) -> None:
    library = MovementLibrary(folder)
    (folder / "slow-hinge.toml").write_text("broken")
    first = library["hinge"]
    (folder / "hinge.toml").unlink()
    assert library["hinge"] is first
    assert library.problems == []
    library.read_all()
    library.read_all()
    assert len(library.problems) == 1


@pytest.mark.parametrize("name", ["nothing-here", "empty"])
def test_a_folder_without_movements_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    library = MovementLibrary(tmp_path / name)
    assert "expected movement files" in expected_at(library.problems, "")
    assert list(library) == []


def test_words_lie_over_the_english_ones(folder: Path, words: Path) -> None:
    library = MovementLibrary(folder, words)
    hinge, standing = library["hinge"], library["standing"]
    assert (hinge.title, hinge.text) == ("Hüftbeuge", "Die Hüften gehen zurück.")
    assert [phase.cue for phase in hinge.phases] == ["Hüften zurück", "Long back", "Hips forward"]
    english = MovementLibrary(folder)
    assert standing.title == "Stehen"
    assert standing.text == english["standing"].text
    assert library["slow-hinge"] == english["slow-hinge"]
    assert hinge.phases[0].key == english["hinge"].phases[0].key
    assert library.problems == []


def test_a_language_without_words_is_english(folder: Path, tmp_path: Path) -> None:
    library = MovementLibrary(folder, tmp_path / "fr" / "movements.toml")
    assert library["hinge"].title == "Hip hinge"
    assert library.problems == []


@pytest.mark.parametrize(
    ("old", "new", "key", "expected"),
    [
        ("[standing]", "[standig]", "standig", "unknown movement; expected one of hinge"),
        ("down =", "downn =", "hinge.cues.downn", "expected one of down, hold, up"),
        ('title = "Stehen"', "title = 3", "standing.title", "expected text"),
        ('title = "Stehen"', 'titel = "Stehen"', "standing.titel", "unknown key"),
        ('title = "Stehen"', 'title = ""', "standing.title", ">= 1"),
        ('"Hüften zurück"', "2", "hinge.cues.down", "expected text"),
        ("[standing]\ntitle", "standing", "hinge.cues.standing", "unknown phase"),
        ("[hinge]", "[hinge", "", "valid TOML"),
    ],
)
def test_a_mistake_in_the_words_is_named_and_the_movement_stays(
    folder: Path, words: Path, old: str, new: str, key: str, expected: str
) -> None:
    assert old in WORDS
    words.write_text(WORDS.replace(old, new), encoding="utf-8")
    library = MovementLibrary(folder, words)
    library.read_all()
    assert expected in expected_at(library.problems, key)
    assert all(problem.file == words for problem in library.problems)
    assert len(library) == 3


def test_words_that_are_no_table_are_named(folder: Path, words: Path) -> None:
    words.write_text('hinge = "Hüftbeuge"', encoding="utf-8")
    library = MovementLibrary(folder, words)
    assert "a table" in expected_at(library.problems, "hinge")
    assert library["hinge"].title == "Hip hinge"
