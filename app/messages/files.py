"""What is said of files, the settings and the records."""

from app.messages.message import Plural, tr

TEXTS: dict[str, str | Plural] = {
    "files.no-permission": tr("there is no permission to write there"),
    "files.read-only": tr("that disk can only be read"),
    "files.disk-full": tr("the disk is full"),
    "files.quota": tr("your disk quota is used up"),
    "files.too-big": tr("nothing more can be written there"),
    "files.is-folder": tr("it is a folder, not a file"),
    "files.not-a-folder": tr("there is a file where a folder is needed"),
    "files.long-name": tr("the name is too long"),
    "files.missing": tr("no such file or directory"),
    "files.disk-error": tr("input/output error"),
    "files.not-a-file": tr("it is a pipe or a device, not a file"),
    "files.disk-unusable": tr("the disk could not be read or written"),
    "files.cannot-open": tr("it or its folder cannot be opened or written"),
    "files.busy": tr("another program is using it"),
    "files.damaged": tr("the file is damaged"),
    "files.system": tr("{text}"),
    "files.unknown-home": tr(
        "Your home folder could not be found. Choose a folder with --data-dir DIR."
    ),
    "files.unknown-folder": tr(
        "The folder {folder} could not be found. Choose another one with --data-dir DIR."
    ),
    "files.translation": tr(
        "{file} is damaged, so the window is in English. Please reinstall the program."
    ),
    "files.crashed-before": tr(
        "The program has crashed. Details are in {file}; please include it if you report the fault."
    ),
    "files.folder-is-file": tr(
        "Your data cannot be kept in {folder}: {file} is a file, and a folder is needed there. "
        "Rename that file or move it somewhere else."
    ),
    "files.no-folder": tr("Your data cannot be kept in {folder}: {reason}."),
    "files.unwritable": tr("{file} could not be written: {reason}."),
    "files.stuck": tr("{file} is damaged and could not be moved out of the way: {reason}."),
    "files.in-the-way": tr(
        "{file} could not be read as an exercise and would be overwritten. Move it somewhere "
        "else, then try again."
    ),
    "files.copied": tr("A copy of your records was saved as {file}."),
    "files.copy-is-records": tr(
        "{file} is the file the program itself uses. Choose another name for the copy."
    ),
    "files.no-copy": tr("{file} could not be deleted: no backup copy could be made."),
    "files.not-removed": tr("{file} could not be deleted: {reason}."),
    "files.settings-unreadable": tr(
        "Your settings in {file} could not be read ({reason}), so the defaults are in use."
    ),
    "files.settings-damaged": tr(
        "Your settings in {file} could not be read because the file is damaged, so the defaults "
        "are in use. The file will be kept under another name when new settings are saved."
    ),
    "files.settings-saved-anew": tr(
        "Your settings in {file} could not be read. The file was kept as {moved}, and the "
        "settings now in use were saved instead."
    ),
    "files.settings-left-out": tr(
        "These settings in {file} could not be used and are at their defaults: {keys}."
    ),
    "files.settings-left-out-kept": tr(
        "These settings in {file} could not be used and are at their defaults: {keys}. The "
        "original file is kept as {kept}."
    ),
    "files.settings-cut-off": tr(
        "Your settings in {file} were cut off. What could be read is in use; the original file "
        "is kept as {kept}."
    ),
    "files.key-unknown": tr("{key} (unknown)"),
    "files.key-wrong": tr("{key} ({expected})"),
    "files.list": tr("{first}, {rest}"),
    "files.records-damaged": tr(
        "Your records in {file} could not be read. They were kept as {moved}, and a new file was "
        "started."
    ),
    "files.records-repaired": tr(
        "Your records in {file} were damaged and have been repaired; nothing is missing. The "
        "original file is kept as {moved}."
    ),
    "files.records-lost": Plural(
        "Your records in {file} were damaged. One entry could not be read; everything else is "
        "still there. The original file is kept as {moved}.",
        tr(
            "Your records in {file} were damaged. %n entries could not be read; everything else "
            "is still there. The original file is kept as {moved}.",
            "",
            2,
        ),
    ),
    "files.rows-damaged": tr(
        "Some of your records in {file} are damaged and cannot be shown; everything else is "
        "still there."
    ),
    "files.records-in-memory": tr(
        "{why} You can still read, watch and practise. What you do is kept only while the "
        "program is open, and saved as soon as this is fixed."
    ),
    "files.records-no-longer": tr(
        "{file} can no longer be used: {reason}. What you do is kept while the program is open."
    ),
    "files.records-partly": tr(
        "Your records in {file} were damaged, and some of them could not be read; everything "
        "else is still there. The original file is kept as {moved}."
    ),
    "files.records-log": tr(
        "Your records in {file} are missing. What was left of them is kept as {moved}, and a new "
        "file was started."
    ),
    "files.records-unreadable": tr("Your records in {file} could not be read: {reason}."),
    "files.records-unusable": tr("Your records in {file} cannot be used: {reason}."),
    "files.records-foreign": tr("{file} belongs to another program; it was left as it is."),
    "files.records-newer": tr(
        "{file} was made by a newer version of this program; it was left as it is. Please "
        "update the program."
    ),
    "files.folder-open": tr(
        "Your data in {folder} is open in another window of this program. Close that one first."
    ),
    "files.folder-locked": tr(
        "Your data in {folder} cannot be used: another program has locked the folder. Close that "
        "program, then start this one again."
    ),
    "files.records-in-use": tr(
        "{file} is damaged, and another copy of the program is using it. Close that one first."
    ),
    "files.records-old-in-use": tr(
        "{file} needs to be updated, and another copy of the program is using it. Close that one "
        "first."
    ),
    "files.record-left-out": tr("A record could not be saved and was left out: {error}."),
    "files.no-backup": tr(
        "Your records in {file} need to be updated, but no backup could be made: {reason}. They "
        "were left as they are."
    ),
    "files.not-saved": tr(
        "What you did could not be saved in {file}: {reason}. It is kept while the program is "
        "open, and saved as soon as possible."
    ),
    "files.saved-after-all": tr("What could not be saved before is saved now."),
    "files.records-moved": tr(
        "{file} was moved or deleted while the program was using it. From now on, what you do is "
        "kept in a new file with that name."
    ),
}
