"""A name in a sentence -> whether it is a place's or an organisation's, by the word that ends it or stands right before it."""

from compare.languages.registry import PACKS
from compare.model import Claim, Name
from compare.story_result import EntityKind

_BEFORE = 2  # words: "thành phố", "bệnh viện"


def kind_of_thing(claim: Claim, name: Name) -> EntityKind | None:
    """Nothing where no word says so, or where words say both."""
    pack = PACKS.get(claim.language, PACKS["en"]).sentences
    said = _endings(name) if pack.whole_names_capitalised else _leads(claim, name)
    place, organisation = (bool(said & words) for words in (pack.names.places, pack.names.organisations))
    if place is organisation:
        return None
    return "place" if place else "organisation"


def _endings(name: Name) -> set[str]:
    """The last word of a name of several: "Marine Safety Board"."""
    words = name.says.lower().split()
    return {words[-1]} if len(words) > 1 else set()


def _leads(claim: Claim, name: Name) -> set[str]:
    """The one and two words before a name: "thành phố" Hòa Lộc; a longer word hides the shorter one in it."""
    before = claim.quote[: name.span.start - claim.span.start].lower().split()[-_BEFORE:]
    both = " ".join(before)
    names = PACKS[claim.language].sentences.names
    return {both} if both in names.places | names.organisations else set(before[-1:])
