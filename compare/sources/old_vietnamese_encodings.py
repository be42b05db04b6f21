"""A text that looks decoded -> the name of the old Vietnamese encoding that it still is in, if it is.

Before Unicode, Vietnamese was written in fonts that draw its letters in the places of others. Such a text is valid windows-1252 and comes
through every decoder as ``Céng hoµ`` or ``Coäng hoøa``. TCVN 3 (ABC) draws capitals with another font, so that its text alone does not say
which letters are capitals: it is named, not guessed at.
"""

import regex

LEGACY = "is in {name}, an old Vietnamese encoding by fonts; convert it to Unicode"
# Frequent words as the fonts write them, without those that are the same in another language.
_WORDS = {
    "TCVN3 (ABC)": frozenset(
        """vµ cña ®­îc kh«ng cã nh÷ng ng­êi lµ víi ®· trªn ®Õn ë tõ nµy ®Þnh còng nhiÒu vÒ mét c¸c ®ång tØnh viÖt x· n¨m ®i ®ã t¹i hµ néi
        sau tr­íc chÝnh phñ nhµ n­íc quèc thµnh phè huyÖn b¸o biÕt h¬n""".split()
    ),
    "VNI": frozenset(
        """vaø cuûa ñöôïc khoâng coù nhöõng ngöôøi laø vôùi ñaõ treân ñeán ôû töø naøy ñònh cuõng nhieàu veà moät caùc ñoàng tænh vieät xaõ naêm
        ñi ñoù taïi haø noäi tröôùc chính phuû nhaø nöôùc quoác thaønh phoá huyeän baùo bieát hôn""".split()
    ),
}
# Signs without which no text of either is written; they are looked for first, since nearly no other text has them.
_SIGNS = {"TCVN3 (ABC)": "µ®", "VNI": "øñöïäëûØÑÖÏÄËÛ"}
_SHARE = 0.05  # of all words: of running Vietnamese a fifth and more are such, of any other language nearly none
_LEAST = 3  # different ones
_WITHIN = 20_000  # code points looked at
_SIGNS_WITHIN = 1_000  # no sentence of theirs is without a sign
_WORD = regex.compile(r"[^\s.,;:!?()\"“”]+")


def legacy_encoding(text: str) -> str | None:
    """``TCVN3 (ABC)``, ``VNI`` or nothing."""
    begin = text[:_SIGNS_WITHIN]
    for name, signs in _SIGNS.items():
        if any(map(begin.__contains__, signs)):
            words = _WORD.findall(text[:_WITHIN].lower())
            found = [word for word in words if word in _WORDS[name]]
            if len(set(found)) >= _LEAST and len(found) > _SHARE * len(words):
                return name
    return None
