"""What each command does, once its arguments are read. Each returns the exit code."""
