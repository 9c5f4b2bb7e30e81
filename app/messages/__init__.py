"""What everything below the window has to say: an id with arguments, and its English.

The first word of an id is the module here that has its text; it is loaded when first needed.
"""
