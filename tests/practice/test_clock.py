from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from app.practice.clock import read_clock


def test_the_clock_never_goes_back() -> None:
    read = [read_clock() for _ in range(1000)]
    assert read == sorted(read)


@pytest.mark.skipif(sys.platform != "linux", reason="CLOCK_BOOTTIME is Linux's")
def test_the_clock_counts_sleep_on_linux() -> None:
    before = time.clock_gettime(time.CLOCK_BOOTTIME)
    assert before <= read_clock() <= time.clock_gettime(time.CLOCK_BOOTTIME)


def test_the_clock_is_fine_on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(time, "perf_counter", lambda: 12.5)
    assert read_clock() == 12.5


def test_nothing_reads_the_coarse_clock_of_windows() -> None:
    app = Path(__file__).resolve().parents[2] / "app"
    coarse = [file for file in app.rglob("*.py") if "monotonic()" in file.read_text("utf-8")]
    assert coarse == []
