"""A unit of the engine (``vnd/kg``) -> how a reader writes it: its symbol, or its name in the report's language (``đồng/kg``)."""

from collections.abc import Mapping
from types import MappingProxyType

from reports.report_words import Words, message

Table = Mapping[str, str]

UNITS: Table = MappingProxyType(
    {
        "acre": message("acres"),
        "barrel": message("barrels"),
        "bp": message("basis points"),
        "cent": message("cents"),
        "century": message("centuries"),
        "cong": message("công (1,000 m²)"),
        "day": message("days"),
        "decade": message("decades"),
        "ft": message("feet"),
        "ft2": message("square feet"),
        "ft3": message("cubic feet"),
        "gallon": message("gallons"),
        "hour": message("hours"),
        "inch": message("inches"),
        "khr": message("riels"),
        "knot": message("knots"),
        "lak": message("kip"),
        "lb": message("pounds"),
        "magnitude": message("magnitude"),
        "mile": message("miles"),
        "mile2": message("square miles"),
        "minute": message("minutes"),
        "month": message("months"),
        "nmi": message("nautical miles"),
        "oz": message("ounces"),
        "penny": message("pence"),
        "quintal": message("quintals"),
        "sao": message("sào"),
        "second": message("seconds"),
        "tael": message("taels"),
        "ton": message("tonnes"),
        "vnd": message("dong"),
        "week": message("weeks"),
        "yard": message("yards"),
        "year": message("years"),
    }
)
# Symbols are the same in both languages; the engine folds their letters, which would make of a megawatt a milliwatt.
_PLAIN = "% ‰ ° cm dl dm g ha hg kcal kg km km/h l m m/s mg ml mm mph nm µg µm"
_CASED = "A B GB GHz GW GWh Hz K KB MB MHz MPa MW MWh Pa TB TW V W Wh dB hp kHz kPa kV kW kWh kWp mA mV °C °F"
_MONEY = "AUD BTC CAD CHF CNY EUR GBP HKD IDR INR JPY KRW MYR NZD PHP RUB SAR SGD THB TRY TWD USD"
_POWERS = (("2", "²"), ("3", "³"), ("³", "³"))
SYMBOLS: Table = MappingProxyType(
    {symbol.lower(): symbol for symbols in (_PLAIN, _CASED, _MONEY) for symbol in symbols.split()}
    | {f"{unit}{power}": unit + sign for unit in ("cm", "dm", "km", "m", "mm") for power, sign in _POWERS}
)


def unit_of(key: str, words: Words) -> str:
    """A unit of no table is shown as it is written, and so is whatever is none."""
    return SYMBOLS.get(key) or "/".join(SYMBOLS.get(part) or _named(part, words) for part in key.split("/"))


def _named(key: str, words: Words) -> str:
    return words.say(UNITS[key]) if key in UNITS else key
