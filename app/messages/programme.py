"""What the calendar file and the reminders say."""

from app.messages.message import Plural, tr

TEXTS: dict[str, str | Plural] = {
    "programme.calendar": tr("Hip hinge"),
    "programme.session": tr("Hip hinge: your session"),
    "programme.session-text": tr("The Hip Hinge Trainer shows what comes next."),
    "programme.homework-text": tr("A minute or two. You can do it without the computer."),
    "programme.no-times": tr("Choose at least one time first, in Settings under Reminders."),
    "programme.nothing-left": tr(
        "There is nothing left to be reminded of. Today has what you can do next."
    ),
    "programme.practice-closed": tr(
        "Practice is paused or closed for now, so there is nothing to be reminded of."
    ),
    "programme.calendar-saved": tr("Your calendar file was saved as {file}."),
}
