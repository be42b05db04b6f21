"""The territories of Babel -> ``countries.py`` of each language pack: name in that language -> the key that all languages share.

Babel takes 0.1 s to load and is read at no run: its names change once a year. ``python benchmarks/make_countries.py`` writes the tables
anew, and a test holds them equal to the Babel that it names.
"""

from pathlib import Path

import regex

from compare.text.tokens import bare

_LANGUAGES = {"vi": "Vietnamese", "en": "English"}
_LANGUAGES_FOLDER = Path(__file__).parents[1] / "compare" / "languages"
# Uninhabited islands, groups of countries, codes of no country; and names that are oftener a person's or a state's: Georgia, Jordan, Chad.
_LEFT_OUT = frozenset(
    [
        *("AC", "AQ", "BV", "CC", "CP", "CQ", "DG", "EA", "EU", "EZ", "GE", "HM", "IC", "IO", "JE", "JO", "QO", "SJ"),
        *("TA", "TD", "TF", "UM", "UN", "XA", "XB", "ZZ"),
    ]
)
# Keys that are not simply the English name.
_KEYS = {
    "US": "us",
    "GB": "uk",
    "TR": "turkey",
    "MM": "myanmar",
    "PS": "palestine",
    "VA": "vatican",
    "HK": "hong kong",
    "MO": "macao",
    "BA": "bosnia",
    "CI": "ivory coast",
    "CZ": "czech republic",
    "CD": "dr congo",
    "CG": "congo",
}
_WRAPPING = regex.compile(r" SAR China$|^Đặc khu Hành chính |, Trung Quốc$")
_LINE = 136  # characters, as the packs are wrapped


def countries(language: str) -> dict[str, str]:
    """Lower-case name -> key, in the order of the names; ``Myanmar (Burma)`` gives both names."""
    from babel import Locale

    names, english = Locale.parse(language).territories, Locale.parse("en").territories
    found = {}
    for code in names:
        if len(code) == 2 and code.isalpha() and code not in _LEFT_OUT:
            key = _KEYS.get(code, bare(english[code]).replace("&", "and").replace(".", ""))
            found.update(dict.fromkeys(_spellings(names[code]), key))
    return dict(sorted(found.items()))


def _spellings(name: str) -> list[str]:
    parts = _WRAPPING.sub("", name).replace("’", "'").rstrip(")").split(" (")
    return sorted({spelling for part in parts for spelling in (part.lower(), part.lower().replace(" & ", " and "))})


def module(language: str) -> str:
    """The text of ``countries.py``."""
    docstring = f"{_LANGUAGES[language]} names of countries -> keys; made of Babel by ``benchmarks/make_countries.py``."
    lines = [f'"""{docstring}"""', "", "COUNTRIES = {"]
    line = "   "
    for name, key in countries(language).items():
        entry = f' "{name}": "{key}",'
        if len(line) + len(entry) > _LINE:
            lines.append(line)
            line = "   "
        line += entry
    return "\n".join([*lines, line, "}", ""])


def main() -> None:
    """Write the tables of all packs."""
    for language in _LANGUAGES:
        (_LANGUAGES_FOLDER / language / "countries.py").write_text(module(language), encoding="utf-8")


if __name__ == "__main__":
    main()
