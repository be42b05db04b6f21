"""English dates and times of day as data."""


from compare.languages.language_pack import DateWords

_FULL = "January February March April May June July August September October November December".split()
_SHORT = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_MONTHS = {
    **{name.lower(): number for number, name in enumerate(_FULL, start=1)},
    **{name.lower(): number for number, name in enumerate(_SHORT, start=1)},
    "sept": 9,
}
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_WEEKDAYS = {
    **{name.lower(): number for number, name in enumerate(_DAYS)},
    **{name.lower(): number for number, name in enumerate("Mon Tue Wed Thu Fri Sat Sun".split())},
    "tues": 1,
    "thur": 3,
    "thurs": 3,
}
_RELATIVE_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "this morning": 0, "this afternoon": 0, "this evening": 0, "last night": -1}
_RELATIVE_SPANS = {
    f"{word} {unit}": (unit, shift) for unit in ("week", "month", "year") for word, shift in (("last", -1), ("this", 0), ("next", 1))
}

_MONTH = r"(?P<month>" + "|".join(_FULL) + r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)(?=\.|\s\d))(?:(?<=\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec))\.)?"
_D = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_M = r"(?P<month>0?[1-9]|1[0-2])"
_Y = r"(?P<year>(?:1[89]|20)\d\d)"
_BEGIN = r"(?<![\p{L}\p{N}_]|\p{N}[/.,:-])"
_END = r"(?![\p{L}\p{N}_]|[.,/-]\d)"
_WEEKDAY = r"(?P<weekday>" + "|".join(_DAYS) + r"|(?:Mon|Tues|Tue|Wed|Thurs|Thur|Thu|Fri|Sat|Sun)(?=\.|,))(?:(?<!day)\.)?"
_MONTH_DAY = rf"{_MONTH}\s{_D}(?:,?\s{_Y})?"
_DAY_MONTH = rf"{_D}\s(?:of\s)?{_MONTH}(?:,?\s{_Y})?"
_BEFORE_MONTH = r"(?:[Ii]n|[Ss]ince|[Uu]ntil|[Ll]ast|[Bb]y|[Ee]arly|[Ll]ate|[Mm]id|[Ff]rom|[Tt]hrough|[Oo]f|[Dd]uring|[Tt]his)[\s-]"
_BEFORE_YEAR = r"(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ee]arly|[Ll]ate|[Mm]id|[Ff]rom|[Tt]hrough|[Oo]f|[Dd]uring|[Tt]he)[\s-]"

# Times of day; these patterns see lower-cased text.
_HOUR = r"(?P<hour>1[0-2]|0?[1-9])"
_HOURS = {word: number for number, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), start=1)}
_SPOKEN_HOUR = rf"(?P<hour>{'|'.join(_HOURS)})"
_HALF = r"(?P<half>a\.m\.|p\.m\.|am|pm|a\.m|p\.m)"

DATES = DateWords(
    months=_MONTHS,
    weekdays=_WEEKDAYS,
    relative_days=_RELATIVE_DAYS,
    relative_spans=_RELATIVE_SPANS,
    turns={"this coming": 1, "the coming": 1, "this past": -1, "the past": -1, "this": 0},
    plans=r"will|won['’]t|shall|['’]ll|(?:is|are)\s(?:also\s|now\s)?(?:to|due|set|scheduled|slated|expected|planned)|(?:plans?|intends?|hopes?)\sto",
    plan_ends=(
        r"sa(?:id|ys?)|tells?|told|according|wrote|adds|warns|(?:after|following|from)(?!\s\Z)|since|who|which|that|because|over|against|while|but|when"
        r"|was|were|had|did|\p{L}{2,}ed(?<!schedul|expect|plann|slat)"
    ),
    past_leads=(),
    opener=(
        r"(?<![\p{L}\p{N}_])(?:(?P<digit>\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?\p{Lu}|\d{1,4}[/-]\d|(?:1[89]|20)\d\d)"
        rf"|(?P<month>{'|'.join(name[:3] for name in _FULL)})|(?P<weekday>{'|'.join(name[:3] for name in _DAYS)})"
        rf"|(?P<relative>(?i:{'|'.join(sorted({word.split()[0] for word in (*_RELATIVE_DAYS, *_RELATIVE_SPANS, 'every', 'each', 'the')}))})(?!\p{{L}})))"
    ),
    patterns=(
        # Friday, Nov. 18, 2022; on Sunday (Jan. 29): one date, the explicit part decides
        ("weekday", rf"{_BEGIN}{_WEEKDAY}(?:,?\s|\s?\(|,\sthe\s)(?:{_MONTH_DAY}|{_DAY_MONTH}){_END}\)?"),
        ("relative", rf"{_BEGIN}(?P<relative>(?i:yesterday|today|tomorrow))(?:,?\s|\s?\()(?:{_MONTH_DAY}|{_DAY_MONTH}){_END}\)?"),
        ("relative", rf"{_BEGIN}(?P<relative>(?i:yesterday|today|tomorrow))(?:,?\s|\s?\(|\sis\s){_WEEKDAY}{_END}\)?"),
        ("digit month", rf"{_BEGIN}(?:{_MONTH_DAY}|{_DAY_MONTH}){_END}"),
        ("month", rf"{_BEGIN}{_MONTH}\s{_D}(?=\s?(?:-|–|to|and|through)\s?\d)"),
        # 2016-05-20, and slashes only where one order is possible
        ("digit", rf"{_BEGIN}{_Y}-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01]){_END}"),
        ("digit", rf"{_BEGIN}{_M}/(?P<day>1[3-9]|2\d|3[01])/{_Y}{_END}"),
        ("digit", rf"{_BEGIN}(?P<day>1[3-9]|2\d|3[01])/{_M}/{_Y}{_END}"),
        # May 2016, last May, in January; "may" and "march" stand in the middle of many sentences
        ("month", rf"{_BEGIN}{_MONTH},?\s(?:of\s)?{_Y}{_END}"),
        ("month", rf"(?<=\b{_BEFORE_MONTH}){_MONTH}{_END}(?!\s\d|\s\p{{Lu}})"),
        ("month", rf"{_BEGIN}(?P<month>January|February|September|October|November|December){_END}(?!\s\d)"),
        ("digit", rf"(?<=\b{_BEFORE_YEAR}){_Y}{_END}(?!\s(?:people|men|women|votes|jobs|troops|dollars))"),
        # "next Friday" and "last Friday" mean different days to different desks: left open; "this Friday" too, but for a plan
        ("relative weekday", rf"{_BEGIN}(?:(?P<relative>(?i:next|last|(?:this|the) (?:coming|past)|this|every|each))\s)?{_WEEKDAY}{_END}"),
        ("relative", rf"{_BEGIN}(?P<relative>(?i:{'|'.join(_RELATIVE_DAYS)})){_END}"),
        ("relative", rf"{_BEGIN}(?P<relative>(?i:{'|'.join(_RELATIVE_SPANS)})){_END}"),
    ),
    clock_opener=rf"(?<![\p{{L}}\p{{N}}])(?:noon|half past|(?:{'|'.join(_HOURS)})\s(?:o['’]clock|[ap]\.?m)|\d{{1,2}}\so['’]clock|\d{{1,2}}(?:[:.]\d\d)?\s?[ap]\.?m|\d{{1,2}}:?\d\d)",
    numerals={**_HOURS, "noon": 12},
    clock_patterns=(
        rf"(?<![\p{{L}}\p{{N}}]|\p{{N}}[:.,/]){_HOUR}(?:[:.](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?)?\s?{_HALF}(?![\p{{L}}\p{{N}}])",
        rf"(?:{_SPOKEN_HOUR}|{_HOUR})(?:\so['’]clock(?:\sin\sthe\s(?P<half>morning|afternoon|evening))?|\s{_HALF})(?![\p{{L}}\p{{N}}])",
        rf"(?P<thirty>half\spast)\s(?:{_SPOKEN_HOUR}|{_HOUR})(?:\s{_HALF})?(?![\p{{L}}\p{{N}}])",
        r"(?<=\b(?:at|around|about|by|before|after|until|since)\s)(?P<hour>noon)(?!\p{L})",
        r"(?<![\p{L}\p{N}]|\p{N}[:.,/])(?<=\b(?:at|around|about|by|before|after|until|from)\s)(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?(?![\p{L}\p{N}:])",
        r"(?<![\p{L}\p{N}]|\p{N}[:.,/])(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?(?=\s(?:gmt|utc|et|local time|hours)\b)",
        r"(?<![\p{L}\p{N}]|\p{N}[.,/])(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)(?=\s(?:gmt|utc)\b)",
    ),
    half_days={"morning": 0, "afternoon": 12, "evening": 12, "a.m.": -12, "am": -12, "a.m": -12, "p.m.": 12, "pm": 12, "p.m": 12},
)
