"""What is asked before and after practice, and what is said of its numbers."""

from app.messages.message import Plural, tr

TEXTS: dict[str, str | Plural] = {
    "practice.safety.question.back-pain": tr("Do you have acute back pain or a back injury?"),
    "practice.safety.question.sciatica": tr("Do you have severe sciatica?"),
    "practice.safety.question.back-surgery": tr("Have you had back surgery recently?"),
    "practice.safety.question.heart": tr(
        "Do you have heart trouble, or get chest pain or faint on effort?"
    ),
    "practice.safety.question.dizzy": tr("Do you get dizzy when you bend?"),
    "practice.safety.question.hip-surgery": tr("Have you had a hip replaced or operated on?"),
    "practice.safety.question.bones": tr("Do you have osteoporosis or a recent fracture?"),
    "practice.safety.question.hernia": tr("Do you have a hernia?"),
    "practice.safety.question.pregnancy": tr(
        "Are you pregnant, or did you give birth in the last months?"
    ),
    "practice.safety.question.balance": tr("Do you have problems with your balance?"),
    "practice.safety.meaning.back-pain": tr(
        "Acute: it started recently and is strong, or it is getting worse."
    ),
    "practice.safety.meaning.sciatica": tr(
        "Sciatica: pain that runs from the back or bottom down a leg."
    ),
    "practice.safety.meaning.back-surgery": tr(
        "An operation on your back within a year, or one you are still recovering from."
    ),
    "practice.safety.meaning.heart": tr(
        "Chest pain: pressure or tightness counts too. Faint: you pass out or nearly do."
    ),
    "practice.safety.meaning.dizzy": tr(
        "On the way down or up, the room spins or everything goes dark."
    ),
    "practice.safety.meaning.hip-surgery": tr(
        "However long ago: some hips are not to be bent far afterwards."
    ),
    "practice.safety.meaning.bones": tr(
        "Osteoporosis: bones that break easily. Fracture: a broken bone, within six months."
    ),
    "practice.safety.meaning.hernia": tr(
        "A bulge in the groin or belly where something inside pushes through the muscle."
    ),
    "practice.safety.meaning.pregnancy": tr("Count the six months after the birth."),
    "practice.safety.meaning.balance": tr(
        "You are unsteady on your feet, or had a fall without a clear cause."
    ),
    "practice.safety.reason.back-pain": tr("You have acute back pain or a back injury."),
    "practice.safety.reason.sciatica": tr("You have severe sciatica."),
    "practice.safety.reason.back-surgery": tr("You had back surgery recently."),
    "practice.safety.reason.heart": tr(
        "You have heart trouble, or get chest pain or faint on effort."
    ),
    "practice.safety.reason.dizzy": tr("You get dizzy when you bend."),
    "practice.safety.reason.hip-surgery": tr("You had a hip replaced or operated on."),
    "practice.safety.reason.bones": tr("You have osteoporosis or a recent fracture."),
    "practice.safety.reason.hernia": tr("You have a hernia."),
    "practice.safety.reason.pregnancy": tr("You are pregnant or gave birth in the last months."),
    "practice.safety.reason.balance": tr(
        "You have problems with your balance and no support at hand."
    ),
    "practice.safety.advice": tr(
        "Please ask a healthcare provider before you practise. The lessons stay open."
    ),
    "practice.safety.support": tr("I have support at hand"),
    "practice.safety.cleared": tr("A professional who knows me has cleared me"),
    "practice.pain.reason.leg": tr("You reported pain that runs down a leg."),
    "practice.pain.reason.signs": tr("You reported pain with signs that a doctor should look at."),
    "practice.pain.urgent": tr(
        "If a leg becomes weak, you go numb between the legs, or you lose control of your "
        "bladder or bowels, get medical help at once."
    ),
    "practice.objection.pain": tr("You noted pain in the last week."),
    "practice.objection.effort": tr("The last sessions were hard work."),
    "practice.objection.not-as-shown": tr("It did not go as shown lately."),
    "practice.objection.lower-back": tr("You felt it in your lower back twice running."),
    "practice.objection.stick": tr("The stick came off your back lately."),
    "practice.measure.wall": tr("How far were your heels from the wall at the last touch?"),
    "practice.measure.stick": tr("Did the stick stay on all the way down and up?"),
    "practice.stick.head": tr("Back of the head"),
    "practice.stick.back": tr("Upper back"),
    "practice.stick.tailbone": tr("Tailbone"),
    "practice.pain.place.lower-back": tr("Lower back"),
    "practice.pain.place.hip": tr("Hip or bottom"),
    "practice.pain.place.thigh": tr("Back of a thigh"),
    "practice.pain.place.knee": tr("Knee"),
    "practice.pain.place.leg": tr("Down a leg"),
    "practice.pain.place.elsewhere": tr("Somewhere else"),
    "practice.asks.hinge": tr("Where did you feel it?"),
    "practice.asks.stretch": tr("Where did you feel the stretch?"),
    "practice.asks.balance": tr("How steady were you?"),
    "practice.felt.hamstrings": tr("Hamstrings and glutes"),
    "practice.felt.thighs": tr("Front of thighs"),
    "practice.felt.lower-back": tr("Lower back"),
    "practice.felt.nowhere": tr("Nowhere in particular"),
    "practice.felt.backward": tr("I tipped backwards"),
    "practice.felt.stretch": tr("Back of the thigh"),
    "practice.felt.behind-knee": tr("Behind the knee"),
    "practice.felt.steady": tr("Steady"),
    "practice.felt.wobbly": tr("I wobbled"),
    "practice.felt.held-on": tr("I had to hold on"),
    "practice.felt.foot-down": tr("My foot came down"),
    "practice.felt.reply.hamstrings": tr("Lovely. That is where a hinge does its work."),
    "practice.felt.reply.thighs": tr("Your knees may be bending more than they need to."),
    "practice.felt.reply.lower-back": tr("Your back may be rounding on the way down."),
    "practice.felt.reply.nowhere": tr("Your hips may not be going back far enough yet."),
    "practice.felt.reply.backward": tr("Your weight may be moving to your heels."),
    "practice.felt.reply.stretch": tr("Lovely. That is where this stretch belongs."),
    "practice.felt.reply.behind-knee": tr("Soften that knee a little, and lean less far."),
    "practice.felt.reply.steady": tr("Lovely. That steadiness helps every hinge."),
    "practice.felt.reply.wobbly": tr("Wobbling is how balance is learned. Keep the support close."),
    "practice.felt.reply.held-on": tr("Good that it was there. Hold on for as long as it helps."),
    "practice.felt.reply.foot-down": tr("That is fine. Touch your support lightly next time."),
    "practice.felt.last.hamstrings": tr("Last time you felt it in your hamstrings and glutes."),
    "practice.felt.last.thighs": tr("Last time you felt it in the front of your thighs."),
    "practice.felt.last.lower-back": tr("Last time you felt it in your lower back."),
    "practice.felt.last.nowhere": tr("Last time you felt it nowhere in particular."),
    "practice.felt.last.backward": tr("Last time you tipped backwards."),
    "practice.felt.last.stretch": tr("Last time you felt the stretch in the back of your thigh."),
    "practice.felt.last.behind-knee": tr("Last time you felt the stretch behind your knee."),
    "practice.felt.last.steady": tr("Last time you stood steady."),
    "practice.felt.last.wobbly": tr("Last time you wobbled a little."),
    "practice.felt.last.held-on": tr("Last time you held on."),
    "practice.felt.last.foot-down": tr("Last time your foot came down."),
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
