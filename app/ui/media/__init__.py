"""A session as the desktop's media keys and lock screen see it: MPRIS, on Linux."""
