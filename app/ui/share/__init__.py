"""Take what is on the stage with you, as a file."""
