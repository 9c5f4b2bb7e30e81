"""Tones, or silence with a reason."""
