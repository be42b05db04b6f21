"""An entity of a document -> where its mentions lie outside of the articles or hold no word of its name."""

from collections.abc import Iterator

from compare.consistency.passage_checks import Texts, Value, passage_violations
from compare.consistency.violation import Violation
from compare.text.tokens import bare, words


def entity_violations(entity: Value, path: str, texts: Texts) -> Iterator[Violation]:
    """In the order of the document."""
    for at, mention in enumerate(entity["mentions"]):
        here = f"{path}.mentions[{at}]"
        found = list(passage_violations(mention, here, texts))
        yield from found
        text = texts[mention["field"]].get(mention["article"])
        if not found and text is not None and not text[mention["start"] : mention["end"]].strip():
            yield Violation(f"{here}.end", "is a stretch without a word", "give the stretch that names the entity")
    if not words(bare(entity["name"])):
        yield Violation(f"{path}.name", "has no word", "give the fullest name that an article has")
