"""`python -m precheck`."""

import sys

from .cli import run

sys.exit(run())
