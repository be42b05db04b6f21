"""Vietnamese words and marks at which a sentence falls into clauses."""

from compare.languages.language_pack import ClauseWords

# Not "và" and "hoặc": they join names and nouns more often than clauses.
CLAUSES = ClauseWords(
    marks=",;:–—()…",
    connectives=frozenset(
        [
            *("nhưng", "khiến", "sau khi", "trước khi", "trong khi", "để", "rằng", "do", "vì", "khi", "nên", "làm", "bởi", "trong đó"),
            *("mặc dù", "tuy nhiên", "nếu", "đồng thời"),
        ]
    ),
    least_words=4,
)
