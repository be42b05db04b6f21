"""Text -> the same text, of equal length, with what stands between quotation marks hidden."""

HIDDEN = "\N{FULL BLOCK}"  # stands for each character inside a quotation; spaces stay
MARKS = '"“”„«»'


def hide_quotations(text: str, *, is_open: bool) -> tuple[str, bool]:
    """The text with what stands between quotation marks hidden, and whether a quotation is open at its end.

    All marks are one class: what stands before a word opens, what stands behind one closes, and a closing mark that nothing opened
    closes a quotation that the text began with.
    """
    if not is_open and not any(mark in text for mark in MARKS):
        return text, False
    inside = is_open
    is_first = True  # no mark was passed yet
    out: list[str] = []
    for place, char in enumerate(text):
        if char not in MARKS:
            out.append(HIDDEN if inside and not char.isspace() else char)
            continue
        opens = char in "“„«" or ((place == 0 or not _touches(text[place - 1])) and not (inside and char == '"' and _ends(text, place)))
        if not opens and not inside and is_first:
            out = [c if c.isspace() else HIDDEN for c in out]
        inside, is_first = opens, False
        out.append(char)
    return "".join(out), inside


def _touches(char: str) -> bool:
    return not char.isspace() and char not in "([–—:"


def _ends(text: str, place: int) -> bool:
    return place + 1 == len(text) or not (text[place + 1].isalnum() or text[place + 1] in "‘'(")
