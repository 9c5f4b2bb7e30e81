from __future__ import annotations

import re

import pytest

from app.lessons.model import Lesson, Offer
from app.library import Library
from app.programme.safety import CARE_LESSON
from app.units import fill
from tests.helpers.content import LOCATIONS

ORDER = [
    "first-five-minutes",
    "when-not-to",
    "why-this-movement",
    "what-a-hinge-is",
    "why-people-miss-it",
    "starting-position",
    "the-movement",
    "wall-drill",
    "cues",
    "hinge-or-squat",
    "everyday-uses",
    "troubleshooting",
    "six-weeks",
    "tight-hamstrings",
    "homework",
    "bottom-line",
    "what-we-know",
]

#: What each lesson must say, in the field's own terms; otherwise in the lesson's words.
FACTS = {
    "first-five-minutes": ["hip hinge", "15 cm", r"five touches", "when not to hinge"],
    "why-this-movement": ["pencil", "barbell", r"mostly your hips, or mostly your back"],
    "what-a-hinge-is": [
        r"\bdoor\b",
        "car door",
        "prime mover",
        r"natural curves",
        r"knees bend a little",
        r"\bheels\b",
        "hamstrings",
        "glutes",
    ],
    "why-people-miss-it": [
        "dropped phone",
        r"back is rounded",
        r"legs are straight",
        r"sitting|chair",
        "hip flexors",
        r"glutes weak",
        "quad-dominant",
        r"nobody (taught|showed)",
        r"\brush|hurry",
    ],
    "starting-position": [
        "hip-width",
        r"toes.*(ahead|forward)",
        r"slightly out",
        "soft",
        r"neither locked nor deep",
        "chest proud",
        r"shoulders (settle )?back",
        r"string",
        "crown",
    ],
    "the-movement": [
        r"hips straight back",
        r"wall behind",
        r"shin.*vertical",
        r"back flat",
        r"tailbone",
        r"leans forward by itself",
        r"stretch.*hamstrings",
        r"(stop|end).*round|back rounds",
        r"hips forward",
        r"squeeze your glutes",
    ],
    "wall-drill": [
        r"away from the wall",
        r"15 cm \(6 inches\)",
        "hip-width",
        r"touches the wall",
        r"knees barely bend",
        r"back stays flat",
        r"stand (up|tall)",
        r"step forward",
        r"round",
    ],
    "cues": [
        r"butt back, chest proud",
        r"close the car door with your butt",
        r"shoulders and hips move together",
        "seesaw",
        r"push the floor away",
        r"standing up",
        r"break at the hips, not the knees",
    ],
    "hinge-or-squat": [
        r"hips go far back",
        r"hips go down",
        r"slight knee bend",
        r"deep knee bend",
        r"leans more",
        r"more upright",
        r"hamstrings and glutes",
        r"quads and glutes",
        r"picking things up",
        r"sitting down",
        r"deadlifts, rdls",
        r"squats, lunges",
    ],
    "everyday-uses": [
        r"picking things up",
        "dishwasher",
        r"garden",
        "furniture",
        r"children|kids",
        r"pets|dog",
        r"every deadlift",
        "kettlebell swing",
        "bent-over row",
        "good morning",
    ],
    "troubleshooting": [
        r"lower back",
        r"rounding",
        r"chest proud",
        r"go less far",
        r"hamstrings allow",
        r"knees bending too much",
        r"back, not down",
        r"wall drill daily",
        r"rope",
        r"further back",
        r"weight in your heels",
        r"slight bend in your knees",
        r"balance backwards",
        r"big toe",
        r"core",
    ],
    "six-weeks": [
        r"weeks 1–2: wall touches\W+3 sets of 10",
        r"weeks 1–2: broomstick hinges\W+3 sets of 10",
        r"weeks 1–2: slow motion\W+3 sets of 5\b",
        r"5 seconds down and 5 seconds up",
        r"weeks 3–4: light weight at the chest\W+3 sets of 10",
        r"weeks 3–4: band around the hips\W+3 sets of 10",
        r"weeks 3–4: single-leg stands\W+3 sets of 30 seconds on each leg",
        r"weeks 5–6: dumbbell deadlifts\W+3 sets of 8\W+ light",
        r"weeks 5–6: kettlebell deadlifts\W+3 sets of 8",
        r"weeks 5–6: romanian deadlifts\W+3 sets of 8 with a light bar",
    ],
    "tight-hamstrings": [
        r"toes",
        r"bend the knees more",
        r"reduce the range",
        r"separately",
        r"every day|daily",
        r"perfect form",
        r"range you have",
    ],
    "when-not-to": [
        r"acute back pain",
        r"back injury",
        r"severe sciatica",
        r"recent back surgery",
        r"balance problems",
        r"no support",
        r"ask a healthcare provider",
        r"numb legs, above all both",
        r"\bfever\b",
        r"weight loss you cannot explain",
        r"wakes you at night",
        r"\ba fall\b",
        r"steroid",
        r"\bcancer\b.*in the past",
        r"heart trouble, chest pain or fainting",
        r"replaced or operated hip",
        r"osteoporosis",
        r"hernia",
        r"pregnancy",
        r"dizzy when you bend",
        r"one hand free",
        r"cleared you",
    ],
    "homework": [
        r"morning.*10 bodyweight hinges",
        r"out of bed, and half an hour on your feet",
        r"whenever you pick something up",
        r"evening.*10 wall touches",
        r"two weeks.*natural",
        r"a month.*automatically",
    ],
    "bottom-line": ["fundamental", r"glutes and hamstrings", r"dozens of exercises", "foundation"],
    "what-we-know": [
        r"not medical advice",
        r"stop if it hurts",
        r"load your hips while your trunk stays steady",
        r"2020 review of 12 studies \(saraceni\)",
        r"low quality",
        r"swain \(2020\).*41 reviews",
        r"no consensus",
        r"van dieën 1999",
        r"cochrane.*20,101 workers",
        r"wilke 1999",
        r"bazrgari 2007",
        r"seven people",
    ],
}  # fmt: skip

#: Nothing is promised about health, and nobody is frightened.
BANNED = re.compile(
    r"\b(un)?safe(r|ly|ty)?\b|danger|prevent|protect|\bbulletproof|insurance|guarantee|\bcures?\b"
    r"|\bheals?\b|\bharmful|\binjure|\bdamag|\bruins?\b|save your back|pain-free",
    re.IGNORECASE,
)
UNIT = re.compile(
    r"\d\s*-?\s*(cm|mm|m|km|metres?|meters?|in|inch(es)?|feet|foot|ft|kg|kilos?|g|lbs?|pounds?)\b"
    r"|\b(one|two|three|four|five|six|ten) (centi\w+|met(re|er)s?|inch(es)?|kilos?|pounds?)\b",
    re.IGNORECASE,
)


def told(lesson: Lesson) -> str:
    """Return all a lesson says, on one line, without emphasis."""
    parts = [lesson.title, lesson.summary]
    for step in lesson.steps:
        cells = [*step.table.columns, *sum(step.table.rows, ())] if step.table else []
        parts += [step.title, step.text, *cells]
    return re.sub(r"\s+", " ", " ".join(parts).replace("**", ""))


def lesson_of(library: Library, lesson_id: str) -> Lesson:
    lesson = library.lessons.get(lesson_id)
    assert lesson is not None
    return lesson


def test_all_content_can_be_read(library: Library) -> None:
    assert library.read_all() == []


def test_the_lessons_come_in_the_tutorials_order_and_when_not_to_before_them(
    library: Library,
) -> None:
    assert list(library.lessons.order) == ORDER
    files = sorted(file.name for file in LOCATIONS.lessons().glob("*.md"))
    assert files == [f"{number:02}-{name}.md" for number, name in enumerate(ORDER)]


def test_there_are_at_least_sixty_steps(library: Library) -> None:
    assert sum(len(lesson.steps) for lesson in library.lessons) >= 60


def test_the_first_five_minutes_are_four_steps_and_five_wall_touches(library: Library) -> None:
    lesson = lesson_of(library, "first-five-minutes")
    assert len(lesson.steps) == 4
    assert lesson.offer == Offer("wall-touches", sets=1, reps=5)


def test_every_lesson_offers_the_practice_that_belongs_to_it(library: Library) -> None:
    offers = {one.id: one.offer.exercise for one in library.lessons if one.offer is not None}
    assert set(ORDER) - set(offers) == {CARE_LESSON}, "which offers none"
    assert set(offers.values()) <= {"slow-motion", "wall-touches", "wall-drill"}
    assert offers["wall-drill"] == "wall-drill"
    assert offers["the-movement"] == "slow-motion"
    assert offers["homework"] == "wall-touches"


@pytest.mark.parametrize("lesson_id", ORDER)
def test_no_fact_is_missing(library: Library, lesson_id: str) -> None:
    text = fill(told(lesson_of(library, lesson_id)), "both").lower()
    missing = [fact for fact in FACTS[lesson_id] if not re.search(fact, text)]
    assert missing == []


@pytest.mark.parametrize(
    ("lesson_id", "steps"),
    [
        ("what-a-hinge-is", 7),
        ("why-people-miss-it", 5),
        ("starting-position", 5),
        ("the-movement", 7),
        ("wall-drill", 8),
        ("cues", 5),
        ("everyday-uses", 9),
        ("six-weeks", 9),
    ],
)
def test_each_of_the_tutorials_points_has_a_step(
    library: Library, lesson_id: str, steps: int
) -> None:
    # A picture says again what its lesson's steps have said; it is not one of the points.
    moving = [step for step in lesson_of(library, lesson_id).steps if step.show.picture is None]
    assert len(moving) >= steps


def test_each_picture_stands_in_the_lesson_it_belongs_to(library: Library) -> None:
    found = {
        step.show.picture: lesson.id
        for lesson in library.lessons
        for step in lesson.steps
        if step.show.picture is not None
    }
    assert found == {
        "common-mistakes": "why-people-miss-it",
        "step-by-step": "the-movement",
        "visual-cues": "cues",
        "hinge-vs-squat": "hinge-or-squat",
        "troubleshooting": "troubleshooting",
        "daily-practice": "homework",
    }
    assert set(found) == set(library.pictures)


def test_hinge_or_squat_is_a_table_of_six_rows_beside_both_figures(library: Library) -> None:
    step = lesson_of(library, "hinge-or-squat").steps[0]
    assert step.table is not None
    assert step.table.columns == ("Hinge", "Squat")
    assert len(step.table.rows) == 6
    assert (step.show.movement, step.show.beside) == ("hinge", "squat")


def test_the_figures_show_what_the_lessons_are_about(library: Library) -> None:
    shown: dict[str, set[str | None]] = {
        lesson.id: {
            name for step in lesson.steps for name in (step.show.movement, step.show.beside)
        }
        for lesson in library.lessons
    }
    assert shown["why-this-movement"] >= {"phone-pick-up", "hinge"}
    assert shown["why-people-miss-it"] >= {"phone-pick-up", "rushed-hinge"}
    assert shown["wall-drill"] >= {"wall-touch"}
    assert shown["troubleshooting"] >= {
        "rounded-back", "squatting-the-hinge", "hips-not-back", "falling-backward"
    }  # fmt: skip
    assert shown["tight-hamstrings"] >= {"reduced-range"}
    used = set().union(*shown.values()) - {None}
    assert used == set(library.movements)


def test_the_start_is_seen_from_the_front_and_from_the_side(library: Library) -> None:
    views = {step.show.view for step in lesson_of(library, "starting-position").steps}
    assert views >= {"front", "side"}


@pytest.mark.parametrize("lesson_id", ORDER)
def test_nothing_is_promised_and_nobody_is_frightened(library: Library, lesson_id: str) -> None:
    assert BANNED.findall(told(lesson_of(library, lesson_id))) == []


@pytest.mark.parametrize("lesson_id", ORDER)
def test_lengths_and_weights_are_left_to_the_users_units(library: Library, lesson_id: str) -> None:
    text = told(lesson_of(library, lesson_id))
    assert [found[0] for found in UNIT.finditer(text)] == []


def test_the_patterns_find_what_they_look_for() -> None:
    for bad in ("a safe way", "prevents injury", "protects your spine", "It is dangerous"):
        assert BANNED.search(bad), bad
    for bad in ("about 6 inches", "15cm away", "a 2 kg weight", "two pounds", "6-inch"):
        assert UNIT.search(bad), bad
    for good in ("10 hinges", "3 sets of 10", "5 seconds down", "{cm:15}", "two feet wide"):
        assert not UNIT.search(good), good


@pytest.mark.parametrize("lesson_id", ORDER)
def test_a_step_is_one_idea_in_few_words_to_you(library: Library, lesson_id: str) -> None:
    lesson = lesson_of(library, lesson_id)
    titles = [step.title for step in lesson.steps]
    assert len(set(titles)) == len(titles)
    for step in lesson.steps:
        assert len(step.text.split()) <= 60, step.title
        assert not re.search(r"^#", step.text, re.MULTILINE), step.title
        assert "`" not in step.text, step.title
    assert re.search(r"\byour?\b", told(lesson), re.IGNORECASE)
