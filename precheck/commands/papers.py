"""`precheck papers`: which papers are asked for, which are there, which could be read, what to upload next."""

from datetime import date

from ..cli.terminal import Screen
from ..errors import UnreadablePath
from ..flow import below, folder_of, judge, policies
from ..privacy import Voice
from ..render.paper_page import page
from ..source import read_path
from .trouble import unreadable


def show(path: str, policy: str, on: date, cache: bool, screen: Screen) -> int:
    """Write the table of one draft. Returns the exit code: 1 when something is to be done about a paper.

    Raises PrecheckError for a path or a policy that cannot be read.
    """
    try:
        draft = read_path(path)
    except UnreadablePath as fault:
        raise UnreadablePath(unreadable(path, fault.__cause__, screen.style.lang)) from None
    opened = below(folder_of(draft), cache)
    report = judge(draft, policies(policy), on, Voice(screen.style.lang), read_papers=opened)
    screen.write(page(report, screen.style))
    return 1 if report.paper_findings else 0
