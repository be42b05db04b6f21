"""English quantities as data."""


from compare.languages.en.units import MONEY, UNITS
from compare.languages.language_pack import NumberWords

_ONES = {word: number for number, word in enumerate("one two three four five six seven eight nine".split(), start=1)}
_TEENS = {
    word: number
    for number, word in enumerate(
        "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(),
        start=10,
    )
}
_TENS = {word: 10 * number for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)}
_CARDINALS = {
    **_ONES,
    **_TEENS,
    **_TENS,
    **{f"{tens}{join}{word}": many + number for tens, many in _TENS.items() for word, number in _ONES.items() for join in "- "},
    "a dozen": 12,
    "a hundred": 100,
    "a thousand": 1000,
    "a million": 1_000_000,
    "a billion": 1_000_000_000,
}
_FRACTIONS = {
    word: number
    for number, words in enumerate(("third", "quarter fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"), start=3)
    for word in words.split()
}
_MONTHS = "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?"
_ONE_OF = r"(?:hundred|thousand|million|billion|trillion|person|percent|per cent|mile|km|kilometer|kilometre|meter|metre|pound|ton|vote|passenger|soldier)"

NUMBERS = NumberWords(
    decimal_mark=".",
    cardinals=_CARDINALS,
    guards={},
    joins=frozenset(["and"]),
    tenth_behind_scale=False,
    zeros=frozenset(["zero", "oh"]),
    points=frozenset(["point"]),
    fraction_words=frozenset(),
    denominators={**{f"{word}s": number for word, number in _FRACTIONS.items()}, **dict(_FRACTIONS.items()), "half": 2},
    indefinite=frozenset(["a"]),
    sure_shares=frozenset(f"{word}s" for word in _FRACTIONS if word != "quarter"),
    ands=frozenset(["and"]),
    halves=frozenset(["and a half", "and one half"]),
    minus=frozenset(["minus", "negative"]),
    single=frozenset(),
    never_single=frozenset(),
    single_counts=r"(?!)",
    alone=frozenset(),
    glued=frozenset(["k", "b"]),
    per=frozenset(["per", "a", "an", "each"]),
    share_before=frozenset("than by into only just a the and another".split()),
    share_behind=frozenset(["of"]),
    scales={
        "dozen": 12,
        "hundred": 1e2,
        "thousand": 1e3,
        "k": 1e3,
        "million": 1e6,
        "mn": 1e6,
        "m": 1e6,
        "billion": 1e9,
        "bn": 1e9,
        "b": 1e9,
        "trillion": 1e12,
        "tn": 1e12,
    },
    units=UNITS,
    money=frozenset(MONEY.values()),
    coins={"usd": {"cent": 100}, "eur": {"cent": 100}, "gbp": {"penny": 100}},
    hedges={
        **dict.fromkeys(("about", "around", "nearly", "almost", "approximately", "roughly", "some", "an estimated", "close to", "estimated", "circa"), "about"),
        **dict.fromkeys(("more than", "over", "at least", "a minimum of", "no fewer than", "no less than", "greater than", "as many as at least", "above"), "at least"),
        **dict.fromkeys(("up to", "at most", "as many as", "as much as", "less than", "fewer than", "under", "a maximum of", "no more than", "below"), "at most"),
    },
    range_words=("to", "between#and", "through"),
    names_before=frozenset(
        (
            "flight|route|highway|interstate|section|article|chapter|page|title|room|no.|number|nos.|boeing|airbus|iphone|galaxy|"
            "windows|channel|proposition|prop|amendment|psalm|figure|table|apollo|version|level|phase|stage|group|grade|class|week|"
            "day|game|round|vol|volume|part|episode|season|unit|district|ward|precinct|hr|s.|h.r.|rule|resolution|form|type|category|"
            "top|pier|gate|platform|lane"
        ).split("|")
    ),
    sums_before=frozenset(["total"]),
    name_figure=r"\d+(?:[-.]\d+)*+\b(?!\s(?:percent|million|billion|people|years|months|days)\b)",
    not_quantities=(
        # bare dates, should nobody have read them before
        rf"\b(?:{_MONTHS})\.?\s\d{{1,2}}(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{{1,2}})?(?:,?\s\d{{4}})?(?![\d,.]\d)\b",
        rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?(?:{_MONTHS})\b\.?(?:,?\s\d{{4}})?",
        rf"\b(?:{_MONTHS})\.?,?\s\d{{4}}\b",
        r"\b\d{4}\s?[-–]\s?(?:\d\d){1,2}\b",
        r"\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b",
        # names with digits: flights, roads, laws, models, addresses, lists
        r"\b(?<!\d[-–])\d+(?:[-–]\d+)*+\s(?:\p{Lu}\p{Ll}+\s){1,2}(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Drive|Square)\b",
        r"\+?\(?\d{3}\)?[-.\s]\d{3}[-.\s]\d{4}\b",
        r"\b\d{3}-\d{4}\b",
        r"\b(?<!/)\d+/\d+(?:/\d+)++\b",
        r"\b\d+\s?[-–]\s?\d+(?=\s(?:vote|decision|ruling|win|victory|loss|defeat|lead|draw|record|majority|split)\b)",
        r"#\s?\d+",
        r"\b[Dd]ecades?\b|\b\d{2,4}s\b|['’]\d{2}\b",
        r"\b24[/-]7\b|\b9[/-]11\b|\b911\b",
        # written-out words that are rarely numbers
        rf"\b(?i:one)\b(?![\s-](?:{_ONE_OF}|third|and|point)\b)(?<!\b(?:at least|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[\s-]\w+)",
        r"\b(?i:(?:one|two|three|four|five|six|seven|eight|nine|ten)[\s-](?:of|halves|sided|fold|way|time|piece|star|party)|a million times)\b",
        r"(?<=\b(?i:the|these|those|all|other|first|last|past|only|day|phase|chapter|part|no\.)\s)(?i:two|three)\b(?!\s\p{Ll}+\s?(?:million|billion|percent))(?=\s(?:sides|parties|leaders|men|women|countries|of|were|are|have|had|said|also)\b|[,.;])",
        r"\b\p{L}+-(?:one|two|three|four|five|ten)\b(?<!\b(?i:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-\w+)",
    ),
    head_first=False,
    count_stops=frozenset(
        "a an the and or but of in on at to from by for with without as if than then that this these those who whom whose which what when where while "
        "was were is are be been being has have had do does did will would could can may might must should shall said says say told after before "
        "during since until into onto over under about around across against among between through per each every not no nor so yet also only just "
        "more less later ago earlier early late away off out up down back he she it they we you i his her its their our my your him them us there "
        "here according because including plus versus vs killed dead died injured wounded missing left took made went came got hit won lost ahead "
        "a.m p.m together still already again now nearly almost".split()
    ),
)
