"""What the user chose: typed, checked key by key, written whole or not at all."""

# Annotations are not kept as text here: msgspec would have to evaluate all of them at the start.
import os
import tomllib
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any, Literal, Self

import msgspec
from msgspec import Meta

from app.content import misfit
from app.errors import UserError
from app.files import Notice, keep_copy, reason, set_aside, write_whole
from app.messages.message import Message

#: A larger file is not settings but an accident.
MAX_BYTES = 256 * 1024

# The limits of app.practice.limits, which this module may not import; a test compares them.
Seconds = Annotated[float, Meta(ge=0.5, le=15)]
HoldSeconds = Annotated[float, Meta(ge=0, le=120)]
SwitchSeconds = Annotated[float, Meta(ge=3, le=60)]
TopSeconds = Annotated[float, Meta(ge=0, le=15)]
RestSeconds = Annotated[float, Meta(ge=5, le=300)]
#: The tones that can be turned off: all of app.practice.tones.Tone but the metronome's tick.
ToneName = Literal[
    "get_ready", "down", "hold", "up", "rest", "switch", "halfway", "last_rep", "done"
]
#: More than any desk of screens has; Qt counts no further than 32 bits.
Pixels = Annotated[int, Meta(ge=-100_000, le=100_000)]


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
    slr_deg: Annotated[float, Meta(ge=30, le=130)] = 80
    lumbar_deg: Annotated[float, Meta(ge=15, le=90)] = 55


class ExerciseSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What the user changed in one exercise; None is what the exercise itself says.

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


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Everything the user can set.

    Attributes:
        figure: how the person is drawn.
        language: "system" or a code as `de` or `pt_BR`.
        sound: whether tones are played.
        volume: of the tones, percent.
        tones_off: the tones that are not played.
        metronome: whether each second of a phase ticks.
        voice: whether a voice leads, where there is one.
        voice_name: the one that was chosen; empty is the usual one.
        voice_rate: percent slower (below 0) or quicker than usual.
        voice_volume: percent.
        count_seconds: whether the voice counts each second.
        prepare_s: the countdown before the first set, seconds.
        flash: whether the far view flashes where a phase begins.
        exercises: by exercise id; ids that are not known here are kept.
        window: left, top, width, height in pixels, where the window last was.
    """

    theme: Literal["system", "light", "dark"] = "system"
    figure: Literal["silhouette", "stick"] = "silhouette"
    units: Literal["system", "metric", "imperial"] = "system"
    language: Annotated[str, Meta(pattern=r"^(system|[a-z]{2,3}(_[A-Z][A-Za-z]{1,3})?)$")] = (
        "system"
    )
    reduce_motion: Literal["system", "on", "off"] = "system"
    sound: bool = True
    volume: Annotated[int, Meta(ge=0, le=100)] = 70
    tones_off: list[ToneName] = []
    metronome: bool = False
    voice: bool = True
    voice_name: Annotated[str, Meta(max_length=200)] = ""
    voice_rate: Annotated[int, Meta(ge=-100, le=100)] = 0
    voice_volume: Annotated[int, Meta(ge=0, le=100)] = 80
    count_seconds: bool = False
    prepare_s: Annotated[float, Meta(ge=3, le=60)] = 10
    flash: bool = False
    body: BodySettings = msgspec.field(default_factory=BodySettings)
    exercises: dict[str, ExerciseSettings] = {}
    window: Annotated[list[Pixels], Meta(min_length=4, max_length=4)] | None = None

    def units_resolved(self, *, locale_is_metric: bool) -> Literal["metric", "imperial"]:
        """Return the units to show, those of the locale where the user chose none."""
        if self.units != "system":
            return self.units
        return "metric" if locale_is_metric else "imperial"

    def exercise(self, exercise_id: str) -> ExerciseSettings:
        """Return what was changed in an exercise, nothing where nothing was."""
        return self.exercises.get(exercise_id, ExerciseSettings())

    def with_exercise(self, exercise_id: str, changed: ExerciseSettings) -> Self:
        """Return these settings with one exercise changed, or reset by an empty change."""
        exercises = {**self.exercises, exercise_id: changed}
        if changed == ExerciseSettings():
            del exercises[exercise_id]
        return msgspec.structs.replace(self, exercises=exercises)


def load_settings(
    path: Path, now: Callable[[], datetime] = lambda: datetime.now(tz=UTC).astimezone()
) -> tuple[Settings, Notice | None]:
    """Read the settings; whatever is wrong in them costs no more than the key it stands in.

    A missing file is the defaults. One that cannot be read or is no TOML is set aside under a
    dated name. A key that is unknown or wrong is left out, and because the next change writes
    the file without it, the file is kept as it was under a dated name. The notice says so and
    names the file.
    """
    try:
        with path.open("rb") as stream:
            content = stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        return Settings(), None
    except OSError as error:
        # Not left where it is: the next change would write over what nobody has read.
        if os.path.isfile(path):  # noqa: PTH113 - unlike Path.is_file it never raises
            return _set_aside(path, now())
        told = Message("files.settings-unreadable", file=path, reason=reason(error))
        return Settings(), Notice(told, path)
    try:
        if len(content) > MAX_BYTES:
            return _set_aside(path, now())
        data = tomllib.loads(content.decode("utf-8"))
    except (ValueError, RecursionError):  # neither UTF-8 nor TOML, or numbers without end
        return _set_aside(path, now())
    bad: list[Message] = []
    settings = msgspec.convert(_sift(data, Settings, "", bad), Settings)
    if not bad:
        return settings, None
    return settings, _left_out(path, bad, keep_copy(path, content, now()))


def save_settings(path: Path, settings: Settings) -> None:
    """Write the settings; only what differs from the defaults.

    Raises:
        UserError: they cannot be written; the file stands as it was.
    """
    import tomli_w

    data = {key: value for key, value in msgspec.to_builtins(settings).items() if value != {}}
    write_whole(path, tomli_w.dumps(data).encode("utf-8"))


def _sift(data: Mapping[str, Any], kind: Any, path: str, bad: list[Message]) -> dict[str, Any]:
    """Return the keys that are good for `kind` and name the others in `bad`."""
    fields = {field.encode_name: field.type for field in msgspec.structs.fields(kind)}
    good: dict[str, Any] = {}
    for key, value in data.items():
        where = f"{path}{key}"
        if key not in fields:
            bad.append(Message("files.key-unknown", key=where))
        elif fields[key] is BodySettings and isinstance(value, dict):
            good[key] = _sift(value, BodySettings, f"{where}.", bad)
        elif key == "exercises" and isinstance(value, dict):
            good[key] = _sift_exercises(value, f"{where}.", bad)
        elif fault := misfit(value, fields[key]):
            bad.append(Message("files.key-wrong", key=where, expected=fault))
        else:
            good[key] = value
    return good


def _sift_exercises(data: Mapping[str, Any], path: str, bad: list[Message]) -> dict[str, Any]:
    good = {}
    for key, value in data.items():
        if not isinstance(value, dict):
            table = Message("content.expected", kind=Message("content.object"))
            bad.append(Message("files.key-wrong", key=f"{path}{key}", expected=table))
        elif kept := _sift(value, ExerciseSettings, f"{path}{key}.", bad):
            good[key] = kept
    return good


def _set_aside(path: Path, now: datetime) -> tuple[Settings, Notice]:
    try:
        moved = set_aside(path, now)
    except UserError as error:
        stuck = Message("files.settings-stuck", reason=error.messages[0])
        return Settings(), Notice(stuck, path)
    told = Message("files.settings-damaged", file=path, moved=moved)
    return Settings(), Notice(told, moved)


def _left_out(path: Path, bad: list[Message], kept: Path | None) -> Notice:
    keys = bad[0]
    for key in bad[1:]:
        keys = Message("files.list", first=keys, rest=key)
    if kept is None:
        return Notice(Message("files.settings-left-out", file=path, keys=keys), path)
    return Notice(Message("files.settings-left-out-kept", file=path, keys=keys, kept=kept), kept)
