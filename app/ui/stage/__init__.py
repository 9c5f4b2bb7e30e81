"""The figure on screen, its player and its transport bar."""
