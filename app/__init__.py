"""The Hip Hinge Trainer: lessons, a moving figure and a practice timer for one movement."""

__version__ = "0.1.0"
