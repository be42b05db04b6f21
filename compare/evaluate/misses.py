"""The outcome of a story -> its misses with their texts; misses of several stories -> the worst of each kind.

Kinds in order of what they cost a reader, and inside each kind what comes first:

* false_fact and missed_fact: see ``compare.evaluate.fact_misses``; those of one slot stand together;
* false_conflict: in a claim that the labels know, where no gap in the labels can excuse it;
* false_pair: both sentences labelled, then one, then none; of equals the pair with the fewest common words;
* missed_conflict: both articles in one claim of the document, so that only the comparison failed;
* wrong_relation: a conflict said, then a conflict not said, then the others;
* missed_pair: the pair with the most common words.

Every claim shows its worst before any claim shows its second, so that one long claim does not fill the list.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from compare.evaluate.gold import LabelledGroup, LabelledSentence
from compare.evaluate.score_document import JudgedRelation, Outcome, ScoredClaim, cross_article_pairs
from compare.text.tokens import words

# Sentences of a false pair without a label -> what that says of it.
_UNLABELLED = {
    0: "both sentences are labelled, never together",
    1: "one sentence has no label",
    2: "neither sentence has a label",
}

MissKind = Literal["false_fact", "missed_fact", "false_conflict", "false_pair", "missed_conflict", "wrong_relation", "missed_pair"]


@dataclass(frozen=True, slots=True, order=True)
class MissText:
    """A sentence as it stands in its article; ``part`` is the clause of it that the label is about, where a label says so."""

    article: str
    quote: str
    part: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Miss:
    """One wrong or missing judgement; ``weight`` orders those of a kind, least first, and ``at`` is the id of the group or claim."""

    weight: tuple[float, ...]
    story: str
    at: str
    claim: str
    texts: tuple[MissText, ...]
    note: str
    kind: MissKind
    slot: str = ""  # of a fact that was said, or that is labelled


def misses_of(story: str, outcome: Outcome) -> tuple[Miss, ...]:
    """All misses of a story, in no order that means anything."""
    return tuple(chain.from_iterable(find(story, outcome) for find in _FINDERS.values()))


def worst(misses: Iterable[Miss], kind: MissKind) -> list[Miss]:
    """The misses of one kind, worst first, the claims taking turns; of facts by their slots."""
    turns: dict[tuple[str, str], int] = {}
    ranked = []
    for miss in sorted(miss for miss in misses if miss.kind == kind):
        turn = turns[miss.story, miss.at] = turns.get((miss.story, miss.at), -1) + 1
        ranked.append((turn, miss))
    return [miss for _, miss in sorted(ranked, key=lambda one: (one[1].slot, one))]


def _false_conflicts(story: str, outcome: Outcome) -> Iterator[Miss]:
    for (_, articles), (claim, source) in outcome.false.items():
        weight = (float(claim.nearest is None),)
        note = next((source.why[article] for article in sorted(articles) if article in source.why), "")
        yield Miss(
            weight=weight, story=story, at=claim.id, claim=claim.wording, texts=_said_by(claim, articles), note=note, kind="false_conflict"
        )


def _false_pairs(story: str, outcome: Outcome) -> Iterator[Miss]:
    said_in = {pair: claim for claim in reversed(outcome.claims) for pair in claim.pairs}
    for pair in outcome.wrong:
        claim = said_in[pair]
        passages = [passage for passage in claim.passages if passage.sentence in pair]
        unlabelled = len({passage.sentence for passage in passages if not passage.labelled})
        texts = tuple(sorted({MissText(passage.sentence.article, passage.quote) for passage in passages}))
        yield Miss(
            weight=(unlabelled, _alike(texts)),
            story=story,
            at=claim.id,
            claim=claim.wording,
            texts=texts,
            note=_UNLABELLED[unlabelled],
            kind="false_pair",
        )


def _missed_conflicts(story: str, outcome: Outcome) -> Iterator[Miss]:
    for at, articles in outcome.conflicts - outcome.hit:
        group = outcome.groups[at]
        together = any(at in claim.shared and articles <= {p.sentence.article for p in claim.passages} for claim in outcome.claims)
        labelled = [label for label in group.members if label.sentence.article in articles]
        texts = tuple(sorted({MissText(label.sentence.article, label.quote, label.part) for label in labelled}))
        found = "in one claim of the document" if together else "in no common claim of the document"
        note = "; ".join((found, *_disputed(group, labelled)))
        yield Miss(
            weight=(float(not together),), story=story, at=group.id, claim=group.claim, texts=texts, note=note, kind="missed_conflict"
        )


def _disputed(group: LabelledGroup, labelled: Sequence[LabelledSentence]) -> Iterator[str]:
    """What the labels say is disputed: slot and values where they are given, else the details of both sides."""
    sides = [label for label in labelled if label.relation == "conflicts"]
    values = list(dict.fromkeys(f"“{label.value}” ({label.sentence.article})" for label in sides if label.value))
    if values:
        yield f"{group.slot or 'value'}: {' v. '.join(values)}"
    else:
        yield from dict.fromkeys(label.detail for label in sides if label.detail)


def _wrong_relations(story: str, outcome: Outcome) -> Iterator[Miss]:
    for judged in outcome.relations:
        if judged.labelled != judged.said:
            yield _wrong_relation(story, outcome, judged)


def _wrong_relation(story: str, outcome: Outcome, judged: JudgedRelation) -> Miss:
    claim = judged.claim
    group = outcome.groups[claim.nearest or 0]
    details = dict.fromkeys(label.detail for label in group.members if label.sentence.article == judged.article and label.detail)
    note = "; ".join((f"{judged.article}: labelled {judged.labelled}, said {judged.said}", *details))
    own = _said_by(claim, {judged.article})
    rest = tuple(text for text in _said_by(claim, {passage.sentence.article for passage in claim.passages}) if text not in own)
    weight = 0.0 if judged.said == "conflicts" else 1.0 if judged.labelled == "conflicts" else 2.0
    return Miss(weight=(weight,), story=story, at=claim.id, claim=claim.wording, texts=own + rest, note=note, kind="wrong_relation")


def _missed_pairs(story: str, outcome: Outcome) -> Iterator[Miss]:
    certain = [group for group in reversed(outcome.groups) if not group.optional]
    groups = {pair: group for group in certain for pair in cross_article_pairs(label.sentence for label in group.members)}
    for pair in outcome.missed:
        group = groups[pair]
        labels = {label.sentence: label for label in reversed(group.members)}
        texts = tuple(MissText(sentence.article, labels[sentence].quote, labels[sentence].part) for sentence in sorted(pair))
        yield Miss(weight=(-_alike(texts),), story=story, at=group.id, claim=group.claim, texts=texts, note="", kind="missed_pair")


def _said_by(claim: ScoredClaim, articles: Collection[str]) -> tuple[MissText, ...]:
    """The sentences of a claim that stand in some articles."""
    return tuple(sorted({MissText(p.sentence.article, p.quote) for p in claim.passages if p.sentence.article in articles}))


def _alike(texts: Sequence[MissText]) -> float:
    """Share of common words of the first text and the last."""
    first, last = (frozenset(words(texts[at].quote)) for at in (0, -1))
    return len(first & last) / max(1, len(first | last))


_FINDERS: Mapping[MissKind, Callable[[str, Outcome], Iterator[Miss]]] = {
    "false_conflict": _false_conflicts,
    "false_pair": _false_pairs,
    "missed_conflict": _missed_conflicts,
    "wrong_relation": _wrong_relations,
    "missed_pair": _missed_pairs,
}
MISS_KINDS: tuple[MissKind, ...] = ("false_fact", "missed_fact", *_FINDERS)
