"""Who says what a sentence reports."""

import pytest

from compare.languages.registry import PACKS
from compare.model import Name, Span
from compare.reading.names import compile_names, find_names, people
from compare.reading.speaker import Voice, hear

_NAMES = {code: compile_names(pack.sentences) for code, pack in PACKS.items()}
_HAI, _COLE = Voice(person="tran quoc hai"), Voice(person="ruth cole")


def _person(text: str, surface: str, key: str) -> Name:
    start = text.index(surface)
    return Name(Span(start, start + len(surface)), surface, key)


def _heard(code: str, *sentences: str) -> list[str | None]:
    """Speaker of each sentence, persons found as in an article."""
    words = PACKS[code].sentences
    found = [find_names(sentence, _NAMES[code]) for sentence in sentences]
    persons = set().union(*(people(sentence, names, words) for sentence, names in zip(sentences, found, strict=True)))
    voice, speakers = Voice(), []
    for sentence, names in zip(sentences, found, strict=True):
        voice = hear(sentence, [name for name in names if name.key in persons], voice, words)
        speakers.append(voice.speaker)
    return speakers


@pytest.mark.parametrize("verb", sorted(PACKS["vi"].sentences.speech_verbs))
def test_every_vietnamese_verb_of_speech_names_its_speaker(verb: str) -> None:
    text = f"Ông Trần Quốc Hải {verb} cây cầu đã sập."
    assert hear(text, [_person(text, "Trần Quốc Hải", "tran quoc hai")], Voice(), PACKS["vi"].sentences).speaker == "tran quoc hai"


@pytest.mark.parametrize("verb", sorted(PACKS["en"].sentences.speech_verbs))
def test_every_english_verb_of_speech_names_its_speaker(verb: str) -> None:
    text = f"Mayor Ruth Cole {verb} that the bridge was gone."
    assert hear(text, [_person(text, "Ruth Cole", "ruth cole")], Voice(), PACKS["en"].sentences).speaker == "ruth cole"


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
def test_a_pronoun_stands_for_the_person_named_last(code: str, text: str, before: Voice, speaker: str) -> None:
    assert hear(text, [], before, PACKS[code].sentences).speaker == speaker


@pytest.mark.parametrize(
    ("code", "text", "before"), [("vi", "Sở Công Thương cho biết cầu đã sập.", _HAI), ("en", "The council said so.", _COLE)]
)
def test_without_a_pronoun_the_person_named_last_does_not_speak(code: str, text: str, before: Voice) -> None:
    assert hear(text, [], before, PACKS[code].sentences).speaker is None


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
