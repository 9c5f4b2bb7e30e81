"""What is said of bodies and poses, and how lengths and weights are written."""

from app.messages.message import Plural, tr

TEXTS: dict[str, str | Plural] = {
    "body.size.stature_m": tr("stature in metres"),
    "body.size.mass_kg": tr("body mass in kilograms"),
    "body.size.thigh": tr("thigh length as a factor"),
    "body.size.trunk": tr("trunk length as a factor"),
    "body.size.slr_deg": tr("straight-leg raise in degrees"),
    "body.size.lumbar_deg": tr("lumbar flexion range in degrees"),
    "body.size.shin": tr("shin length as a factor"),
    "body.size.arm": tr("arm length as a factor"),
    "body.out-of-range": tr("{number}: expected {low} to {high}, got {value}"),
    "body.joint.lumbar": tr("lumbar"),
    "body.joint.thoracic": tr("thoracic"),
    "body.joint.neck": tr("neck"),
    "body.joint.ankle_left": tr("ankle left"),
    "body.joint.ankle_right": tr("ankle right"),
    "body.joint.knee_left": tr("knee left"),
    "body.joint.knee_right": tr("knee right"),
    "body.joint.hip_left": tr("hip left"),
    "body.joint.hip_right": tr("hip right"),
    "body.joint.elbow_left": tr("elbow left"),
    "body.joint.elbow_right": tr("elbow right"),
    "body.joint-limit": tr("expected {joint} within {least} to {most} degrees, got {angle:.0f}"),
    "body.leg-short": tr("a leg does not reach from its foot to the hip"),
    "body.falls": tr(
        "the weight cannot be brought over {pressure:.2f} of the foot at knee {knee:.0f}, "
        "thorax {thorax:.0f} degrees"
    ),
    "body.side.left": tr("left"),
    "body.side.right": tr("right"),
    "body.foot-not-flat": tr("expected the {side} foot, which bears weight, flat on the floor"),
    "body.hand-short": tr("expected a point the {side} hand reaches, it stays {left:.0f} cm away"),
    "body.hands-short": tr("expected something the hands reach, they stay {left:.0f} cm away"),
    "body.no-touch": tr("expected a phase that touches the wall of the stations"),
    "body.nothing-to-reach": tr("expected something to reach: a prop with hands and rest"),
    "body.stations": tr("{movement}: {reason}"),
    "body.pose": tr("{movement} at {t:.1f} s: {reason}"),
    "body.cm": tr("{length} cm"),
    "body.in": tr("{length} in"),
    "body.inches": Plural("{length} inch", tr("{length} inches", "", 2)),
    "body.ft-in": tr("{feet} ft {inches} in"),
    "body.kg": tr("{weight} kg"),
    "body.lb": tr("{weight} lb"),
    "body.both": tr("{metric} ({imperial})"),
}
