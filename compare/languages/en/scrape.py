"""Lines of saved English pages that are no body text, and how English outlets credit their sources."""

from compare.languages.language_pack import BoilerplateRule, ScrapeWords

_NAMES = r"[\p{Lu}][\p{L}'’.-]+(?: (?!(?:for|of) )(?:and |, )?[\p{Lu}][\p{L}'’.-]*){1,7}"

_PIECE = "article|story|report|content|piece|column|page|post"

SCRAPE = ScrapeWords(
    boilerplate=(
        BoilerplateRule(name="player-clock", pattern=r"\d{1,2}:\d{2}(?:\s*/\s*\d{1,2}:\d{2})?"),
        BoilerplateRule(name="counter", pattern=r"\d{1,7}(?:[.,]\d{3})*(?:\s+(?:views?|shares?|likes?))?"),
        BoilerplateRule(name="read-more", pattern=r"(?:read|see|show|watch|view) (?:more|also|next|now|full .{0,20})\b.{0,120}|continue reading.{0,60}|story continues below.{0,30}"),
        BoilerplateRule(name="comments", pattern=r"(?:\d+|no|leave a|post a|view)\s+comments?:?(?:\s*\(\d+\))?|comments?(?:\s*\(?\d+\)?)?:?"),
        BoilerplateRule(name="share", pattern=r"(?:share|tweet|email|print|save|copy link|pin it|like)(?: (?:this|on|via|article|story)\b.{0,40})?\s*\d*"),
        BoilerplateRule(name="media-label", pattern=r"(?:video|photo|photos|image|gallery|audio|listen(?: to this article)?|autoplay)\s*:?"),
        BoilerplateRule(name="sign-up", pattern=r"(?:sign up|subscribe|log in|register|get our newsletter)\b.{0,120}"),
        BoilerplateRule(name="advertisement", pattern=r"advertis?e?ment|sponsored(?: content)?|promoted"),
        BoilerplateRule(name="rights", pattern=r"(?:copyright\s+(?:©|\(c\)|\d{4})|©).{0,160}|all rights reserved.{0,60}"),
        BoilerplateRule(name="tags", pattern=r"(?:tags?|topics?|filed under|keywords)\s*:.{0,200}"),
        BoilerplateRule(name="source-link", pattern=r"https?://\S+"),
        BoilerplateRule(name="update-line", pattern=r"(?:last )?(?:updated|published|posted)\b[^.]{0,20}\d.{0,40}", kind="dateline"),
        BoilerplateRule(name="site-line", pattern=r"(?:home|world|news|politics|business|sports?|opinion)(?:\s*[>|/»]\s*[\p{L} ]{2,30}){1,4}"),
    ),
    related_headings=(r"read (?:more|also|next):?", r"related(?: (?:articles|stories|news|content|topics))?:?", r"more (?:from|on|stories)\b.{0,40}", r"you may also like:?", r"recommended(?: for you)?:?", r"editors?['’]?s? picks?:?", r"most read:?"),
    captions=(
        r".{0,400}(?:[\(\[.–—|]|\s-)\s*(?:photo|image|picture|file photo|photograph)(?:\s*[:/]| by\b| courtesy of\b)\s*.{1,60}",
        r"(?:photo|image|picture|file photo)(?: by| credit| courtesy of)?\s*:\s*.{1,80}",
        r".{3,400}\((?:[^()]{0,40}/)?(?:ap|reuters|afp|getty images|epa)(?:/[^()]{0,40}| photo| images)?\)\.?",
        r".{3,400}(?:/getty images|via getty images|via ap)\)?\.?",
    ),
    credits=(
        rf"by (?P<byline>{_NAMES})(?:,? (?:for|of) (?P<outlet>(?:the )?[\p{{Lu}}][\p{{L}}&. ]{{2,40}})|,? (?P<place>(?:the )?[\p{{Lu}}][\p{{L}}&. ]{{2,40}}))?",
        r"(?:source|via|originally published (?:by|in|on)|first published (?:by|in|on)|this article (?:first )?appeared (?:in|on))\s*:?\s+(?P<outlet>(?:the )?[\p{Lu}][^\n.]{1,50}(?:\.(?:com|net|org|info|co\.uk))?)\.?",
        r"(?:translated by|translation\s*:)\s*(?P<translator>[\p{Lu}][\p{L}. ]{1,40})",
        rf"(?:reporting|additional reporting|writing) by (?P<byline>{_NAMES}).{{0,120}}",
    ),
    outlet_words=frozenset(
        """times news post press tribune journal herald courier daily gazette chronicle guardian mail telegraph globe observer standard
        sun star mirror record examiner review magazine broadcasting network media wire bulletin dispatch ledger sentinel inquirer voa bbc cnn npr""".split()
    ),
    outlet_words_close=True,
    walls=(
        rf"\b(?:this|the) (?:{_PIECE}) is (?:(?:only|exclusively|reserved|available|just) )*(?:for|to) (?:(?:our|paying|paid|registered|premium) )*(?:subscribers|members|registered (?:users|readers))\b",
        rf"\A(?:for |available to )?(?:our )?(?:subscribers?|members?|premium)(?: |-)only(?: (?:content|{_PIECE}))?\W*\Z",
        r"\b(?:subscribe|register|sign ?up|sign ?in|log ?in|join|create an? (?:free )?account|become an? (?:member|subscriber))\b[^.?!]{0,40}? to (?:continue|keep|go on) reading\b",
        rf"\b(?:subscribe|register|sign ?up|sign ?in|log ?in|create an? (?:free )?account|become an? (?:member|subscriber))\b[^.?!]{{0,40}}? to (?:read|unlock|view|access) (?:(?:the|this) (?:full |whole |rest of (?:the|this) )?(?:{_PIECE})|more\b)",
        r"\bto (?:continue|keep|go on) reading\b[^.?!]{0,60}\b(?:subscribe|register|sign ?in|log ?in|become an? (?:member|subscriber))\b",
        r"\byou(?:['’]ve| have) (?:reached|read|used|hit)\b[^.?!]{0,40}\b(?:free (?:articles?|stories|views)|article limit)\b",
        rf"\bthe (?:rest|remainder) of this (?:{_PIECE}) is (?:behind|only|available|for|reserved)\b",
        rf"\bunlock (?:this|the full|the rest of (?:the|this)) (?:{_PIECE})\b",
    ),
    reads_on=(
        rf"(?:read|see|find) (?:more|on|it all) (?:at|via) .{{1,100}}|(?:read|see|find) the (?:full|whole|complete|entire|rest of (?:the|this)) (?:{_PIECE}|text|version)(?: (?:at|on|in|here|via)\b.{{0,100}})?",
        r"(?:continue|keep) reading\b.{0,100}|(?:click|tap)(?: here)? to (?:read|see) (?:more|on|the (?:full|rest|whole)\b).{0,60}",
        r"[\[(](?:read )?more(?:…|\.{3})?[\])]|(?:read )?more(?:…|\.{3}| ?[»›→]|>>)",
    ),
    posts=frozenset(
        """editor editors writer writers reporter reporters correspondent correspondents columnist contributor contributors chief staff bureau
        producer analyst photographer journalist report desk team""".split()
    ),
)
