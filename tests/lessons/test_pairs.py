from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from app.body.form import Check
from app.body.quantities import Quantity
from app.lessons.model import BodyPart, Overlay
from app.lessons.pairs import Pair, PairFile, read_pairs
from app.movement.library import MovementLibrary
from app.movement.readings import ReadingRow, Timing
from tests.helpers.content import LOCATIONS, Writer, expected_at, keys
from tests.helpers.mutations import mutations

MOVEMENTS = MovementLibrary(LOCATIONS.animations).names
TEXT = LOCATIONS.pairs.read_text("utf-8")
GOOD = """
[[pair]]
first = "hinge"
second = "squat"
look_at = "Watch the hips."
numbers = ["lumbar", { number = "knee" }, { number = "phase", check = "unhurried" }]
light = ["hips"]
overlay = ["shin"]
"""


class PairsFile(msgspec.Struct):
    pair: list[PairFile]


@pytest.fixture
def written(tmp_path: Path) -> Writer:
    def write(text: str) -> Path:
        file = tmp_path / f"pairs-{len(list(tmp_path.iterdir()))}.toml"
        file.write_text(text, "utf-8")
        return file

    return write


def test_the_programs_own_pairs_are_good() -> None:
    pairs, problems = read_pairs(LOCATIONS.pairs, MOVEMENTS)
    assert not problems
    assert len(pairs) == 11
    assert (pairs[0].first, pairs[0].second) == ("hinge", "squat")
    # Both are right, each in its own way: no verdicts.
    assert all(row.check is None for row in pairs[0].rows)


def test_a_pair_says_what_to_look_at_and_which_numbers(written: Writer) -> None:
    pairs, problems = read_pairs(written(GOOD), MOVEMENTS)
    assert not problems
    rows = (
        ReadingRow(Quantity.LUMBAR, Check.FLAT_BACK),
        ReadingRow(Quantity.KNEE),
        ReadingRow(Timing.PHASE, Check.UNHURRIED),
    )
    assert pairs == (
        Pair("hinge", "squat", "Watch the hips.", rows, (BodyPart.HIPS,), (Overlay.SHIN,)),
    )


@pytest.mark.parametrize(
    ("change", "key", "expected"),
    [
        (("hinge", "hing"), "pair[0].first", "expected a movement, got 'hing'"),
        (("squat", "squad"), "pair[0].second", "expected a movement, got 'squad'"),
        (("squat", "hinge"), "pair[0].second", "expected another movement than the first"),
        (("Watch the hips.", " "), "pair[0].look_at", "expected text, got only spaces"),
        (("Watch the hips.", "x" * 200), "pair[0].look_at", "expected text of length <= 120"),
        (('"lumbar"', '"lumber"'), "pair[0].numbers[0]", "expected one of hip, knee, "),
        (('"knee"', '"knees"'), "pair[0].numbers[1].number", "expected one of hip, knee, "),
        (("unhurried", "slow"), "pair[0].numbers[2].check", "expected one of 'flat_back', "),
        (('["hips"]', '["hip"]'), "pair[0].light[0]", "expected one of 'head', "),
        (('["shin"]', '["x"]'), "pair[0].overlay[0]", "expected one of 'shin', "),
        (("light", "lights"), "pair[0].lights", "unknown key; expected one of first, "),
        (('first = "hinge"', ""), "pair[0].first", "missing; expected text"),
        (("[[pair]]", "[[pairs]]"), "pair", "missing; expected at least one [[pair]]"),
    ],
)
def test_a_mistake_is_named_by_its_key(
    written: Writer, change: tuple[str, str], key: str, expected: str
) -> None:
    pairs, problems = read_pairs(written(GOOD.replace(*change)), MOVEMENTS)
    assert expected_at(problems, key).startswith(expected)
    assert not pairs


def test_a_pair_that_is_there_twice_is_named_and_the_first_stays(written: Writer) -> None:
    pairs, problems = read_pairs(written(GOOD + GOOD), MOVEMENTS)
    assert len(pairs) == 1
    assert expected_at(problems, "pair[1].second").startswith("expected a pair of its own")


def test_sentences_are_translated_and_the_others_stay_english(written: Writer) -> None:
    words = written('[[pair]]\nfirst = "hinge"\nsecond = "rounded-back"\nlook_at = "Der Rücken."')
    pairs, problems = read_pairs(LOCATIONS.pairs, MOVEMENTS, words)
    assert not problems
    assert pairs[1].look_at == "Der Rücken."
    assert pairs[0].look_at.startswith("Watch the hips")


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (("squat", "wall-drill"), "pair[0].second"),
        (("look_at", "lookat"), "pair[0].lookat"),
        (("Hüfte", " "), "pair[0].look_at"),
    ],
)
def test_a_mistake_in_a_translation_leaves_the_sentence_english(
    written: Writer, change: tuple[str, str], key: str
) -> None:
    text = '[[pair]]\nfirst = "hinge"\nsecond = "squat"\nlook_at = "Hüfte"'
    pairs, problems = read_pairs(LOCATIONS.pairs, MOVEMENTS, written(text.replace(*change)))
    assert key in keys(problems)
    assert pairs[0].look_at.startswith("Watch the hips")


@pytest.mark.parametrize("seed", range(5))
def test_accidents_end_in_pairs_or_in_named_problems(tmp_path: Path, seed: int) -> None:
    file = tmp_path / "mutated.toml"
    for what, data in mutations([TEXT], 100, seed, PairsFile):
        file.write_bytes(data)
        pairs, problems = read_pairs(file, MOVEMENTS)
        assert pairs or problems, what
        for problem in problems:
            assert problem.file == file, what
            assert len(str(problem).splitlines()) == 1, what
            assert "expected" in str(problem), what
        for pair in pairs:
            assert {pair.first, pair.second} <= set(MOVEMENTS), what
            assert 1 <= len(pair.rows) <= 3, what
            assert pair.curve in Quantity, what
