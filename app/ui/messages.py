"""The core's message ids as text in the user's language.

The core names what it has to say by an id and arguments; the English text stands here, where
the translation tools find it.
"""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.files import Notice

_CONTEXT = "Messages"
_MESSAGES: dict[str, str] = {
    "safety.question.back-pain": str(
        QT_TRANSLATE_NOOP("Messages", "Do you have acute back pain or a back injury?")
    ),
    "safety.question.sciatica": str(QT_TRANSLATE_NOOP("Messages", "Do you have severe sciatica?")),
    "safety.question.back-surgery": str(
        QT_TRANSLATE_NOOP("Messages", "Have you had back surgery recently?")
    ),
    "safety.question.balance": str(
        QT_TRANSLATE_NOOP("Messages", "Do you have problems with your balance?")
    ),
    "safety.reason.back-pain": str(
        QT_TRANSLATE_NOOP("Messages", "You have acute back pain or a back injury.")
    ),
    "safety.reason.sciatica": str(QT_TRANSLATE_NOOP("Messages", "You have severe sciatica.")),
    "safety.reason.back-surgery": str(
        QT_TRANSLATE_NOOP("Messages", "You had back surgery recently.")
    ),
    "safety.reason.balance": str(
        QT_TRANSLATE_NOOP("Messages", "You have problems with your balance and no support at hand.")
    ),
    "safety.advice": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "Please ask a healthcare provider before you practise. The lessons stay open.",
        )
    ),
    "safety.pain-note": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "You noted pain on {date}. If it is still there, leave practice for now and ask a "
            "healthcare provider.",
        )
    ),
    "felt.hamstrings": str(QT_TRANSLATE_NOOP("Messages", "Hamstrings and glutes")),
    "felt.thighs": str(QT_TRANSLATE_NOOP("Messages", "Thighs")),
    "felt.lower-back": str(QT_TRANSLATE_NOOP("Messages", "Lower back")),
    "felt.nowhere": str(QT_TRANSLATE_NOOP("Messages", "Nowhere")),
    "felt.backward": str(QT_TRANSLATE_NOOP("Messages", "Tipping backward")),
    "felt.reply.hamstrings": str(
        QT_TRANSLATE_NOOP("Messages", "Lovely. That is where a hinge does its work.")
    ),
    "felt.reply.thighs": str(
        QT_TRANSLATE_NOOP("Messages", "Your knees may be bending more than they need to.")
    ),
    "felt.reply.lower-back": str(
        QT_TRANSLATE_NOOP("Messages", "Your back may be rounding on the way down.")
    ),
    "felt.reply.nowhere": str(
        QT_TRANSLATE_NOOP("Messages", "Your hips may not be going back far enough yet.")
    ),
    "felt.reply.backward": str(
        QT_TRANSLATE_NOOP("Messages", "Your weight may be running to your heels.")
    ),
    "settings-unreadable": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "Your settings in {file} could not be read ({reason}), so the usual ones are in use.",
        )
    ),
    "settings-stuck": str(QT_TRANSLATE_NOOP("Messages", "{reason} The usual settings are in use.")),
    "settings-damaged": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "Your settings in {file} could not be read. They were kept as {moved}, and the "
            "usual ones are in use.",
        )
    ),
    "settings-left-out": str(
        QT_TRANSLATE_NOOP("Messages", "These settings in {file} were left out: {keys}.")
    ),
    "settings-left-out-kept": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "These settings in {file} were left out: {keys}. The file as it was is kept as {kept}.",
        )
    ),
    "records-damaged": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "Your records in {file} could not be read. They were kept as {moved}, "
            "and a new file was begun.",
        )
    ),
    "crashed-before": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "The program came upon a fault of its own the last time. What is known of it is in "
            "{file}; please send it with a fault report.",
        )
    ),
    "picture-kind": str(QT_TRANSLATE_NOOP("Messages", "{file} must end in one of {endings}.")),
    "picture-size": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "A size of {size} cannot be made: each side must be from {least} to {most} pixels.",
        )
    ),
    "picture-is-folder": str(
        QT_TRANSLATE_NOOP("Messages", "{file} is a folder: name a file in it.")
    ),
    "picture-no-folder": str(
        QT_TRANSLATE_NOOP("Messages", "There is no folder {folder} to write into.")
    ),
    "picture-protected": str(
        QT_TRANSLATE_NOOP("Messages", "{file} is there already and may not be replaced.")
    ),
    "picture-unwritable": str(
        QT_TRANSLATE_NOOP("Messages", "{file} could not be written: {reason}.")
    ),
    "picture-no-codec": str(
        QT_TRANSLATE_NOOP(
            "Messages", "Qt has no codec for MP4 on this computer; GIF and WebP need none."
        )
    ),
    "picture-film-failed": str(
        QT_TRANSLATE_NOOP(
            "Messages", "The film could not be made: Qt's recorder does not finish it."
        )
    ),
    "picture-film-failed-because": str(
        QT_TRANSLATE_NOOP("Messages", "The film could not be made: {reason}.")
    ),
    "picture-no-libpulse": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "MP4 needs the system library libpulse0: install it with 'apt-get install libpulse0' "
            "(pulseaudio-libs on Fedora, libpulse on Arch). GIF and WebP do not need it.",
        )
    ),
    "picture-no-library": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "MP4 needs the system library {library}: install the package that has it. "
            "GIF and WebP do not need it.",
        )
    ),
    "picture-no-multimedia": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "MP4 needs the Python package PySide6-Addons: install it. GIF and WebP do not need it.",
        )
    ),
    "safety.support": str(QT_TRANSLATE_NOOP("Messages", "I have support at hand")),
}


def message(message_id: str, **arguments: object) -> str:
    """Return a message of the core in the user's language.

    Raises:
        KeyError: there is no such message.
    """
    text = QCoreApplication.translate(_CONTEXT, _MESSAGES[message_id])
    return text.format(**arguments) if arguments else text


def all_messages() -> dict[str, str]:
    """Return every message of the core by its id, in the user's language."""
    return {message_id: message(message_id) for message_id in _MESSAGES}


def notice_text(notice: Notice) -> str:
    """Return a notice in the user's language."""
    return message(notice.id, **notice.arguments)
