"""How much of a file is read, and what reading it may cost. Beyond that the file is answered with a verdict."""

from typing import Final

LARGEST: Final = 50 * 2**20
"""Bytes of a file. Upload pages take a tenth of it."""
MEMORY: Final = 512 * 2**20
"""Bytes of address space of the process that reads a file; ordinary papers need a quarter."""
CPU_SECONDS: Final = 5
WALL_SECONDS: Final = 8.0
PRINT_MEMORY: Final = 1536 * 2**20
"""The same of a process that recognises print, which needs three times as much as reading."""
PRINT_CPU_SECONDS: Final = 20
PRINT_WALL_SECONDS: Final = 30.0
ALL_SECONDS: Final = 60.0
"""For all papers of one draft; those that have not been started by then get the verdict `timeout`."""
AT_ONCE: Final = 4
"""Processes, if there are as many processors."""
PRINT_AT_ONCE: Final = 2
"""The same of processes that recognise print, which need 400 MB each."""
MOST_PAPERS: Final = 200
"""Papers of one draft that are opened."""
LONGEST_ANSWER: Final = 2**20
"""Bytes of what the reading process may answer."""
PRINT: Final = "print"
"""The word that asks for print to be recognised."""
BEGUN: Final = b"\n"
"""What an answer begins with, written before anything of a paper is looked at: without it the paper is not to blame."""
HINT: Final = 8
"""Bytes of a request to read a paper: how its name ends, filled up with blanks. Only what is loaded beforehand depends
on it."""

MOST_PAGES: Final = 60
"""Pages of text that are read; beyond them only the last one is looked at."""
MOST_ROWS: Final = 200_000
MOST_COLUMNS: Final = 200
MOST_SHEETS: Final = 20
LONG_SIDE: Final = 1600
"""Pixels to which a picture is reduced before it is measured or its print is recognised, so that all are treated alike."""
MOST_PIXELS: Final = 60_000_000
MOST_MEMBERS: Final = 2000
"""Files in an archive."""
MOST_UNPACKED: Final = 200 * 2**20
"""Bytes of an archive once unpacked."""
MOST_RATIO: Final = 100
"""By how much an archive may shrink its content, once that is above `SMALL_ENOUGH`."""
SMALL_ENOUGH: Final = 5 * 2**20
MOST_ELEMENTS: Final = 100_000
"""Elements of an XML or HTML file."""
