"""Open the window, or have the one come forward that is open on the same data."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from app.errors import UserError
from app.instance.claim import HeldError
from app.instance.client import pass_on
from app.instance.request import Request
from app.locations import find_locations


def run_window(options: argparse.Namespace) -> int:
    """Open the window and stay until it is closed.

    Raises:
        UserError: it cannot be opened, or that which is open refuses what is asked for. Someone
            without a terminal has been told.
    """
    try:
        asked = _request(options)
        if pass_on(find_locations(options.data_dir).data, asked):
            return 0
        return _open(asked, options.data_dir, in_tray=options.in_tray)
    except UserError as error:
        from app.application import tell

        tell(error)
        raise


def _request(options: argparse.Namespace) -> Request:
    """Return what is asked for.

    Raises:
        UserError: a file is not there.
    """
    file: Path | None = options.open
    if file is not None and not file.exists():
        raise UserError("commands.no-file", file=file)
    return Request(
        page=options.page,
        lesson=options.lesson,
        exercise=options.exercise,
        file=str(file.absolute()) if file else None,
        token=os.environ.get("XDG_ACTIVATION_TOKEN", ""),
    )


def _open(asked: Request, data_dir: Path | None, *, in_tray: bool) -> int:
    from app.startup import Options, Program  # before Qt, see there

    # isort: split
    from app.application import make_application
    from app.ui.interruptions import Interruptions

    program = Program(make_application())
    options = Options(asked.page, asked.lesson, asked.exercise, asked.file, data_dir=data_dir)
    while True:
        try:
            window = program.open(options)
            break
        except HeldError:  # a start in the same instant was quicker
            if pass_on(find_locations(data_dir).data, asked):
                return 0

    app = program.app

    def leave(number: int) -> None:
        program.window.leave()
        app.exit(128 + number)  # as a shell reports it

    Interruptions(app).heard.connect(leave)
    # Where the system ends the session, `exec` may never return.
    app.aboutToQuit.connect(program.close)
    if in_tray:  # where there is none, it comes to the taskbar
        window.hide_in_tray()
    else:
        window.show()
    return app.exec()
