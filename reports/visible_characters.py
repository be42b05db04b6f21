"""Words of an article -> the same words on one line, with the characters that no reader sees written out.

An override of the direction of writing can make ``txt.exe`` read as ``exe.txt``, and plain text cannot fence it in as HTML does with
``<bdi>``. So it is shown by its number and never dropped: a quotation that was tampered with has to look like one.
"""

import re

# Controls, marks and overrides of direction, and halves of surrogate pairs, which UTF-8 cannot hold.
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def one_line(text: str) -> str:
    """White space of any kind, line breaks too, becomes one space; ``⟨U+202E⟩`` stands for what cannot be seen."""
    return _UNSEEN.sub(lambda found: f"⟨U+{ord(found.group()):04X}⟩", " ".join(text.split()))
