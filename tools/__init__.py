"""Scripts that set the project up and make its files; standard library only."""
