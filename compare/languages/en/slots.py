"""English words that tell whether two figures, times or days fill one slot."""

from compare.languages.language_pack import SlotWords

SLOTS = SlotWords(
    generic_heads=frozenset(["people", "persons", "person", "men", "women", "children", "passengers", "others", "victims", "times", "cases", "days"]),
    person_heads=frozenset(["people", "persons", "person", "passengers", "victims"]),
    contrasts=(
        (frozenset(["seriously", "critically", "severely"]), frozenset(["slightly", "lightly", "minor"])),
        (frozenset(["men", "boys", "male"]), frozenset(["women", "girls", "female"])),
        (frozenset(["dead", "deaths"]), frozenset(["injured", "injuries"])),
        (frozenset(["inside"]), frozenset(["outside"])),
        (frozenset(["broke", "began", "started", "erupted"]), frozenset(["put", "doused", "extinguished", "contained", "ended"])),
    ),
    partial_before=("including", "among", "of whom", "of which", "another", "each", "per", "these", "those", "remaining"),
    partial_behind=("other", "others", "more", "of the", "of them", "first", "each", "per"),
    whole_before=("of the", "of all", "among the", "among", "out of", "out of the"),
    occasions=frozenset(["after", "before", "when", "while", "during", "following", "since"]),
    part_of=frozenset(["of", "in"]),
    plans=("plans", "plan", "planned", "will", "expects", "expected", "intends", "aims", "hopes"),
    totals=("total", "in all", "altogether", "overall"),
    zones=("gmt", "utc", "est", "edt", "pst", "pdt", "local time"),
    still_open=("so far", "as of", "still"),
    limits=frozenset(["until", "till", "by", "since", "from", "before", "after"]),
    areas=(
        frozenset(["village", "town"]),
        frozenset(["county", "district"]),
        frozenset(["state", "province"]),
        frozenset(["nationwide", "country"]),
    ),
    wholes=frozenset(["whole", "entire", "across"]),
    births=frozenset(["born", "b"]),
    no_denial=frozenset(["only", "just", "long", "far", "least", "surprisingly", "merely", "simply"]),
    press=frozenset(["told", "reporters", "newspaper", "daily"]),
    reporting=frozenset(["reported", "according"]),
    day_of_verb=True,
    this_day=frozenset(["today", "tonight"]),
    order=("earlier", "previously", "later", "afterwards"),
    suffixes=("ing", "ed", "es", "s"),
    night=frozenset(["night", "evening"]),
    dawn=frozenset(["dawn", "morning", "overnight"]),
)
