"""Two framed claims -> the two persons to whom they give one and the same quotation."""

from collections.abc import Iterable

from compare.claims.clash import Clash, Framed, filler_of
from compare.claims.name_spelling import may_be_spellings
from compare.model import Claim, Name
from compare.reading.quotation import HIDDEN, hide_quotations
from compare.text.invisible import visible_text
from compare.text.tokens import words

_LEAST_WORDS = 8  # "yes, of course" and "we are very sorry for this" are said by many


def speaker_clashes(one: Framed, two: Framed) -> Iterable[Clash]:
    """The speakers of both, if the words between quotation marks are the same and each sentence itself names another speaker.

    Nothing where a pronoun stands for the speaker, where both persons are named in one of the sentences, or where the names may be one
    person's: a shorter form, another spelling.
    """
    a, b = one[0], two[0]
    left, right = _named_speaker(a), _named_speaker(b)
    if left is None or right is None or may_be_one_person(left.key, right.key):
        return
    if left.key in {name.key for name in b.facts.names} or right.key in {name.key for name in a.facts.names}:
        return
    said = _quoted(a)
    if len(said) >= _LEAST_WORDS and said == _quoted(b):
        yield Clash(
            "speaker", "speaker", *(filler_of(claim, name, visible_text(name.says).text) for claim, name in ((a, left), (b, right)))
        )


def _named_speaker(claim: Claim) -> Name | None:
    return next((name for name in claim.facts.names if name.key == claim.speaker), None) if claim.speaker else None


def _quoted(claim: Claim) -> list[str]:
    """The words between quotation marks; none of a quotation that the sentence only begins or ends."""
    hidden, is_open = hide_quotations(claim.quote, is_open=False)
    if is_open or hidden.startswith(HIDDEN):
        return []
    return words("".join(char if mark == HIDDEN or char.isspace() else " " for char, mark in zip(claim.quote, hidden, strict=True)))


def may_be_one_person(one: str, other: str) -> bool:
    """Whether two keys of persons may be of one: a word that both have, or letters that are nearly the same."""
    return bool(set(one.split()) & set(other.split())) or may_be_spellings(one, other)
