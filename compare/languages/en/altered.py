"""English words that turn a sentence into another one where they take each other's place, and who stands behind a statement."""

from compare.languages.language_pack import AlteredWords, Alternatives


def _sides(slot: str, *sides: str) -> Alternatives:
    """Sides as lines of single words; an underscore stands for a blank."""
    return Alternatives(slot, tuple(frozenset(word.replace("_", " ") for word in side.split()) for side in sides))


ALTERED = AlteredWords(
    alternatives=(
        _sides(
            "trend",
            "rose rise rises rising risen climbed climbs gained gains increased increases increase increasing grew grown surged jumped soared up higher",
            "fell fall falls falling fallen dropped drops lost loses decreased decreases decrease decreasing shrank shrunk plunged slid sank declined "
            "down lower",
        ),
        _sides("trend", "strengthened strengthens", "weakened weakens"),
        _sides("trend", "widened widens", "narrowed narrows"),
        _sides("trend", "profit profits", "loss losses"),
        _sides("trend", "surplus", "deficit"),
        _sides("outcome", "won wins beat beats defeated", "lost loses lost_to loses_to"),
        _sides("outcome", "approved approves accepted accepts adopted passed", "rejected rejects refused refuses vetoed"),
        _sides("outcome", "guilty convicted", "not_guilty innocent acquitted"),
        _sides("outcome", "survived survives", "died killed dead"),
        _sides("outcome", "alive", "dead"),
        _sides("outcome", "succeeded succeeds", "failed fails"),
        _sides("outcome", "upheld upholds", "overturned overturns"),
        _sides("answer", "admitted admits confirmed confirms acknowledged", "denied denies"),
        _sides("answer", "supported supports backed backs", "opposed opposes"),
        _sides("answer", "for", "against"),
        _sides("state", "opened opens reopened open", "closed closes shut"),
        _sides("state", "allowed allows permitted legal", "banned bans forbidden prohibited illegal"),
        _sides("state", "arrested detained", "released freed"),
        _sides("state", "hired", "fired sacked"),
        _sides("state", "bought buys", "sold sells"),
        _sides("state", "imports imported import", "exports exported export"),
        _sides("state", "arrived arrives", "departed departs left"),
        _sides("state", "with", "without"),
        _sides("direction", "north northern northbound", "south southern southbound", "east eastern eastbound", "west western westbound"),
        _sides("direction", "left", "right"),
        _sides("direction", "upstream", "downstream"),
        _sides("direction", "inside", "outside"),
        _sides("direction", "above", "below"),
        _sides("order", "before", "after"),
        _sides("order", "earlier", "later"),
        _sides("person", "man boy men boys", "woman girl women girls"),
        _sides("person", "son sons", "daughter daughters"),
        _sides("person", "father", "mother"),
        _sides("person", "husband", "wife"),
        _sides("person", "brother brothers", "sister sisters"),
        _sides("person", "driver drivers", "passenger passengers"),
        _sides("person", "teacher teachers", "pupil pupils student students"),
        _sides("vehicle", "truck trucks lorry", "bus buses coach", "train trains", "motorbike motorbikes motorcycle motorcycles", "ferry ferries"),
    ),
    ordinals={word: number for number, word in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), start=1)},
    ordinal_before=frozenset(),
    nobody=frozenset(["nobody", "no one", "none", "no", "zero", "no people", "not a single", "not one"]),
    one=frozenset(["one", "a", "an", "a single"]),
    auxiliaries=frozenset("did does do had has have was were is are been be being will would can could".split()),
    articles=frozenset(["a", "an", "the", "any"]),
    number_forms={"were": "was", "are": "is", "have": "has", "people": "person", "children": "child", "men": "man", "women": "woman", "their": "its"},
    inflections=("ed", "es", "s", "e"),
    both=("both", "and", ""),
    kin_of=frozenset("son daughter wife husband father mother brother sister child nephew niece cousin uncle aunt".split()),
    denials=frozenset(
        [
            *("denied", "denies", "deny", "denying"),
            *(f"{verb} {what}" for verb in ("rejected", "rejects", "dismissed", "dismisses") for what in ("claims", "allegations", "accusations", "reports")),
        ]
    ),
    granted=frozenset(
        """bail entry access permission visa visas request requests appeal appeals application applications motion motions petition demand
        demands offer offers proposal proposals plan plans bid bids""".split()
    ),
    allegations=frozenset(
        "accused accuses accusing accusation accusations alleged allegedly allegation allegations claim claims claimed suspected whether if refuted refutes rebutted speculation speculated rumour rumours rumor rumors false hoax fake untrue".split()
    ),
    once=frozenset("built founded established opened inaugurated completed launched commissioned enacted adopted inspected renovated".split()),
    last_time=frozenset(["last", "first"]),
    casualties=frozenset(["casualties"]),
    stock=(
        "declined to comment",
        "refused to comment",
        "declined further comment",
        "declined comment",
        "did not immediately respond to a request for comment",
        "did not immediately respond to requests for comment",
        "did not respond to a request for comment",
        "did not respond to requests for comment",
        "could not immediately be reached for comment",
        "could not be reached for comment",
        "was not available for comment",
        "had no immediate comment",
        "had no comment",
    ),
    stock_subjects=frozenset(
        "spokesman spokeswoman spokesperson spokesmen spokespeople representative representatives official officials lawyer lawyers attorney attorneys".split()
    ),
)
