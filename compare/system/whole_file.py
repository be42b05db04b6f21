"""Bytes -> a file that has all of them, or is unchanged."""

import os
import tempfile
from pathlib import Path


def write_whole(path: Path, data: bytes, *, mode: int = 0o600, synced: bool = False) -> None:
    """Under another name beside the place first, ``synced`` to the disk if asked, then in the place; its folder is made.

    ``OSError`` as the system gives it; nothing is left behind then, nor by an interrupt.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            if synced:
                file.flush()
                os.fsync(file.fileno())
        Path(temporary).chmod(mode)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
