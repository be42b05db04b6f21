"""A file or the text of one article -> why it cannot be compared, or nothing."""

import regex

from compare.settings import InputSettings
from compare.sources.old_vietnamese_encodings import LEGACY, legacy_encoding

_WORD = r"\p{L}[\p{L}\p{M}]*+"
_UNSPACED = r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]{8}"  # scripts that write no spaces between words
# Three words with only spaces, digits and punctuation between them, on one line; looked for where words begin, or a megabyte of one letter
# would be tried at every letter.
_SENTENCE = regex.compile(rf"(?<![\p{{L}}\p{{M}}]){_WORD}(?:[^\p{{L}}\n]++{_WORD}){{2}}|{_UNSPACED}")


def why_unusable(text: str, settings: InputSettings) -> str | None:
    """What is wrong and what to do, in the words of ``Skipped.reason``; None for a text with at least one sentence."""
    if not text or text.isspace():
        return "is empty; give it the text of an article"
    if len(text) > settings.largest_article_chars:
        return f"has {len(text)} characters; split it or raise input.largest_article_chars ({settings.largest_article_chars})"
    if not _SENTENCE.search(text):
        return "has no sentence (three words in a line); give it the text of an article"
    legacy = legacy_encoding(text)
    return LEGACY.format(name=legacy) if legacy else None


def why_too_large(size: int, settings: InputSettings) -> str | None:
    """The reason to leave a file of ``size`` bytes unread, or None."""
    if size <= settings.largest_file_bytes:
        return None
    return f"has {size} bytes; split it or raise input.largest_file_bytes ({settings.largest_file_bytes})"


def why_unreadable(error: OSError) -> str:
    """The reason to leave a file that the operating system does not let us read."""
    if isinstance(error, PermissionError):
        return "permission denied; make it readable"
    return f"cannot be read ({error.strerror or error}); check the file"
