"""The skeleton as a picture."""
