from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import timedelta

import pytest

from app.records.model import local_now


@pytest.fixture
def clock_of_the_moon(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "XXX+99")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("clock_of_the_moon")
def test_a_zone_that_cannot_be_counts_as_none() -> None:
    assert local_now().utcoffset() == timedelta(0)
