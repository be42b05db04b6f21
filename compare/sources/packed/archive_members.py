"""The name of a member of an archive -> whether it may be read; nothing is ever written where a name leads."""

import regex

from compare.text.tokens import shown_name

_DRIVE = regex.compile(r"[A-Za-z]:")
LINK = "is a link inside an archive; put the file itself into it"
OUTSIDE = "has a name that leads out of its archive; rename it"
NO_FILE = "is not a regular file; give a file"
TOO_MANY = "holds more than {most} files, and those behind were not read; split it or raise input.most_files"
TOO_DEEP = "is packed {deepest} times already; unpack it or raise input.deepest_packing"


def is_hidden(name: str) -> bool:
    """Whether a member is none of the user's, as a hidden file of a folder is not; macOS keeps notes beside each file."""
    parts = name.replace("\\", "/").split("/")
    return parts[0] == "__MACOSX" or any(part.startswith(".") and part not in (".", "..") for part in parts)


def leads_outside(name: str) -> bool:
    """Whether unpacking it by name would write outside of the folder, on any system."""
    plain = name.replace("\\", "/")
    return plain.startswith("/") or _DRIVE.match(plain) is not None or ".." in plain.split("/")


def place_of(archive: str, name: str) -> str:
    """The origin of a member, in signs that can be shown."""
    return f"{archive}/{shown_name(name)}"
