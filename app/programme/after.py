"""What is asked after a session: when, and what an answer leads to."""

from __future__ import annotations

from app.lessons.library import LessonLibrary
from app.programme.programme import Programme
from app.records.feedback import Felt
from app.records.model import LessonPlace
from app.records.session_log import Summary

#: The lesson on what can feel wrong.
HELP_LESSON = "troubleshooting"

#: The movement that shows, wrong beside right, what is behind an answer.
FAULTS = {
    Felt.THIGHS: "squatting-the-hinge",
    Felt.LOWER_BACK: "rounded-back",
    Felt.NOWHERE: "hips-not-back",
    Felt.BACKWARD: "falling-backward",
}


def is_asked(summary: Summary, programme: Programme, *, asked_today: bool) -> bool:
    """Decide whether the question is shown after a session.

    Once a day, never after homework, and not where nothing was done.

    Args:
        summary: of the session that is over.
        asked_today: whether it was shown on this day of the learner's clock, answered or not.
    """
    if asked_today or not (summary.sets or summary.reps):
        return False
    routine = programme.routine(summary.plan.routine) if summary.plan.routine else None
    return routine is None or not routine.is_homework


def help_for(felt: Felt, lessons: LessonLibrary) -> LessonPlace | None:
    """Return the step that shows the fault behind an answer, its fixes in the steps after it.

    None where nothing is wrong, or where the lesson does not have it.
    """
    fault = FAULTS.get(felt)
    lesson = lessons.get(HELP_LESSON)
    if fault is None or lesson is None:
        return None
    for number, step in enumerate(lesson.steps):
        if step.show.movement == fault:
            return LessonPlace(lesson.id, number)
    return None
