"""What a later comparison of a story has that an earlier one had not, and the other way round."""

import copy
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from compare.review.document_changes import Changes, compare_documents, member_passages

Document = dict[str, Any]
TEXTS = {
    "a": "Phà đâm vào cầu cảng. 23 người bị thương. Phà ngừng chạy.",
    "b": "Ferry struck the pier. 23 were hurt. Crossings stopped.",
    "c": "Phà Hải Âu gặp nạn. Có 26 người bị thương. Bến đóng cửa.",
}


def member(article: str, number: int) -> dict[str, Any]:
    """The sentence of that number, from 0."""
    text = TEXTS[article]
    ends = [at + 1 for at, sign in enumerate(text) if sign == "."]
    start = 0 if number == 0 else ends[number - 1] + 1
    return {"article": article, "field": "text", "start": start, "end": ends[number], "quote": text[start : ends[number]]}


def claim(name: str, *places: tuple[str, int], **relations: str) -> dict[str, Any]:
    members = [member(*place) for place in places]
    return {
        "id": name,
        "wording": members[0]["quote"],
        "members": members,
        "sources": [{"article": a, "relation": r} for a, r in relations.items()],
    }


def document(*claims: dict[str, Any], articles: str = "ab", **texts: str) -> Document:
    return {"articles": [{"id": a, "title": None, "text": texts.get(a, TEXTS[a])} for a in articles], "claims": list(claims)}


CRASH = claim("crash", ("a", 0), ("b", 0), a="agrees", b="agrees")
HURT = claim("hurt", ("a", 1), ("b", 1), a="agrees", b="agrees")
HURT_TOO = claim("hurt-3", ("a", 1), ("b", 1), ("c", 1), a="agrees", b="agrees", c="conflicts")


def changed_ids(found: Changes) -> list[tuple[str | None, str | None]]:
    return [(c.before["id"] if c.before else None, c.now["id"] if c.now else None) for c in found.claims]


def test_the_same_document_has_no_changes() -> None:
    found = compare_documents(document(CRASH, HURT), document(CRASH, HURT))
    assert (found.claims, found.unchanged, found.articles.new) == ((), 2, ())


def test_a_claim_with_other_passages_is_new_and_one_without_a_successor_is_gone() -> None:
    found = compare_documents(document(CRASH), document(HURT))
    assert changed_ids(found) == [(None, "hurt"), ("crash", None)]


def test_a_claim_that_gained_a_passage_is_the_same_claim_and_names_it() -> None:
    found = compare_documents(document(CRASH, HURT), document(CRASH, HURT_TOO, articles="abc"))
    assert (changed_ids(found), [p.article for p in found.claims[0].gained], found.articles.new) == ([("hurt", "hurt-3")], ["c"], ("c",))


def test_a_claim_that_lost_a_passage_names_it() -> None:
    found = compare_documents(document(HURT_TOO, articles="abc"), document(HURT))
    assert ([p.article for p in found.claims[0].lost], found.articles.gone) == (["c"], ("c",))


def test_an_article_that_stands_otherwise_to_a_claim_is_told() -> None:
    other = claim("hurt", ("a", 1), ("b", 1), a="agrees", b="conflicts")
    change = compare_documents(document(HURT), document(other)).claims[0]
    assert [(r.article, r.before, r.now) for r in change.relations] == [("b", "agrees", "conflicts")]


def test_an_article_that_is_only_in_the_later_run_changed_no_relation() -> None:
    assert compare_documents(document(HURT), document(HURT_TOO, articles="abc")).claims[0].relations == ()


def test_a_passage_of_a_changed_text_is_another_one() -> None:
    found = compare_documents(document(HURT), document(HURT, b=TEXTS["b"] + " Later."))
    change = found.claims[0]
    assert (found.articles.changed, [p.article for p in change.gained], [p.article for p in change.lost]) == (("b",), ["b"], ["b"])


def test_of_a_split_claim_the_larger_part_is_the_claim_and_the_rest_is_new() -> None:
    whole = claim("all", ("a", 0), ("a", 1), ("b", 0), ("b", 1), ("b", 2), a="agrees", b="agrees")
    large = claim("large", ("a", 1), ("b", 1), ("b", 2), a="agrees", b="agrees")
    assert changed_ids(compare_documents(document(whole), document(CRASH, large))) == [(None, "crash"), ("all", "large")]


PLACES = st.sets(st.tuples(st.sampled_from("abc"), st.integers(0, 2)), min_size=1, max_size=5)
CLAIMS = st.lists(PLACES, max_size=5).map(lambda groups: [claim(f"c-{n}", *sorted(group)) for n, group in enumerate(groups)])


@given(CLAIMS, CLAIMS)
def test_every_claim_of_both_documents_is_kept_changed_new_or_gone_once(before: list[Document], now: list[Document]) -> None:
    found = compare_documents(document(*before, articles="abc"), document(*now, articles="abc"))
    changed = [c for c in found.claims if c.before and c.now]
    new, gone = sum(c.before is None for c in found.claims), sum(c.now is None for c in found.claims)
    assert (found.unchanged + len(changed) + new, found.unchanged + len(changed) + gone) == (len(now), len(before))


@given(CLAIMS)
def test_nothing_changes_without_a_change(claims: list[Document]) -> None:
    one = document(*claims, articles="abc")
    assert compare_documents(one, copy.deepcopy(one)).claims == ()


def test_the_members_of_a_claim_are_places_of_its_document() -> None:
    assert [(p.article, p.field) for p in member_passages(HURT)] == [("a", "text"), ("b", "text")]
