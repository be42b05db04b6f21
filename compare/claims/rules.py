"""The rules by which articles are related to a claim, in the order in which they speak, each with its reason and the test that holds it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from compare.claims.added_detail import added_detail
from compare.claims.agreement import agreement
from compare.claims.altered_days import altered_days
from compare.claims.altered_figures import altered_figures, altered_identifiers
from compare.claims.altered_names import altered_names
from compare.claims.altered_values import AlteredCheck, altered_clashes
from compare.claims.altered_words import altered_alternatives, altered_denials, altered_ranks
from compare.claims.birth_year_clashes import birth_year_clashes
from compare.claims.claim_context import ClaimContext
from compare.claims.clash import Clash, Framed
from compare.claims.clash_relations import conflict, update
from compare.claims.denial_clashes import denial_clashes
from compare.claims.figure_clashes import number_clashes
from compare.claims.joint_doer_clashes import joint_doer_clashes
from compare.claims.middle_name_clashes import middle_name_clashes
from compare.claims.quotation_clashes import speaker_clashes
from compare.claims.silent_articles import silence
from compare.claims.time_clashes import clock_clashes, date_clashes
from compare.claims.year_clashes import year_clashes
from compare.model import ArticleId, Claim, Published, Relation

Ask = TypeVar("Ask")
SentenceCheck = Callable[[Framed, Framed], Iterable[Clash]]
GroupCheck = Callable[[Sequence[Claim], Mapping[ArticleId, Published | None]], Iterable[Clash]]
RelationCheck = Callable[[ArticleId, ClaimContext], Relation | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Generic[Ask]):
    """One rule: the names (``check``) of the evidence that it gives, the function that is asked, why, and a test in ``tests/claims``."""

    checks: tuple[str, ...]
    ask: Ask
    reason: str
    test: str


# Asked of each change between two near-copies, whatever the sentences are about: the words around it are the same.
IN_NEAR_COPIES: Sequence[Rule[AlteredCheck]] = (
    Rule(
        checks=("number", "clock"),
        ask=altered_figures,
        reason=(
            "Most slips of a reprint are in a figure: 12 of the 44 altered sentences of its test; real ones lie in one slot, "
            "where `number_clashes` sees them too."
        ),
        test="test_changed_values.py::test_one_changed_value_is_a_conflict_that_quotes_both_values",
    ),
    Rule(
        checks=("date",),
        ask=altered_days,
        reason=(
            'Another day in the same words is that of the same event, unless figures differ too: 2 of the 44, "yesterday" '
            'and "today", are seen by no other rule.'
        ),
        test="test_changed_values.py::test_one_changed_value_is_a_conflict_that_quotes_both_values",
    ),
    Rule(
        checks=("name",),
        ask=altered_names,
        reason=(
            "Another name in the same words is another person or place, unless it is a spelling: 1 of the 119 disputes of 157 real stories."
        ),
        test="test_altered_values.py::test_another_place_in_the_same_sentence_is_a_clash",
    ),
    Rule(
        checks=("identifier",),
        ask=altered_identifiers,
        reason="Roads, laws, flights, plates and scores are read as no quantity, so no other rule sees them: 10 of the 44.",
        test="test_changed_values.py::test_one_changed_value_is_a_conflict_that_quotes_both_values",
    ),
    Rule(
        checks=("ordinal",),
        ask=altered_ranks,
        reason="A rank is read as no number: 2 of the 44.",
        test="test_changed_values.py::test_one_changed_value_is_a_conflict_that_quotes_both_values",
    ),
    Rule(
        checks=("alternative",),
        ask=altered_alternatives,
        reason="Of rose and fell, north and south only one can be said: 11 of the 44, and 1 of the 119 real disputes.",
        test="test_changed_values.py::test_one_changed_value_is_a_conflict_that_quotes_both_values",
    ),
    Rule(
        checks=("negation",),
        ask=altered_denials,
        reason='"did not" turns a sentence round and changes one word: 2 of the 44.',
        test="test_altered_values.py::test_a_negation_that_one_near_copy_lacks_is_a_clash",
    ),
)


def near_copy_clashes(one: Framed, two: Framed) -> Iterable[Clash]:
    """What was altered between two near-copies, by the table above."""
    return altered_clashes(one, two, [rule.ask for rule in IN_NEAR_COPIES])


# Asked of two sentences of two articles that surely tell one claim. What two rules see at one place is the clash of the first.
BETWEEN_TWO_SENTENCES: Sequence[Rule[SentenceCheck]] = (
    Rule(
        checks=("number",),
        ask=number_clashes,
        reason=(
            'A figure conflicts in one slot alone: 78 of the 119 disputes, all 26 labelled ones right, where "same unit, '
            'other number" is right one time in seven.'
        ),
        test="test_slot_clashes.py::test_two_fillers_of_one_slot_contradict_each_other",
    ),
    Rule(
        checks=("clock",),
        ask=clock_clashes,
        reason="Each sentence has one time of day, and the same words stand beside it: 17 of the 119, all 6 labelled ones right.",
        test="test_wider_clashes.py::test_one_slot_that_is_filled_differently_in_other_words_is_a_clash",
    ),
    Rule(
        checks=("date",),
        ask=date_clashes,
        reason="A story has many days, so more words must be shared than for a time: 13 of the 119, 5 of 6 labelled ones right.",
        test="test_wider_clashes.py::test_one_slot_that_is_filled_differently_in_other_words_is_a_clash",
    ),
    Rule(
        checks=("speaker",),
        ask=speaker_clashes,
        reason="One quotation has one speaker, but names have spellings: none of the 119, so it asks for two names that share no word.",
        test="test_quotation_clashes.py::test_one_quotation_of_two_persons_is_a_dispute_of_the_speaker",
    ),
    Rule(
        checks=tuple(dict.fromkeys(check for rule in IN_NEAR_COPIES for check in rule.checks)),
        ask=near_copy_clashes,
        reason=(
            "The words around a change say that it is one slot, so no frame is asked for: 2 of the 119, and 39 of the 44 "
            "altered sentences of its test."
        ),
        test="test_changed_values.py::test_one_changed_value_is_a_conflict_that_quotes_both_values",
    ),
    Rule(
        checks=("date",),
        ask=year_clashes,
        reason=(
            "A thing is built once, so the verb makes two years one slot: none of the 119; without the verb, years of two "
            "things would meet."
        ),
        test="test_wider_clashes.py::test_one_slot_that_is_filled_differently_in_other_words_is_a_clash",
    ),
    Rule(
        checks=("name",),
        ask=middle_name_clashes,
        reason="One family name, given name and age is one person: none of the 119; an age alone is shared by many.",
        test="test_wider_clashes.py::test_one_slot_that_is_filled_differently_in_other_words_is_a_clash",
    ),
    Rule(
        checks=("negation",),
        ask=denial_clashes,
        reason="What one tells and the other has denied is one statement if four fifths of its words are shared: none of the 119.",
        test="test_wider_clashes.py::test_one_slot_that_is_filled_differently_in_other_words_is_a_clash",
    ),
    Rule(
        checks=("doer",),
        ask=joint_doer_clashes,
        reason='"Both" names two and no third: none of the 119, so the rest of the sentence must be mostly the same.',
        test="test_wider_clashes.py::test_one_slot_that_is_filled_differently_in_other_words_is_a_clash",
    ),
)


# Asked once of all sentences of a claim and of when their articles appeared.
BETWEEN_ALL_SENTENCES: Sequence[Rule[GroupCheck]] = (
    Rule(
        checks=("number",),
        ask=birth_year_clashes,
        reason="An age and a year of birth are of two units, which no rule of two figures compares: 4 of the 119, none of them labelled.",
        test="test_relate.py::test_an_age_that_does_not_fit_the_year_of_birth_is_a_conflict",
    ),
)


_CLASH_RULES: Sequence[Rule[Any]] = (*BETWEEN_TWO_SENTENCES, *BETWEEN_ALL_SENTENCES)


def _agreement(article: ArticleId, context: ClaimContext) -> Relation:
    return agreement(context.own(article), context.others(article), context.wordings)


# Asked of every article of the story; the first one that answers gives its relation, and the last one always does.
RELATIONS: Sequence[Rule[RelationCheck]] = (
    Rule(
        checks=("near_miss", "no_sentence"),
        ask=silence,
        reason="Nothing can be compared: whoever has no sentence here is silent, with the nearest sentence shown instead of a verdict.",
        test="test_relate.py::test_an_article_without_the_claim_is_silent",
    ),
    Rule(
        checks=tuple(dict.fromkeys(check for rule in _CLASH_RULES for check in rule.checks)),
        ask=conflict,
        reason=(
            "It goes before all that the article shares or adds, since a reader must not miss it: 37 of 38 said on labelled "
            "stories are right."
        ),
        test="test_relate.py::test_another_toll_is_a_conflict_on_both_sides",
    ),
    Rule(
        checks=("update",),
        ask=update,
        reason="A rising toll is no conflict, and what is newer must not be lost among agreements: 12 relations in 157 stories.",
        test="test_relate.py::test_what_was_done_is_an_update_of_what_was_planned",
    ),
    Rule(
        checks=("number", "date", "name", "words"),
        ask=added_detail,
        reason=(
            "It goes before agreement, since whoever adds detail agrees too: 19 of 56 said on labelled stories are right, "
            "and 29 of the others agree."
        ),
        test="test_relate.py::test_a_sentence_with_much_that_is_new_adds_detail",
    ),
    Rule(
        checks=("number", "date", "name", "wording", "shared_words", "alignment"),
        ask=_agreement,
        reason="All that is left shares a value or wording, or it would be no member: 740 of 965 said on labelled stories are right.",
        test="test_relate.py::test_two_articles_that_say_the_same_agree",
    ),
)
