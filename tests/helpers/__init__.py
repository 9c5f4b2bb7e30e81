"""Help for the tests: the manual clock, transcripts, fakes."""
