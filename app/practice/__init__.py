"""Exercises, their timeline and the session that walks along it."""
