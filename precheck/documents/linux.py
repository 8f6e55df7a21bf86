"""What Linux can do for a process that reads, and Python does not ask it for in every version."""

import sys
from contextlib import suppress
from typing import Any, Final

END_WITH_PARENT: Final = 1
"""PR_SET_PDEATHSIG."""
KILL: Final = 9
"""SIGKILL: `signal` would have to be loaded for its name alone."""
NEW_NETWORK: Final = 0x40000000
"""CLONE_NEWNET."""
NEW_USER: Final = 0x10000000
"""CLONE_NEWUSER."""
THIS_PROGRAM: Final[Any] = None
"""Among what it has loaded is the C library, whatever that is called."""


def end_with_parent() -> None:
    """Have the system end this process when the one that forked it is gone and can no longer do so."""
    _call("prctl", END_WITH_PARENT, KILL)


def leave_the_network() -> None:
    """Go where there is no network, if the system allows it, and with all processes that are forked from here.

    Whoever has the right to go there alone does so: with a new user, root could no longer read what belongs to others,
    the libraries among it.
    """
    if not _call("unshare", NEW_NETWORK):
        _call("unshare", NEW_USER | NEW_NETWORK)


def _call(name: str, *arguments: int) -> bool:
    """Call a function of the C library. False, and nothing has happened, where it is not there or the system refuses."""
    if sys.platform != "linux":
        return False
    # `ctypes` around it takes longer to load than an invoice to understand.
    from _ctypes import call_function, dlopen, dlsym

    with suppress(OSError):
        return bool(call_function(dlsym(dlopen(THIS_PROGRAM, 0), name), arguments) == 0)
    return False
