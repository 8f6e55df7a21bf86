"""`precheck policy`: which policies there are, or what one of them asks for, with its sources."""

from datetime import date

from ..cli.terminal import Screen
from ..policy.file import load, names
from ..render.policy_page import line, page


def show(name: str | None, on: date | None, screen: Screen) -> int:
    """Write a line for every policy, or the rows of one; with `on` those in force that day. Returns the exit code.

    Raises UnknownPolicy or BadPolicy.
    """
    if name is None:
        screen.write("".join(line(load(each), screen.style) for each in names()))
        return 0
    policy = load(name)
    screen.write(page(policy.on(on) if on else policy, screen.style))
    return 0
