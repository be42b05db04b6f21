"""Two sequences of words -> the edits between them, in bounded time even for one word repeated ten thousand times."""

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

Opcode = tuple[str, int, int, int, int]  # "equal", "replace", "delete" or "insert"; begin and end of it on the left and on the right

# difflib looks at each pair of equal words, once for each block that it finds: a line of 10,000 equal words has 10^8 pairs.
_MOST_PAIRS = 1_000_000
_MOST_WORDS = 4_000_000  # on the left times on the right
# A bit for each pair of words is what the other matcher takes.
_MOST_CELLS = 400_000_000


def opcodes(left: Sequence[str], right: Sequence[str]) -> list[Opcode]:
    """As ``difflib.SequenceMatcher(None, left, right, autojunk=False).get_opcodes()``, the longest common block first.

    Of more words or of words that repeat too often for it, by a longest common subsequence (``rapidfuzz.distance.LCSseq``); of more than
    that can hold, what stands between a common head and a common foot counts as replaced.
    """
    left_counts, right_counts = Counter(left), Counter(right)
    if len(left) * len(right) <= _MOST_WORDS and sum(count * right_counts[word] for word, count in left_counts.items()) <= _MOST_PAIRS:
        return list(SequenceMatcher(None, left, right, autojunk=False).get_opcodes())
    head = _common(left, right)
    foot = _common(left[head:][::-1], right[head:][::-1])
    ends = len(left) - foot, len(right) - foot
    between = _between(left[head : ends[0]], right[head : ends[1]])
    found = [("equal", 0, head, 0, head), *((tag, a + head, a_end + head, b + head, b_end + head) for tag, a, a_end, b, b_end in between)]
    found.append(("equal", ends[0], len(left), ends[1], len(right)))
    return [code for code in found if code[2] > code[1] or code[4] > code[3]]


def _common(left: Sequence[str], right: Sequence[str]) -> int:
    """How many words both begin with."""
    return next((at for at, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right)))


def _between(left: Sequence[str], right: Sequence[str]) -> list[Opcode]:
    from rapidfuzz.distance import LCSseq

    if len(left) * len(right) > _MOST_CELLS:
        return [("replace", 0, len(left), 0, len(right))]
    found: list[Opcode] = []
    for code in LCSseq.opcodes(left, right):  # which has no "replace": what goes and what comes at one place are two codes
        if found and code.tag != "equal" and found[-1][0] != "equal":
            _, a, _, b, _ = found.pop()
            found.append(("replace", a, code.src_end, b, code.dest_end))
        else:
            found.append((code.tag, code.src_start, code.src_end, code.dest_start, code.dest_end))
    return found
