"""Who computes: chosen by how much there is to do, forced by a setting, told in the document; the clusters are the same."""

from dataclasses import replace
from importlib.util import find_spec

import pytest

from compare.documents.to_document import to_document
from compare.duplicates.kernels.choose_kernels import kernels_for
from compare.errors import SettingsError
from compare.model import Article, ArticleId
from compare.pipeline import compare_story
from compare.settings import DuplicateSettings, Settings, from_mapping

INSTALLED = find_spec("numba") is not None
with_numba = pytest.mark.skipif(not INSTALLED, reason="the extra fast is not installed")


def name(count: int, kernels: str = "auto") -> str:
    return kernels_for(count, DuplicateSettings(kernels=kernels, compiled_from=1000)).NAME


def test_a_small_run_compiles_nothing() -> None:
    assert name(999) == "numpy"


@with_numba
def test_a_large_run_is_compiled() -> None:
    assert name(1000) == "numba"


@pytest.mark.skipif(INSTALLED, reason="the extra fast is installed")
def test_without_the_extra_a_large_run_takes_numpy_and_numba_by_name_is_refused() -> None:
    assert name(1000) == "numpy"
    with pytest.raises(SettingsError, match=r"pip install 'tellings\[fast\]'"):
        name(1000, "numba")


@with_numba
def test_either_can_be_forced() -> None:
    assert (name(1, "numba"), name(10**9, "numpy")) == ("numba", "numpy")


def test_another_name_is_refused_where_the_settings_are_read() -> None:
    with pytest.raises(SettingsError, match=r"duplicates\.kernels is 'rust', wants one of auto, numpy, numba"):
        from_mapping({"duplicates": {"kernels": "rust"}}, "my.toml")


@with_numba
def test_the_document_says_who_computed_and_nothing_else_changes() -> None:
    body = "Phà Hải Âu rời bến lúc bảy giờ với một trăm hai mươi hành khách.\nKhông ai bị thương trong vụ việc ở cảng."
    articles = [Article(ArticleId(f"a{at}"), f"Báo {at}", body + f"\nTin {at} của riêng báo này thôi.", "x", "0") for at in range(3)]
    documents = {
        kernels: to_document(
            compare_story("phà", articles, [], replace(Settings(), duplicates=DuplicateSettings(kernels=kernels))), "1", ""
        )
        for kernels in ("auto", "numba")
    }
    said = {kernels: document["run"].pop("kernels") for kernels, document in documents.items()}
    for document in documents.values():
        del document["run"]["settings"]
    assert said == {"auto": "numpy", "numba": "numba"}
    assert documents["auto"]["clusters"]
    assert documents["auto"] == documents["numba"]
