"""What is said about sessions of the course, and about what was decided."""

from __future__ import annotations

from datetime import date

from app.programme.course import Course, CourseSession
from app.programme.deciding import Decided
from app.programme.programme import THIS_WEEK, Programme, Routine
from app.records.decision import DecisionKind
from app.ui.dates import plain_date, recent_date, short_date
from app.ui.messages import translate


def session_name(routine: Routine) -> str:
    """Return `Week 1, day 2`, or what the session of this week is called."""
    if routine.week is None:
        return translate("Course", "This week's session")
    text = translate("Course", "Week {week}, day {day}")
    return text.format(week=routine.week, day=routine.day)


def list_line(one: CourseSession, *, is_next: bool) -> str:
    """Return the line of a session in the list: its name, and when it was done."""
    name = session_name(one.routine)
    if is_next:
        return translate("Course", "{session} · next").format(session=name)
    if one.done_on is None:
        return name
    text = translate("Course", "{session} · {date}")
    return text.format(session=name, date=short_date(one.done_on))


def spoken_line(one: CourseSession, *, is_next: bool) -> str:
    """Return the line for those who do not see the dot beside it."""
    name, text = session_name(one.routine), translate("Course", "{session}, not done yet")
    if is_next:
        text = translate("Course", "{session}, next")
    elif one.done_on is not None and one.elsewhere:
        text = translate("Course", "{session}, done elsewhere on {date}")
    elif one.done_on is not None:
        text = translate("Course", "{session}, done on {date}")
    return text.format(session=name, date=plain_date(one.done_on) if one.done_on else "")


def state_line(course: Course, one: CourseSession, today: date) -> str:
    """Say whether a session was done, comes next, or when it is due."""
    is_next = course.next is not None and course.next.id == one.routine.id
    if is_next and not course.is_due(today) and course.due is not None:
        text = translate("Course", "Next, from {date}. You can also start it now.")
        return text.format(date=recent_date(course.due, today))
    if is_next and course.again:
        return translate("Course", "Next. You have done this one before.")
    if is_next:
        return translate("Course", "Next.")
    if one.done_on is None:
        return translate("Course", "Not done yet.")
    text = translate("Course", "Done on {date}.")
    if one.elsewhere:
        text = translate("Course", "Done elsewhere on {date}.")
    return text.format(date=recent_date(one.done_on, today))


def decided_line(decided: Decided, programme: Programme) -> str:
    """Say what was decided."""
    about, stage = decided.about, programme.stage(decided.about)
    routine = programme.routine(about)
    after = next((one.title for one in programme.after if one.id == about), about)
    session = translate("Course", "This week's session") if about == THIS_WEEK else about
    session = session_name(routine) if routine else session
    if decided.withdrawn:
        text = translate("Course", "{session} no longer counts as done elsewhere.")
        return text.format(session=session)
    text = {
        DecisionKind.MOVED_ON: translate("Course", "You moved on to “{stage}”."),
        DecisionKind.STAYED: translate("Course", "One more week of “{stage}”."),
        DecisionKind.STARTED_AT: translate("Course", "{session} is next."),
        DecisionKind.DONE_ELSEWHERE: translate("Course", "{session} counts as done."),
        DecisionKind.AFTER: translate("Course", "What comes next: {after}."),
        DecisionKind.CAME_BACK: translate("Course", "The course goes on where you left it."),
        DecisionKind.CAME_BACK_LOWER: translate("Course", "“{stage}” comes first."),
    }[decided.kind]
    return text.format(stage=stage.title if stage else about, session=session, after=after)
