"""Language code -> pack; article text -> the code of the pack that reads it."""

from functools import cache
from typing import TYPE_CHECKING

from compare.languages.en.pack import ENGLISH
from compare.languages.language_pack import LanguagePack
from compare.languages.vi.pack import VIETNAMESE

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

PACKS: dict[str, LanguagePack] = {pack.code: pack for pack in (VIETNAMESE, ENGLISH)}


@cache
def money() -> frozenset[str]:
    """Unit keys of money, of all packs."""
    return frozenset(unit for pack in PACKS.values() for unit in pack.numbers.money)


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
# Of the letters that other languages have not: Vietnamese prose has .12-.20 of them, French, Czech and Portuguese none.
_CERTAIN_RARE = 0.03
_SURE = 0.9  # probability by the classifier; among 245 articles and the pages of five languages it was wrong on none
_LAST_LATIN, _LATIN_ADDITIONAL = "\u024f", frozenset(map(chr, range(0x1E00, 0x1F00)))
_LEAST_LETTERS = 40  # a headline of names is of no language


def language_of(text: str, declared: str = "") -> str:
    """The code of the pack that fits the whole text best, or of a third language (ISO 639-1) that it surely is in.

    By letters and words that only a pack's language has, and where they leave doubt by py3langid. ``told`` is the language that a page says
    it is in: believed where no pack's own letters or words are certain and no pack is for it.
    """
    letters = [c for c in text.lower() if c.isalpha()]
    for pack in PACKS.values():
        own = frozenset(pack.sentences.letters)
        rare = frozenset(pack.sentences.rare_letters)
        if own and _share(own, letters) > _CERTAIN_SHARE and _share(rare, letters) > _CERTAIN_RARE:
            return pack.code
    if letters and not _has_foreign_letters(letters):
        english = ENGLISH.sentences.stop_words
        words = text.lower().split()
        # A fifth of running English is stop words; then the classifier (0.3 s to load) has nothing to add.
        if sum(word in english for word in words) > 0.2 * len(words):
            return ENGLISH.code
    return declared if declared and declared not in PACKS else _third(text, letters) or _classified(text)


def _has_foreign_letters(letters: list[str]) -> bool:
    own = frozenset("".join(pack.sentences.letters for pack in PACKS.values()))
    return _share(own, letters) > _CERTAINLY_NOT


def _share(own: frozenset[str], letters: list[str]) -> float:
    return sum(c in own for c in letters) / max(1, len(letters))


def _third(text: str, letters: list[str]) -> str | None:
    """The language of a text that no pack reads, where its script or the classifier leaves no doubt."""
    code, probability = _identified(text, None)
    is_sure = probability > _SURE and len(letters) >= _LEAST_LETTERS
    return code if code not in PACKS and (is_sure or _is_of_another_script(letters)) else None


def _is_of_another_script(letters: list[str]) -> bool:
    latin = sum(c <= _LAST_LATIN or c in _LATIN_ADDITIONAL for c in letters)
    return 2 * latin < len(letters)


def _classified(text: str) -> str:
    return _identified(text, tuple(PACKS))[0]


def _identified(text: str, among: tuple[str, ...] | None) -> tuple[str, float]:
    """Code and probability, among some languages or all 97 of the model."""
    code, probability = _identifier(among).classify(text)
    return str(code), float(probability)


@cache
def _identifier(among: tuple[str, ...] | None) -> "LanguageIdentifier":
    """Loaded once, which takes 0.3 s."""
    from py3langid.langid import MODEL_DIR, MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_modelpath(MODEL_DIR / MODEL_FILE, norm_probs=True)
    if among:
        identifier.set_languages(list(among))
    return identifier
