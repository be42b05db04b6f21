"""Libraries that not every run needs -> which of them are missing, and the words that say how an extra of the package brings them."""

from importlib.util import find_spec


def missing(*libraries: str) -> str:
    """Those that are not installed, as they are read in a sentence; empty if all are there."""
    return " and ".join(name for name in libraries if find_spec(name) is None)


def how_to_install(extra: str) -> str:
    """What to do, as the end of a message: the extra by its name, also for those who installed from a clone."""
    return f"install with `pip install 'tellings[{extra}]'`, or in a clone of tellings `pip install '.[{extra}]'`"
