"""Anchors: passages found again in later runs, proposed, or nowhere; never moved silently."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.model import ArticleId, Passage, Span
from compare.review.anchors import Anchor, FieldTexts, Found, Location, Orphan, Proposed, anchor_of, locate, make_field_text, texts_by_field
from compare.review.events import Event
from compare.review.resolve_anchors import resolve_anchors

SENTENCES = {
    "vi": (
        "Phà Hải Âu đâm vào cầu cảng Cồn Sa lúc 7h40 sáng thứ ba.",
        "Công an huyện cho biết 23 hành khách bị thương.",
        "Hãng tàu ngừng mọi chuyến qua đảo.",
    ),
    "en": (
        "The ferry Harbour Lark struck the pier at Port Ellery at 7:40 a.m. on Tuesday.",
        "Police said that 23 passengers were injured.",
        "The company stopped every crossing to the island.",
    ),
}
OUTLET = "Sample Gazette"
languages = pytest.mark.parametrize("language", ["vi", "en"])


def field_texts(*texts: str, name: str = "a", outlet: str = OUTLET) -> FieldTexts:
    """Articles of one outlet, named a, a1, a2, …"""
    return texts_by_field(make_field_text(ArticleId(name + (str(at) if at else "")), outlet, "text", text) for at, text in enumerate(texts))


def anchored(text: str, quote: str) -> Anchor:
    start = text.index(quote)
    return anchor_of(Passage(ArticleId("a"), "text", Span(start, start + len(quote))), field_texts(text))


def words_at(located: Location, found_in: FieldTexts) -> str | None:
    if isinstance(located, Orphan):
        return None
    passage = located.passage
    return passage.span.of(found_in[passage.article, passage.field].text)


@languages
def test_in_an_unchanged_text_a_passage_is_found_by_its_place(language: str) -> None:
    text = " ".join(SENTENCES[language])
    start = len(SENTENCES[language][0]) + 1
    span = Span(start, start + len(SENTENCES[language][1]))
    assert locate(anchored(text, SENTENCES[language][1]), field_texts(text)) == Found(Passage(ArticleId("a"), "text", span))


@languages
def test_a_passage_is_found_behind_a_longer_opening(language: str) -> None:
    text = " ".join(SENTENCES[language])
    later = field_texts("Bản cập nhật / Updated. " + text)
    located = locate(anchored(text, SENTENCES[language][1]), later)
    assert isinstance(located, Found)
    assert words_at(located, later) == SENTENCES[language][1]


@languages
def test_a_passage_whose_surroundings_changed_is_only_proposed(language: str) -> None:
    first, second, third = SENTENCES[language]
    later = field_texts(f"{third} {second} {first}")
    located = locate(anchored(" ".join(SENTENCES[language]), second), later)
    assert isinstance(located, Proposed)
    assert (located.likeness, words_at(located, later)) == (1.0, second)


@languages
def test_a_passage_that_stands_twice_in_equal_surroundings_is_only_proposed(language: str) -> None:
    text = " ".join(SENTENCES[language])
    assert isinstance(locate(anchored(text, SENTENCES[language][1]), field_texts(f"{text} ** {text} ** {text}")), Proposed)


@languages
def test_a_changed_figure_is_never_taken_for_the_old_one(language: str) -> None:
    text = " ".join(SENTENCES[language])
    later = field_texts(text.replace("23", "26"))
    located = locate(anchored(text, SENTENCES[language][1]), later)
    assert isinstance(located, Proposed)
    assert located.likeness < 1


@languages
def test_a_passage_of_an_article_that_is_gone_is_an_orphan(language: str) -> None:
    text = " ".join(SENTENCES[language])
    other = field_texts("Giá vé xe buýt tăng. / Bus fares rise.", name="z", outlet="Sample Ledger")
    assert locate(anchored(text, SENTENCES[language][1]), other) == Orphan()


@languages
def test_the_same_words_of_another_outlet_are_only_proposed(language: str) -> None:
    text = " ".join(SENTENCES[language])
    assert isinstance(locate(anchored(text, SENTENCES[language][1]), field_texts(text, name="z", outlet="Sample Ledger")), Proposed)


@languages
def test_an_article_of_one_outlet_read_again_under_another_id_is_the_same(language: str) -> None:
    text = " ".join(SENTENCES[language])
    located = locate(anchored(text, SENTENCES[language][1]), field_texts(text, name="z"))
    assert isinstance(located, Found)
    assert located.passage.article == "z"


def test_of_two_equal_articles_of_one_outlet_neither_is_taken() -> None:
    text = " ".join(SENTENCES["en"])
    two = {key: held for key, held in field_texts("", text, text).items() if key[0] != "a"}
    assert isinstance(locate(anchored(text, SENTENCES["en"][1]), two), Proposed)


@given(st.data())
def test_what_is_found_has_the_exact_words_in_the_exact_surroundings(data: st.DataObject) -> None:
    """Texts cut, doubled, turned round and changed letter by letter: 0 silent moves."""
    text = " ".join(SENTENCES[data.draw(st.sampled_from(["vi", "en"]))])
    start = data.draw(st.integers(0, len(text) - 2))
    end = data.draw(st.integers(start + 1, len(text)))
    anchor = anchored(text, text[start:end]) if text.index(text[start:end]) == start else None
    pieces = data.draw(st.lists(st.sampled_from([text, *SENTENCES["vi"], *SENTENCES["en"], text[start:end], " ", "x"]), max_size=6))
    mutated = "".join(pieces)
    later = field_texts(mutated)
    if anchor is None:
        return
    located = locate(anchor, later)
    if isinstance(located, Found):
        span = located.passage.span
        assert span.of(mutated) == anchor.quote
        assert mutated[max(0, span.start - 32) : span.start] == anchor.before
        assert mutated[span.end : span.end + 32] == anchor.after


def test_a_person_can_say_where_a_passage_is_now() -> None:
    text = " ".join(SENTENCES["en"])
    later = field_texts(text.replace("23", "26"))
    old = anchored(text, SENTENCES["en"][1])
    proposed = locate(old, later)
    assert isinstance(proposed, Proposed)
    accepted = Event(
        id="e2",
        act="act2",
        at="2026-05-01T08:00:00Z",
        reviewer="Lan",
        kind="reanchor",
        passages=(old,),
        others=(anchor_of(proposed.passage, later),),
    )
    noted = Event(id="e1", act="act1", at="2026-05-01T08:00:00Z", reviewer="Lan", kind="note", passages=(old,), value="called the police")
    assert resolve_anchors([noted], later).passage_by_anchor == {}
    assert resolve_anchors([noted, accepted], later).passage_by_anchor[old] == proposed.passage
