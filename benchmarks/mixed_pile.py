"""Articles of several stories mixed into one -> how many claims join two stories, with and without grouping articles by subject.

    python benchmarks/mixed_pile.py ../shared/data/vims/articles.jsonl --stories 10 --seeds 5

``--stories`` of the file are drawn for each seed, and their articles compared as one story. The settings of the second column take the
subjects of articles for one (``claims.subject`` = 0), as if nobody had looked.
"""

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

from compare.model import Article
from compare.pipeline import articles_by_story, compare_story
from compare.settings import Settings
from compare.sources.read_inputs import read_inputs
from compare.story_result import Comparison


def main() -> None:
    """Print a line a seed."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("articles", type=Path)
    parser.add_argument("--stories", type=int, default=10)
    parser.add_argument("--seeds", type=int, default=5)
    given = parser.parse_args()
    stories_with_articles = articles_by_story(read_inputs([str(given.articles)], Settings().input).articles)
    looked = Settings()
    blind = replace(looked, claims=replace(looked.claims, subject=0.0))
    print(f"{'seed':>4} {'articles':>9} {'joined of claims, looked':>25} {'not looked':>14}")
    for seed in range(given.seeds):
        drawn = Random(seed).sample(stories_with_articles, given.stories)  # noqa: S311 - a repeatable draw
        pile = [article for _, articles in drawn for article in articles]
        print(f"{seed:4} {len(pile):9} {joined(pile, looked):>25} {joined(pile, blind):>14}", flush=True)


def joined(pile: Sequence[Article], settings: Settings) -> str:
    """``0 of 307``: the claims with articles of two stories or more, and all claims."""
    story_of = {article.id: article.story for article in pile}
    made: Comparison = compare_story("pile", pile, [], settings)
    both = sum(len({story_of[member.article] for member in group.members}) > 1 for group in made.groups)
    return f"{both} of {len(made.groups)}"


if __name__ == "__main__":
    main()
