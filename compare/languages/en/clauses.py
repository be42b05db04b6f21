"""English words and marks at which a sentence falls into clauses."""

from compare.languages.language_pack import ClauseWords

# Not "and" and "or": they join names and nouns more often than clauses.
CLAUSES = ClauseWords(
    marks=",;:–—()…",
    connectives=frozenset(
        """but while after before because that who which when as for with over amid saying since although though if where whose
        until""".split()
    ),
    least_words=3,
)
