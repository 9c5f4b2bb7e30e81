"""Try it yourself: a figure in the user's hands."""
