"""One window a data folder: a second start hands over what it was asked to open."""
