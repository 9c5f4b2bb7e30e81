"""What to do and when, and the questions asked before the first practice."""
