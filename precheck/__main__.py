"""`python -m precheck`."""

from .cli import run

run()
