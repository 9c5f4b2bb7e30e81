"""The figure as mechanics: lengths, masses, pose, balance, load, form."""
