"""Articles of several stories -> one comparison a story, and one table of all of them."""

import compare

counts_by_story = {
    "ferry": ("The ferry Harbour Lark struck the pier at Port Ellery on Tuesday, and {} passengers were injured.", 26, 23),
    "storm": ("The storm cut power to {} homes on Wick Island on Sunday night, the island's council said.", 400, 900),
}
records = [
    {"id": f"{story}-{outlet}", "story": story, "outlet": outlet, "text": sentence.format(count)}
    for story, (sentence, *counts) in counts_by_story.items()
    for outlet, count in zip(("Sample Courier", "Sample Gazette"), counts, strict=True)
]

comparisons = compare.compare_stories(compare.read_articles(records))
for row in compare.to_rows(comparisons, "disputes"):
    print(row["story"], "|", row["slot"], "|", row["value"], "|", row["outlet"])
