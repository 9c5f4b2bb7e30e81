"""The Share dialog's texts, in the user's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def format_name(form: str, *, sheet: bool = False) -> str:
    """Return the name of a format, for what the stage shows or for a teaching picture."""
    say = QCoreApplication.translate
    if sheet and form == "moment":
        return say("Share", "Picture (PNG)")
    return {
        "gif": say("Share", "Moving picture (GIF)"),
        "webp": say("Share", "Moving picture (WebP)"),
        "film": say("Share", "Film (MP4)"),
        "moment": say("Share", "This moment (PNG)"),
        "poses": say("Share", "Key poses (PNG)"),
        "page": say("Share", "Page to print (PDF)"),
    }[form]


def format_note(form: str, *, sheet: bool = False) -> str:
    """Return a sentence on what a format is good for."""
    say = QCoreApplication.translate
    if sheet and form in ("moment", "page", "film"):
        return {
            "moment": say("Share", "All of it, for a screen, a message or a document."),
            "page": say("Share", "All of it on one sheet of paper, for the wall."),
            "film": say("Share", "All of its figures move once, on one clock."),
        }[form]
    return {
        "gif": say("Share", "Plays over and over, in messages, documents and web pages."),
        "webp": say("Share", "As a GIF, in a smaller file. Web pages and most messengers show it."),
        "film": say("Share", "Says right and wrong first, then shows the movement once."),
        "moment": say("Share", "The figure as it stands on the stage now."),
        "poses": say("Share", "Each phase's end beside the other, with its cues."),
        "page": say("Share", "Key poses, cues, sets and repetitions, and room for a note."),
    }[form]
