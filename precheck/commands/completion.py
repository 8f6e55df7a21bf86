"""`precheck completion`: the script that lets a shell complete commands, options and names of policies."""

from typing import cast

import click
from click.shell_completion import ShellComplete, get_completion_class

from ..cli.terminal import Screen

VARIABLE = "_PRECHECK_COMPLETE"


def show(shell: str, command: click.Command, screen: Screen) -> int:
    """Write the script of one of click's shells. Returns the exit code."""
    known = cast("type[ShellComplete]", get_completion_class(shell))
    screen.write(known(command, {}, "precheck", VARIABLE).source() + "\n")
    return 0
