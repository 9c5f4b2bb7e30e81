from __future__ import annotations

import sys
import time

import pytest

from app.practice.clock import read_clock


def test_the_clock_never_goes_back() -> None:
    read = [read_clock() for _ in range(1000)]
    assert read == sorted(read)


@pytest.mark.skipif(sys.platform != "linux", reason="CLOCK_BOOTTIME is Linux's")
def test_the_clock_counts_sleep_on_linux() -> None:
    before = time.clock_gettime(time.CLOCK_BOOTTIME)
    assert before <= read_clock() <= time.clock_gettime(time.CLOCK_BOOTTIME)
