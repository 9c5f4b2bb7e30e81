"""The settings and the values they may have: those of the machine, and those of the person."""

# Annotations are not kept as text here: msgspec would have to evaluate all of them at the start.
from typing import Annotated, Any, Literal, Self

import msgspec
from msgspec import Meta

# The limits of app.practice.limits, which this module may not import; a test compares them.
Seconds = Annotated[float, Meta(ge=0.5, le=15)]
HoldSeconds = Annotated[float, Meta(ge=0, le=120)]
SwitchSeconds = Annotated[float, Meta(ge=3, le=60)]
TopSeconds = Annotated[float, Meta(ge=0, le=15)]
RestSeconds = Annotated[float, Meta(ge=5, le=300)]
PrepareSeconds = Annotated[float, Meta(ge=3, le=60)]
#: The tones that can be turned off: all of app.practice.tones.Tone but the metronome's tick.
ToneName = Literal[
    "get_ready", "down", "hold", "up", "rest", "switch", "halfway", "last_rep", "done"
]
#: More than any desk of screens has; Qt counts no further than 32 bits.
Pixels = Annotated[int, Meta(ge=-100_000, le=100_000)]
#: Longer than any system allows the name of a folder to be.
Folder = Annotated[str, Meta(max_length=33_000)]


#: As in app.body.anthropometry.LIMITS, with the limits in `BodySettings`; a test compares them.
Proportion = Annotated[float, Meta(ge=0.8, le=1.2)]


class BodySettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The user's own body, for the figure.

    Attributes:
        stature_m: metres.
        mass_kg: kilograms.
        sex: which table of body segments is used.
        thigh, shin, trunk, arm: lengths as factors of what is usual for the stature.
        slr_deg: straight-leg raise, degrees.
        lumbar_deg: how far the lower back bends forward, degrees.
    """

    stature_m: Annotated[float, Meta(ge=1.2, le=2.3)] = 1.75
    mass_kg: Annotated[float, Meta(ge=30, le=250)] = 75
    sex: Literal["f", "m"] = "m"
    thigh: Proportion = 1
    shin: Proportion = 1
    trunk: Proportion = 1
    arm: Proportion = 1
    slr_deg: Annotated[float, Meta(ge=30, le=130)] = 90
    lumbar_deg: Annotated[float, Meta(ge=15, le=90)] = 55


class ExerciseSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What the user changed in one exercise; None is what the exercise itself says.

    The countdown before the first set, `prepare_s`, is no exercise's own: None is the person's.

    A hold of 0 seconds, at the bottom or at the top, leaves it out.
    """

    sets: Annotated[int, Meta(ge=1, le=10)] | None = None
    reps: Annotated[int, Meta(ge=1, le=30)] | None = None
    down_s: Seconds | None = None
    hold_s: HoldSeconds | None = None
    up_s: Seconds | None = None
    rest_s: RestSeconds | None = None
    top_s: TopSeconds | None = None
    switch_s: SwitchSeconds | None = None
    prepare_s: PrepareSeconds | None = None


#: What can be said in a few words of one's own.
Words = Annotated[str, Meta(max_length=80)]
WeekdayName = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
WEEKDAYS: tuple[WeekdayName, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


#: A time of the day, as 07:30; empty for none.
TimeOfDay = Annotated[str, Meta(pattern=r"^(([01]\d|2[0-3]):[0-5]\d)?\Z")]


class PlanSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """When and how the course fits into the user's days; all of it is optional.

    Attributes:
        asked: whether the user was asked; skipping the questions answers them too.
        after: after what the ten hinges are done: `get-up`, `kettle`, `teeth`, or own words.
        thing: what the user hinges for: `laundry`, `dishwasher`, `shoes`, or own words.
        weekdays: the days that suit; empty leaves it to the course.
        cue: the one that felt best, as it is to be heard.
        without: the exercises whose substitutes are done, for want of what they need.
        session_at, morning_at, evening_at: when to be reminded of the session and the homework.
    """

    asked: bool = False
    after: Words = ""
    thing: Words = ""
    weekdays: Annotated[list[WeekdayName], Meta(max_length=7)] = []
    cue: Annotated[str, Meta(max_length=200)] = ""
    without: list[str] = []
    session_at: TimeOfDay = ""
    morning_at: TimeOfDay = ""
    evening_at: TimeOfDay = ""


class MachineSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """How the window looks and speaks on this computer, whoever uses it.

    Attributes:
        figure: how the figure is drawn.
        drawn_person: the id of the person it is drawn as; "any" leaves it to chance.
        text_percent: how large text is beside the system's.
        language: "system" or a code such as `de` or `pt_BR`.
        window: left, top, width, height in pixels, where the window last was.
        maximised: whether it filled its screen then.
        close_to_tray: whether closing the window leaves the program in the tray, where there is
            one.
        picture_folder, export_folder, import_folder, copy_folder, calendar_folder: where files
            were last saved or opened; empty for a usual folder.
    """

    theme: Literal["system", "light", "dark"] = "system"
    figure: Literal["person", "silhouette", "stick"] = "person"
    drawn_person: Annotated[str, Meta(max_length=40)] = "any"
    text_percent: Annotated[int, Meta(ge=50, le=300)] = 100
    units: Literal["system", "metric", "imperial"] = "system"
    language: Annotated[str, Meta(pattern=r"^(system|[a-z]{2,3}(_[A-Z][A-Za-z]{1,3})?)\Z")] = (
        "system"
    )
    window: Annotated[list[Pixels], Meta(min_length=4, max_length=4)] | None = None
    maximised: bool = False
    close_to_tray: bool = False
    picture_folder: Folder = ""
    export_folder: Folder = ""
    import_folder: Folder = ""
    copy_folder: Folder = ""
    calendar_folder: Folder = ""

    def units_resolved(self, *, locale_is_metric: bool) -> Literal["metric", "imperial"]:
        """Return the units to show, those of the locale where the user chose none."""
        if self.units != "system":
            return self.units
        return "metric" if locale_is_metric else "imperial"


class PersonSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The body, the exercises and the cues of one person.

    Attributes:
        single_keys: whether letters, digits and signs lead something without Ctrl.
        sound: whether tones are played.
        volume: of the tones, percent.
        tones_off: the tones that are not played.
        metronome: whether each second of a phase ticks.
        voice: whether a voice leads, where there is one.
        voice_name: the one that was chosen; empty is the usual one.
        voice_rate: percent slower (below 0) or quicker than usual.
        voice_volume: percent.
        count_seconds: whether the voice counts each second.
        prepare_s: the countdown before the first set, seconds; an exercise may have its own.
        flash: whether the far view flashes where a phase begins.
        reminders: whether the program reminds at the times of the plan while it runs.
        calendar_id: by which a calendar knows the person's events again; empty before the first.
        calendar_version: how often their calendar file was saved.
        plan: when and how the course fits into the user's days.
        exercises: by exercise id; ids that are not known here are kept.
    """

    reduce_motion: Literal["system", "on", "off"] = "system"
    single_keys: bool = True
    sound: bool = True
    volume: Annotated[int, Meta(ge=0, le=100)] = 70
    tones_off: list[ToneName] = []
    metronome: bool = False
    voice: bool = True
    voice_name: Annotated[str, Meta(max_length=200)] = ""
    voice_rate: Annotated[int, Meta(ge=-100, le=100)] = 0
    voice_volume: Annotated[int, Meta(ge=0, le=100)] = 80
    count_seconds: bool = False
    prepare_s: PrepareSeconds = 10
    flash: bool = False
    reminders: bool = True
    calendar_id: Annotated[str, Meta(pattern=r"^[0-9a-f]{0,32}\Z")] = ""
    calendar_version: Annotated[int, Meta(ge=0, le=2**31 - 1)] = 0
    body: BodySettings = msgspec.field(default_factory=BodySettings)
    plan: PlanSettings = msgspec.field(default_factory=PlanSettings)
    exercises: dict[str, ExerciseSettings] = {}

    def exercise(self, exercise_id: str) -> ExerciseSettings:
        """Return what was changed in an exercise, nothing where nothing was."""
        return self.exercises.get(exercise_id, ExerciseSettings())

    def with_exercise(self, exercise_id: str, changed: ExerciseSettings) -> Self:
        """Return these settings with one exercise changed, or reset by an empty change."""
        exercises = {**self.exercises, exercise_id: changed}
        if changed == ExerciseSettings():
            del exercises[exercise_id]
        return msgspec.structs.replace(self, exercises=exercises)


class SettingsValues(msgspec.Struct, frozen=True):
    """Every setting at one moment; no field of the machine has the name of one of the person."""

    machine: MachineSettings = MachineSettings()
    person: PersonSettings = PersonSettings()

    def replace(self, **fields: object) -> "SettingsValues":
        """Return these settings with some fields of either kind changed."""
        names = MachineSettings.__struct_fields__
        machine = {name: fields.pop(name) for name in names if name in fields}
        return SettingsValues(
            msgspec.structs.replace(self.machine, **machine),
            msgspec.structs.replace(self.person, **fields),
        )

    def get(self, field: str) -> Any:
        """Return the value of a field of either kind."""
        machine, person = self.machine, self.person
        return getattr(machine if field in machine.__struct_fields__ else person, field)


class SettingsChange(msgspec.Struct, frozen=True):
    """The settings before and after a change."""

    before: SettingsValues
    now: SettingsValues

    def of(self, *fields: str) -> bool:
        """Tell whether one of these fields changed."""
        return any(self.before.get(field) != self.now.get(field) for field in fields)
