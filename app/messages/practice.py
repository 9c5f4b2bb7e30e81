"""What is asked before and after practice, and what is said of its numbers."""

from app.messages.message import Plural, tr

TEXTS: dict[str, str | Plural] = {
    "practice.safety.question.back-pain": tr("Do you have acute back pain or a back injury?"),
    "practice.safety.question.sciatica": tr("Do you have severe sciatica?"),
    "practice.safety.question.back-surgery": tr("Have you had back surgery recently?"),
    "practice.safety.question.balance": tr("Do you have problems with your balance?"),
    "practice.safety.reason.back-pain": tr("You have acute back pain or a back injury."),
    "practice.safety.reason.sciatica": tr("You have severe sciatica."),
    "practice.safety.reason.back-surgery": tr("You had back surgery recently."),
    "practice.safety.reason.balance": tr(
        "You have problems with your balance and no support at hand."
    ),
    "practice.safety.advice": tr(
        "Please ask a healthcare provider before you practise. The lessons stay open."
    ),
    "practice.safety.support": tr("I have support at hand"),
    "practice.safety.pain-note": tr(
        "You reported pain on {date}. If it is still there, leave practice for now and ask a "
        "healthcare provider."
    ),
    "practice.objection.pain": tr("You noted pain in the last week."),
    "practice.objection.effort": tr("The last sessions were hard work."),
    "practice.objection.not-as-shown": tr("It did not go as shown lately."),
    "practice.objection.lower-back": tr("You felt it in your lower back twice running."),
    "practice.felt.hamstrings": tr("Hamstrings and glutes"),
    "practice.felt.thighs": tr("Front of thighs"),
    "practice.felt.lower-back": tr("Lower back"),
    "practice.felt.nowhere": tr("Nowhere in particular"),
    "practice.felt.backward": tr("I tipped backwards"),
    "practice.felt.reply.hamstrings": tr("Lovely. That is where a hinge does its work."),
    "practice.felt.reply.thighs": tr("Your knees may be bending more than they need to."),
    "practice.felt.reply.lower-back": tr("Your back may be rounding on the way down."),
    "practice.felt.reply.nowhere": tr("Your hips may not be going back far enough yet."),
    "practice.felt.reply.backward": tr("Your weight may be moving to your heels."),
    "practice.number.sets": tr("Sets"),
    "practice.number.reps": tr("Reps"),
    "practice.number.down_s": tr("Seconds down"),
    "practice.number.hold_s": tr("Seconds held"),
    "practice.number.up_s": tr("Seconds up"),
    "practice.number.top_s": tr("Seconds at the top"),
    "practice.number.switch_s": tr("Seconds to switch"),
    "practice.number.rest_s": tr("Seconds of rest"),
    "practice.number.prepare_s": tr("Seconds to get ready"),
    "practice.out-of-range": tr("{number} must be from {low} to {high}, not {value}."),
    "practice.seconds": Plural("1 second", tr("%n seconds", "", 2)),
    "practice.days": Plural("1 day", tr("%n days", "", 2)),
    "practice.sessions": Plural("1 session", tr("%n sessions", "", 2)),
    "practice.hinges": Plural("1 hinge", tr("%n hinges", "", 2)),
    "practice.sets": Plural("1 set", tr("%n sets", "", 2)),
    "practice.reps": Plural("1 rep", tr("%n reps", "", 2)),
    "practice.exercises": Plural(
        "1 exercise, {time} in all",
        tr("%n exercises, {time} in all", "", 2),
    ),
    "practice.exercises-own-pace": Plural(
        "1 exercise, at your own pace",
        tr("%n exercises, at your own pace", "", 2),
    ),
    "practice.lessons-done": Plural(
        "{count} of 1 lesson done",
        tr("{count} of %n lessons done", "", 2),
    ),
    "practice.change.set-corrected": tr("Corrected: {title}, set {set}."),
    "practice.change.set-deleted": tr("Deleted: {title}, set {set}."),
    "practice.change.deleted": tr("Deleted: {title}."),
    "practice.change.session-deleted": Plural(
        "Deleted: {title}, 1 set.", tr("Deleted: {title}, %n sets.", "", 2)
    ),
    "practice.change.answers-corrected": tr("Answers changed: {title}."),
    "practice.no-time": tr("At least one of down, hold, up and top must last longer than 0 s."),
    "practice.has-no-reps": tr("{exercise} has no reps to change."),
    "practice.has-no-down_s": tr("{exercise} has no seconds down to change."),
    "practice.has-no-up_s": tr("{exercise} has no seconds up to change."),
    "practice.has-no-top_s": tr("{exercise} has no seconds at the top to change."),
    "practice.has-no-switch_s": tr("{exercise} has no seconds to switch to change."),
}
