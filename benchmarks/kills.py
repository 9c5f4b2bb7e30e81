"""Sessions killed with -9 at random moments: what is lost, duplicated, or wrongly offered later."""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from app.practice.timeline import Place
from app.records.store import Store
from tests.helpers.killed import ALL, NAMES, finished_sets, offered, run_and_kill

KILLS = 200
#: From the first set on, s; a whole session takes about half a second here.
LATEST_S = 0.5


class Found(NamedTuple):
    """What was found after one kill: how many sets were lost and duplicated; what was wrong."""

    lost: int
    doubled: int
    unsound: bool
    offer_wrong: bool
    kept: int


def kill_one(folder: Path, moment_s: float) -> Found:
    """Kill one session and look at what it left behind."""
    path = folder / "records.sqlite3"
    told = run_and_kill(path, moment_s)
    store = Store.open(path)
    try:
        kept = finished_sets(store)
    except AssertionError:
        return Found(0, 0, unsound=True, offer_wrong=False, kept=0)
    lost = set(told) - {" ".join(map(str, one)) for one in kept}
    places = [(name, number) for name, number, _ in kept]
    doubled = len(places) - len(set(places))
    found = offered(store)
    if len(set(places)) == len(ALL):
        wrong = found is not None
    else:
        name, number = ALL[len(kept)] if len(kept) < len(ALL) else ALL[-1]
        wrong = found is None or found.place != Place(NAMES.index(name), number)
    unsound = store.notice is not None
    store.close()
    return Found(len(lost), doubled, unsound, wrong, len(kept))


def main() -> int:
    """Kill and print; return 1 if anything was lost, duplicated, unsound or wrongly offered."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.kills")
    parser.add_argument("--kills", type=int, default=KILLS, help=f"how many ({KILLS})")
    kills = parser.parse_args().kills
    chance, begun, all_found = random.Random(5), time.monotonic(), list[Found]()
    for _ in range(kills):
        with tempfile.TemporaryDirectory() as folder:
            all_found.append(kill_one(Path(folder), chance.uniform(0, LATEST_S)))
    lost, doubled, unsound, wrong = (sum(one[at] for one in all_found) for at in range(4))
    whole = sum(one.kept == len(ALL) for one in all_found)
    missed = bool(lost or doubled or unsound or wrong)
    print(
        f"kills: {kills} sessions killed at random moments, {lost} sets lost, {doubled} doubled,"
        f" {unsound} databases unsound, {wrong} offers wrong, target 0 of each"
        f" ({whole} were through before; {time.monotonic() - begun:.0f} s)"
        + (" MISSED" if missed else "")
    )
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
