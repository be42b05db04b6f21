"""Words of an article -> Markdown that shows exactly these words; an address -> a link target that ends where it should.

What Markdown has known from its start is escaped with a backslash (CommonMark 0.31, 2.4); whatever only some dialects read (HTML, tables,
mathematics, struck-out text, addresses that become links by themselves) is written as a character reference, since an older dialect would
show the backslash and run the rest.
"""

import re

from reports.visible_characters import one_line

_REFERENCED = "<>&|~^$=@"
_ALWAYS = {ord(c): f"\\{c}" for c in "\\`*_{}[]#"} | {ord(c): f"&#{ord(c)};" for c in _REFERENCED}
_BULLET = re.compile(r"^[-+]")
_NUMBERING = re.compile(r"^(\d+)([.)])(?=\s|$)")
# ``site.example`` and ``https:`` become links, ``:name:`` a picture; 1.000 and 10:30 stay as they are.
_DOT = re.compile(r"\.(?=\w)(?!\d)")
_COLON = re.compile(r"(?<!\d):(?=[\w/+-])|:(?=/)")


def escape(text: str) -> str:
    """On one line, wherever on a line it is put: nothing in it is read as Markdown or HTML."""
    shown = one_line(text).translate(_ALWAYS)
    shown = _NUMBERING.sub(r"\1\\\2", _BULLET.sub(r"\\\g<0>", shown))
    return _COLON.sub("&#58;", _DOT.sub(r"\\.", shown))


def link(words: str, target: str) -> str:
    """A link to an address as ``addresses.target_of`` gives it; an ampersand is referenced, ``&copy`` in it would else become ©."""
    return f"[{escape(words)}](<{target.replace('&', '&amp;')}>)"
