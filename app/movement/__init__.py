"""Poses over time, read from animations/."""
