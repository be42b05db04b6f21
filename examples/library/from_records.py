"""Records, as a crawler or a database has them -> who says what, and where they conflict."""

import compare

records = [
    {
        "id": "courier-1",
        "outlet": "Sample Courier",
        "published": "2026-03-10T09:30",
        "text": "The ferry Harbour Lark struck the pier at Port Ellery on Tuesday, and 26 passengers were injured.",
    },
    {
        "id": "gazette-7",
        "outlet": "Sample Gazette",
        "text": "The ferry Harbour Lark struck the pier at Port Ellery on Tuesday, and 23 passengers were injured.",
    },
    {"id": "ledger-3", "outlet": "Sample Ledger", "text": None},
]

intake = compare.read_articles(records)
for skipped in intake.skipped:
    print("skipped", skipped.place, "-", skipped.reason)

comparison = compare.compare_articles(intake, story="ferry")
for claim in comparison.claims:
    print(claim.wording)
    for relation in claim.relations:
        print("  ", relation.source, relation.kind)
    for dispute in claim.disputes:
        for side in dispute.sides:
            print("  ", dispute.slot, side.value, *side.articles)
