"""What was changed in the records, and what is in them, in words."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QTime

from app.messages.message import Message
from app.records.corrections import Change, ChangeKind
from app.records.feedback import Feedback, StickPoint
from app.records.model import SetRecord
from app.records.practised import PractisedSession
from app.records.titles import Titles
from app.ui.messages import say, translate
from app.units import Units, length


def change_sentence(change: Change, titles: Titles) -> str:
    """Say what was changed."""
    title = _title(change.exercises, titles)
    match change.kind:
        case ChangeKind.SET_CORRECTED:
            return say(Message("practice.change.set-corrected", title=title, set=change.count))
        case ChangeKind.SET_DELETED:
            return say(Message("practice.change.set-deleted", title=title, set=change.count))
        case ChangeKind.SESSION_DELETED if not change.count:
            return say(Message("practice.change.deleted", title=title))
        case ChangeKind.SESSION_DELETED:
            return say(Message("practice.change.session-deleted", title=title, n=change.count))
        case ChangeKind.ANSWERS_CORRECTED:
            return say(Message("practice.change.answers-corrected", title=title))


def session_words(session: PractisedSession, titles: Titles) -> str:
    """Return when a session began, and what was practised in it."""
    began = session.started_at
    time = QLocale().toString(QTime(began.hour, began.minute), QLocale.FormatType.ShortFormat)
    return f"{time}  {_title(session.exercises, titles)}"


def set_words(one: SetRecord, titles: Titles, *, named: bool) -> str:
    """Return which set it is, with the name of its exercise where that is not clear."""
    text = translate("Sets", "Set {set} of {sets}")
    if named:
        text = translate("Sets", "{exercise}, set {set} of {sets}")
    return text.format(exercise=titles.of(one.exercise), set=one.set, sets=one.sets)


def answer_words(answer: Feedback, units: Units) -> list[str]:
    """Return where it was felt and all that was answered besides; pain is apart."""
    parts = []
    if answer.felt is not None:
        felt = translate("Answers", "Felt: {where}")
        parts.append(felt.format(where=say(answer.felt.message)))
    if answer.effort is not None:
        effort = translate("Answers", "Effort {number} of 10")
        parts.append(effort.format(number=answer.effort))
    if answer.done_as_shown is not None:
        as_shown = translate("Answers", "Looked like the figure")
        differently = translate("Answers", "Did not look like the figure")
        parts.append(as_shown if answer.done_as_shown else differently)
    if answer.wall_cm is not None:
        wall = translate("Answers", "Wall: {distance}")
        parts.append(wall.format(distance=say(length(answer.wall_cm, units))))
    if answer.stick_stayed:
        parts.append(translate("Answers", "The stick stayed on"))
    elif answer.stick_stayed is False:
        off = translate("Answers", "The stick came off: {points}")
        points = [say(one.message) for one in StickPoint if answer.stayed(one) is False]
        parts.append(off.format(points=", ".join(points)))
    return parts


def pain_words(answer: Feedback | None = None) -> str:
    """Say that pain was noted, and of one how strong it was, where, and whether it settled."""
    parts = [translate("Answers", "Felt pain")]
    if answer is None:
        return parts[0]
    if answer.pain_level is not None:
        level = translate("Answers", "{number} of 10")
        parts.append(level.format(number=answer.pain_level))
    if answer.pain_place is not None:
        parts.append(say(answer.pain_place.message))
    if answer.settled is not None:
        settled = translate("Answers", "settled within 24 hours")
        not_settled = translate("Answers", "not settled within 24 hours")
        parts.append(settled if answer.settled else not_settled)
    return " · ".join(parts)


def _title(exercises: tuple[str, ...], titles: Titles) -> str:
    """Return what was practised; a session that ended before its first set has no exercise."""
    return ", ".join(map(titles.of, exercises)) or translate("Sets", "Practice")
