"""Put into words what is next: for each state of a day the sentences and the buttons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QLocale

from app.lessons.model import Step
from app.library import Library
from app.movement.model import Label
from app.programme.course import Course
from app.programme.next_thing import NextKind, NextThing, Planner, Today
from app.programme.parts import by_exercise
from app.programme.programme import Item, Knob, Routine
from app.programme.reading import NextLesson
from app.programme.safety import CARE_LESSON, Verdict
from app.records.decision import DecisionKind
from app.records.records import Records
from app.ui.dates import day_and_time, plain_date, whole_minutes
from app.ui.keeper import SettingsKeeper
from app.ui.messages import in_units, say, translate
from app.ui.today.said import Decide, Offered, Said, Substitute, Wish
from app.ui.unfinished_texts import go_on_at, what_stopped
from app.units import growth, length


class NextTexts:
    """Writes what the card says.

    Args:
        library: what there is to do.
        planner: how long things take.
        records: what was done in all.
        keeper: the user's units, cue and equipment.
    """

    def __init__(
        self, library: Library, planner: Planner, records: Records, keeper: SettingsKeeper
    ) -> None:
        self._library, self._planner = library, planner
        self._records, self._keeper = records, keeper

    def write(self, today: Today) -> Said:
        """Return what the card says on a day; where practice is closed, with when not to hinge.

        Raises:
            UserError: the records cannot be read.
        """
        said = self._write(today)
        is_care = today.next.kind is NextKind.CARE or today.next.id == CARE_LESSON
        if today.gate.may_offer or is_care:
            return said
        return said._replace(quiet=(*said.quiet, *self._caution()))

    def _write(self, today: Today) -> Said:
        thing, course = today.next, today.course
        match thing:
            case NextThing(kind=NextKind.CARE):
                return self._care(today.gate)
            case NextThing(kind=NextKind.UNFINISHED, unfinished=unfinished) if unfinished:
                kind = translate("Today", "Not finished")
                go_on = Offered(go_on_at(unfinished), Wish.GO_ON)
                later = Offered(translate("Today", "Not now"), Wish.NOT_NOW)
                return Said(
                    kind, thing.title, text=what_stopped(unfinished), action=go_on,
                    quiet=(later,), movement=unfinished.plan.exercise.movement,
                )  # fmt: skip
            case _ if course.asks_after and today.gate.is_open:
                return self._finished(course)
            case NextThing(kind=NextKind.SESSION, routine=routine) if routine:
                return self._session(thing, routine, today)
            case NextThing(kind=NextKind.HOMEWORK, routine=routine) if routine:
                start = Offered(translate("Today", "Start"), routine)
                text, movement = self._what(routine)
                kind = translate("Today", "Next")
                return Said(
                    kind, routine.title, whole_minutes(thing.seconds), text,
                    action=start, movement=movement,
                )  # fmt: skip
            case NextThing(kind=NextKind.LESSON, lesson=lesson) if lesson is not None:
                return self._lesson(thing, lesson)
            case _ if not self._library.lessons.order and course.next is None:
                return nothing_to_show(translate("Today", "No lesson could be read."))
            case _:
                return self._nothing(today)

    def _caution(self) -> tuple[Offered, ...]:
        """Return the offer to read when not to hinge; nothing where that cannot be read."""
        lesson = self._library.lessons.get(CARE_LESSON)
        if lesson is None:
            return ()
        text = translate("Today", "Read “{lesson}”").format(lesson=lesson.title)
        return (Offered(text, NextLesson(lesson.id, lesson.title, 0)),)

    def _care(self, gate: Verdict) -> Said:
        if gate.unsettled is not None:
            text = translate(
                "Today", "On {date} you reported pain. Did it settle within 24 hours?"
            ).format(date=plain_date(gate.unsettled.at.date()))
            answer = Offered(translate("Today", "Answer"), Wish.PRACTICE_PAGE)
            title = translate("Today", "Has your pain settled?")
            return Said("", title, text=text, action=answer, quiet=self._caution())
        text = translate("Today", "You reported pain. The lessons stay open.")
        if gate.until is not None:
            text = translate(
                "Today", "You reported pain. Leave practice until {when}. The lessons stay open."
            ).format(when=day_and_time(gate.until))
        page = Offered(translate("Today", "Go to Practice"), Wish.PRACTICE_PAGE)
        title = translate("Today", "Practice is paused")
        return Said("", title, text=text, quiet=(page, *self._caution()))

    def session_title(self, course: Course) -> str:
        """Return `Session 5 of 18`; of the one drawn for a week, its own name."""
        if course.number is None:
            return course.next.title if course.next else ""
        text = translate("Today", "Session {number} of {total}")
        return text.format(number=course.number, total=course.total)

    def _session(self, thing: NextThing, routine: Routine, today: Today) -> Said:
        course = today.course
        text, movement = self._what(routine)
        title, stage = self.session_title(course), course.stage
        is_drawn = course.number is None
        is_first = bool(stage and course.number == stage.first + 1 and not course.again)
        kind, notes = translate("Today", "Next"), []
        if not is_drawn:
            title = f"{title}: {routine.title}"
        if is_drawn:
            kind = translate("Today", "This week")
            notes.append(translate("Today", "One session, on any day you like."))
        elif course.back is not None:
            kind = translate("Today", "Welcome back")
            notes.append(
                translate(
                    "Today", "Start one stage lower today. You'll be back in {count} sessions."
                ).format(count=course.programme.away.sessions)
            )
        elif course.move is not None and not course.move.suggested:
            kind = translate("Today", "Once more")
            notes += [say(objection.message) for objection in course.move.objections]
        elif is_first and stage is not None and stage.first > 0:
            kind = translate("Today", "New")
            if course.move is not None:
                notes += self._may_move_on(course)
        if stage is not None and is_first:
            notes.append(stage.text)
        elif stage is not None and stage.knob and not is_drawn and course.back is None:
            notes.append(self._knob(stage.knob, course))
        if today.felt is not None:
            notes.append(say(today.felt.last_time))
        if cue := self._keeper.person.plan.cue:
            notes.append(translate("Today", "Listen for: {cue}.").format(cue=cue.rstrip(".")))
        start = Offered(translate("Today", "Start"), routine)
        quiet = (*self._short(thing), *_choices(course), *self._substitutes(routine))
        return Said(
            kind, title, whole_minutes(thing.seconds), text, "\n".join(notes), start, quiet,
            movement,
        )  # fmt: skip

    def _may_move_on(self, course: Course) -> Iterator[str]:
        yield translate("Today", "You can move on, if you feel ready.")
        if course.stick is not None:
            text = translate("Today", "The stick stayed on in {count} of {checks} checks.")
            yield text.format(count=course.stick.stayed, checks=course.stick.checks)

    def _knob(self, knob: Knob, course: Course) -> str:
        """Return the one thing that makes the stage harder, with the user's own distance."""
        if knob.step_cm is None or course.wall is None:
            return in_units(knob.text, self._keeper.units)
        text = translate("Today", "Stand about {distance} from the wall.")
        return text.format(distance=say(length(course.wall.next_cm, self._keeper.units)))

    def _what(self, routine: Routine) -> tuple[str, str | None]:
        """Return the exercises with what they need, a line each; and the first one's movement."""
        plan = self._planner.plan_of(routine)
        if plan is None:
            return "", None
        without = self._keeper.person.plan.without
        instead = {
            item.exercise: item.using
            for item in routine.items
            if item.using and item.exercise in without
        }
        line = translate("Today", "{exercise}: {equipment}")
        if len(routine.items) > 1:
            line = translate("Today", "• {exercise}: {equipment}")
        lines = [
            line.format(
                exercise=one.exercise.title,
                equipment=in_units(
                    instead.get(one.exercise.id, one.exercise.equipment), self._keeper.units
                ),
            )
            for one in by_exercise(plan.parts)
        ]
        return "\n".join(lines), plan.exercise.movement

    def _short(self, thing: NextThing) -> Iterator[Offered]:
        if thing.short is None:
            return
        plan = self._planner.plan_of(thing.short)
        names = ", ".join(one.exercise.title for one in by_exercise(plan.parts)) if plan else ""
        text = translate("Today", "Short of time? {exercises} only, {time}")
        yield Offered(text.format(exercises=names, time=whole_minutes(thing.short_s)), thing.short)

    def _substitutes(self, routine: Routine) -> Iterator[Offered]:
        without = self._keeper.person.plan.without
        for item in routine.items:
            if item.without and (item.using or item.other in self._library.exercises):
                has_none = item.exercise in without
                text = _have_it(item) if has_none else self._have_none(item)
                yield Offered(text, Substitute(item.exercise, not has_none))

    def _have_none(self, item: Item) -> str:
        if item.using:
            text = translate("Today", "Don't have {thing}? Use {other}")
            return text.format(thing=item.without, other=item.using)
        text = translate("Today", "Don't have {thing}? Do “{exercise}” instead")
        other = self._library.exercises[item.other or ""]
        return text.format(thing=item.without, exercise=other.title)

    def _lesson(self, thing: NextThing, lesson: NextLesson) -> Said:
        found = self._library.lessons.get(lesson.id)
        time = whole_minutes(thing.seconds)
        movement = self._movement_of(found.steps[lesson.step :]) if found else None
        if lesson.step and found is not None:
            place = translate("Today", "Step {step} of {steps}: {title}").format(
                step=lesson.step + 1, steps=len(found.steps), title=found.steps[lesson.step].title
            )
            read_on = Offered(translate("Today", "Continue"), lesson)
            kind = translate("Today", "Continue reading")
            return Said(kind, lesson.title, time, place, action=read_on, movement=movement)
        begin = Offered(translate("Today", "Begin"), lesson)
        text, note = found.summary if found else "", ""
        kind = translate("Today", "Next lesson")
        if lesson.id == self._library.lessons.order[0]:
            kind, time = translate("Today", "Start here"), ""  # its title says how long it is
            note = translate(
                "Today", "Then six weeks, three short sessions a week. You set the pace."
            )
        return Said(kind, lesson.title, time, text, note, begin, movement=movement)

    def _movement_of(self, steps: Sequence[Step]) -> str | None:
        """Return the first movement of some steps that is not a fault."""
        for step in steps:
            for name in filter(None, (step.show.movement, step.show.beside)):
                found = self._library.movements.get(name)
                if found is not None and found.label is not Label.WRONG:
                    return name
        return None

    def _nothing(self, today: Today) -> Said:
        course = today.course
        movement, text = None, translate("Today", "See you tomorrow.")
        title = translate("Today", "Nothing due")
        if course.stopped:
            text = translate("Today", "All exercises and lessons stay open to you.")
        elif today.gate.may_offer and course.next is not None:
            movement = self._what(course.next)[1]
        if not course.done and course.began_on == today.day:
            title = translate("Today", "You've done your first hinges. That is the whole idea.")
            if movement is not None and course.next is not None:
                text = self._tomorrow(course.next, course)
        return Said("", title, text=text, movement=movement)

    def _tomorrow(self, routine: Routine, course: Course) -> str:
        plan = self._planner.plan_of(routine)
        time = whole_minutes(plan.total_s if plan else None)
        title = self.session_title(course)
        text = translate("Today", "Tomorrow: {session}, {time}.").format(session=title, time=time)
        return "\n".join((text, self._what(routine)[0]))

    def _finished(self, course: Course) -> Said:
        total = self._records.total()
        locale = QLocale()
        text = translate("Today", "{sessions} sessions and {reps} reps.").format(
            sessions=locale.toString(course.done), reps=locale.toString(total.reps)
        )
        if course.wall is not None:
            first, last, _ = course.wall
            wall = translate("Today", "Heels from the wall: {distance}.")
            grown = say(growth(first, last, self._keeper.units))
            text = f"{text} {wall.format(distance=grown)}"
        text = f"{text} {translate('Today', 'What next?')}"
        ways = course.programme.after
        offers = [Offered(one.title, Decide(DecisionKind.AFTER, one.id)) for one in ways]
        line = translate("Today", "• {title}: {text}")
        lines = (line.format(title=one.title, text=one.text) for one in ways)
        return Said(
            "", translate("Today", "You finished the six weeks"), text="\n".join((text, *lines)),
            action=next(iter(offers), None),
            quiet=(*offers[1:], Offered(translate("Today", "See your six weeks"), Wish.COURSE)),
        )  # fmt: skip


def _choices(course: Course) -> Iterator[Offered]:
    """Yield what can be decided about the session instead."""
    stages = course.programme.stages
    if course.back is not None:
        at = stages[course.programme.stage_at(course.at)]
        text = translate("Today", "Go on with “{stage}” instead")
        yield Offered(text.format(stage=at.title), Decide(DecisionKind.CAME_BACK, at.id))
    elif course.move is not None and course.move.suggested:
        before = stages[stages.index(course.move.stage) - 1]
        text = translate("Today", "Not ready? One more week of “{stage}”")
        yield Offered(text.format(stage=before.title), Decide(DecisionKind.STAYED, before.id))
    elif course.move is not None:
        text = translate("Today", "Move on to “{stage}” anyway")
        stage = course.move.stage
        yield Offered(text.format(stage=stage.title), Decide(DecisionKind.MOVED_ON, stage.id))


def _have_it(item: Item) -> str:
    return translate("Today", "I have {thing} now").format(thing=item.without)


def nothing_to_show(sentence: str) -> Said:
    """Say why nothing is suggested."""
    return Said("", translate("Today", "Nothing to show"), text=sentence)
