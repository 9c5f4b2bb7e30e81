"""Sessions killed with -9 at random moments: what is lost, duplicated, or wrongly offered later."""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from app.records.store import Store
from tests.helpers.killed import may_be_left, offered, run_and_kill, stored_sets

KILLS = 200
#: From the first record on, s; a whole session takes about as long here.
LATEST_S = 1.6


class Found(NamedTuple):
    """What was found after one kill: how many sets were lost and doubled; what was wrong."""

    lost: int
    doubled: int
    unsound: bool
    offer_wrong: bool
    whole: bool


def kill_one(folder: Path, seed: int, moment_s: float) -> Found:
    """Kill one session and look at what it left behind."""
    path = folder / "records.sqlite3"
    told = run_and_kill(path, seed, moment_s)
    possible = may_be_left(told, seed)
    store = Store.open(path)
    try:
        kept, found = stored_sets(store), offered(store)
    except AssertionError:
        return Found(0, 0, unsound=True, offer_wrong=False, whole=False)
    finally:
        store.close()
    lost = set(possible[0].sets) - set(kept)
    # Exercise and number of the performance; how it went may not matter.
    numbers = [(line.split()[1], line.split()[3]) for line in kept]
    place = found.place if found else None
    wrong = (kept, place) not in possible and not lost
    unsound = store.notice is not None
    return Found(len(lost), len(numbers) - len(set(numbers)), unsound, wrong, found is None)


def main() -> int:
    """Kill and print; return 1 if anything was lost, duplicated, unsound or wrongly offered."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.kills")
    parser.add_argument("--kills", type=int, default=KILLS, help=f"how many ({KILLS})")
    kills = parser.parse_args().kills
    chance, begun, all_found = random.Random(5), time.monotonic(), list[Found]()
    for seed in range(kills):
        with tempfile.TemporaryDirectory() as folder:
            all_found.append(kill_one(Path(folder), seed, chance.uniform(0, LATEST_S)))
    lost, doubled, unsound, wrong = (sum(one[at] for one in all_found) for at in range(4))
    whole = sum(one.whole for one in all_found)
    missed = bool(lost or doubled or unsound or wrong)
    print(
        f"kills: {kills} sessions with stops, skips and sides killed at random moments,"
        f" {lost} sets lost, {doubled} doubled,"
        f" {unsound} databases unsound, {wrong} offers wrong, target 0 of each"
        f" ({whole} were through before; {time.monotonic() - begun:.0f} s)"
        + (" MISSED" if missed else "")
    )
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
