"""Why a picture or a film cannot be made."""

from app.messages.message import Plural, tr

TEXTS: dict[str, str | Plural] = {
    "pictures.kind": tr("{file} must end in one of {endings}."),
    "pictures.size": tr(
        "The size {size} is not possible: each side must be from {least} to {most} pixels."
    ),
    "pictures.is-folder": tr("{file} is a folder. Enter a file name."),
    "pictures.no-folder": tr("The folder {folder} does not exist."),
    "pictures.protected": tr("{file} already exists and can't be replaced."),
    "pictures.unwritable": tr("{file} could not be written: {reason}."),
    "pictures.start": tr("Start"),
    "pictures.part.down": tr("{seconds} s down"),
    "pictures.part.hold": tr("{seconds} s hold"),
    "pictures.part.up": tr("{seconds} s up"),
    "pictures.part.top": tr("{seconds} s at the top"),
    "pictures.seconds": tr("{seconds} s"),
    "pictures.each-side": tr("{seconds} s each side"),
    "pictures.label.sets": tr("Sets"),
    "pictures.label.reps": tr("Reps"),
    "pictures.label.hold": tr("Hold"),
    "pictures.label.tempo": tr("Tempo"),
    "pictures.label.rest": tr("Rest between sets"),
    "pictures.label.equipment": tr("You need"),
    "pictures.label.place": tr("Where to stand"),
    "pictures.label.note": tr("Note"),
    "pictures.label.steps": tr("Step by step"),
    "pictures.label.six-weeks": tr("Six weeks: tick off each day you practise"),
    "pictures.label.week": tr("Week {number}"),
    "pictures.label.day": tr("Day {number}"),
    "pictures.label.not-this": tr("Not like this"),
    "pictures.exercises": tr("Exercises"),
    "pictures.far-enough": tr("until far enough"),
    "pictures.course.title": tr("Your six weeks"),
    "pictures.course.days": tr("{first} to {last}"),
    "pictures.counted.sessions": Plural("session", tr("sessions", "", 2)),
    "pictures.counted.sets": Plural("set", tr("sets", "", 2)),
    "pictures.counted.hinges": Plural("hinge", tr("hinges", "", 2)),
    "pictures.counted.minutes": Plural("minute of work", tr("minutes of work", "", 2)),
    "pictures.course.elsewhere": tr("elsewhere"),
    "pictures.course.answers": tr("Where you felt it"),
    "pictures.course.of": tr("{count} of {total}"),
    "pictures.course.measured": tr("What you measured"),
    "pictures.course.wall": tr("Heels from the wall: {distance}."),
    "pictures.course.stick": Plural(
        "The stick stayed on in {count} of 1 check.",
        tr("The stick stayed on in {count} of %n checks.", "", 2),
    ),
    "pictures.course.as-shown": Plural(
        "Yours looked like the figure in {count} of 1 answer.",
        tr("Yours looked like the figure in {count} of %n answers.", "", 2),
    ),
    "pictures.course.effort": tr("Effort: {first} the first time, {last} the last time (1 to 10)."),
    "pictures.step.down": tr("Down"),
    "pictures.step.hold": tr("Hold"),
    "pictures.step.up": tr("Up"),
    "pictures.step.lowest": tr("The lowest point"),
    "pictures.label.for": tr("For"),
    "pictures.label.date": tr("Date"),
    "pictures.medical": tr(
        "Not medical advice. Stop if it hurts, and ask a healthcare provider if you have back "
        "pain, an injury or a recent operation."
    ),
    "pictures.not-printed": tr(
        "The printer {printer} isn't accepting anything. Save the page instead."
    ),
    "pictures.no-codec": tr("Qt has no codec for MP4 on this computer; GIF and WebP need none."),
    "pictures.film-failed": tr("The video could not be saved: Qt's recorder did not finish it."),
    "pictures.film-failed-because": tr("The video could not be saved: {reason}."),
    "pictures.no-libpulse": tr(
        "MP4 needs the system library libpulse0: install it with 'apt-get install libpulse0' "
        "(pulseaudio-libs on Fedora, libpulse on Arch). GIF and WebP do not need it."
    ),
    "pictures.no-library": tr(
        "MP4 needs the system library {library}: install the package that has it. GIF and "
        "WebP do not need it."
    ),
    "pictures.no-multimedia": tr(
        "MP4 needs the Python package PySide6-Addons: install it. GIF and WebP do not need it."
    ),
}
