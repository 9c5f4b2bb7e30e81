"""What is said of files, the settings and the records."""

from app.messages.message import Plural, tr

TEXTS: dict[str, str | Plural] = {
    "files.no-permission": tr("there is no permission to write there"),
    "files.read-only": tr("that disk can only be read"),
    "files.disk-full": tr("the disk is full"),
    "files.quota": tr("your share of the disk is full"),
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
        "It is not known where your home folder is: name a folder with --data-dir DIR."
    ),
    "files.unknown-folder": tr(
        "It is not known where the folder {folder} is: name another one with --data-dir DIR."
    ),
    "files.translation": tr(
        "{file} is damaged and was left out, so the window is in English: install the program "
        "again."
    ),
    "files.crashed-before": tr(
        "The program has crashed. What is known of it is in {file}; please send "
        "it with a fault report."
    ),
    "files.folder-is-file": tr(
        "Your data cannot be kept in {folder}: {file} is a file, and a folder is needed there. "
        "Rename that file or move it somewhere else."
    ),
    "files.no-folder": tr("Your data cannot be kept in {folder}: {reason}."),
    "files.unwritable": tr("{file} could not be written: {reason}."),
    "files.stuck": tr("{file} is damaged and could not be set aside: {reason}."),
    "files.in-the-way": tr(
        "{file} is in the way: it could not be read as an exercise, and would be lost. Move it "
        "somewhere else, then try again."
    ),
    "files.copied": tr("A copy of your records was saved as {file}."),
    "files.copy-is-records": tr(
        "{file} is the file that the program itself uses: choose another name for the copy."
    ),
    "files.no-copy": tr("{file} could not be deleted: no backup copy could be made."),
    "files.not-removed": tr("{file} could not be deleted: {reason}."),
    "files.settings-unreadable": tr(
        "Your settings in {file} could not be read ({reason}), so the usual ones are in use."
    ),
    "files.settings-damaged": tr(
        "Your settings in {file} could not be read: the file is damaged, so the usual ones are in "
        "use. It is kept under another name as soon as something is saved."
    ),
    "files.settings-saved-anew": tr(
        "Your settings in {file} could not be read. They were kept as {moved}, and those in use "
        "were saved instead."
    ),
    "files.settings-left-out": tr("These settings in {file} were left out: {keys}."),
    "files.settings-left-out-kept": tr(
        "These settings in {file} were left out: {keys}. The file as it was is kept as {kept}."
    ),
    "files.settings-cut-off": tr(
        "Your settings in {file} were cut off: those that were left are in use. The file as it was "
        "is kept as {kept}."
    ),
    "files.key-unknown": tr("{key} (not known here)"),
    "files.key-wrong": tr("{key} ({expected})"),
    "files.list": tr("{first}, {rest}"),
    "files.records-damaged": tr(
        "Your records in {file} could not be read. They were kept as {moved}, and a new file "
        "was begun."
    ),
    "files.records-repaired": tr(
        "Your records in {file} were damaged and have been repaired; nothing is missing. The file "
        "as it was is kept as {moved}."
    ),
    "files.records-lost": Plural(
        "Your records in {file} were damaged. One entry could not be read; everything else is "
        "still there. The file as it was is kept as {moved}.",
        tr(
            "Your records in {file} were damaged. %n entries could not be read; everything else is "
            "still there. The file as it was is kept as {moved}.",
            "",
            2,
        ),
    ),
    "files.rows-damaged": tr(
        "Some of your records in {file} are damaged and are not shown; everything else is."
    ),
    "files.records-in-memory": tr(
        "{why} You can still read, watch and practise. What you do is kept only as long as the "
        "program is open, and saved as soon as this is put right."
    ),
    "files.records-no-longer": tr(
        "{file} can no longer be used: {reason}. What you do is kept as long as the program is "
        "open."
    ),
    "files.records-partly": tr(
        "Your records in {file} were damaged, and some of them could not be read; everything else "
        "is still there. The file as it was is kept as {moved}."
    ),
    "files.records-log": tr(
        "Your records in {file} are missing. What was left of them is kept as {moved}, and a new "
        "file was begun."
    ),
    "files.records-unreadable": tr("Your records in {file} could not be read: {reason}."),
    "files.records-unusable": tr("Your records in {file} cannot be used: {reason}."),
    "files.records-foreign": tr("{file} belongs to another program; it was left as it is."),
    "files.records-newer": tr(
        "{file} was made by a newer version of this program; it was left as it is. Please "
        "update the program."
    ),
    "files.folder-open": tr(
        "Your data in {folder} is open in another window of this program: close that one first."
    ),
    "files.folder-locked": tr(
        "Your data in {folder} cannot be used: another program has locked the folder. Close that "
        "program, then start this one again."
    ),
    "files.records-in-use": tr(
        "{file} is damaged, and another copy of the program is using it: close that one first."
    ),
    "files.records-old-in-use": tr(
        "{file} has to be brought up to date, and another copy of the program is using it: close "
        "that one first."
    ),
    "files.record-left-out": tr("A record could not be saved and was left out: {error}."),
    "files.no-backup": tr(
        "Your records in {file} have to be brought up to date, but no backup could be made: "
        "{reason}. They were left as they are."
    ),
    "files.not-saved": tr(
        "What you did could not be saved in {file}: {reason}. It is kept and tried again "
        "while the program is open."
    ),
    "files.saved-after-all": tr("What could not be saved before is saved now."),
    "files.records-moved": tr(
        "{file} was moved or deleted while the program was using it. What you do from now on "
        "is kept in a new file of that name."
    ),
}
