"""The command line: the window, and commands that need no window."""

from __future__ import annotations

import argparse
import contextlib
import errno
import io
import os
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from app import __version__
from app.commands.harmless import Harmless
from app.errors import UserError

PAGES = ("today", "learn", "compare", "practice", "progress", "settings")
#: As `app.lessons.model.Overlay`, which every other command can do without.
OVERLAYS = (
    "shin", "back", "weight", "hip", "angles", "path", "muscles", "load", "reaction",
)  # fmt: skip

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)

_WITH_VALUE = ("--data-dir", "--page", "--lesson", "--exercise")

Command = Callable[[argparse.Namespace], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return 0 when done, 1 for what the user can mend, 2 for wrong usage."""
    _set_encodings()
    with contextlib.ExitStack() as stack:
        if sys.stdout is not None:  # none where Windows starts a program without a console
            stack.enter_context(contextlib.redirect_stdout(Harmless(sys.stdout)))
        if sys.stderr is not None:
            stack.enter_context(contextlib.redirect_stderr(Harmless(sys.stderr)))
        return _run(_parser().parse_args(_file_named(_data_dir_first(arguments))))


def _run(options: argparse.Namespace) -> int:
    """Run what was asked for, and end in a sentence where that fails."""
    try:
        _need_working_folder()
        run: Command = options.run
        code = run(options)
        # Now, not when Python ends: by then a full disk or a closed pipe could not be handled.
        if sys.stdout is not None:
            sys.stdout.flush()
        return code
    except UserError as error:
        return _give_up(str(error))
    except ImportError as error:
        from app.system_libraries import why_not_loaded

        return _give_up(str(why_not_loaded(error)))
    except BrokenPipeError:
        # The reader of our output went away, as `| head` does.
        _drop_output()
        return 1
    except OSError as error:
        if error.errno not in _NO_ROOM:
            raise
        _drop_output()
        return _give_up(f"the output cannot be written: {error.strerror}")
    except KeyboardInterrupt:
        return 130


def _set_encodings() -> None:
    """Write UTF-8 to files and pipes, and to a terminal whatever it can show."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8", errors="replace")


def _need_working_folder() -> None:
    """Refuse to run in a folder that was deleted: relative names mean nothing there.

    Raises:
        UserError: it no longer exists.
    """
    try:
        Path.cwd()
    except FileNotFoundError:
        raise UserError("commands.no-working-folder") from None


def _give_up(sentence: str) -> int:
    if sys.stderr is not None:  # none where Windows starts a program without a console
        print(f"hip-hinge-trainer: {sentence}", file=sys.stderr)
    return 1


def _drop_output() -> None:
    """Discard what is still to be written, so that Python does not fail on it as it ends."""
    with contextlib.suppress(OSError, ValueError):
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, sys.stdout.fileno())
        os.close(null)


def _data_dir_first(arguments: Sequence[str] | None) -> list[str]:
    """Move `--data-dir DIR` to the front, so that it works before and after a command."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    for index, argument in enumerate(given):
        if argument == "--":
            break
        if argument == "--data-dir" and index + 1 < len(given):
            return [*given[index : index + 2], *given[:index], *given[index + 2 :]]
        if argument.startswith("--data-dir="):
            return [argument, *given[:index], *given[index + 1 :]]
    return given


def _file_named(arguments: list[str]) -> list[str]:
    """Put `--open` before a file of an exercise that is named alone, as a file manager does."""
    index = 0
    while index < len(arguments):
        argument = arguments[index]
        if argument.lower().endswith(".toml") and not argument.startswith("-"):
            return [*arguments[:index], "--open", *arguments[index:]]
        if argument not in _WITH_VALUE:
            break
        index += 2
    return arguments


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="hip-hinge-trainer",
        description="Learn the hip hinge: lessons, a moving figure and a practice timer. "
        "Without a command, the window opens; if it is already open with the same data, it comes "
        "to the front and shows what you asked for.",
        epilog="FILE.toml alone is the same as --open FILE.toml.",
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    parser.add_argument(
        "--data-dir", type=_folder, metavar="DIR", help="keep records and settings in DIR"
    )
    parser.add_argument("--page", choices=PAGES, help="open this page; default today")
    parser.add_argument("--lesson", metavar="ID", help="open this lesson")
    parser.add_argument("--exercise", metavar="ID", help="open this exercise, ready to start")
    parser.add_argument(
        "--open", type=_file, metavar="FILE", help="import an exercise that was exported"
    )
    parser.add_argument(
        "--in-tray", action="store_true", help="start in the tray, as with the system"
    )
    parser.set_defaults(run=_window)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    _add_list(commands)
    _add_measure(commands)
    _add_render(commands)
    _add_plan(commands)
    _add_today(commands)
    _add_reminders(commands)
    _add_check(commands)
    _add_screenshots(commands)
    return parser


def _folder(name: str) -> Path:
    """Return a folder's path; an empty one would mean the current folder."""
    if not name:
        raise argparse.ArgumentTypeError("expected the name of a folder, got nothing")
    return Path(name)


def _file(name: str) -> Path:
    """Return a file's path."""
    if not name:
        raise argparse.ArgumentTypeError("expected the name of a file, got nothing")
    return Path(name)


Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse has no public name for it


def _add_list(commands: Commands[argparse.ArgumentParser]) -> None:
    command = commands.add_parser(
        "list", help="list lessons, movements, exercises, pictures or the programme"
    )
    add = command.add_argument
    add("what", choices=("lessons", "movements", "exercises", "pictures", "programme"))
    add("--json", action="store_true", help="print JSON")

    def run(options: argparse.Namespace) -> int:
        from app.commands.listing import run_list

        return run_list(options.what, as_json=options.json, data_dir=options.data_dir)

    command.set_defaults(run=run)


def _add_measure(commands: Commands[argparse.ArgumentParser]) -> None:
    command = commands.add_parser(
        "measure",
        help="measure a movement: angles, joints, balance, load and form checks",
        description="Measure a movement on a body; the default is a man of 1.75 m and 75 kg whose "
        "parts all have average length (factor 1, from 0.8 to 1.2), with a straight-leg raise of "
        "90 degrees and 55 degrees in the lower back.",
    )
    add = command.add_argument
    add("movement", metavar="MOVEMENT", help="as in 'list movements'")
    add("--frames", type=int, default=25, metavar="N", help="frames, 1 to 10000")
    add("--versus", metavar="MOVEMENT", help="how visibly it differs from this one")
    _add_body(command)
    add("--json", action="store_true", help="print JSON")

    def run(options: argparse.Namespace) -> int:
        from app.commands.measuring import run_measure

        return run_measure(options)

    command.set_defaults(run=run)


def _add_body(command: argparse.ArgumentParser) -> None:
    """Add the options that describe a body."""
    add = command.add_argument
    add("--stature", type=float, metavar="M", help="height in metres")
    add("--mass", type=float, metavar="KG", help="weight in kilograms")
    add("--sex", choices=("f", "m"), help="whose mass table to use")
    add("--thigh", type=float, metavar="F", help="thigh length as a factor")
    add("--shin", type=float, metavar="F", help="shin length as a factor")
    add("--trunk", type=float, metavar="F", help="trunk length as a factor")
    add("--arm", type=float, metavar="F", help="arm length as a factor")
    add("--slr", type=float, metavar="DEG", help="straight-leg raise in degrees")
    add("--lumbar", type=float, metavar="DEG", help="how far the lower back bends, in degrees")


def _add_render(commands: Commands[argparse.ArgumentParser]) -> None:
    command = commands.add_parser(
        "render",
        help="save a movement or a teaching picture as an animation, video, picture or page",
        description="Save a movement or a teaching picture as an animation, a video, a picture or "
        "a page, as the ending of FILE says. GIF, WebP and MP4 move and pause at the lowest point, "
        "where --versus says in words what differs. PNG is one moment of a movement with --at, "
        "otherwise a strip of key poses. PDF is a page with the lowest point, four steps, cues, a "
        "fault, six weeks to tick off and a note, or a list of several --exercise or a --week. No "
        "display needed. MP4 is H.264 where the computer has an encoder for it, otherwise MPEG-4, "
        "which browsers cannot play.",
    )
    add = command.add_argument
    add(
        "movement",
        metavar="NAME",
        nargs="?",
        help="as in 'list movements', or a picture of 'list pictures'; not with --week, and with "
        "--exercise only where it is another movement than the exercise's own",
    )
    add(
        "-o",
        "--output",
        type=_file,
        required=True,
        metavar="FILE",
        help="ends in .gif, .webp, .mp4, .png or .pdf",
    )
    add("--versus", metavar="MOVEMENT", help="a second one beside it, in step")
    add("--overlaid", action="store_true", help="the second over the first instead of beside it")
    add("--size", metavar="WxH", help="in pixels, as 480x480")
    add("--at", type=float, metavar="SECONDS", help="the moment of a PNG instead of key poses")
    add("--theme", choices=("light", "dark"), default="light")
    add("--look", choices=("person", "silhouette", "stick"), default="person")
    add("--person", metavar="ID", default="any", help="who is drawn, as in people.toml")
    add("--turn", type=float, default=0.0, metavar="DEG", help="0 from the side, 90 from the front")
    add("--mirror", action="store_true", help="face left")
    add(
        "--overlay",
        choices=OVERLAYS,
        action="append",
        default=[],
        metavar="LINE",
        help=f"draw {', '.join(OVERLAYS[:-1])} or {OVERLAYS[-1]}; two at most",
    )
    add("--no-cues", action="store_true", help="write no cue under the figure")
    add("--speed", type=float, metavar="F", help="of an animation or a video, 0.25 to 4 times")
    add("--fps", type=int, metavar="N", help="frames a second, 5 to 50; default 25")
    add(
        "--exercise",
        action="append",
        metavar="ID",
        help="a page's sets, repetitions and tempo; several times: a page with all of them",
    )
    add("--week", type=int, metavar="N", help="a page with the exercises of a week, 1 to 6")
    add("--name", metavar="TEXT", help="who a page is for, up to 60 characters")
    add("--note", metavar="TEXT", help="a note on a page, up to 600 characters")
    add("--paper", choices=("a4", "letter"), help="a page's size; default a4")
    _add_body(command)

    def run(options: argparse.Namespace) -> int:
        from app.commands.rendering import run_render

        return run_render(options)

    command.set_defaults(run=run)


def _add_plan(commands: Commands[argparse.ArgumentParser]) -> None:
    command = commands.add_parser("plan", help="print the timeline of a practice session")
    add = command.add_argument
    add("exercise", metavar="EXERCISE", help="as in 'list exercises' or 'list programme'")
    add("--json", action="store_true", help="print JSON")

    def run(options: argparse.Namespace) -> int:
        from app.commands.planning import run_plan

        return run_plan(options.exercise, as_json=options.json, data_dir=options.data_dir)

    command.set_defaults(run=run)


def _add_today(commands: Commands[argparse.ArgumentParser]) -> None:
    command = commands.add_parser(
        "today",
        help="print what is next, the small things of the day and the course",
        description="Print what the Today page says, from your records and settings.",
    )
    command.add_argument("--json", action="store_true", help="print JSON")

    def run(options: argparse.Namespace) -> int:
        from app.commands.today import run_today

        return run_today(as_json=options.json, data_dir=options.data_dir)

    command.set_defaults(run=run)


def _add_reminders(commands: Commands[argparse.ArgumentParser]) -> None:
    command = commands.add_parser(
        "reminders",
        help="save a calendar file with an alarm for each session and the homework",
        description="Save a calendar file (iCalendar) with an alarm for each session that is left "
        "and the daily homework, at the times chosen in Settings. Open it on your phone; saved "
        "and opened again, it replaces what the calendar has.",
    )
    command.add_argument(
        "-o", "--output", type=_file, required=True, metavar="FILE", help="ends in .ics"
    )

    def run(options: argparse.Namespace) -> int:
        from app.commands.reminders import run_reminders

        return run_reminders(options.output, data_dir=options.data_dir)

    command.set_defaults(run=run)


def _add_check(commands: Commands[argparse.ArgumentParser]) -> None:
    command = commands.add_parser(
        "check",
        help="check lessons, movements, exercises, pictures and the programme",
        description="Find every mistake in content files; without files, in all of the program's "
        "own and in your exercises.",
    )
    command.add_argument("files", nargs="*", type=Path, metavar="FILE")

    def run(options: argparse.Namespace) -> int:
        from app.commands.checking import run_check

        return run_check(options.files, options.data_dir)

    command.set_defaults(run=run)


def _add_screenshots(commands: Commands[argparse.ArgumentParser]) -> None:
    command = commands.add_parser(
        "screenshots",
        help="save a picture of every page, light and dark",
        description="Save a picture of every page, light and dark, filled with sample records. "
        "Needs no display and does not touch your own records.",
    )
    add = command.add_argument
    add("-o", "--output", type=_folder, required=True, metavar="DIR")
    add("--size", default="1280x800", metavar="WxH", help="size of the window in points")
    add("--scale", type=float, default=1.0, metavar="F", help="pixels a point, 1 to 3")

    def run(options: argparse.Namespace) -> int:
        from app.commands.screenshots import run_screenshots

        return run_screenshots(options.output, options.size, options.scale)

    command.set_defaults(run=run)


def _window(options: argparse.Namespace) -> int:
    """Open the window and stay until it is closed."""
    # A KeyboardInterrupt while Qt loads would make it abort.
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from app.commands.window import run_window

    return run_window(options)
