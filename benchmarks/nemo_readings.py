"""A folder of `written~spoken` Vietnamese lines (NeMo's test cases) -> how many are read to the right value, and each that is not.

python benchmarks/nemo_readings.py DIR

The right value comes from the spoken form, by the small evaluator below, which shares no code and no word list with the grammars; both
forms are then read by the grammars, the Vietnamese reading first. Units are compared too. An ordinal is right if no quantity is read in it.
Exit status 1 if a line is read wrong without a reason in ``KNOWN``, or if a line there has become right.
"""

import sys
from pathlib import Path

import regex

from compare.languages.vi.dates import DATES
from compare.languages.vi.numbers import NUMBERS
from compare.model import Published
from compare.reading.find_dates import compile_dates, find_dates
from compare.reading.find_numbers import compile_numbers, find_numbers

# (file, form) -> why it is not read so.
KNOWN = {
    ("fraction", "15/5"): "a bare d/m is a day in news: 15 May; as a share it is read beside a unit or a word of shares",
    ("cardinal", "không"): "alone the word is 'not', one of the commonest of the language; it is read as nought only in a number",
    ("time", "không giờ"): "'no hour' as well; read beside minutes ('không giờ ba mươi phút')",
}

_DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"]
_ONES = {**{word: number for number, word in enumerate(_DIGITS)}, "mốt": 1, "tư": 4, "lăm": 5}
_PLACES = {"mươi": 10, "trăm": 100, "nghìn": 10**3, "vạn": 10**4, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
_BASES = {"mét": "m", "gam": "g", "lít": "l", "oát": "w", "vôn": "v", "am pe": "a", "hẹc": "hz", "bai": "b"}
_PREFIXES = {"ki lô ": "k", "mi li ": "m", "xăng ti ": "c", "mê ga ": "m", "gi ga ": "g", "tê ra ": "t", "": ""}
_UNITS = {
    **{prefix + base: short + key for prefix, short in _PREFIXES.items() for base, key in _BASES.items()},
    "mét khối": "m3",
    "xăng ti mét khối": "cm3",
    "mét vuông": "m2",
    "ki lô mét vuông": "km2",
    "héc ta": "ha",
    "inch": "inch",
    "terabyte": "tb",
    "mã lực": "hp",
    "độ c": "°c",
    "độ f": "°f",
    "độ k": "k",
    "%": "%",
    "đồng": "vnd",
    "đô la": "usd",
    "ơ rô": "eur",
    "yên nhật": "jpy",
    "bảng anh": "gbp",
    "rupee": "inr",
    "xu": "cent",
    "won": "krw",
    "ngày": "day",
    "giờ": "hour",
    "phút": "minute",
    "giây": "second",
}
_SPEEDS = {"km/hour": "km/h", "m/second": "m/s"}
_MINUTES = {"hour": 60.0, "clock": 1.0, "minute": 1.0, "second": 1 / 60}
_NUMBER_WORDS = "|".join([*_ONES, *_PLACES, "linh"])
_ANY_UNIT = "|".join(sorted(_UNITS, key=lambda unit: (-len(unit), unit)))
_SAID = regex.compile(
    rf"(?<sign>âm )?(?<number>(?:{_NUMBER_WORDS})(?: (?:{_NUMBER_WORDS}|phẩy|phần|và))*)\b"
    rf"(?: (?<unit>{_ANY_UNIT})(?!\p{{L}})(?:(?<!giờ|phút|giây) (?:trên|một) (?<per>{_ANY_UNIT})(?!\p{{L}}))?)?"
)
_YEAR = r"(?:hai|một) nghìn[\p{L} ]*?"
_YEAR = r"(?:hai|một) nghìn[\p{L} ]*?"
_DATE = regex.compile(rf"(?:ngày (?<day>[\p{{L}} ]+?) )?tháng (?<month>này|[\p{{L}} ]+?)(?: năm (?<year>nay|{_YEAR}))?(?= hàng| sinh|$)")
_DAY = Published("2024-06-05", "day", "metadata")
_NEAR = 1e-9

Value = tuple[float, str]


def whole(words: list[str]) -> float:
    """The last of the greatest places parts the words: what stands before it times the place, plus what stands behind."""
    places = [_PLACES[word] for word in words if word in _PLACES]
    if not places:
        return float(sum(_ONES.get(word, 0) for word in words))
    at = max(i for i, word in enumerate(words) if _PLACES.get(word) == max(places))
    return (whole(words[:at]) or 1.0) * max(places) + whole(words[at + 1 :])


def number(text: str) -> float:
    """Decimals after ``phẩy``, scaled by the places behind them; fractions after ``phần``, added to a whole number before ``và``."""
    head, _, share = text.rpartition(" và ")
    if " phần " in share:
        above, below = share.split(" phần ")
        return whole(head.split()) + whole(above.split()) / whole(below.split())
    before, point, behind = text.partition(" phẩy ")
    digits = [word for word in behind.split() if word in _ONES]
    scale = whole(behind.split()[len(digits) :]) if point and len(digits) < len(behind.split()) else 1.0
    return (whole(before.split()) + (float("0." + "".join(str(_ONES[word]) for word in digits)) if digits else 0.0)) * scale


def said(spoken: str) -> list[Value]:
    """The values of a spoken line in minutes and whole money, neighbours of one length of time or one sum added up."""
    found: list[Value] = []
    end = -2
    for match in _SAID.finditer(spoken.replace("phần trăm", "%")):
        unit = _UNITS.get(match["unit"] or "", "")
        rate = f"{unit}/{_UNITS[match['per']]}" if match["per"] else unit
        value = based((number(match["number"]) * (-1 if match["sign"] else 1), _SPEEDS.get(rate, rate)))
        is_rest = match.start() == end + 1 and (unit == "cent" or (unit in _MINUTES and found[-1][1] == "minute"))
        if is_rest:
            found[-1] = (found[-1][0] + value[0], found[-1][1])
        else:
            found.append(value)
        end = match.end()
    return found


def based(value: Value) -> Value:
    """Time in minutes, cents in dollars."""
    amount, unit = value
    if unit in _MINUTES:
        return amount * _MINUTES[unit], "minute"
    return (amount / 100, "usd") if unit == "cent" else value


def day_said(spoken: str) -> str | None:
    """The ISO date of a spoken line, cut where it ends; relative words are resolved against the fixed day."""
    match = _DATE.search(spoken)
    if match is None:
        return None
    relative = {"này": _DAY.value[5:7], "nay": _DAY.value[:4], None: _DAY.value[:4]}
    month = relative.get(match["month"]) or f"{whole(match['month'].split()):02.0f}"
    year = relative.get(match["year"]) or f"{whole(match['year'].split()):.0f}"
    return "-".join([year, month, *([f"{whole(match['day'].split()):02.0f}"] if match["day"] else [])])


def is_right(kind: str, form: str, spoken: str) -> bool:
    """Whether the grammars read in ``form`` what ``spoken`` says."""
    dates = find_dates(form, _DATES, _DAY)
    numbers = find_numbers(form, _NUMBERS, 0, tuple(date.span for date in dates))
    if kind == "date":
        return not numbers and day_said(spoken) in {date.value for date in dates}
    if kind == "ordinal":
        return not numbers
    read = [(end, n.unit) for n in numbers for end in (n.values[0], n.high) if end is not None]
    wanted = said(spoken)
    return len(read) == len(wanted) and all(_same(based(value), want) for value, want in zip(read, wanted, strict=True))


def _same(one: Value, other: Value) -> bool:
    unit = "" if one[1] == "share" else one[1]
    return abs(one[0] - other[0]) <= _NEAR * max(1.0, abs(other[0])) and unit == other[1]


_DATES, _NUMBERS = compile_dates(DATES), compile_numbers(NUMBERS, DATES)


def main(folder: Path) -> int:
    """Print a line a file, then the lines that are read otherwise with their reasons; 1 if a reason is missing or no longer needed."""
    wrong: dict[tuple[str, str], str] = {}
    seen: set[tuple[str, str]] = set()
    for path in sorted(folder.glob("test_cases_*.txt")):
        kind = path.stem.removeprefix("test_cases_")
        lines = [line.split("~") for line in path.read_text(encoding="utf-8").splitlines() if "~" in line]
        bad = [[(kind, pair[i]) for pair in lines if not is_right(kind, pair[i], pair[1])] for i in (0, 1)]
        wrong |= dict.fromkeys((place for places in bad for place in places), "")
        seen |= {(kind, form) for pair in lines for form in pair}
        print(f"{kind:10} written {len(lines) - len(bad[0]):3} of {len(lines):3}   spoken {len(lines) - len(bad[1]):3} of {len(lines):3}")
    for place in sorted(wrong):
        print(f"{place[0]}: {place[1]!r}: {KNOWN.get(place, 'NO REASON GIVEN')}")
    stale = sorted(place for place in KNOWN if place in seen and place not in wrong)
    for place in stale:
        print(f"{place[0]}: {place[1]!r} is read right now: take it out of KNOWN")
    return int(bool(stale or wrong.keys() - KNOWN.keys()))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
