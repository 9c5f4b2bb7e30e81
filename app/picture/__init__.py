"""Moving and still pictures of the figure, as files."""
