"""Attached papers: opened safely, read in a bounded child process, and reduced to facts."""
