"""A skeleton as lines, the way other programs would draw it."""

from __future__ import annotations

from app.body.skeleton import Skeleton

_LIMBS = (
    ("toe", "heel", "ankle", "knee", "hip"),
    ("shoulder", "elbow", "wrist", "hand"),
)


def joint_chains(skeleton: Skeleton) -> list[list[tuple[float, float]]]:
    """Return legs, arms and trunk, each from joint to joint, forward and up, m."""
    joints = skeleton.joints
    chains = [[f"{name}_{side}" for name in limb] for side in ("left", "right") for limb in _LIMBS]
    chains.append(["l5s1", "t12l1", "c7", "head"])
    return [[(joints[name].x, joints[name].y) for name in chain] for chain in chains]
