"""Your course: its sessions, what can be decided about it, and its end."""
