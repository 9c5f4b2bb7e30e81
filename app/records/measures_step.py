"""The step that keeps what is measured after a session: the wall's distance and the stick."""

from __future__ import annotations

# NULL is not asked or not answered: so it is after every session before.
MEASURES = (
    "ALTER TABLE feedback ADD COLUMN wall_cm INTEGER CHECK (wall_cm BETWEEN 1 AND 150)",
    "ALTER TABLE feedback ADD COLUMN stick_head INTEGER CHECK (stick_head IN (0, 1))",
    "ALTER TABLE feedback ADD COLUMN stick_back INTEGER CHECK (stick_back IN (0, 1))",
    "ALTER TABLE feedback ADD COLUMN stick_tailbone INTEGER CHECK (stick_tailbone IN (0, 1))",
)
