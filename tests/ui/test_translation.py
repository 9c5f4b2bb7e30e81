"""A damaged file of translations is left out; Qt would take the program down over it."""

from __future__ import annotations

import random
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from app.ui.translation import install, is_whole

ROOT = Path(__file__).resolve().parents[2]
#: "Today", "Learn" and "%n sets" of the context "Rail" in German, as lrelease writes them.
GOOD = bytes.fromhex(
    "3cb86418caef9c95cd211cbf60a1bddda70000000564655f444542000000180052b88e00000045005b5a8900"
    "00006f0c079c93000000006900000097030000000e0025006e0020005300610074007a03000000120025006e"
    "00200053006100650074007a006508000000000600000007256e207365747307000000045261696c01030000"
    "000c004c00650072006e0065006e080000000006000000054c6561726e07000000045261696c01030000000a"
    "0048006500750074006508000000000600000005546f64617907000000045261696c0188000000020101"
)

USE = """
import sys
from contextlib import ExitStack
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from app.ui.translation import install

application = QCoreApplication([])
closing = ExitStack()
used = 0
for file in sorted(Path(sys.argv[1]).iterdir()):
    used += install(application, file, closing)
    for text in ("Today", "Learn", "%n sets"):
        for count in (-1, 0, 2):
            QCoreApplication.translate("Rail", text, None, count)
print(used)
"""


def damaged(seed: int) -> bytes:
    """Return the file with some bytes changed, or without its end."""
    made, draw = bytearray(GOOD), random.Random(seed)
    if draw.random() < 0.3:
        return bytes(made[: draw.randrange(len(made))])
    for _ in range(draw.randint(1, 3)):
        made[draw.randrange(16, len(made))] = draw.randrange(256)
    return bytes(made)


def test_a_whole_file_is_used(qapp: QApplication, tmp_path: Path) -> None:
    file = tmp_path / "app_de.qm"
    file.write_bytes(GOOD)
    with ExitStack() as closing:
        assert install(qapp, file, closing)
        assert QCoreApplication.translate("Rail", "Today") == "Heute"
    assert QCoreApplication.translate("Rail", "Today") == "Today"


@pytest.mark.parametrize("data", [b"", GOOD[:16], GOOD[:-1], GOOD + b"x", b"x" + GOOD[1:]])
def test_what_is_cut_or_something_else_is_left_out(data: bytes) -> None:
    assert not is_whole(data)


def test_what_is_not_there_or_no_file_is_left_out(qapp: QApplication, tmp_path: Path) -> None:
    closing = ExitStack()
    assert not install(qapp, tmp_path / "none.qm", closing)
    assert not install(qapp, tmp_path, closing)


def test_damage_of_any_kind_ends_nothing(tmp_path: Path) -> None:
    for seed in range(1500):
        (tmp_path / f"{seed:04}.qm").write_bytes(damaged(seed))
    done = subprocess.run(
        [sys.executable, "-c", USE, str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert int(done.stdout) < 700  # what only changes letters is used
