"""English words by which sentences are cut and read."""

from compare.languages.pack import SentenceWords

SENTENCES = SentenceWords(
    letters="",
    abbreviations=frozenset(
        """mr mrs ms dr prof gen lt col sgt capt cmdr rep reps sen sens gov gov st jr sr inc corp co ltd vs no nos dept est fig approx
        jan feb mar apr jun jul aug sep sept oct nov dec u.s u.k u.n e.u d.c a.m p.m i.e e.g etc ph.d messrs rev hon adm maj brig atty""".split()
    ),
    stop_words=frozenset(
        """the a an of to in on for and that is was it as by at with from he she his her has have had be said not are were this they their
        its which who but or been will would could should than then there when what into about over after before also more one all out up
        we our you your i my me him them us do did does if so no can may might while because during between other some such new say
        says""".split()
    ),
    negations=frozenset(["not", "no", "never", "nobody", "nothing", "denied", "denies", "refused", "without", "n't", "neither", "nor"]),
    titles=frozenset(
        """mr mrs ms dr prof sir lord lady president vice-president minister secretary senator sen rep representative governor gov mayor
        general gen colonel col captain capt sergeant chancellor king queen prince princess pope judge justice attorney chief director
        chairman chairwoman ceo spokesman spokeswoman spokesperson ambassador commissioner sheriff officer inspector""".split()
    ),
    personal_titles=frozenset(["mr", "mrs", "ms", "miss"]),
    pronouns=frozenset(["he", "she"]),
    speech_verbs=frozenset(
        """said says say told tells added adds warned warns stated announced insisted argued claimed explained confirmed noted denied
        replied wrote writes tweeted acknowledged stressed urged declared testified recalled reported""".split()
    ),
    attributions=frozenset(["according to", "as reported by"]),
    institutions=frozenset(),
    name_aliases={
        "united states": "us", "u.s.": "us", "u.s": "us", "us": "us", "usa": "us", "america": "us", "washington": "us", "american": "us", "americans": "us",
        "united kingdom": "uk", "u.k.": "uk", "uk": "uk", "britain": "uk", "british": "uk", "england": "uk", "france": "france",
        "french": "france", "germany": "germany", "german": "germany", "russia": "russia", "russian": "russia", "russians": "russia",
        "moscow": "russia", "kremlin": "russia", "china": "china", "chinese": "china", "beijing": "china", "japan": "japan",
        "japanese": "japan", "tokyo": "japan", "south korea": "south korea", "south korean": "south korea", "seoul": "south korea",
        "north korea": "north korea", "north korean": "north korea", "pyongyang": "north korea", "ukraine": "ukraine",
        "ukrainian": "ukraine", "kyiv": "ukraine", "kiev": "ukraine", "australia": "australia", "italy": "italy", "italian": "italy",
        "spain": "spain", "spanish": "spain", "turkey": "turkey", "turkish": "turkey", "ankara": "ankara", "india": "india", "indian": "india",
        "israel": "israel", "israeli": "israel", "iran": "iran", "iranian": "iran", "iraq": "iraq", "iraqi": "iraq", "vietnam": "vietnam",
        "vietnamese": "vietnam", "european union": "eu", "eu": "eu", "e.u.": "eu", "united nations": "un", "un": "un", "u.n.": "un",
        "nato": "nato", "north atlantic treaty organization": "nato", "white house": "white house", "islamic state": "islamic state",
        "isis": "islamic state", "isil": "islamic state", "g.o.p.": "republican party", "gop": "republican party",
    },
    whole_names_capitalised=True,
    name_starters=frozenset(
        """the a an in on at for of to by from with after before during when while as if but and or so yet it he she they we i you this
        that these those there here his her their our its my your some many most all both each every another other several one two three
        no not meanwhile however although though because since until despite according also then now today yesterday last next earlier
        monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november
        december later what who which where why how more about officials police authorities people""".split()
    ),
    stem_letters=4,
    synonyms={"killed": "dead", "died": "dead", "wounded": "injured", "hurt": "injured", "cops": "police", "automobile": "car", "blaze": "fire"},
)
