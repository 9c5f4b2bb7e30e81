"""Reminders while the program runs: when, in which words, and the tray."""
