"""English dates and times of day as data."""


from compare.languages.pack import DateWords

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
_HALF = r"(?P<half>a\.m\.|p\.m\.|am|pm|a\.m|p\.m)"

DATES = DateWords(
    months=_MONTHS,
    weekdays=_WEEKDAYS,
    relative_days=_RELATIVE_DAYS,
    relative_spans=_RELATIVE_SPANS,
    patterns=(
        # Friday, Nov. 18, 2022; on Sunday (Jan. 29): one date, the explicit part decides
        rf"{_BEGIN}{_WEEKDAY}(?:,?\s|\s?\(|,\sthe\s)(?:{_MONTH_DAY}|{_DAY_MONTH}){_END}\)?",
        rf"{_BEGIN}(?P<relative>(?i:yesterday|today|tomorrow))(?:,?\s|\s?\()(?:{_MONTH_DAY}|{_DAY_MONTH}){_END}\)?",
        rf"{_BEGIN}(?:{_MONTH_DAY}|{_DAY_MONTH}){_END}",
        rf"{_BEGIN}{_MONTH}\s{_D}(?=\s?(?:-|–|to|and|through)\s?\d)",
        # 2016-05-20, and slashes only where one order is possible
        rf"{_BEGIN}{_Y}-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01]){_END}",
        rf"{_BEGIN}{_M}/(?P<day>1[3-9]|2\d|3[01])/{_Y}{_END}",
        rf"{_BEGIN}(?P<day>1[3-9]|2\d|3[01])/{_M}/{_Y}{_END}",
        # May 2016, last May, in January; "may" and "march" stand in the middle of many sentences
        rf"{_BEGIN}{_MONTH},?\s(?:of\s)?{_Y}{_END}",
        rf"(?<=\b{_BEFORE_MONTH}){_MONTH}{_END}(?!\s\d|\s\p{{Lu}})",
        rf"{_BEGIN}(?P<month>January|February|September|October|November|December){_END}(?!\s\d)",
        rf"(?<=\b{_BEFORE_YEAR}){_Y}{_END}(?!\s(?:people|men|women|votes|jobs|troops|dollars))",
        # "next Friday" and "last Friday" mean different days to different desks: left open
        rf"{_BEGIN}(?:(?P<relative>(?i:next|last|this coming|this|every|each))\s)?{_WEEKDAY}{_END}",
        rf"{_BEGIN}(?P<relative>(?i:{'|'.join(_RELATIVE_DAYS)})){_END}",
        rf"{_BEGIN}(?P<relative>(?i:{'|'.join(_RELATIVE_SPANS)})){_END}",
    ),
    clock_patterns=(
        rf"(?<![\p{{L}}\p{{N}}]|\p{{N}}[:.,/]){_HOUR}(?:[:.](?P<minute>[0-5]\d))?\s?{_HALF}(?![\p{{L}}\p{{N}}])",
        r"(?<![\p{L}\p{N}]|\p{N}[:.,/])(?<=\b(?:at|around|about|by|before|after|until|from)\s)(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?![\p{L}\p{N}:])",
        r"(?<![\p{L}\p{N}]|\p{N}[:.,/])(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?=\s(?:gmt|utc|et|local time|hours)\b)",
        r"(?<![\p{L}\p{N}]|\p{N}[.,/])(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)(?=\s(?:gmt|utc)\b)",
    ),
    half_days={"a.m.": -12, "am": -12, "a.m": -12, "p.m.": 12, "pm": 12, "p.m": 12},
)
