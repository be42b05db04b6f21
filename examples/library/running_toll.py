"""Articles as a toll rises -> who printed which figure when, and who still prints an old one."""

import compare

records = [
    {
        "id": "courier-1",
        "outlet": "Sample Courier",
        "published": "2026-03-10T08:00",
        "text": "A fire destroyed a furniture warehouse in Millford, killing at least 3 people.",
    },
    {
        "id": "gazette-1",
        "outlet": "Sample Gazette",
        "published": "2026-03-10T18:00",
        "text": "The warehouse fire in Millford left 7 people dead, the fire service said.",
    },
    {
        "id": "ledger-1",
        "outlet": "Sample Ledger",
        "published": "2026-03-11T09:00",
        "text": "In Millford, 3 people were killed when a warehouse caught fire.",
    },
]

comparison = compare.compare_articles(compare.read_articles(records), story="fire")
for row in compare.to_rows(comparison, "facts"):
    print(row["label_en"], "|", row["state"], "|", row["hedge"], row["value"], "|", row["outlet"])
for row in compare.to_rows(comparison, "ladders"):
    still = "still" if row["stale"] else "then"
    print(row["step"], row["at"], row["value"], still, row["outlet"])
