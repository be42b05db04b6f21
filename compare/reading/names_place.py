"""A place in a sentence -> what stands around it: whether it opens the sentence, which title and which word come before."""

import regex

from compare.languages.language_pack import SentenceWords
from compare.text.tokens import bare

# A syllable of Vietnamese spelling, with its tone mark or without: "Tho", "Linh", "Đức"; "Ash", "Obama" and "The" of "The Times" are none.
_SYLLABLE = regex.compile(r"(?:ngh?|[ckgnpt]h|gi|qu|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?")


# Code points that are looked back at: the longest title, sign and space before it fit, and a long line stays linear.
_SEEN_BEFORE = 160


def opens_sentence(text: str, start: int, words: SentenceWords) -> bool:
    """Whether a capital at ``start`` may be one only because a sentence, a clause or a quotation opens there."""
    before = text[max(0, start - _SEEN_BEFORE) : start].rstrip()
    if not before.strip("\"“”‘'«([–—- "):
        return True
    last = before.split()[-1].lower().rstrip(".")
    return before[-1] in '!?:…“”"‘' or (before[-1] == "." and last not in words.abbreviations and last not in words.titles)


def follows_title(text: str, start: int, words: SentenceWords) -> bool:
    """Whether any title ends where ``start`` is."""
    return title_before(text, start, words) != ""


def title_before(text: str, start: int, words: SentenceWords) -> str:
    """The title of one to three words that ends where ``start`` is, the longest that fits; "" if none does."""
    before = [word.strip(".,") for word in text[max(0, start - _SEEN_BEFORE) : start].lower().split()[-3:]]
    phrases = (" ".join(before[first:]) for first in range(len(before)))
    return next((phrase for phrase in phrases if phrase in words.titles), "")


def last_word(text: str, end: int) -> str:
    """The last word before ``end``, with its signs; "" if there is none."""
    words = text[max(0, end - 40) : end].split()
    return words[-1] if words else ""


def is_syllable(word: str) -> bool:
    """Whether a word is spelled as a Vietnamese syllable is."""
    return word != "The" and _SYLLABLE.fullmatch(bare(word)) is not None
