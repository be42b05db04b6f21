"""Language code -> pack; article text -> the code of the pack that reads it."""

from functools import cache

from compare.languages.en.pack import ENGLISH
from compare.languages.pack import LanguagePack
from compare.languages.vi.pack import VIETNAMESE

PACKS: dict[str, LanguagePack] = {pack.code: pack for pack in (VIETNAMESE, ENGLISH)}


@cache
def all_slot_words(name: str) -> frozenset[str]:
    """One field of ``SlotWords``, all packs together: a quotation may be in another language than its article."""
    return frozenset(word for pack in PACKS.values() for word in getattr(pack.slots, name))


@cache
def all_altered_words(name: str) -> frozenset[str]:
    """One field of ``AlteredWords`` that is a set of words, all packs together."""
    return frozenset(word for pack in PACKS.values() for word in getattr(pack.altered, name))


# Share of letters that only one pack's alphabet has: Vietnamese prose has .20-.30 of them, English with Vietnamese names under .03.
_CERTAIN_SHARE = 0.08
_CERTAINLY_NOT = 0.03


def language_of(text: str, told: str = "") -> str:
    """The code of the pack that fits the whole text best: by its own letters, and where they leave doubt by py3langid among the packs.

    ``told`` is the language that a page says it is in: believed where no pack's own letters or words are certain and no pack is for it.
    """
    letters = [c for c in text.lower() if c.isalpha()]
    for pack in PACKS.values():
        own = frozenset(pack.sentences.letters)
        if own and sum(c in own for c in letters) > _CERTAIN_SHARE * len(letters):
            return pack.code
    if letters and not _has_foreign_letters(letters):
        english = ENGLISH.sentences.stop_words
        words = text.lower().split()
        # A fifth of running English is stop words; then the classifier (0.3 s to load) has nothing to add.
        if sum(word in english for word in words) > 0.2 * len(words):
            return ENGLISH.code
    return told if told and told not in PACKS else _classified(text)


def _has_foreign_letters(letters: list[str]) -> bool:
    own = frozenset("".join(pack.sentences.letters for pack in PACKS.values()))
    return sum(c in own for c in letters) > _CERTAINLY_NOT * len(letters)


def _classified(text: str) -> str:
    from py3langid.langid import MODEL_DIR, MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_modelpath(MODEL_DIR / MODEL_FILE)
    identifier.set_languages(list(PACKS))
    code, _ = identifier.classify(text)
    return str(code)
