"""Syllables of Vietnamese, and the words that they make."""

from hashlib import sha256
from pathlib import Path

from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from compare.reading import segment_words as segmentation
from compare.reading.segment_words import joined_words

SUMS = {
    "features.txt": "42c1186df3f92126",
    "tagger.crfsuite": "c3a64c64349f1d73",
    "words.txt": "82fffac611e9a2d8",
}
SYLLABLES = st.lists(st.sampled_from(["phà", "hành", "khách", "bệnh", "viện", "cầu", "cảng", "23", "đảo", "an", "ninh"]), max_size=12)


def test_vietnamese_syllables_of_one_word_are_joined() -> None:
    assert "hành_khách" in joined_words(["phà", "chở", "hai", "mươi", "hành", "khách", "vào", "bệnh", "viện"], "vi")


def test_english_words_stay_as_they_are() -> None:
    assert joined_words(["the", "ferry", "carried", "passengers"], "en") == ["the", "ferry", "carried", "passengers"]


def test_a_language_without_a_pack_stays_as_it_is() -> None:
    assert joined_words(["un", "bac"], "fr") == ["un", "bac"]


def test_the_model_is_the_very_one_that_the_figures_were_measured_with() -> None:
    """Another one changes what is compared: then ``tests/gate_floors.json`` and the figures of the documentation are measured anew."""
    sums = {
        path.name: sha256(path.read_bytes()).hexdigest()[:16] for path in Path(str(segmentation._MODEL)).iterdir() if path.suffix != ".md"
    }
    assert sums == SUMS


@hypothesis_settings(max_examples=25)
@given(SYLLABLES)
def test_no_syllable_is_lost_or_moved(syllables: list[str]) -> None:
    assert [part for word in joined_words(syllables, "vi") for part in word.split(segmentation.JOINT)] == syllables
