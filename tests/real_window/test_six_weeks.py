"""Six weeks and what follows, lived in the real window in a minute or two."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.helpers.desktop import HANG_S, Screens
from tests.helpers.lived_course import LivedCourse

#: A Monday; the clocks go forward on the 29th.
MONDAY = datetime(2026, 3, 16, 7, 30, tzinfo=ZoneInfo("Europe/Berlin"))


@pytest.mark.timeout(10 * HANG_S)  # ten weeks take longer than a moment
def test_six_weeks_and_what_follows(screen: Screens, tmp_path: Path) -> None:
    course = LivedCourse(screen(1280, 800), tmp_path, MONDAY)

    with course.visit() as today:
        today.says("Start here", "First five minutes")
        assert today.course == "Session 1 of 18"
        today.press("Begin:")
        for step in range(1, 4):
            today.program.wait_for(f"Step {step} of 4")
            today.press("Next")
        today.press("Practise: Wall touches")
        today.lead()
        today.leave()
        today.says("You've done your first hinges. That is the whole idea.")
        assert not today.offered
        today.press("Done")  # the set-up

    with course.visit(days=1) as today:
        today.says("Session 1 of 18: Bodyweight basics", "13 min", "a broomstick")
        today.practise("", "Hamstrings and glutes")
        assert today.course == "Session 2 of 18"
        today.says("Morning hinges (10)")  # no second session on the same day

    with course.visit(days=1) as today:  # a rest day
        today.says("Morning hinges (10)")
        today.press("Done: Morning hinges (10)")
        today.says("Daily stretch")

    with course.visit(days=3, hour=19) as today:  # two days were missed
        today.says("Session 2 of 18", "Short of time? Wall touches only, 4 min")
        assert not any("miss" in text.lower() for text in today.next_card)
        today.practise("Short of time?")
        today.says("Evening wall touches (10)")
        assert today.course == "Session 2 of 18"  # the day counts, the course waits

    with course.visit(days=2, hour=10) as today:
        today.says("Session 2 of 18")
        today.press("Start:")
        today.press("Start")
        today.program.wait_for("Next: set 2 of 3")
        today.program.desktop.press("Escape")
        today.program.wait_for("Done")

    with course.visit(hour=18) as today:
        today.says("Not finished", "session stopped at")
        today.press("Resume at set")
        today.program.wait_for("Done")
        today.leave()
        assert today.course == "Session 3 of 18"

    for number in (3, 4, 5):
        with course.visit(days=2) as today:
            today.says(f"Session {number} of 18")
            today.do_elsewhere()
            assert today.course == f"Session {number + 1} of 18"

    with course.visit(days=2, hour=9) as today:
        today.practise("", "Hamstrings and glutes")

    with course.visit(days=2) as today:
        today.says("Session 7 of 18: A little resistance", "You can move on, if you feel ready.")
        today.says("Not ready? One more week of “Bodyweight basics”")
        today.press("Don't have a band?")
        today.says("I have a band now")
        today.press(today.offered)
        today.lead()
        today.press("Pain")
        today.press("How strong? (0 = none now, 10 = the worst there could be) 5")
        today.press("Where? Lower back")
        today.program.click("Today")
        today.says("Practice is paused")
        assert not today.offered

    with course.visit(days=1) as today:
        today.says("Practice is paused")
        assert not today.offered

    with course.visit(days=2) as today:
        today.says("Session 8 of 18: A little resistance", "I have a band now")
        today.practise("", "Hamstrings and glutes")  # after the questions, once more
        today.says("Morning hinges (10)")

    for number in (9, 10, 11, 12):
        with course.visit(days=2) as today:
            today.says(f"Session {number} of 18: A little resistance")
            today.do_elsewhere()

    with course.visit(days=2) as today:
        today.says("Session 13 of 18: Lifting", "You can move on, if you feel ready.")
        today.says("Don't have a kettlebell?", "Not ready? One more week")
        today.do_elsewhere()

    for number in (14, 15, 16, 17):
        with course.visit(days=2) as today:
            today.says(f"Session {number} of 18: Lifting")
            today.do_elsewhere()

    with course.visit(days=2) as today:
        today.says("Session 18 of 18: Lifting")
        today.practise("", "Hamstrings and glutes")
        today.says("You finished the six weeks", "18 sessions")

    with course.visit(days=1) as today:
        today.says("You finished the six weeks")  # until it is decided
        today.press("Keep it")
        today.says("Morning hinges (10)")
        assert today.course == "18 of 18 sessions done"

    with course.visit(days=7) as today:
        today.says("This week", "One session, on any day you like.")
        today.practise("", "Hamstrings and glutes")
        today.says("Morning hinges (10)")  # one a week

    with course.visit(days=7) as today:
        today.says("This week")

    with course.visit(days=31) as today:
        today.says("Welcome back", "Session 11 of 18", "You'll be back in 2 sessions.")
        today.press("Go on with “Lifting” instead")
        today.says("This week")
        assert today.course == "18 of 18 sessions done"
