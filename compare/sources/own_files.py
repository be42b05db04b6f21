"""The first bytes of a file -> whether tellings wrote it: then it may be overwritten, and is no article."""

# What a document, a report or a table says of itself within its first ``MARKER_WITHIN`` bytes.
MARKERS = (
    b'"schema": "comparison/1"',
    b'"schema": "evaluation/1"',
    b'"schema": "duplicates/1"',
    b'<meta name="generator" content="tellings',
    b'[//]: # "tellings report of a comparison/1"',
    b"\xef\xbb\xbfclaim,wording,voices,score,disputes,verdict,",
    b"\xef\xbb\xbffact,label,slot,about,state,values,voices",
    b'"propertyID": "tellings claim"',
    b"tellings fault report/1",
)
MARKER_WITHIN = 4096


def is_own_file(head: bytes) -> bool:
    """Whether one of the markers stands in it."""
    begin = head[:MARKER_WITHIN]
    return any(marker in begin for marker in MARKERS)
