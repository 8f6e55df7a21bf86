"""TOML files from outside: policies, settings, baselines."""

import tomllib
from typing import Any


def tables(text: str) -> dict[str, Any]:
    """What a TOML file says. Raises ValueError, which says why it says nothing."""
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise ValueError("nested too deeply") from None
