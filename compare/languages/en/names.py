"""English names of countries, capitals and bodies, and the words that tell them from other names."""

from compare.languages.en.countries import COUNTRIES
from compare.languages.language_pack import NameWords

# Other names and the adjectives of countries; an empty key: words that only begin like a country's name.
ALIASES = {
    **COUNTRIES,
    "u.s.": "us", "u.s": "us", "us": "us", "usa": "us", "u.s.a.": "us", "america": "us", "united states of america": "us", "american": "us",
    "americans": "us", "uk": "uk", "u.k.": "uk", "u.k": "uk", "britain": "uk", "great britain": "uk", "british": "uk", "britons": "uk",
    "england": "uk", "french": "france", "german": "germany", "germans": "germany", "russian": "russia", "russians": "russia",
    "russian federation": "russia", "chinese": "china", "mainland china": "china", "people's republic of china": "china",
    "japanese": "japan", "south korean": "south korea", "south koreans": "south korea", "republic of korea": "south korea",
    "north korean": "north korea", "north koreans": "north korea", "dprk": "north korea", "ukrainian": "ukraine", "ukrainians": "ukraine",
    "italian": "italy", "italians": "italy", "spanish": "spain", "turkey": "turkey", "turkish": "turkey", "indian": "india",
    "indians": "india", "israeli": "israel", "israelis": "israel", "iranian": "iran", "iranians": "iran", "iraqi": "iraq",
    "iraqis": "iraq", "vietnamese": "vietnam", "viet nam": "vietnam", "australian": "australia", "australians": "australia",
    "canadian": "canada", "canadians": "canada", "mexican": "mexico", "mexicans": "mexico", "brazilian": "brazil", "polish": "poland",
    "syrian": "syria", "syrians": "syria", "egyptian": "egypt", "saudi": "saudi arabia", "saudis": "saudi arabia", "afghan": "afghanistan",
    "afghans": "afghanistan", "pakistani": "pakistan", "filipino": "philippines", "indonesian": "indonesia", "malaysian": "malaysia",
    "thai": "thailand", "taiwanese": "taiwan", "cambodian": "cambodia", "swiss": "switzerland", "swedish": "sweden", "norwegian": "norway",
    "dutch": "netherlands", "holland": "netherlands", "the netherlands": "netherlands", "belgian": "belgium", "greek": "greece",
    "palestinian": "palestine", "palestinians": "palestine", "cuban": "cuba", "burma": "myanmar", "uae": "united arab emirates",
    "south china sea": "south china sea", "southeast asia": "southeast asia", "middle east": "middle east", "asia-pacific": "asia-pacific",
    "federal bureau of investigation": "fbi", "fbi": "fbi", "f.b.i.": "fbi", "central intelligence agency": "cia", "cia": "cia", "c.i.a.": "cia",
    "international monetary fund": "imf", "imf": "imf", "world bank": "world bank", "world trade organization": "wto", "wto": "wto",
    "association of southeast asian nations": "asean", "asean": "asean", "international atomic energy agency": "iaea", "iaea": "iaea",
    "red cross": "red cross", "arab league": "arab league", "african union": "african union", "soviet union": "soviet union",
    "japanese emperor": "emperor of japan", "emperor of japan": "emperor of japan", "european union": "eu", "eu": "eu", "e.u.": "eu", "united nations": "un", "un": "un", "u.n.": "un", "u.n": "un",
    "un security council": "un security council", "u.n. security council": "un security council",
    "united nations security council": "un security council", "security council": "un security council", "nato": "nato",
    "north atlantic treaty organization": "nato", "world health organization": "who", "white house": "white house", "pentagon": "pentagon",
    "state department": "state department", "islamic state": "islamic state", "isis": "islamic state", "isil": "islamic state",
    "g.o.p.": "republican party", "gop": "republican party", "republican party": "republican party", "foreign ministry": "foreign ministry",
    "ministry of foreign affairs": "foreign ministry", "defense ministry": "defence ministry", "defence ministry": "defence ministry",
    "ministry of defense": "defence ministry", "ministry of defence": "defence ministry", "ministry of national defense": "defence ministry",
    "zelensky": "zelensky", "zelenskyy": "zelensky", "zelenskiy": "zelensky", "volodymyr zelensky": "zelensky",
    "volodymyr zelenskyy": "zelensky", "volodymyr zelenskiy": "zelensky", "ho chi minh city": "hcmc", "saigon": "hcmc",
    "washington": "washington", "moscow": "moscow", "kremlin": "russia", "beijing": "beijing", "peking": "beijing", "tokyo": "tokyo",
    "seoul": "seoul", "pyongyang": "pyongyang", "kyiv": "kyiv", "kiev": "kyiv", "tehran": "tehran", "teheran": "tehran",
    "ankara": "ankara", "hanoi": "hanoi", "ha noi": "hanoi", "london": "london", "paris": "paris", "berlin": "berlin", "taipei": "taipei",
    "canberra": "canberra", "new delhi": "new delhi", "islamabad": "islamabad", "damascus": "damascus", "baghdad": "baghdad",
    "kabul": "kabul", "manila": "manila", "jakarta": "jakarta", "bangkok": "bangkok", "phnom penh": "phnom penh", "brussels": "brussels",
    **{name: name for name in ("bank of america", "bank of england", "church of england", "gulf of mexico", "statue of liberty")},
    "american airlines": "",
    **dict.fromkeys(["washington post", "washington times", "george washington", "port washington", "us too", "us both", "paris hilton"], ""),
    **dict.fromkeys(["jack london", "irving berlin", "polish up"], ""),
}

NAMES = NameWords(
    # A capital stands for its government but where a word before it says that the place is meant.
    governments={
        "washington": "us", "moscow": "russia", "beijing": "china", "tokyo": "japan", "seoul": "south korea", "pyongyang": "north korea",
        "kyiv": "ukraine", "tehran": "iran", "ankara": "turkey", "hanoi": "vietnam", "taipei": "taiwan", "canberra": "australia",
        "new delhi": "india", "islamabad": "pakistan", "damascus": "syria", "baghdad": "iraq", "kabul": "afghanistan",
    },
    persons=frozenset(["zelensky"]),
    place_words=frozenset(
        """in at near from to toward towards around outside across into through over leaving left leave leaves reached reach reaching
        entered enter visit visits visited visiting downtown central hit shook above throughout between via""".split()
    ),
    longer_before=frozenset("new saint san port air fort lake mount bank".split()),
    longer_behind=frozenset(
        """sea ocean gulf airlines airways air daily times post street avenue road square university college bank river city county park
        hotel bridge today tribune herald open cup""".split()
    ),
    opening_words=frozenset(["us", "polish"]),
    country_nouns=frozenset(),
    family_names=frozenset(),
    nouns=frozenset(
        """ferry ship vessel boat tanker trawler freighter yacht submarine frigate destroyer warship cruiser barge tugboat liner hurricane
        typhoon cyclone storm captain skipper pilot lawyer suspect victim driver actor actress singer author striker defender goalkeeper
        coach defendant detective sophomore""".split()
    ),
    not_names=frozenset("ceo cfo coo usd suv suvs gdp tv pm am dna atm ipo pr it".split()),
    bodies=frozenset(
        """board authority council ministry department office agency commission committee company corp co inc ltd motor motors electronics holdings industries media group bank university college
        school hospital police airlines airways party court association federation union trust institute foundation service services bureau
        centre center house senate congress parliament army navy force forces guard street road avenue bridge river lake island
        islands harbour harbor port city county state states airport station times post news daily
        league club team cup hotel museum northern southern eastern western sea ocean""".split()
    ),
    places=frozenset(
        """street road avenue bridge river lake island islands harbour harbor port city county state province district village town airport
        station sea ocean valley mountain bay beach square park""".split()
    ),
    organisations=frozenset(
        """board authority council ministry department office agency commission committee company corp co inc ltd motors electronics holdings
        industries media group bank university college school hospital police airlines airways party court association federation union
        institute foundation bureau parliament army navy league club""".split()
    ),
    body_nouns=frozenset("company carmaker automaker firm retailer maker giant newspaper magazine website ship ferry hurricane typhoon storm".split()),
    women=frozenset("mrs ms miss lady queen princess chairwoman spokeswoman she her actress congresswoman".split()),
    men=frozenset("mr sir lord king prince chairman spokesman he his actor congressman pope".split()),
)
