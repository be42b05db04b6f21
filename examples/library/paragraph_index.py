"""Articles by and by -> an index on disk that says where a paragraph has stood before."""

from tempfile import TemporaryDirectory

import compare

LAST_WEEK = {
    "id": "courier-1",
    "outlet": "Sample Courier",
    "text": "The ferry struck the pier at Port Ellery on Tuesday morning, and 26 passengers were injured.",
}
TODAY = {
    "id": "gazette-7",
    "outlet": "Sample Gazette",
    "text": "The harbour was quiet again.\nThe ferry struck the pier at Port Ellery on Tuesday morning, and 23 passengers were injured.",
}

with TemporaryDirectory() as folder:
    index = compare.open_index(folder, create=True)
    print("added:", index.add(compare.read_articles(LAST_WEEK)).receipt.paragraphs)
    for paragraph in index.query(compare.read_articles(TODAY)):
        for earlier in paragraph.earlier:
            print(paragraph.article, paragraph.span, "stood in", earlier.outlet, earlier.jaccard)
