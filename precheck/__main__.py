"""The process of the command: `precheck`, and `python -m precheck`."""

import os
from typing import NoReturn

INTERRUPTED = 130


def run() -> NoReturn:
    """Run the command and end the process: quietly when it is interrupted, also while it is still being loaded."""
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = (
        "__all__"  # such a plugin sees every value, and may send it somewhere
    )
    try:
        from .cli.main import run as start  # only here: an interrupt may come while it is loaded

        start()
    except KeyboardInterrupt:
        os._exit(INTERRUPTED)


if __name__ == "__main__":
    run()
