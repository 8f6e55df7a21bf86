"""The command line: its pages, its options and where they come from, what it writes and where."""
