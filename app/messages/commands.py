"""Why the program cannot start, or a command cannot do what it is asked."""

from app.messages.message import tr

TEXTS: dict[str, str] = {
    "commands.no-screen": tr("There is no screen to open the window on. {offscreen}"),
    "commands.no-display": tr("There is no display to open the window on. {offscreen}"),
    "commands.offscreen": tr(
        "Without a display you can use '{command} list', 'measure', 'render MOVEMENT -o "
        "FILE', 'plan', 'check' and 'screenshots -o DIR'."
    ),
    "commands.no-platform": tr(
        "Qt has no platform '{platform}' (QT_QPA_PLATFORM) to open the window on. {offscreen}"
    ),
    "commands.display-unreachable": tr(
        "The display '{display}' cannot be reached to open the window on. {offscreen}"
    ),
    "commands.no-window": tr("Qt cannot open a window: it does not say why. {offscreen}"),
    "commands.no-window-because": tr("Qt cannot open a window: {reason}. {offscreen}"),
    "commands.no-working-folder": tr(
        "The folder you are in no longer exists. Change to another one."
    ),
    "commands.missing": tr("Missing on this system: {what}. {advice}"),
    "commands.install": tr("Install with: {command}"),
    "commands.install-elsewhere": tr("On Debian and Ubuntu they are in: {packages}"),
    "commands.not-loaded": tr("The window could not be loaded. {missing}"),
    "commands.not-whole": tr(
        "Some program files are missing or damaged ({error}). Please reinstall."
    ),
    "commands.no-icons": tr(
        "Some program files are missing (the folder {folder}). Please reinstall."
    ),
    "commands.no-file": tr("{file} cannot be opened: there is no such file."),
    "commands.refused": tr("{reason}"),
    "commands.no-answer": tr(
        "A window with your data in {folder} is already open, but it isn't answering. Close it "
        "or end the process, then start again."
    ),
    "commands.window-asks": tr(
        "The window is already open and is asking you something. Answer that, then start again."
    ),
    "commands.unknown-lesson": tr("There is no lesson '{id}'; there are: {known}."),
    "commands.unknown-exercise": tr("There is no exercise '{id}'; there are: {known}."),
    "commands.unknown-person": tr("There is no person '{id}'; there are: any, {known}."),
    "commands.unknown-movement": tr("There is no movement '{id}'; there are: {known}."),
    "commands.only-for-still": tr("--{option} is for a still picture (.png)."),
    "commands.only-for-moving": tr(
        "--{option} is for an animation or a video (.gif, .webp, .mp4)."
    ),
    "commands.only-for-page": tr("--{option} is for a page (.pdf)."),
    "commands.browsers": tr("Saved as MPEG-4, which browsers cannot play."),
    "commands.only-for-picture": tr("--{option} is for a picture; a page has its --paper."),
    "commands.for-movements": tr("--{option} is for a movement; {picture} is a picture."),
    "commands.no-week": tr("There is no week {week} in the programme; there are: {known}."),
    "commands.one-or-several": tr(
        "Pages of several exercises or a week have no NAME; leave out '{name}'."
    ),
    "commands.week-or-exercises": tr("--week and --exercise: give one of them, not both."),
    "commands.nothing-named": tr(
        "Say what to show: a NAME as in 'list movements' or 'list pictures', --exercise or --week."
    ),
    "commands.too-long": tr("--{option}: at most {most} characters, got {count}."),
    "commands.overlaid": tr("--overlaid needs a second movement: --versus MOVEMENT."),
    "commands.overlays": tr("--overlay: at most {most} at a time, got {count}."),
    "commands.size": tr("size: expected WxH as 480x480, got '{size}'"),
    "commands.window-size": tr("size: expected WxH from {least} to {most}, got '{size}'"),
    "commands.out-of-range": tr("{option}: expected {low} to {high}, got {value}"),
    "commands.no-folder": tr("{folder} could not be created: {reason}"),
    "commands.unwritable": tr("{file} could not be written"),
}
