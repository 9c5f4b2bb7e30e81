"""The Share dialog's names for things, in the user's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.picture.page_texts import PageTexts


def page_texts() -> PageTexts:
    """Return what is written around the figures on a strip and on a page."""
    say = QCoreApplication.translate
    return PageTexts(
        start=say("Share", "Start"),
        down=say("Share", "{seconds} s down"),
        hold=say("Share", "{seconds} s hold"),
        up=say("Share", "{seconds} s up"),
        top=say("Share", "{seconds} s at the top"),
        seconds=say("Share", "{seconds} s"),
        each_side=say("Share", "{seconds} s each side"),
        sets_label=say("Share", "Sets"),
        reps_label=say("Share", "Repetitions"),
        hold_label=say("Share", "Hold"),
        tempo_label=say("Share", "Tempo"),
        rest_label=say("Share", "Rest between sets"),
        equipment_label=say("Share", "You need"),
        place_label=say("Share", "Where to stand"),
        note=say("Share", "Note"),
        for_label=say("Share", "For"),
        date_label=say("Share", "Date"),
        medical=say(
            "Share",
            "Not medical advice. Stop if it hurts, and ask a healthcare provider if you have back "
            "pain, an injury or a recent operation.",
        ),
    )


def format_name(form: str, *, sheet: bool = False) -> str:
    """Return what a form is called: of what the stage shows, or of a teaching picture."""
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
    """Return in a sentence what a form is good for."""
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
