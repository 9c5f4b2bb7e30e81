from __future__ import annotations

import pytest

from tests.helpers.practice_flow import Story


@pytest.fixture
def story() -> Story:
    return Story()


@pytest.fixture
def opened(story: Story) -> Story:
    """Practice is open, and nothing was done yet."""
    story.open()
    story.records.listed.clear()
    return story
