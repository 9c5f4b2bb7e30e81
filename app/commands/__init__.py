"""The commands of the command line; none but screenshots needs Qt."""
