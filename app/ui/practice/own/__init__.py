"""The user's own exercises: the form, its preview, and what is done with their files."""
