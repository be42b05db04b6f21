"""Who says what a sentence reports."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.languages.registry import PACKS
from compare.model import Span
from compare.reading.find_names import find_names
from compare.reading.names_article import resolve_names
from compare.reading.names_known import compile_names
from compare.reading.names_person import NamedSentence
from compare.reading.quotation import HIDDEN, hide_quotations
from compare.reading.speaker import Person, SpeakerState, SpokenSentence, next_state, speakers

_NAMES = {code: compile_names(pack.sentences) for code, pack in PACKS.items()}
_HAI = SpeakerState(recent=(Person(Span(0, 1), "tran quoc hai", "man"),))
_COLE = SpeakerState(recent=(Person(Span(0, 1), "ruth cole", "woman"),))


def _person(text: str, surface: str, key: str) -> Person:
    start = text.index(surface)
    return Person(Span(start, start + len(surface)), key)


def _heard(code: str, *sentences: str, paragraphs: tuple[int, ...] = ()) -> list[str | None]:
    """Speaker of each sentence, persons found as in an article; each sentence is a paragraph unless told otherwise."""
    resolved = resolve_names([NamedSentence(text, find_names(text, _NAMES[code])) for text in sentences], _NAMES[code])
    heard = [
        SpokenSentence(text, tuple(Person(n.span, n.key, resolved.persons[n.key]) for n in names if n.key in resolved.persons), paragraph)
        for text, names, paragraph in zip(sentences, resolved.names, paragraphs or range(len(sentences)), strict=True)
    ]
    return speakers(heard, PACKS[code].sentences)


@pytest.mark.parametrize("verb", sorted(PACKS["vi"].sentences.speech_verbs))
def test_every_vietnamese_verb_of_speech_names_its_speaker(verb: str) -> None:
    text = f"Ông Trần Quốc Hải {verb} cây cầu đã sập."
    assert (
        next_state(text, [_person(text, "Trần Quốc Hải", "tran quoc hai")], SpeakerState(), PACKS["vi"].sentences).speaker
        == "tran quoc hai"
    )


@pytest.mark.parametrize("verb", sorted(PACKS["en"].sentences.speech_verbs))
def test_every_english_verb_of_speech_names_its_speaker(verb: str) -> None:
    text = f"Mayor Ruth Cole {verb} that the bridge was gone."
    assert next_state(text, [_person(text, "Ruth Cole", "ruth cole")], SpeakerState(), PACKS["en"].sentences).speaker == "ruth cole"


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [("en", '"The bridge is gone," Ruth Cole said.', "ruth cole"), ("vi", "“Cây cầu đã sập”, Trần Quốc Hải nói.", "tran quoc hai")],
)
def test_a_verb_of_speech_that_closes_the_sentence_has_its_speaker(code: str, text: str, speaker: str) -> None:
    assert _heard(code, text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("vi", "Ông Trần Quốc Hải đến cầu từ sáng sớm.", None),
        ("en", "Mayor Ruth Cole came to the bridge at dawn.", None),
        ("vi", "Người dân nói cây cầu đã sập.", None),
        ("en", "Villagers said the bridge was gone.", None),
    ],
)
def test_a_sentence_without_both_a_person_and_a_verb_of_speech_has_no_speaker(code: str, text: str, speaker: str | None) -> None:
    assert _heard(code, text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("vi", "Cây cầu đã sập, theo lời kể lại của ông Trần Quốc Hải.", "tran quoc hai"),
        ("en", "The bridge is gone, said Mayor Ruth Cole.", "ruth cole"),
    ],
)
def test_a_speaker_may_follow_the_verb(code: str, text: str, speaker: str) -> None:
    assert _heard(code, text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("vi", "Đại tá Trần Quốc Hải nói ông Lê Văn Thọ đã về nhà.", "tran quoc hai"),
        ("en", "Captain Ruth Cole told police that Mayor Helen Marsh was late.", "ruth cole"),
    ],
)
def test_of_a_person_before_and_one_after_the_verb_the_first_speaks(code: str, text: str, speaker: str) -> None:
    assert _heard(code, text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("vi", "Khi ông Lê Văn Thọ về nhà, đại tá Trần Quốc Hải nói cầu đã sập.", "tran quoc hai"),
        ("en", "After Mayor Helen Marsh left, Captain Ruth Cole said the bridge was gone.", "ruth cole"),
    ],
)
def test_of_two_persons_before_the_verb_the_nearer_speaks(code: str, text: str, speaker: str) -> None:
    assert _heard(code, text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text", "before", "speaker"),
    [
        ("vi", "Ông cho biết cây cầu đã sập.", _HAI, "tran quoc hai"),
        ("en", "She said the bridge was gone.", _COLE, "ruth cole"),
    ],
)
def test_a_pronoun_stands_for_the_person_named_last(code: str, text: str, before: SpeakerState, speaker: str) -> None:
    assert next_state(text, [], before, PACKS[code].sentences).speaker == speaker


@pytest.mark.parametrize(
    ("code", "text", "before"), [("vi", "Sở Công Thương cho biết cầu đã sập.", _HAI), ("en", "The council said so.", _COLE)]
)
def test_without_a_pronoun_the_person_named_last_does_not_speak(code: str, text: str, before: SpeakerState) -> None:
    assert next_state(text, [], before, PACKS[code].sentences).speaker is None


@pytest.mark.parametrize(
    ("code", "first", "quote", "speaker"),
    [
        ("vi", "Ông Trần Quốc Hải nói cầu đã sập.", "“Không có ai trên cầu lúc đó.”", "tran quoc hai"),
        ("en", "Mayor Ruth Cole said the bridge was gone.", "“There was nobody on it at the time.”", "ruth cole"),
        ("en", "Mayor Ruth Cole said the bridge was gone.", '"There was nobody on it at the time."', "ruth cole"),
    ],
)
def test_a_paragraph_that_is_only_a_quotation_keeps_its_speaker(code: str, first: str, quote: str, speaker: str) -> None:
    assert _heard(code, first, quote) == [speaker, speaker]


@pytest.mark.parametrize(
    ("code", "first", "second"),
    [
        ("vi", "Ông Trần Quốc Hải nói cầu đã sập.", "Cây cầu dài 40 m."),
        ("en", "Mayor Ruth Cole said the bridge was gone.", "The bridge was 40 metres long."),
    ],
)
def test_the_newsroom_speaks_again_after_a_report_of_speech(code: str, first: str, second: str) -> None:
    assert _heard(code, first, second)[1] is None


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("vi", "“Tôi nói cầu sẽ sập” là dòng chữ trên tấm biển của ông Trần Quốc Hải."),
        ("en", "“They said it would fall” stood on the board of Mayor Ruth Cole."),
    ],
)
def test_a_verb_inside_a_quotation_reports_nothing(code: str, text: str) -> None:
    assert _heard(code, text) == [None]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("vi", "Tổng thống Mỹ nói cây cầu sẽ được xây lại."),
        ("vi", "Ngoại trưởng Nga cho biết cuộc gặp bị hủy."),
        ("en", "The ambassador Russia sent said the meeting was off."),
        ("en", "The president of the United States said the meeting was off."),
    ],
)
def test_a_country_after_a_title_is_no_speaker(code: str, text: str) -> None:
    assert _heard(code, text) == [None]


def test_a_person_behind_a_title_and_a_country_speaks() -> None:
    assert _heard("vi", "Tổng thống Hàn Quốc Park Jin nói cuộc gặp bị hủy.") == ["park jin"]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("en", "The captain, Ruth Ansell, 51, told police that the engines failed.", "ruth ansell"),
        ("en", "The captain, Ruth Ansell, later said the engines failed.", "ruth ansell"),
        ("en", "Ruth Ansell, who had met Mayor Helen Marsh on Monday, said the engines failed.", "ruth ansell"),
        ("en", "Ruth Ansell, the sister of Mr. Paul Marsh, said the engines failed.", "ruth ansell"),
        ("en", "“The engines failed,” said the captain, Ruth Ansell, 51.", "ruth ansell"),
        ("en", "According to the captain, Ruth Ansell, 51, the engines failed.", "ruth ansell"),
        ("en", "The engines failed, according to Mr. Ansell.", "ansell"),
        ("vi", "Thuyền trưởng Lê Văn Thọ, 51 tuổi, nói máy tàu đã hỏng.", "le van tho"),
        ("vi", "Ông Thọ, người đã gặp bà Vọng hôm trước, cho hay máy tàu đã hỏng.", "tho"),
        ("vi", "“Máy tàu đã hỏng”, ông Thọ cho biết.", "tho"),
        ("vi", "Theo ông Thọ, máy tàu đã hỏng.", "tho"),
        ("vi", "Máy tàu đã hỏng, theo lời ông Thọ.", "tho"),
        ("vi", "Ông Thọ hôm qua cũng khẳng định máy tàu đã hỏng.", "tho"),
    ],
)
def test_a_speaker_is_found_past_age_office_and_asides(code: str, text: str, speaker: str) -> None:
    assert _heard(code, text) == [speaker]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "After Mayor Ruth Cole left, villagers said the bridge was gone."),
        ("en", "A lawyer for Mr. Cole said the bridge was gone."),
        ("en", "Mr. Cole’s lawyer said the bridge was gone."),
        ("en", "Mr. Cole was told that the bridge was gone."),
        ("en", "Villagers told Mayor Ruth Cole that the bridge was gone."),
        ("en", "According to police, Mr. Cole crossed the bridge."),
        ("en", "According to a neighbor of Mr. Cole, the bridge was gone."),
        ("en", "Mr. Cole was late: villagers said the bridge was gone."),
        ("en", "The mayor said “Mr. Cole told us so” to the council."),
        ("vi", "Khi ông Thọ về nhà, người dân nói cầu đã sập."),
        ("vi", "Luật sư của ông Thọ nói cầu đã sập."),
        ("vi", "Vợ ông Thọ nói cầu đã sập."),
        ("vi", "Ông Thọ bị tố cáo phá cầu."),
        ("vi", "Người dân nói với ông Thọ cầu đã sập."),
        ("vi", "Theo công an, ông Thọ đã qua cầu."),
        ("vi", "Theo luật sư của ông Thọ, cầu đã sập."),
        ("vi", "Theo một cán bộ cho biết, vào lúc ông Thọ qua cầu, người này nói nhảm."),
    ],
)
def test_whom_a_sentence_only_mentions_does_not_speak(code: str, text: str) -> None:
    assert _heard(code, text) == [None]


@pytest.mark.parametrize(
    ("code", "first", "second", "speaker"),
    [
        ("vi", "Ông Trần Quốc Hải gặp bà Karin Vogt.", "Ông nói cầu đã sập.", "tran quoc hai"),
        ("vi", "Bà Karin Vogt gặp ông Trần Quốc Hải.", "Bà nói cầu đã sập.", "karin vogt"),
        ("vi", "Bà Karin Vogt gặp ông Trần Quốc Hải.", "Theo bà, cầu đã sập.", "karin vogt"),
        ("en", "Mr. Paul Marsh met Ms. Ruth Cole.", "He said the bridge was gone.", "paul marsh"),
        ("en", "Ms. Ruth Cole met Mr. Paul Marsh.", "She said the bridge was gone.", "ruth cole"),
        ("en", "Ms. Ruth Cole met Mr. Paul Marsh.", "“The bridge is gone,” she said.", "ruth cole"),
    ],
)
def test_a_pronoun_stands_for_the_last_person_that_fits(code: str, first: str, second: str, speaker: str) -> None:
    assert _heard(code, first, second)[1] == speaker


@pytest.mark.parametrize(
    ("code", "sentences", "speaker"),
    [
        ("en", ("Mr. Paul Marsh accused Mr. Luke Harmon of fraud.", "“He lied to us,” he said."), "paul marsh"),
        ("en", ("Ms. Ruth Cole spoke to Ms. Ada Marsh.", "The bridge is gone, she added."), "ruth cole"),
        ("en", ("Mr. Luke Harmon, the lawyer of Mr. Paul Marsh, came late.", "“We lost,” he said."), "luke harmon"),
        ("en", ("Mr. Paul Marsh denied it.", "Mr. Paul Marsh then met Mr. Luke Harmon.", "He said they would build a dam."), "paul marsh"),
        ("en", ("The house of Mr. Luke Harmon burned, Mr. Paul Marsh said.", "“It was old,” he added."), "paul marsh"),
        ("vi", ("Ông Trần Quốc Hải gặp ông Lê Văn Thọ.", "“Cầu đã sập”, ông nói."), "tran quoc hai"),
        ("vi", ("Bà Nguyễn Thị Mai gặp bà Trần Thị Lan.", "Bà cho biết cầu đã sập."), "nguyen thi mai"),
        ("vi", ("Ông Lê Văn Thọ, luật sư của ông Trần Quốc Hải, đến sớm.", "“Chúng tôi thua”, ông nói."), "le van tho"),
        ("vi", ("Nhà của ông Lê Văn Thọ bị cháy, ông Trần Quốc Hải cho biết.", "Ông nói thêm ngôi nhà đã cũ."), "tran quoc hai"),
    ],
)
def test_a_pronoun_stands_for_who_led_the_sentence_before(code: str, sentences: tuple[str, ...], speaker: str) -> None:
    assert _heard(code, *sentences)[-1] == speaker


@pytest.mark.parametrize(
    ("code", "first", "second", "speaker"),
    [
        ("en", "Mr. Paul Marsh spoke on Monday.", "If Mr. Luke Harmon wins, taxes will rise, he said.", "paul marsh"),
        ("en", "Mr. Paul Marsh spoke on Monday.", "Mr. Luke Harmon “will raise taxes,” he said in Hoa Loc.", "paul marsh"),
        ("vi", "Ông Trần Quốc Hải đến sớm.", "Nếu ông Lê Văn Thọ thắng, cầu sẽ sập, ông nói.", "tran quoc hai"),
        ("vi", "Ông Trần Quốc Hải đến sớm.", "Ông Lê Văn Thọ “sẽ phá cầu”, ông nói ở Hòa Lộc.", "tran quoc hai"),
    ],
)
def test_whom_the_speech_is_about_does_not_close_it(code: str, first: str, second: str, speaker: str) -> None:
    assert _heard(code, first, second)[1] == speaker


@pytest.mark.parametrize(
    ("code", "sentences", "speaker"),
    [
        (
            "en",
            (
                "Mr. Paul Marsh said the dam held.",
                "Mr. Paul Marsh said the pumps ran.",
                "Engineers looked at the house of Mr. Luke Harmon.",
                "“Nobody was hurt,” he said.",
            ),
            "paul marsh",
        ),
        (
            "vi",
            (
                "Ông Trần Quốc Hải nói đập vẫn vững.",
                "Ông Trần Quốc Hải cho biết máy bơm vẫn chạy.",
                "Đội cứu hộ đến nhà của ông Lê Văn Thọ.",
                "“Không ai bị thương”, ông nói.",
            ),
            "tran quoc hai",
        ),
    ],
)
def test_a_pronoun_that_fits_nobody_before_it_well_is_the_usual_speaker(code: str, sentences: tuple[str, ...], speaker: str) -> None:
    assert _heard(code, *sentences)[-1] == speaker


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Captain Ruth Ansell of the Grey Heron said the engines failed."),
        ("en", "Captain Ruth Ansell, of the ferry Grey Heron, said the engines failed."),
    ],
)
def test_a_name_that_only_tells_of_the_speaker_is_passed(code: str, text: str) -> None:
    assert _heard(code, text) == ["ruth ansell"]


def test_a_pronoun_in_what_is_said_does_not_speak() -> None:
    text = "A clerk of the town, asked at noon, said on Monday that she was well."
    assert next_state(text, [], _COLE, PACKS["en"].sentences).speaker is None


@pytest.mark.parametrize("text", ["Bà con nói cầu đã sập.", "Ông Hòa Lộc Bắc và bà con đi qua cầu."])
def test_a_title_in_another_word_is_no_pronoun(text: str) -> None:
    assert next_state(text, [], _HAI, PACKS["vi"].sentences).speaker is None


def test_a_pronoun_within_a_sentence_is_the_person_named_before_it() -> None:
    assert _heard("en", "Mr. Paul Marsh came late, and when he left he said the bridge was gone.") == ["paul marsh"]


@pytest.mark.parametrize(
    ("code", "sentences"),
    [
        ("vi", ("Ông Hải nói: “Cầu đã sập.", "Chúng tôi chạy về nhà.", "Không ai bị thương.”")),
        ("vi", ("“Cầu đã sập.", "Chúng tôi chạy về nhà.", "Không ai bị thương”, ông Hải nói.")),
        ("en", ("Mr. Hai said: “The bridge fell.", "We ran back home.", "Nobody was hurt.”")),
        ("en", ("“The bridge fell.", "We ran back home.", "Nobody was hurt,” said Mr. Hai.")),
        ("en", ('"The bridge fell.', "We ran back home.", 'Nobody was hurt," Mr. Hai said.')),
    ],
)
def test_every_sentence_of_one_quotation_has_its_speaker(code: str, sentences: tuple[str, ...]) -> None:
    assert _heard(code, *sentences, paragraphs=(0, 0, 0)) == ["hai"] * 3


@pytest.mark.parametrize(
    ("code", "first", "second"),
    [
        ("vi", "Ông Hải nói: “Cầu đã sập.", "Cây cầu dài 40 m."),
        ("en", "Mr. Hai said: “The bridge fell.", "The bridge was 40 metres long."),
    ],
)
def test_a_quotation_that_nobody_closed_ends_with_its_paragraph(code: str, first: str, second: str) -> None:
    assert _heard(code, first, second) == ["hai", None]


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("“Ab cd” ef", "“██ ██” ef"),
        ('"Ab" ef "gh"', '"██" ef "██"'),
        ('“Ab" ef', '“██" ef'),
        ('"Ab” ef', '"██” ef'),
        ("”Ab” ef", "”██” ef"),
        ("Ab cd” ef", "██ ██” ef"),
        ("“Ab ‘cd’ ef” gh", "“██ ████ ██” gh"),
        ("“Ab", "“██"),
        ("ab cd", "ab cd"),
    ],
)
def test_marks_of_all_kinds_open_and_close_a_quotation(text: str, hidden: str) -> None:
    assert hide_quotations(text, is_open=False)[0] == hidden


@pytest.mark.parametrize(("text", "is_open"), [("“Ab cd", True), ("“Ab” cd", False), ("Ab cd” ef “gh", True), ("ab", False)])
def test_a_quotation_that_is_not_closed_stays_open(text: str, *, is_open: bool) -> None:
    assert hide_quotations(text, is_open=False)[1] == is_open


@given(text=st.text(alphabet='aB “”"„«»‘’.,', max_size=30), is_open=st.booleans())
def test_hiding_quotations_moves_nothing(text: str, *, is_open: bool) -> None:
    hidden, _ = hide_quotations(text, is_open=is_open)
    assert len(hidden) == len(text)
    assert all(after in (before, HIDDEN) for before, after in zip(text, hidden, strict=True))


@pytest.mark.parametrize("code", ["vi", "en"])
@given(
    words=st.lists(
        st.sampled_from(["Ông", "Hải", "nói", "theo", "Mr.", "Cole", "said", "she", ",", "“", "”", '"', ":", "who", "của"]), max_size=14
    )
)
def test_only_a_person_of_the_article_speaks(code: str, words: list[str]) -> None:
    text = " ".join(words)
    named = {name.key for name in find_names(text, _NAMES[code])}
    assert set(_heard(code, text)) <= {None, *named}
