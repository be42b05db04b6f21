"""English words by which two sentences are known to tell of one act, and who does it, to whom and whether yet."""

from compare.languages.language_pack import ActWords

ACTS = ActWords(
    joins=frozenset(["and", "along with", "as well as"]),
    all_of=frozenset(["both", "have", "has", "had", "also"]),
    accusations=frozenset("claim claims charge charges allegation allegations accusation accusations report reports statement the that any all".split()),
    transfers=("supplying", "supplied", "supplies", "supply", "providing", "provided", "provides", "sold", "selling", "shipped", "shipping", "delivered", "gave"),
    receivers=("to",),
    agents={
        "driver": ("driven", "steered", "piloted"),
        "builder": ("built", "constructed"),
        "designer": ("designed",),
        "director": ("directed",),
        "author": ("written", "composed"),
        "doer": ("carried out", "committed", "conducted"),
    },
    by=("by",),
    verb_behind_doer=False,
    single=(
        ("file a petition", "filed a petition", "file a complaint", "filed a complaint", "file a lawsuit", "filed a lawsuit", "file suit", "filed suit"),
        ("set up", "establish", "established"),
        ("open", "opened", "inaugurate", "inaugurated"),
        ("sign", "signed"),
        ("resign", "resigned"),
        ("dismiss", "dismissed", "sack", "sacked"),
        ("appoint", "appointed"),
        ("approve", "approved", "adopt", "adopted"),
        ("sue", "sued"),
        ("appeal against", "appealed against"),
        ("acquire", "acquired"),
        ("withdraw from", "withdrew from"),
    ),
    past=frozenset(
        [
            *("established", "opened", "inaugurated", "signed", "resigned", "dismissed", "sacked"),
            *("appointed", "approved", "adopted", "sued", "appealed against", "acquired", "withdrew from"),
            *("filed a petition", "filed a complaint", "filed a lawsuit", "filed suit"),
        ]
    ),
    planned=("will", "plans to", "plan to", "is to", "are to", "is expected to", "are expected to", "intends to", "intend to", "is set to", "are set to"),
    proposed=("proposed to", "proposed that", "proposes to", "asked to", "suggested"),
    done=("has", "have", "had", "already"),
    preventions=("prevent", "preventing", "stop", "stopping", "keep", "keeping", "dissuade", "dissuading"),
    abandonments=("give up", "giving up", "abandon", "abandoning", "renounce", "renouncing", "end", "ending"),
    undoings=(r"de-?(?P<thing>nuclear)i[sz]\w+", r"de-?(?P<thing>militar)i[sz]\w+"),
)
