from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from app.lessons.library import LessonLibrary
from app.lessons.model import At, BodyPart, Offer, Overlay, Show, Table
from app.movement.library import MovementLibrary
from tests.helpers.content import Writer, expected_at, keys

Reader = Callable[..., LessonLibrary]

GOOD = """\
+++
id = "bow"
title = "Bowing"
summary = "How to bow."
practice = "slow-motion"
reps = 3
+++

## First look
```toml
movement = "hinge"
at = { phase = "hold", fraction = 0.5 }
light = ["hips", "spine"]
overlay = ["back"]
```

Look at the **hips**.

Then go {cm:15} back.

## Side by side
```toml
movement = "hinge"
loop = true
beside = "squat"
view = "front"
speed = 0.5
```

Compare them.

| Hinge | Squat |
|---|:-:|
| Back | Down |
| Little | Much |
"""


@pytest.mark.parametrize(
    ("view", "turn"), [("side", 0), ("three-quarter", 45), ("front", 90), ("back", -90)]
)
def test_a_step_is_seen_from_where_it_says(
    written: Writer, lessons_of: Reader, view: str, turn: float
) -> None:
    library = lessons_of(written(GOOD.replace('"front"', f'"{view}"')))
    lesson = library.get("bow")
    assert lesson is not None
    assert [step.show.turn for step in lesson.steps] == [0, turn]


def test_a_good_lesson_is_read_whole(written: Writer, lessons_of: Reader) -> None:
    library = lessons_of(written(GOOD))
    assert library.problems == []
    lesson = library.get("bow")
    assert lesson is not None
    assert (lesson.title, lesson.summary) == ("Bowing", "How to bow.")
    assert lesson.offer == Offer("slow-motion", None, 3)
    first, second = lesson.steps
    assert first.title == "First look"
    assert first.text == "Look at the **hips**.\n\nThen go {cm:15} back."
    assert first.table is None
    assert first.show.at == At("hold", 0.5)
    assert first.show.light == (BodyPart.HIPS, BodyPart.SPINE)
    assert first.show.overlay == (Overlay.BACK,)
    assert (first.show.loop, first.show.view, first.show.speed) == (False, "side", 1.0)
    assert second.text == "Compare them."
    assert second.table == Table(("Hinge", "Squat"), (("Back", "Down"), ("Little", "Much")))
    assert (second.show.loop, second.show.beside, second.show.view) == (True, "squat", "front")


def test_windows_line_ends_and_a_byte_order_mark_change_nothing(
    written: Writer, lessons_of: Reader
) -> None:
    plain = lessons_of(written(GOOD)).get("bow")
    windows = lessons_of(written("\ufeff" + GOOD.replace("\n", "\r\n")))
    assert windows.problems == []
    assert windows.get("bow") == plain


@pytest.mark.parametrize("end", ["", "\n\n\n", "   \n"])
def test_how_a_file_ends_does_not_matter(written: Writer, lessons_of: Reader, end: str) -> None:
    library = lessons_of(written(GOOD.rstrip() + end))
    assert library.problems == []


AT = 'at = { phase = "hold", fraction = 0.5 }\n'

MISTAKES = {
    "no head": ("+++\nid", "id", "head", "between two lines of +++"),
    "an open head": ("reps = 3\n+++", "reps = 3", "head", "between two lines of +++"),
    "text before the head": ("+++\nid", "Hello\n+++\nid", "head", "between two lines of +++"),
    "a head that is no TOML": ('title = "Bowing"', "title = Bowing", "head", "valid TOML"),
    "no title": ('title = "Bowing"\n', "", "head.title", "missing; expected text"),
    "a long title": ('"Bowing"', f'"{"b" * 25}"', "head.title", "length <= 24"),
    "a long summary": ('"How to bow."', f'"{"b" * 201}"', "head.summary", "length <= 200"),
    "braces in the title": ('"Bowing"', '"Bow {cm:3}"', "head.title", "no braces"),
    "braces in the summary": ('"How to bow."', '"Bow {"', "head.summary", "no braces"),
    "an unknown key": ("reps = 3", "rep = 3", "head.rep", "unknown key"),
    "too many reps": ("reps = 3", "reps = 31", "head.reps", "<= 30"),
    "reps of no practice": ('practice = "slow-motion"\n', "", "head.practice", "its sets and reps"),
    "no reps": ("reps = 3", "reps = 0", "head.reps", ">= 1"),
    "another id": ('id = "bow"', 'id = "bend"', "head.id", "a file named NN-bend.md"),
    "text before the first step": ("## First", "Hello\n\n## First", "", "a step ('## Title')"),
    "a long step title": ("First look", "f" * 41, "steps[0].title", "1 to 40 characters"),
    "an empty step title": ("## First look", "## ", "steps[0].title", "1 to 40 characters"),
    "braces in a step's title": ("First look", "{cm:3}", "steps[0].title", "no braces"),
    "no block": ("```toml\nmovement", "movement", "steps[0]", "a ```toml block right under"),
    "an open block": ('overlay = ["back"]\n```', "", "steps[0]", "a ```toml block right under"),
    "text over the block": ("look\n", "look\nHello\n", "steps[0]", "a ```toml block right under"),
    "a block that is no TOML": (AT, "at = hold\n", "steps[0]", "valid TOML"),
    "at and loop": (AT, AT + "loop = true\n", "steps[0].at", "exactly one of at and loop"),
    "neither at nor loop": (AT, "", "steps[0].at", "exactly one of at and loop"),
    "loop = false alone": (AT, "loop = false\n", "steps[0].at", "exactly one of at and loop"),
    "no movement": (f'movement = "hinge"\n{AT}', AT, "steps[0].movement", "missing"),
    "a movement and a picture": (
        'movement = "hinge"\n' + AT + 'light = ["hips", "spine"]\noverlay = ["back"]\n',
        'movement = "hinge"\npicture = "daily-practice"\n',
        "steps[0].movement",
        "no movement beside a picture",
    ),
    "a picture at a moment": (
        'movement = "hinge"\n' + AT + 'light = ["hips", "spine"]\noverlay = ["back"]\n',
        'picture = "daily-practice"\n' + AT,
        "steps[0].at",
        "no at beside a picture",
    ),
    "an unknown movement": ('"hinge"', '"bend"', "steps[0].movement", "a movement, got 'bend'"),
    "an unknown beside": ('"squat"', '"sit"', "steps[1].beside", "a movement, got 'sit'"),
    "an unknown phase": ('"hold"', '"stay"', "steps[0].at.phase", "one of down, hold, up"),
    "a fraction too far": ("0.5 }", "1.5 }", "steps[0].at.fraction", "<= 1"),
    "a fraction of nan": ("0.5 }", "nan }", "steps[0].at.fraction", "a number"),
    "an unknown view": (
        '"front"',
        '"top"',
        "steps[1].view",
        "one of 'side', 'three-quarter', 'front', 'back', got 'top'",
    ),
    "an unknown part": ('"spine"', '"spline"', "steps[0].light[1]", "'spine'"),
    "too many parts": ('"spine"]', '"spine", "feet"]', "steps[0].light", "length <= 2"),
    "an unknown line": ('"back"', '"spine"', "steps[0].overlay[0]", "'shin', 'back', 'weight'"),
    "two captions for one figure": (
        AT,
        AT + 'captions = ["Long back", "Short"]\n',
        "steps[0].captions",
        "one for each figure",
    ),
    "a caption for one of two": (
        "loop = true\n",
        'at = { phase = "hold" }\ncaptions = ["Long back"]\n',
        "steps[1].captions",
        "one for each figure",
    ),
    "captions for what moves": (
        'beside = "squat"\n',
        'beside = "squat"\ncaptions = ["Long back", "Upright"]\n',
        "steps[1].captions",
        "that they stand still",
    ),
    "too fast": ("speed = 0.5", "speed = 3", "steps[1].speed", "<= 2"),
    "an unknown key in a step": ("speed", "sped", "steps[1].sped", "unknown key"),
    "no text": ("Compare them.\n", "", "steps[1].text", "a sentence or two"),
    "an unknown length": ("{cm:15}", "{m:15}", "steps[0].text", "{cm:15} or {kg:5}, got {m:15}"),
    "an open brace": ("{cm:15}", "{cm:15", "steps[0].text", "{cm:15} or {kg:5}"),
    "a ragged table": ("| Back | Down |", "| Back |", "steps[1].table", "2 cells in every row"),
    "no line of dashes": ("|---|:-:|\n", "", "steps[1].table", "a line of dashes"),
    "a table of one line": (
        "|---|:-:|\n| Back | Down |\n| Little | Much |\n",
        "",
        "steps[1].table",
        "a line of dashes",
    ),
    "braces in a table": ("| Little", "| {cm:3}", "steps[1].table", "no braces"),
}


@pytest.mark.parametrize(("old", "new", "key", "expected"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_leaves_the_lesson_out_and_is_named(
    written: Writer, lessons_of: Reader, old: str, new: str, key: str, expected: str
) -> None:
    assert old in GOOD
    file = written(GOOD.replace(old, new, 1))
    library = lessons_of(file)
    assert expected in expected_at(library.problems, key)
    assert len(library.problems) == 1
    assert library.problems[0].file == file
    assert list(library) == []
    assert library.get("bow") is None
    assert library.order == ()
    assert library.outlines == ()


def test_a_picture_takes_the_place_of_a_movement(written: Writer, lessons_of: Reader) -> None:
    block = GOOD[GOOD.index("movement") : GOOD.index("```\n\nLook")]
    library = lessons_of(written(GOOD.replace(block, 'picture = "daily-practice"\n', 1)))
    assert library.problems == []
    lesson = library.get("bow")
    assert lesson is not None
    assert lesson.steps[0].show == Show(picture="daily-practice")


def test_a_picture_that_is_not_there_leaves_the_lesson_out(
    written: Writer, movements: MovementLibrary
) -> None:
    block = GOOD[GOOD.index("movement") : GOOD.index("```\n\nLook")]
    file = written(GOOD.replace(block, 'picture = "daily"\n', 1))
    library = LessonLibrary([file], movements)
    library.read_all(("slow-motion",), ("daily-practice",))
    assert keys(library.problems) == ["steps[0].picture"]
    assert library.order == ()


def test_an_exercise_that_is_not_there_is_named_and_the_lesson_can_be_read(
    written: Writer, lessons_of: Reader
) -> None:
    library = lessons_of(written(GOOD.replace('"slow-motion"', '"fast"')))
    assert expected_at(library.problems, "head.practice") == "expected an exercise, got 'fast'"
    assert library.order == ("bow",)
    assert library.get("bow") is not None


def test_every_mistake_is_found_at_once(written: Writer, lessons_of: Reader) -> None:
    text = (
        GOOD.replace('"Bowing"', "3")
        .replace("reps", "rep")
        .replace("First look", "")
        .replace(AT, "loop = 1\nspeed = nan\n")
        .replace('"hips"', '"hip"')
        .replace('beside = "squat"', 'beside = "sit"')
        .replace("Compare them.", "Compare {x}.")
        .replace("| Back | Down |", "| {cm:3} | Down |")
    )
    assert set(keys(lessons_of(written(text)).problems)) == {
        "head.title",
        "head.rep",
        "steps[0].title",
        "steps[0].loop",
        "steps[0].speed",
        "steps[0].light[0]",
        "steps[1].beside",
        "steps[1].text",
        "steps[1].table",
    }


def test_good_steps_beside_a_bad_one_are_looked_at_too(written: Writer, lessons_of: Reader) -> None:
    text = GOOD.replace("First look", "").replace('"squat"', '"sit"')
    assert keys(lessons_of(written(text)).problems) == ["steps[0].title", "steps[1].beside"]


def test_a_lesson_without_steps_is_refused(written: Writer, lessons_of: Reader) -> None:
    head = GOOD.split("## ", maxsplit=1)[0]
    assert "at least one step" in expected_at(lessons_of(written(head)).problems, "steps")


@pytest.mark.parametrize("name", ["bow.md", "1-bow.md", "01_bow.md", "01-Bow.md", "001-bow.md"])
def test_a_file_name_without_number_and_id_is_refused(
    tmp_path: Path, lessons_of: Reader, name: str
) -> None:
    (tmp_path / name).write_text(GOOD, encoding="utf-8")
    library = lessons_of(tmp_path / name)
    assert "expected a file named NN-bow.md, as 05-bow.md" in expected_at(
        library.problems, "head.id"
    )


def test_an_id_can_be_had_once(tmp_path: Path, lessons_of: Reader) -> None:
    files = [tmp_path / "01-bow.md", tmp_path / "02-bow.md"]
    for file in files:
        file.write_text(GOOD, encoding="utf-8")
    library = lessons_of(*files)
    assert library.order == ("bow",)
    assert [problem.file for problem in library.problems] == [files[1]]
    assert "'bow' is taken" in expected_at(library.problems, "head.id")


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"+++\n\xff\xfe\n", "expected UTF-8 text, byte 4 is not"),
        (b"#" * 300_000, "expected at most 256 kB"),
    ],
)
def test_what_is_no_text_is_named(
    tmp_path: Path, lessons_of: Reader, data: bytes, expected: str
) -> None:
    file = tmp_path / "01-bow.md"
    file.write_bytes(data)
    assert expected_at(lessons_of(file).problems, "") == expected


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path, lessons_of: Reader) -> None:
    (tmp_path / "02-bow.md").mkdir()
    library = lessons_of(tmp_path / "01-bow.md", tmp_path / "02-bow.md")
    assert [str(problem.expected) for problem in library.problems] == [
        "cannot be read: No such file or directory",
        "cannot be read: it is a folder, not a file",
    ]


def test_the_others_stay_and_keep_their_order(tmp_path: Path, lessons_of: Reader) -> None:
    files = []
    for number, name in enumerate(("one", "two", "three", "four")):
        file = tmp_path / f"{number:02}-{name}.md"
        file.write_text(GOOD.replace('"bow"', f'"{name}"'), encoding="utf-8")
        files.append(file)
    files[1].write_text(GOOD.replace('"bow"', '"two"').replace('"hinge"', '"bend"'))
    library = lessons_of(*files)
    assert library.order == ("one", "three", "four")
    assert [outline.id for outline in library.outlines] == ["one", "three", "four"]
    assert [lesson.id for lesson in library] == ["one", "three", "four"]
    assert len(library) == 3
    assert {problem.file for problem in library.problems} == {files[1]}


def test_steps_are_read_when_the_lesson_is_asked_for(
    tmp_path: Path, lessons_of: Reader, movements: MovementLibrary
) -> None:
    file = tmp_path / "01-bow.md"
    file.write_text(GOOD.replace('"hinge"', '"bend"'), encoding="utf-8")
    library = LessonLibrary([file], movements)
    assert library.problems == []
    assert library.order == ("bow",)
    assert library.get("bow") is None
    assert keys(library.problems) == ["steps[0].movement", "steps[1].movement"]
    library.read_all()
    assert len(library.problems) == 2


@pytest.mark.parametrize(
    "text",
    [
        "![a](/dev/zero)",
        "![a](file:///home/someone/picture.png)",
        "![a](../../../../any/file.png)",
        "![a][b]\n\n[b]: /dev/zero",
        "<img src=/dev/zero>",
        "<IMG SRC='x'>",
        "</b>",
        "<!-- hidden -->",
        "[here](other.md)",
        "[here] (other.md)",
        "<https://example.org>",
        "https://example.org",
        "www.example.org",
    ],
)
def test_a_text_that_refers_to_a_file_or_an_address_is_refused(
    written: Writer, lessons_of: Reader, text: str
) -> None:
    library = lessons_of(written(GOOD.replace("Look at the **hips**.", text)))
    assert library.get("bow") is None
    assert "no pictures, links" in expected_at(library.problems, "steps[0].text")


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("| Little | Much |\n", "| Little | Much |\n" * 14_000, "steps[1]"),
        ("| Little | Much |\n", "| Little | Much |\n" * 31, "steps[1].table"),
        ("Look at the **hips**.", "| a | b |\n" * 20_000, "steps[0]"),
        ("Compare them.", "- hips\n" * 20_000, "steps[1]"),
        ("## Side by side", "## Again\n```toml\n```\nText.\n\n" * 61 + "## Side by side", "steps"),
    ],
)
def test_what_is_far_too_long_is_refused_at_once(
    written: Writer, lessons_of: Reader, old: str, new: str, key: str
) -> None:
    library = lessons_of(written(GOOD.replace(old, new)))
    assert library.get("bow") is None
    assert "at most" in expected_at(library.problems, key)


def test_words_that_only_look_like_references_stay(written: Writer, lessons_of: Reader) -> None:
    text = "Knees < hips: 3 > 2! (Not [yet].) And: this, 1/2 of it - **now**."
    library = lessons_of(written(GOOD.replace("Look at the **hips**.", text)))
    assert library.get("bow") is not None, library.problems
