"""Save what is on the stage as a file."""
