"""English words by which sentences are cut and read."""

from compare.languages.en.names import ALIASES, NAMES
from compare.languages.en.synonyms import SYNONYMS
from compare.languages.language_pack import SentenceWords, SpeechWords

SENTENCES = SentenceWords(
    letters="",
    rare_letters="",
    abbreviations=frozenset(
        """mr mrs ms dr prof gen lt col sgt capt cmdr rep reps sen sens gov gov st jr sr inc corp co ltd vs no nos dept est fig approx
        jan feb mar apr jun jul aug sep sept oct nov dec u.s u.k u.n e.u d.c a.m p.m i.e e.g etc ph.d messrs rev hon adm maj brig atty""".split()
    ),
    closing=frozenset(
        """u.s u.k u.n e.u d.c a.m p.m inc corp co ltd jr sr ph.d no st dept est jan feb mar apr jun jul aug sep sept oct nov dec etc""".split()
    ),
    states=frozenset(
        """ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa tenn tex vt va wash wis
        wyo ont que alta""".split()
    ),
    opening=frozenset(
        """the a an in on at for of to by from with after before during when while as if but and or so yet it he she they we i you this that
        these those there here his her their our its my some many most all both each every another other several no not meanwhile however
        although though because since until despite according also then now what who which where why how officials police authorities
        about more""".split()
    ),
    stop_words=frozenset(
        """the a an of to in on for and that is was it as by at with from he she his her has have had be said not are were this they their
        its which who but or been will would could should than then there when what into about over after before also more one all out up
        we our you your i my me him them us do did does if so no can may might while because during between other some such new say
        says""".split()
    ),
    negations=frozenset(["not", "no", "never", "nobody", "nothing", "denied", "denies", "refused", "without", "n't", "neither", "nor"]),
    titles=frozenset(
        [
            *"""mr mrs ms dr prof sir lord lady president vice-president minister secretary senator sen rep representative governor gov mayor
        general gen colonel col captain capt sergeant chancellor king queen prince princess pope judge justice attorney chief director
        chairman chairwoman ceo spokesman spokeswoman spokesperson ambassador commissioner sheriff officer inspector miss premier speaker
        secretary-general commander cmdr admiral adm lieutenant lt maj major sgt deputy congressman congresswoman councilman councilwoman
        superintendent detective trooper rabbi imam reverend rev bishop cardinal archbishop skipper coach driver lawyer rescuer doctor
        professor pilot""".split(),
            *("prime minister", "deputy prime minister", "vice president", "secretary of state", "secretary of defense", "secretary general"),
            *("foreign minister", "defense minister", "defence minister", "finance minister", "interior minister", "health minister"),
            *("justice minister", "foreign secretary", "home secretary", "defense secretary", "defence secretary", "press secretary"),
            *("treasury secretary", "attorney general", "district attorney", "chief executive", "chief executive officer", "chief of staff"),
            *("police chief", "fire chief", "crown prince", "supreme leader", "vice chairman", "managing director", "house speaker"),
            *("chief justice", "first lady", "assistant secretary", "senior adviser", "deputy secretary", "former president"),
        ]
    ),
    personal_titles=frozenset(["mr", "mrs", "ms", "miss"]),
    pronouns=frozenset(["he", "she"]),
    speech_verbs=frozenset(
        """said says say told tells added adds warned warns stated announced insisted argued claimed explained confirmed noted denied
        replied wrote writes tweeted acknowledged stressed urged declared testified recalled reported""".split()
    ),
    attributions=frozenset(["according to", "as reported by"]),
    institutions=frozenset(),
    name_aliases=ALIASES,
    whole_names_capitalised=True,
    name_starters=frozenset(
        """the a an in on at for of to by from with after before during when while as if but and or so yet it he she they we i you this
        that these those there here his her their our its my your some many most all both each every another other several one two three
        no not meanwhile however although though because since until despite according also then now today yesterday last next earlier
        monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november
        december later what who which where why how more about officials police authorities people""".split()
    ),
    stem_letters=4,
    synonyms=SYNONYMS,
    names=NAMES,
    speech=SpeechWords(
        not_subjects=frozenset(
            """of for with about against by to from on in at near beside like behind after before met meet meets meeting than between
            accused accuses charged arrested called calls joined""".split()
        ),
        words_of=frozenset(),
        passives=frozenset("was were been be is are being".split()),
        relatives=frozenset(["who", "whose", "which", "where", "when"]),
        articles=frozenset(["the", "a", "an", "his", "her", "its", "their", "former", "senior", "local"]),
        adverbs=frozenset("later earlier again still repeatedly publicly previously separately today monday tuesday wednesday thursday friday".split()),
    ),
)
