"""What is in a segment: one table of its arrays, how each is made of those of several segments, and the segment that they make.

A paragraph's number counts from the first one of the whole index; inside a segment it is kept relative to that of the segment's first, in
32 bits. Lowest numbers come first everywhere.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from compare.duplicates.index.container import Array
from compare.duplicates.index.manifest import SegmentEntry

# How the arrays of segments that follow each other become one:
#   rows      end to end
#   relative  end to end, what counts from the segment's first paragraph moved
#   articles  end to end, what counts from the segment's first article moved
#   places    end to end, offsets into the bytes of texts moved
#   packed    sorted anew: a half of a key above, a relative number below
#   directory made of the packed array that it names as its leader
#   sorted    sorted anew; those that name it as their leader are sorted with it
Joining = Literal["rows", "relative", "articles", "places", "packed", "directory", "sorted"]


@dataclass(frozen=True, slots=True)
class Column:
    """An array of a segment; ``leader`` is the one by whose values it is sorted."""

    dtype: str
    joining: Joining
    leader: str = ""


ARTICLE_STRINGS = ("id", "outlet", "published", "precision", "dated", "url", "title")

COLUMNS: Mapping[str, Column] = {
    # (bands, own) and (k): where the buckets are, each with a directory of it. Own texts are those with a shingle that are nobody's copy.
    "bands": Column("<u8", "packed"),
    "bands_at": Column("<u4", "directory", "bands"),
    "anchors": Column("<u8", "packed"),
    "anchors_at": Column("<u4", "directory", "anchors"),
    # (own): the first halves of bags, sorted; their other halves; whose they are.
    "bags": Column("<u8", "sorted"),
    "bags_rest": Column("<u8", "rows", "bags"),
    "bags_of": Column("<u4", "relative", "bags"),
    # (n): the first paragraph of the cluster, as it was when the paragraph came.
    "labels": Column("<i8", "rows"),
    # Those that were not the first of their cluster: the first ones, sorted, and who came to them.
    "joined": Column("<i8", "sorted"),
    "joined_by": Column("<u4", "relative", "joined"),
    # Copies: of which own text, sorted, and who they are.
    "copied": Column("<i8", "sorted"),
    "copied_by": Column("<u4", "relative", "copied"),
    # Verified pairs, those of each add in order.
    "link_low": Column("<i8", "rows"),
    "link_high": Column("<i8", "rows"),
    "link_jaccard": Column("<f8", "rows"),
    "link_containment": Column("<f8", "rows"),
    # Clusters that are no more, sorted: by their old first paragraph; by the first one of what they are in; by which add.
    "gone": Column("<i8", "sorted"),
    "gone_into": Column("<i8", "rows", "gone"),
    "gone_at": Column("<i8", "rows", "gone"),
    # (n): where each paragraph stands.
    "article": Column("<u4", "articles"),
    "start": Column("<u4", "rows"),
    "end": Column("<u4", "rows"),
    "text": Column("|u1", "rows"),
    "text_ends": Column("<i8", "places"),
    # (a): articles, and their ids hashed and sorted.
    "article_sha256": Column("|u1", "rows"),
    "article_hash": Column("<u8", "sorted"),
    "article_hash_of": Column("<u4", "articles", "article_hash"),
    **{f"article_{name}{suffix}": column for name in ARTICLE_STRINGS for suffix, column in {
        "": Column("|u1", "rows"),
        "_ends": Column("<i8", "places"),
    }.items()},
}  # fmt: skip


# What says of a paragraph what it is and where it stands; all other columns can be made again from these.
PARAGRAPH_COLUMNS = ("article", "start", "end", "text", "text_ends", *(name for name in COLUMNS if name.startswith("article_")))
DESCRIPTION = "about"  # JSON in UTF-8: what a manifest says of the segment (``about.py``), so that a lost one can be made again


@dataclass(frozen=True, slots=True)
class Segment:
    """The arrays of ``COLUMNS`` and where they belong."""

    part: SegmentEntry
    arrays: Mapping[str, Array]

    def __getitem__(self, name: str) -> Array:
        """The array of that name."""
        return self.arrays[name]
