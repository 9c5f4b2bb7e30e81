from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from app.library import read_library
from app.programme.after import AnswerFile, help_for, read_answers
from app.programme.programme import Answer, Help, Next
from app.records.feedback import Felt
from tests.helpers.content import LOCATIONS, Writer, expected_at, keys
from tests.helpers.mutations import mutations

LIBRARY = read_library(LOCATIONS)
LESSONS, MOVEMENTS = LIBRARY.lessons, LIBRARY.movements.names
TEXT = LOCATIONS.answers.read_text("utf-8")


class AnswersFile(msgspec.Struct):
    answer: list[AnswerFile]


@pytest.fixture
def written(tmp_path: Path) -> Writer:
    def write(text: str) -> Path:
        file = tmp_path / "answers.toml"
        file.write_text(text, "utf-8")
        return file

    return write


def test_the_programs_own_answers_are_good() -> None:
    answers, problems = read_answers(LOCATIONS.answers, LESSONS, MOVEMENTS, whole=True)
    assert not problems
    help_ = Help("troubleshooting", "rounded-back")
    assert answers[Felt.LOWER_BACK] == Answer(help_, Next.EASIER, Next.REPEAT)
    # Where all is as it should be, nothing has to be put right.
    assert {felt for felt in Felt if answers[felt] == Answer()} == {
        Felt.HAMSTRINGS,
        Felt.STRETCH,
        Felt.STEADY,
    }
    assert LIBRARY.programme.answers == answers


@pytest.mark.parametrize(
    ("change", "key", "expected"),
    [
        (("thighs", "knees"), "answer[1].felt", "expected one of 'hamstrings', 'thighs', "),
        (("thighs", "nowhere"), "answer[3].felt", "expected each answer once, 'nowhere' is taken"),
        (("troubleshooting", "trouble"), "answer[1].lesson", "expected a lesson, got 'trouble'"),
        (("rounded-back", "round"), "answer[2].movement", "expected a movement, got 'round'"),
        (("rounded-back", "wall-drill"), "answer[2].movement", "expected a movement that a step"),
        (('lesson = "troubleshooting"', ""), "answer[1].lesson", "expected a lesson and a movem"),
        (('movement = "rounded-back"', ""), "answer[2].movement", "expected a lesson and a movem"),
        (('next = "lesson"', 'next = "rest"'), "answer[1].next", "expected one of 'easier', 'le"),
        (('next = "repeat"', 'next = "lesson"'), "answer[8].next", "expected only with a lesson"),
        (('next = "easier"', ""), "answer[2].twice", "expected only beside next"),
        (("movement =", "motion ="), "answer[1].motion", "unknown key; expected one of felt, "),
        (('[[answer]]\nfelt = "nowhere"', "[[more]]"), "answer", "missing; expected an [[answer"),
        (("[[answer]]", "[[answers]]"), "answer", "missing; expected at least one [[answer]]"),
    ],
)
def test_a_mistake_is_named_by_its_key(
    written: Writer, change: tuple[str, str], key: str, expected: str
) -> None:
    file = written(TEXT.replace(*change))
    _, problems = read_answers(file, LESSONS, MOVEMENTS, whole=True)
    found = [problem for problem in problems if problem.key == key]
    assert expected_at(found[:1], key).startswith(expected)


def test_every_missing_answer_is_named(written: Writer) -> None:
    _, problems = read_answers(written('[[answer]]\nfelt = "thighs"'), LESSONS, MOVEMENTS)
    assert expected_at(problems, "answer") == (
        "missing; expected an [[answer]] for each of hamstrings, lower-back, nowhere, backward, "
        "stretch, behind-knee, steady, wobbly, held-on, foot-down"
    )


def test_a_mistaken_answer_leads_nowhere_and_the_others_go_on(written: Writer) -> None:
    file = written(TEXT.replace("rounded-back", "round"))
    answers, problems = read_answers(file, LESSONS, MOVEMENTS)
    assert keys(problems) == ["answer[2].movement"]
    assert help_for(Felt.LOWER_BACK, answers, LESSONS) is None
    assert help_for(Felt.THIGHS, answers, LESSONS) is not None


@pytest.mark.parametrize("seed", range(5))
def test_accidents_end_in_answers_or_in_named_problems(tmp_path: Path, seed: int) -> None:
    file = tmp_path / "mutated.toml"
    for what, data in mutations([TEXT], 100, seed, AnswersFile):
        file.write_bytes(data)
        answers, problems = read_answers(file, LESSONS, MOVEMENTS, whole=True)
        for problem in problems:
            assert problem.file == file, what
            assert len(str(problem).splitlines()) == 1, what
            assert "expected" in str(problem), what
        for felt, answer in answers.items():
            place = help_for(felt, answers, LESSONS)
            assert (place is None) is (answer.help is None), what
