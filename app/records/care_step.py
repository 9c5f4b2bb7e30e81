"""The step that keeps what care needs: how strong a pain was, whether it settled, who cleared."""

from __future__ import annotations

# NULL is not asked or not answered: so it is for every pain noted before.
CARE = (
    "ALTER TABLE feedback ADD COLUMN pain_level INTEGER CHECK (pain_level BETWEEN 0 AND 10)",
    "ALTER TABLE feedback ADD COLUMN pain_place TEXT",
    "ALTER TABLE feedback ADD COLUMN pain_signs INTEGER CHECK (pain_signs IN (0, 1))",
    "ALTER TABLE feedback ADD COLUMN settled INTEGER CHECK (settled IN (0, 1))",
    "ALTER TABLE safety ADD COLUMN cleared INTEGER NOT NULL DEFAULT 0 CHECK (cleared IN (0, 1))",
)
