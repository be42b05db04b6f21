"""What a language pack holds: words and patterns as frozen data; every rule that reads words reads them here."""

from dataclasses import dataclass

from compare.model import MarkKind


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberWords:
    """How quantities are written. Keys are lower case, NFC, words parted by one space."""

    decimal_mark: str  # of the language's own locale, "," or "."
    cardinals: dict[str, int]  # written-out numbers below a hundred: "hai" -> 2, "a dozen" -> 12
    guards: dict[str, str]  # a cardinal that is also another word -> the pattern by which it is a number: "năm" is five and year
    scales: dict[str, float]  # "nghìn" -> 1e3, "million" -> 1e6
    joins: frozenset[str]  # between a scale and what follows: "linh", "and"
    tenth_behind_scale: bool  # whether "hai triệu ba" is 2.3 million
    zeros: frozenset[str]  # "không" opens a decimal and stands behind its mark, nowhere else
    points: frozenset[str]  # the decimal mark as a word: "phẩy", "point"
    fraction_words: frozenset[str]  # between the parts of a fraction: "phần"
    denominators: dict[str, int]  # last word of a fraction: "tư", "thirds"
    indefinite: frozenset[str]  # stands for one before a denominator: "a third of"
    sure_shares: frozenset[str]  # last words of a fraction that can be nothing else: "two-thirds"; others want a word of shares behind them
    ands: frozenset[str]  # between a whole number and its fraction: "và"
    halves: frozenset[str]  # half of what stands before: of the scale, else of the unit ("hai triệu rưỡi"), else of one
    minus: frozenset[str]  # words of a number below zero
    alone: frozenset[str]  # number words that are rarely a count unless a unit or a scale follows
    single: frozenset[str]  # words for one that are mostly an article: a count only before a measure
    never_single: frozenset[str]  # unit keys and surfaces before which they stay one
    single_counts: str  # regular expression of places where they count all the same: "một người chết"
    units: dict[str, str]  # surface -> canonical unit key: "km" -> "km", "phần trăm" -> "%", "tuổi" -> "age", "đô la mỹ" -> "usd"
    money: frozenset[str]  # the unit keys that are of money: "usd", "vnd", "cent"
    coins: dict[str, dict[str, int]]  # unit of money -> its coin and how many of them make one: "usd" -> "cent", 100
    glued: frozenset[str]  # scales and units that are read only right behind a figure: "5p", "2t3"
    per: frozenset[str]  # between two units of a rate: "/", "mỗi"
    share_before: frozenset[str]  # words before "2/3" that make it a share, not a date or a score
    share_behind: frozenset[str]
    hedges: dict[str, str]  # words before a number -> "about" | "at least" | "at most": "gần" -> "about"
    range_words: tuple[str, ...]  # between two numbers: "đến", "to"
    names_before: frozenset[str]  # words before a figure that make it a name: "quốc lộ", "flight"
    sums_before: frozenset[str]  # words before one of those that make the figure a count again: "tổng (số 112)", "total (number 112)"
    name_figure: str  # regular expression of such a figure, which no unit follows
    not_quantities: tuple[str, ...]  # regular expressions of digits that are names: plates, flight numbers, roads, laws
    count_stops: frozenset[str]  # words that end the run of words a number counts
    head_first: bool  # whether the noun that is counted opens its phrase ("xe cứu hỏa") or closes it ("fire engines")


@dataclass(frozen=True, slots=True, kw_only=True)
class DateWords:
    """How dates are written. Patterns use the named groups day, month, year, weekday, relative, hour, minute."""

    months: dict[str, int]  # surface -> 1..12
    weekdays: dict[str, int]  # surface -> 0 (Monday) .. 6
    relative_days: dict[str, int]  # "hôm qua" -> -1, "today" -> 0
    relative_spans: dict[str, tuple[str, int]]  # "tuần trước" -> ("week", -1), "năm ngoái" -> ("year", -1)
    turns: dict[str, int]  # beside a weekday: the next one (1), the one before (-1), the coming one if a plan is told (0)
    plans: str  # regular expression of words by which an act is yet to be: "will", "sẽ"
    plan_ends: str  # what parts a plan from a day that is not its own: another act, what came before
    past_leads: tuple[str, ...]  # before a day that is over: "hôm"
    opener: str  # where a date may begin: one named group for each way to begin
    patterns: tuple[tuple[str, str], ...]  # ways to begin, and a regular expression; the longest match at a place wins, then the first
    clock_opener: str  # where a time of day may begin
    numerals: dict[str, int]  # number words of days, months, hours and years; a run of them is summed ("hai nghìn", "hai mươi tư")
    clock_patterns: tuple[str, ...]  # times of day: groups hour, minute (optional), half ("am" | "pm" | a word of half_days, optional)
    half_days: dict[str, int]  # words beside a clock time -> hours added when hour < 12: "chiều" -> 12


@dataclass(frozen=True, slots=True, kw_only=True)
class BoilerplateRule:
    """A line of a scrape that is no body text: ``pattern`` is matched against the whole stripped line, case-insensitively."""

    name: str
    pattern: str
    kind: MarkKind = "boilerplate"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScrapeWords:
    """How lines of a saved page that are no body text look. Patterns are tried on one stripped line, case-insensitively."""

    boilerplate: tuple[BoilerplateRule, ...]
    related_headings: tuple[str, ...]  # patterns of a heading after which short lines are links, not text
    captions: tuple[str, ...]  # patterns of a line with a photo credit
    credits: tuple[str, ...]  # patterns with groups outlet, place (perhaps an outlet), byline, translator, each optional
    outlet_words: frozenset[str]  # lower-case words that only an outlet's name has: "times", "báo"; and names of several words
    outlet_words_close: bool  # whether such a word is the last one of a name: "Taipei Times"
    walls: tuple[str, ...]  # patterns in a short line that tells its reader to pay, register or log in for the rest of the text
    reads_on: tuple[str, ...]  # patterns of a line, or of the end of one, that sends its reader elsewhere for the rest
    posts: frozenset[str]  # lower-case words for what a person does at an outlet, the last of its title: "editor"


@dataclass(frozen=True, slots=True, kw_only=True)
class NameWords:
    """Words by which the names of countries, persons and things are told apart; all lower case."""

    governments: dict[str, str]  # key of a capital -> key of the country whose government it stands for
    persons: frozenset[str]  # keys of aliases that are a person's; all others are of places and bodies
    place_words: frozenset[str]  # right before a capital that is meant as a place: "in", "tại"
    longer_before: frozenset[str]  # right before a country's name they make it another name: "New" Mexico, "tiếng" Anh
    longer_behind: frozenset[str]  # the same right behind it, with a capital: Mexico "City"
    opening_words: frozenset[str]  # aliases that are common words where a sentence opens: "anh"
    country_nouns: frozenset[str]  # opening words behind which a syllable is still a country: "phía" Nga
    family_names: frozenset[str]  # in front of a full name where it opens with them; behind it a country's name is a given name
    nouns: frozenset[str]  # common nouns that are capitalised before a name and are no part of it: "ferry"
    not_names: frozenset[str]  # abbreviations of common nouns, in capitals: "TP", "CEO"
    bodies: frozenset[str]  # words of a name that is a body's or a place's, never a person's
    places: frozenset[str]  # words that end a name of a place, or stand right before one: "Port Ellery Harbour", "huyện" Hòa Lộc
    organisations: frozenset[str]  # the same of organisations: "Marine Safety Board", "bệnh viện" Hòa Lộc
    body_nouns: frozenset[str]  # right before a name they say that it is a body's or a thing's: "hãng" Suzuki
    women: frozenset[str]  # titles and pronouns
    men: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechWords:
    """Words beside a person that tell whether he or she is the one who speaks; all lower case."""

    not_subjects: frozenset[str]  # right before a person, or before the title: "của" ông Hải, "for" Ms Cole
    words_of: frozenset[str]  # attributions of a person's words, behind which "của" ông Hải may stand
    passives: frozenset[str]  # right before a verb of speech whose subject does not speak: "was" told
    relatives: frozenset[str]  # open a clause that tells of the person before it: "who"
    articles: frozenset[str]  # may stand before a title: "the"
    adverbs: frozenset[str]  # beside the stop words, may stand between the speaker and the verb: "later"


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceWords:
    """Words by which sentences are cut and read; all lower case."""

    letters: str  # letters that only this language has among the packs; "" if none
    rare_letters: str  # those of them that hardly any other language of the world has: é is French, ý Czech; "" if none
    abbreviations: frozenset[str]  # tokens before a full stop that end no sentence, without the stop
    closing: frozenset[str]  # those of them that end one where an opening word follows: "u.s", "inc"
    states: frozenset[str]  # likewise, where a comma stands before: "Peoria, Ill."
    opening: frozenset[str]  # words that open a sentence and no name: "the", "tuy"
    stop_words: frozenset[str]  # carry no content of a claim
    negations: frozenset[str]
    titles: frozenset[str]  # words before a person's name: "ông", "ngoại trưởng"
    personal_titles: frozenset[str]  # those of them that stand before anybody's name and before no institution: "ông", "mr"
    pronouns: frozenset[str]  # stand for the last named person
    speech_verbs: frozenset[str]
    attributions: frozenset[str]  # words before a source: "theo", "according to"
    institutions: frozenset[str]  # first syllables of institutions, which stand behind a title as a person's name does: "Công" of "Công ty"
    name_aliases: dict[str, str]  # surface -> canonical key: "mỹ" -> "us"
    whole_names_capitalised: bool  # False where only the first syllable of an institution is: "Hội đồng Bảo an"
    name_starters: frozenset[str]  # words that are capitalised only because a sentence starts with them
    stem_letters: int  # first letters by which inflected words are matched; 0 where words keep their form
    synonyms: dict[str, str]  # surface -> representative, for matching only: "hỏa tiễn" -> "tên lửa"
    names: NameWords  # of countries, persons and things
    speech: SpeechWords


Words = frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotWords:
    """Words that tell whether two figures, times or days fill one slot; all lower case. Phrases are tuples, single words sets."""

    generic_heads: Words  # nouns that many different things are counted by: only the predicate tells who died from who was held
    person_heads: Words  # nouns that stand for one another when people are counted
    contrasts: tuple[tuple[Words, Words], ...]  # sides of a distinction: badly against lightly injured
    partial_before: tuple[str, ...]  # before a number that is a part, a remainder or a rate
    partial_behind: tuple[str, ...]
    whole_before: tuple[str, ...]  # before the number of which a part follows: "of the 26 injured, four"
    occasions: Words  # a predicate ends before what happened before it or around it: "14 hurt after the attack"
    part_of: Words  # between a part and its whole: "three of four"
    plans: tuple[str, ...]  # tell of what is yet to be, which what was done does not contradict
    totals: tuple[str, ...]  # before a number that sums others up
    zones: tuple[str, ...]  # beside a time of another clock
    still_open: tuple[str, ...]  # how things stand at a time, which another time does not contradict
    limits: Words  # before a day that is a limit, not the day of the event
    areas: tuple[Words, ...]  # words for areas, by size: a count of the village is none of the district
    wholes: Words  # before an area that is told of as a whole
    births: Words  # before a year of birth
    no_denial: Words  # behind a negation that denies nothing: "not only"
    press: Words  # stand before the newsroom that was spoken to, which differs from reprint to reprint
    reporting: Words  # verbs of reporting beyond the speech verbs
    day_of_verb: bool  # whether a day right behind a verb is the verb's ("said on Friday that …"), not that of what is said
    this_day: Words  # last word of "today": a reprint of the next day still says it
    order: tuple[str, ...]  # sets an event before or after another one
    suffixes: tuple[str, ...]  # endings folded away before words are matched: "injuring" and "injured"
    night: Words
    dawn: Words


@dataclass(frozen=True, slots=True)
class Alternatives:
    """Words and phrases of which a sentence has one: where one side stands in the place of another, the sentence says something else."""

    slot: str  # trend | outcome | answer | state | direction | order | person | vehicle
    sides: tuple[Words, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AlteredWords:
    """Words by which two sentences that are nearly one are told apart; all lower case, phrases with single blanks."""

    alternatives: tuple[Alternatives, ...]
    ordinals: dict[str, int]
    ordinal_before: Words  # right before an ordinal, where its word is also another one: "thứ" ba
    nobody: Words  # count as none: "nobody", "không ai"
    one: Words  # count as one where a count stands in the other sentence: "a passenger" beside "two passengers"
    auxiliaries: Words  # come and go with a denial: "did not attend" beside "attended"
    articles: Words  # stand where the other sentence denies: "a plan" beside "no plan"
    number_forms: dict[str, str]  # what follows the number of the subject: "were" -> "was"
    inflections: tuple[str, ...]  # endings that words take after number and tense; none where words keep their form
    both: tuple[str, str, str]  # around a pair of which both are meant, with the word behind it if there is one: "cả" A "và" B "đều"
    kin_of: Words  # a person is told by another one: "con của ông" Khoan, "son of" John Cole
    denials: Words  # verbs that deny what is told behind them
    granted: Words  # what may be granted, behind whose denial nothing is told: "denied bail", "bác bỏ yêu cầu"
    allegations: Words  # what they tell is not said to be so
    once: Words  # verbs of what is done to a thing once
    last_time: Words  # beside any verb, make it of one time: "last" inspected
    casualties: Words  # count the dead and the injured together
    stock: tuple[str, ...]  # what is said alike of anybody; only the subject tells
    stock_subjects: Words  # nouns of such a subject that many have


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseWords:
    """Where a sentence falls into clauses; all lower case."""

    marks: str  # characters that end a clause, unless digits stand on both sides
    connectives: frozenset[str]  # words and phrases that begin one
    least_words: int  # a shorter piece belongs to its neighbour


@dataclass(frozen=True, slots=True, kw_only=True)
class FactWords:
    """Words by which a figure or an hour is known to fill a slot of the story; all lower case, phrases with single blanks."""

    predicates: dict[str, tuple[str, ...]]  # slot -> what happened to those who are counted: "dead" -> "thiệt mạng"
    groups: dict[str, Words]  # kind of what is counted -> first or last words of its nouns: "person" -> "hành" (khách), "people"
    # A group that has the name of a slot is counted by that slot alone.
    labels: dict[str, str]  # slot -> its neutral name, with {about} where the group or the thing goes
    group_labels: dict[str, str]  # group -> its name
    classifiers: Words  # stand between a number and its noun: "ngôi" nhà
    kinds_apart: Words  # behind a noun, make it another thing: nhà "bếp"
    joint: dict[str, tuple[str, str]]  # slot of a figure that counts two others together: "casualties" -> "dead", "injured"
    averted: tuple[str, ...]  # beside a predicate, say that it did not happen to those who are counted
    of_which: tuple[str, ...]  # before the part of a whole that a predicate is told of: 194 houses, "of which" 24 collapsed
    here: tuple[str, ...]  # tell of a part of the place
    numbers_of: tuple[str, ...]  # right before a predicate, with the figure behind it: "số" người chết là 18
    risen: tuple[str, ...]  # before a figure that took the place of an earlier one: "tăng lên" 18
    clause_words: Words  # part two clauses without a mark
    occasions: Words  # a predicate ends before them: 17 killed "after" …
    other_times: tuple[str, ...]  # tell of another time than that of the story
    forecasts: tuple[str, ...]  # of a sentence that tells what is to come, each of a day of its own: "dự báo"
    other_places: tuple[str, ...]  # tell of another place than that of the story
    until: Words  # before an hour up to which something lasts
    since: Words  # before one from which it does
    parts: dict[str, tuple[str, ...]]  # slot of a size -> what it counts: "pages" -> "page", "pages"
    things: dict[str, dict[str, tuple[str, ...]]]  # slot of a size -> things that have it, and words for each
    things_behind: bool  # whether a thing stands behind its size: "48-page indictment"
    vague_spans: dict[str, tuple[float, float]]  # a span of time without a figure -> the fewest and the most days
    acts: dict[str, tuple[str, ...]]  # what a day or an hour is the time of -> words for it: "apology" -> "apologised"
    common_acts: Words  # acts of which one story tells many: what "happened"
    often: Words  # acts that many people of a story undergo, on days of their own
    once: Words  # acts that a thing sees once, so that a year alone dates them: "built"
    dimensions: dict[str, tuple[str, ...]]  # slot of a measure -> words beside it: "length" -> "dài"
    sums: dict[str, tuple[str, ...]]  # slot of a sum of money -> words before it: "cost" -> "kinh phí"
    shares: dict[str, tuple[str, ...]]  # slot of a share in percent -> words before it: "turnout" -> "cử tri đi bầu"
    aged: tuple[str, ...]  # beside a range of ages
    before_age: Words  # may stand between a person and the age: ", năm nay" 48 tuổi, ", who is" 48
    victims: Words  # say that a range of ages is that of the dead
    meant_for: tuple[str, ...]  # before a range of ages, say that a place is meant for them: a school "for" girls aged 3 to 13
    none_hurt_badly: tuple[str, ...]  # behind such a phrase, say that some are hurt nevertheless: nobody was hurt "seriously"
    none_hurt: dict[str, tuple[str, ...]]  # slot -> phrases that say that nobody fills it: "injured" -> "no casualties"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActWords:
    """Words by which two sentences are known to tell of one act, and who does it, to whom and whether yet; all lower case."""

    joins: Words  # between two who do something together: "và", "and"
    all_of: Words  # before or behind them, where both are meant: "cả", "đều", "both"
    accusations: Words  # nouns of what is denied, which say nothing of its content: "cáo buộc", "claims"
    transfers: tuple[str, ...]  # verbs of giving, with what is given behind them: "cung cấp", "supplying"
    receivers: tuple[str, ...]  # right before who gets it: "cho", "to"
    agents: dict[str, tuple[str, ...]]  # slot -> verbs of what one alone does to a thing: "driver" -> "điều khiển", "driven"
    by: tuple[str, ...]  # right before the doer of such a verb: "do", "by"
    verb_behind_doer: bool  # whether the verb stands behind its doer ("do ông Hải điều khiển") or before ("driven by Mr Cole")
    single: tuple[tuple[str, ...], ...]  # acts that are done to one thing once, each by the phrases that tell it
    past: Words  # those of the phrases that say by themselves that the act is done: "filed"
    planned: tuple[str, ...]  # before an act that is yet to be: "sẽ", "will"
    proposed: tuple[str, ...]  # before an act that somebody asks for: "đề xuất", "proposed"
    done: tuple[str, ...]  # before an act that is done: "đã"
    preventions: tuple[str, ...]  # keep something from being: "ngăn cản", "prevent"
    abandonments: tuple[str, ...]  # end what one has: "từ bỏ", "give up"
    undoings: tuple[str, ...]  # patterns of one word for ending a thing, which stands in the group "thing": "phi hạt nhân hóa"


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguagePack:
    """Everything the engine knows of one language."""

    code: str
    name: str
    sentences: SentenceWords
    scrape: ScrapeWords
    numbers: NumberWords
    dates: DateWords
    slots: SlotWords
    altered: AlteredWords
    clauses: ClauseWords
    facts: FactWords
    acts: ActWords
    written_in_syllables: bool = False  # whether a space parts syllables, not words
