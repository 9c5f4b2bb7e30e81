"""Lessons and their steps, read from resources/lessons/."""
