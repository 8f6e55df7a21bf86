"""The formats of a report. A format is a module with two functions:

`entry(report, run, style)` makes of one report whatever the format keeps of it, so that the report itself can be
forgotten; `whole(entries, tally, run, style)` makes of all of them the text that is written.
"""
