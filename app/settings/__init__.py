"""What the user chose: typed, checked key by key, saved by merging into the file."""
