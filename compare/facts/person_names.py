"""Names of a story -> which of them are persons', and which are one person with another middle name."""

from collections.abc import Mapping, Sequence
from itertools import combinations

from compare.claims.name_spelling import FULL_NAME, may_be_spellings
from compare.facts.person_ages import ages_of
from compare.languages.registry import PACKS
from compare.model import Claim, Name
from compare.reading.names_person import is_body
from compare.reading.names_place import is_syllable, title_before

_LONGEST = 4  # words of a Vietnamese full name that no title announces
_LEAD = 2  # words: "khu vực"
_DASHES = ("-", "–", "—")
_Named = Sequence[tuple[Claim, Name]]


def stands_as_place(claim: Claim, name: Name) -> bool:
    """Whether a Vietnamese name stands where a place does: behind "tại" or "khu vực", or as one of two regions that a dash joins.

    An English one is known as a person's by a title alone, which no place has.
    """
    pack = PACKS.get(claim.language, PACKS["en"]).sentences
    if pack.whole_names_capitalised:
        return False
    words = pack.names
    before = claim.quote[: name.span.start - claim.span.start].rstrip()
    last = before.lower().split()[-_LEAD:]
    return before.endswith(_DASHES) or bool({" ".join(last), *last[-1:]} & (words.place_words | words.places))


def is_person(claim: Claim, name: Name) -> bool:
    """Whether a sentence shows that a name is a person's: by a title before it, an age behind it, or a Vietnamese family name."""
    words = PACKS.get(claim.language, PACKS["en"]).sentences
    parts = name.says.lower().split()
    in_syllables = not words.whole_names_capitalised and all(map(is_syllable, parts))
    if in_syllables:
        if parts[0] not in words.names.family_names:
            return False  # a town: An Bình
        if FULL_NAME <= len(parts) <= _LONGEST and not stands_as_place(claim, name):
            return True
    title = title_before(claim.quote, name.span.start - claim.span.start, words)
    is_post = title and not in_syllables and not is_body(name)  # "Chủ tịch Hà Tĩnh" is of a province
    return title in words.personal_titles or bool(is_post) or bool(ages_of(claim, name))


def one_person(persons: Mapping[str, _Named]) -> dict[str, str]:
    """Key of a name -> the first key of the same person.

    One person: of one family name, given name and age (or year of birth), in articles of which none writes both names. A family name
    and a given name alone are shared by many.
    """
    ages = {key: {age for claim, name in named for age in ages_of(claim, name)} for key, named in persons.items()}
    articles = {key: {claim.article for claim, _ in named} for key, named in persons.items()}
    first: dict[str, str] = {}
    for one, other in combinations(sorted(persons), 2):
        shared = {(a.is_birth, a.years) for a in ages[one]} & {(a.is_birth, a.years) for a in ages[other]}
        if shared and not articles[one] & articles[other] and _differ_in_the_middle(one, other):
            first[other] = first.get(one, one)
    return first


def _differ_in_the_middle(one: str, other: str) -> bool:
    a, b = one.split(), other.split()
    if len(a) != len(b) or len(a) < FULL_NAME or (a[0], a[-1]) != (b[0], b[-1]):
        return False
    return not may_be_spellings(" ".join(a[1:-1]), " ".join(b[1:-1]))
