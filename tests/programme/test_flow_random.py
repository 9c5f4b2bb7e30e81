from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from itertools import pairwise
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from app.programme.flow import PracticeFlow
from app.programme.flow_states import FlowEvent, FlowState, IllegalFlowEventError, allows
from app.records.feedback import Feedback, Felt, PainPlace, painless
from app.records.model import SessionRecord, SetRecord
from tests.helpers.practice_flow import LIBRARY, NO, YES, Story, a_plan

#: What the user can do, and the event it is; None of what changes nothing that is out of place.
VERBS: dict[str, tuple[FlowEvent | None, Callable[[PracticeFlow], None]]] = {
    "ask": (FlowEvent.ASK_SAFETY, PracticeFlow.ask_questions),
    "answer no": (FlowEvent.OPEN_GATE, lambda flow: flow.answer_questions(NO, support=False)),
    "answer yes": (FlowEvent.OPEN_GATE, lambda flow: flow.answer_questions(YES, support=False)),
    "choose": (FlowEvent.CHOOSE, PracticeFlow.choose),
    "choose another": (FlowEvent.CHOOSE, PracticeFlow.choose_another),
    "edit": (FlowEvent.EDIT, PracticeFlow.edit),
    "end editing": (FlowEvent.END_EDITING, PracticeFlow.end_editing),
    "start": (FlowEvent.START, lambda flow: flow.start(a_plan())),
    "homework": (FlowEvent.START, lambda flow: flow.start(a_plan(LIBRARY.programme.daily[0].id))),
    "felt": (FlowEvent.ANSWER, lambda flow: flow.felt(Felt.NOWHERE)),
    "effort": (FlowEvent.ANSWER, lambda flow: flow.effort(3)),
    "as shown": (FlowEvent.ANSWER, lambda flow: flow.done_as_shown(True)),
    "wall": (FlowEvent.MEASURE, lambda flow: flow.measure(wall_cm=18)),
    "no wall": (FlowEvent.MEASURE, lambda flow: flow.measure(wall_cm=None)),
    "stick off": (FlowEvent.MEASURE, lambda flow: flow.measure(stick_back=False)),
    "skip": (FlowEvent.SKIP, PracticeFlow.skip_question),
    "pain": (FlowEvent.NOTE_PAIN, PracticeFlow.note_pain),
    "no pain": (FlowEvent.TAKE_PAIN_BACK, PracticeFlow.take_pain_back),
    "mild": (FlowEvent.DESCRIBE_PAIN, lambda flow: flow.describe_pain(pain_level=2)),
    "down a leg": (
        FlowEvent.DESCRIBE_PAIN,
        lambda flow: flow.describe_pain(pain_place=PainPlace.LEG),
    ),
    "settled": (None, lambda flow: flow.say_settled(True)),
    "not settled": (None, lambda flow: flow.say_settled(False)),
    "look at gate": (None, PracticeFlow.look_at_gate),
    "cleared": (
        FlowEvent.OPEN_GATE,
        lambda flow: flow.answer_questions(YES, support=True, cleared=True),
    ),
    "felt nothing": (FlowEvent.ANSWER, lambda flow: flow.felt(None)),
    "look again": (None, PracticeFlow.look_again),
    "go on": (None, PracticeFlow.go_on),
    "decline": (None, PracticeFlow.decline_unfinished),
    "leave page": (None, PracticeFlow.leave_page),
    "dismiss": (None, PracticeFlow.dismiss_pain),
}
WORLD = ("play", "play", "play", "stop", "crash", "a day later", "a week later")
steps = st.lists(
    st.tuples(st.sampled_from([*VERBS, *WORLD, "start", "start"]), st.floats(0.5, 40.0)),
    max_size=60,
)


@settings(max_examples=200)
@given(steps=steps)
def test_whatever_is_done(steps: Sequence[tuple[str, float]]) -> None:
    story = Story()
    for name, seconds in [("answer no", 0.0), *steps]:
        if name in VERBS:
            do(story, name)
        elif name == "play":
            story.play(seconds)
        elif name == "stop" and story.session is not None:
            story.stop()
        elif name == "crash":
            story.started_again()
        elif name.endswith("later"):
            story.wall += timedelta(days=7 if "week" in name else 1)
        check_flow(story)
        check_records(story)
    # From wherever that was, practice is not further than this.
    if story.session is not None:
        story.stop()
    story.wall += timedelta(days=4)
    story.flow.ask_questions()
    do(story, "cleared")
    do(story, "start")
    assert story.flow.state is FlowState.PRACTISING


def do(story: Story, name: str) -> None:
    """Do something; what has no place here is refused and leaves everything as it was."""
    flow = story.flow
    event, verb = VERBS[name]
    before, recorded = flow.state, len(story.records.listed)
    if event is None or allows(before, event):
        verb(flow)
    else:
        with pytest.raises(IllegalFlowEventError) as raised:
            verb(flow)
        # Taking pain back is one of two events.
        assert raised.value.event.value.startswith(event.value)
        assert (flow.state, len(story.records.listed)) == (before, recorded)
    if flow.state is FlowState.PRACTISING and before is not FlowState.PRACTISING:
        story.lead()
    flow.look_at_gate()  # as the page does


def check_flow(story: Story) -> None:
    flow = story.flow
    if flow.state in (FlowState.CHOOSING, FlowState.CLOSED):
        assert flow.verdict.is_open is (flow.state is FlowState.CHOOSING)
    assert (story.session is not None) is flow.is_under_way
    assert any(allows(flow.state, event) for event in FlowEvent)
    if flow.is_under_way:
        assert flow.unfinished is None
    if flow.unfinished is not None:
        assert flow.unfinished.run not in story.records.of("left")
    if flow.eased is not None:
        assert flow.state is FlowState.CHOOSING


def check_records(story: Story) -> None:
    """Look for what was recorded twice."""
    records = story.records
    left, dismissed = records.of("left"), records.of("dismissed")
    assert len(set(left)) == len(left)
    assert len(set(dismissed)) == len(dismissed)
    sets = [(one.session_id, one.performance) for one in cast("list[SetRecord]", records.of("set"))]
    assert len(set(sets)) == len(sets)
    # A session that is gone on with says again that it began, with the id it had.
    started = cast("list[SessionRecord]", records.of("started"))
    assert len({one.run for one in started}) == len({one.session_id for one in started})
    asked: dict[str, list[Feedback]] = {}
    for given_ in cast("list[Feedback]", records.of("feedback")):
        asked.setdefault(given_.run, []).append(given_)
    for answers in asked.values():
        assert len({one.asked_at for one in answers}) == 1
        for one, then in pairwise(answers):
            if one.pain:  # nothing more is asked after it but what it is like
                told = replace(
                    one,
                    pain_level=then.pain_level,
                    pain_place=then.pain_place,
                    pain_signs=then.pain_signs,
                    settled=then.settled,
                )
                expected = told if then.pain else painless(one)
                assert then == replace(expected, answered_at=then.answered_at)
