"""What the tool cannot do: faults of the caller or of ours, never of a draft. The command exits 2 on all of them."""


class PrecheckError(Exception):
    """The job could not be done. The message is for a person and names no value of a draft."""


class BadArgument(PrecheckError):
    """An argument of `check` that is none of what it may be."""


class UnreadablePath(PrecheckError):
    """A file or folder that cannot be read."""


class UnknownPolicy(PrecheckError):
    """No policy of that name; `did_you_mean` lists the nearest ones."""

    def __init__(self, name: str, did_you_mean: tuple[str, ...] = ()) -> None:
        hint = f"; did you mean {', '.join(did_you_mean)}?" if did_you_mean else ""
        super().__init__(f"no policy named {name!r}{hint}")
        self.name, self.did_you_mean = name, did_you_mean


class BadPolicy(PrecheckError):
    """A policy file that does not say what a policy can say."""


class BrokenRule(PrecheckError):
    """A rule failed with an exception of its own: a bug, never a verdict."""
