"""Where a paragraph stood before: which matches, in what order, and that nothing is written."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from compare.duplicates.index.new_articles import new_paragraphs, split_known
from compare.duplicates.index.open_index import open_index
from compare.duplicates.index.query import Answer, find_matches
from compare.duplicates.index.stored_paragraphs import StoredPlace
from compare.duplicates.index.writer import open_writer
from compare.duplicates.kernels import numpy_kernels
from compare.model import Article, ArticleId, Published, Span

try:
    from compare.duplicates.kernels import numba_kernels
except ModuleNotFoundError:
    numba_kernels = None

without_numba = pytest.mark.skipif(numba_kernels is None, reason="the extra fast is not installed")
both = pytest.mark.parametrize("kernels", [numpy_kernels, pytest.param(numba_kernels, marks=without_numba)], ids=["numpy", "numba"])
FERRY = "Phà Hải Âu rời bến lúc bảy giờ với một trăm hai mươi hành khách"
STORM = "The storm tore two roofs off and nobody in the whole harbour was hurt that night"


def article(name: str, *lines: str) -> Article:
    return Article(ArticleId(name), f"Báo {name}", "\n".join(lines), "", "")


@pytest.fixture
def index(tmp_path: Path) -> Path:
    first = replace(
        article("sớm", "", f"  {FERRY}"), published=Published("2024-02-03", "day", "metadata"), url="https://x.test/1", title="Phà"
    )
    with open_writer(tmp_path, None) as writer:
        writer.add(new_paragraphs([first, article("storm", STORM, "Read more")]), numpy_kernels)
        writer.add(new_paragraphs([article("sau", FERRY + " và hàng"), article("lặp", FERRY.upper())]), numpy_kernels)
    return tmp_path


def asked(folder: Path, *articles: Article, most: int = 20, kernels: Any = numpy_kernels) -> list[Answer]:
    return find_matches(open_index(folder), new_paragraphs(articles), kernels, most)


@both
def test_copies_come_before_altered_ones_and_earlier_before_later(index: Path, kernels: Any) -> None:
    (answer,) = asked(index, article("mới", FERRY + "!"), kernels=kernels)
    assert [(match.place.article, match.jaccard, match.containment) for match in answer.matches] == [
        ("sớm", 1.0, 1.0),
        ("lặp", 1.0, 1.0),
        ("sau", 0.866667, 1.0),
    ]
    assert {match.cluster for match in answer.matches} == {"c-0"}


def test_a_match_says_where_it_stands(index: Path) -> None:
    (answer,) = asked(index, article("mới", FERRY))
    start = 3
    assert answer.matches[0].place == StoredPlace(
        ArticleId("sớm"), "Báo sớm", Published("2024-02-03", "day", "metadata"), "https://x.test/1", "Phà", start, start + len(FERRY)
    )
    assert Span(start, start + len(FERRY)).of(f"\n  {FERRY}") == FERRY


def test_an_excerpt_leads_to_the_paragraph_that_it_is_from(index: Path) -> None:
    (answer,) = asked(index, article("mới", " ".join(STORM.split()[2:14])))
    assert [(match.place.article, match.containment) for match in answer.matches] == [("storm", 1.0)]
    assert answer.matches[0].jaccard < 0.8


def test_what_never_stood_anywhere_or_is_too_short_has_no_match(index: Path) -> None:
    answers = asked(index, article("mới", "Không ai bị thương trong vụ việc đêm qua", "Read more", "…"))
    assert answers == [Answer((), 0)] * 3


def test_an_article_is_no_match_of_itself_in_any_version(index: Path) -> None:
    (answer,) = asked(index, article("sớm", FERRY + " khác"))
    assert [match.place.article for match in answer.matches] == ["lặp", "sau"]


def test_what_is_not_shown_is_counted(index: Path) -> None:
    (answer,) = asked(index, article("mới", FERRY), most=1)
    assert ([match.place.article for match in answer.matches], answer.more) == (["sớm"], 2)


def test_an_empty_index_has_no_match(tmp_path: Path) -> None:
    with open_writer(tmp_path / "new", None):
        pass
    assert asked(tmp_path / "new", article("mới", FERRY)) == [Answer((), 0)]


def test_asking_writes_nothing(index: Path) -> None:
    def files() -> list[tuple[str, bytes]]:
        return sorted((str(file), file.read_bytes()) for file in index.rglob("*") if file.is_file())

    before = files()
    asked(index, article("mới", FERRY))
    assert files() == before


@both
def test_a_crowd_of_copies_is_found_whole(tmp_path: Path, tools: Any, kernels: Any) -> None:
    tools.add_texts(tmp_path, [FERRY] * 500 + [STORM])
    (answer,) = asked(tmp_path, article("mới", FERRY), most=3, kernels=kernels)
    assert ([match.number for match in answer.matches], answer.more) == ([0, 1, 2], 497)


@both
def test_what_is_asked_is_found_as_an_add_would_link_it(tmp_path: Path, tools: Any, kernels: Any) -> None:
    texts = tools.near_copies(150)
    tools.add_texts(tmp_path, texts[:100])
    tools.add_texts(tmp_path, texts[100:140])
    answers = asked(tmp_path, *(article(f"mới{at}", text) for at, text in enumerate(texts[140:])), most=1000, kernels=kernels)
    numbers_found = [{match.number for match in answer.matches} for answer in answers]
    tools.add_texts(tmp_path, texts[140:])
    links = tools.clusters_and_links(open_index(tmp_path))[1]
    for at, numbers in enumerate(numbers_found):
        assert {low for low, high, *_ in links if high == 140 + at and low < 140} <= numbers


# --- what is there already


def test_an_article_that_is_there_to_the_letter_is_known_and_a_changed_one_is_a_later_version(index: Path) -> None:
    known, changed, new = article("storm", STORM, "Read more"), article("storm", STORM), article("mưa", STORM)
    found = split_known(open_index(index), [known, changed, new, changed])
    assert (found.known, found.new, found.later_versions) == ((known, changed), (changed, new), 1)


def test_every_version_is_known_from_then_on(index: Path) -> None:
    changed = article("storm", STORM + " at all")
    with open_writer(index, None) as writer:
        writer.add(new_paragraphs([changed]), numpy_kernels)
        writer.compact()
    found = split_known(open_index(index), [changed, article("storm", STORM, "Read more")])
    assert (len(found.known), found.new) == (2, ())
