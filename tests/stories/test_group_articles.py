"""A mixed pile: what makes one story, what never does, and what a newcomer changes."""

import json
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_matrix

from compare.cli import main
from compare.documents.write import folder_names
from compare.model import Article, ArticleId, Published
from compare.reading.article_outline import outline_of
from compare.reading.read_article import read_article
from compare.reading.segment_words import joined_words, listed_words
from compare.settings import Settings, StorySettings, from_mapping
from compare.stories.average_link import average_link
from compare.stories.group_articles import Grouping, group_stories
from compare.stories.pile import Pile, pile_of
from compare.stories.split_pile import split_further, split_pile
from compare.text.tokens import words
from reports.document_figures import figures
from reports.index_page import StoryEntry, entry_of, render_index_page

# Two events in each language; the first line is the title.
FERRY_VI = (
    (
        "Phà Hải Âu đâm vào cầu cảng Cồn Sa\nSáng thứ ba, chiếc phà Hải Âu đâm vào cầu cảng Cồn Sa khi cập bến.\n"
        "Hai mươi ba hành khách bị thương và được đưa tới bệnh viện huyện.\nThuyền trưởng nói rằng máy lái của phà bị hỏng."
    ),
    (
        "Hai mươi ba người bị thương vì phà đâm cầu cảng\nPhà Hải Âu chở hành khách đã đâm mạnh vào cầu cảng Cồn Sa.\n"
        "Công an huyện cho biết hành khách bị thương đang nằm ở bệnh viện.\nMáy lái của chiếc phà hỏng trước khi cập bến."
    ),
    (
        "Vụ phà Hải Âu: máy lái bị hỏng\nThuyền trưởng phà Hải Âu khai máy lái hỏng lúc phà vào cầu cảng Cồn Sa.\n"
        "Bệnh viện huyện đang chữa cho các hành khách bị thương.\nBến phà tạm đóng cửa."
    ),
)
DURIAN_VI = (
    (
        "Nông dân trúng mùa sầu riêng\nGiá sầu riêng tại vườn tăng gấp đôi so với năm ngoái.\n"
        "Nhà vườn thu hoạch sớm để bán cho thương lái xuất khẩu.\nHợp tác xã lo thiếu kho lạnh giữ trái cây."
    ),
    (
        "Giá sầu riêng tăng gấp đôi\nThương lái mua sầu riêng tại vườn với giá gấp đôi năm ngoái để xuất khẩu.\n"
        "Nhiều nhà vườn thu hoạch sớm.\nKho lạnh của hợp tác xã không đủ chỗ cho trái cây."
    ),
)
FERRY_EN = (
    (
        "Ferry strikes pier at Port Ellery\nThe ferry Harbour Lark struck the pier at Port Ellery on Tuesday while docking.\n"
        "Twenty-three passengers were injured and taken to the county hospital.\nThe captain said the steering of the ferry had failed."
    ),
    (
        "Passengers hurt as ferry hits pier\nThe Harbour Lark ferry struck the pier at Port Ellery with passengers on deck.\n"
        "Police said the injured passengers were in hospital.\nSteering failed before docking, the captain told police."
    ),
)
BUDGET_EN = (
    (
        "Council passes budget with higher library fees\nThe city council passed its budget after nine hours of debate.\n"
        "Library fees will rise and two swimming pools will close.\nThe mayor called the budget painful but balanced."
    ),
    (
        "Pools to close under new budget\nTwo swimming pools will close under the budget that the city council passed.\n"
        "The mayor defended the budget; library fees rise next year.\nDebate in the council lasted nine hours."
    ),
)
DAY = "2024-05-21"


def articles_of(name: str, texts: Sequence[str], day: str | None = DAY, language: str = "vi") -> list[Article]:
    """An article a text."""
    published = Published(day, "day", "metadata") if day else None
    return [
        Article(
            ArticleId(f"{name}-{at}"),
            f"Báo {at}",
            text.partition("\n")[2],
            "all.jsonl",
            "0" * 64,
            title=text.partition("\n")[0],
            published=published,
            language=language,
        )
        for at, text in enumerate(texts)
    ]


def grouped(articles: Sequence[Article]) -> list[list[str]]:
    """The ids of each story, sorted."""
    return sorted(sorted(member for member, _ in story.members) for story in group_stories(articles, Settings()).stories)


FERRY, DURIAN = articles_of("ferry", FERRY_VI), articles_of("durian", DURIAN_VI)
LARK, BUDGET = articles_of("lark", FERRY_EN, language="en"), articles_of("budget", BUDGET_EN, language="en")


def test_two_events_in_vietnamese_are_two_stories() -> None:
    assert grouped([*FERRY, *DURIAN]) == [["durian-0", "durian-1"], ["ferry-0", "ferry-1", "ferry-2"]]


def test_two_events_in_english_are_two_stories() -> None:
    assert grouped([*LARK, *BUDGET]) == [["budget-0", "budget-1"], ["lark-0", "lark-1"]]


def test_no_story_is_told_in_two_languages() -> None:
    assert grouped([*FERRY, *LARK]) == [["ferry-0", "ferry-1", "ferry-2"], ["lark-0", "lark-1"]]


def test_a_pile_of_vietnamese_changes_no_english_story() -> None:
    assert [story for story in grouped([*LARK, *BUDGET, *FERRY, *DURIAN]) if story[0][0] in "lb"] == grouped([*LARK, *BUDGET])


def test_the_story_that_an_article_came_with_is_put_aside() -> None:
    assert grouped([replace(article, story=article.id) for article in FERRY]) == [["ferry-0", "ferry-1", "ferry-2"]]


def test_the_same_event_a_year_later_is_another_story() -> None:
    assert grouped([*FERRY[:2], *articles_of("later", FERRY_VI[:2], "2025-05-21")]) == [["ferry-0", "ferry-1"], ["later-0", "later-1"]]


def test_no_chain_of_days_leads_out_of_the_window() -> None:
    days = ["2024-05-01", "2024-05-11", "2024-05-21"]
    chain = [articles_of(f"n{at}", FERRY_VI[:1], day)[0] for at, day in enumerate(days)]
    assert max(map(len, grouped(chain))) == 2


def test_the_window_is_a_setting() -> None:
    years = [*FERRY, *articles_of("later", FERRY_VI, "2025-05-21")]
    wide = from_mapping({"stories": {"window_days": 400}}, "test")
    assert len(group_stories(years, wide).stories) == 1


def test_an_article_without_a_date_is_bound_by_no_window() -> None:
    assert grouped([*FERRY[:2], *articles_of("undated", FERRY_VI[2:], None)]) == [["ferry-0", "ferry-1", "undated-0"]]


def test_a_date_that_only_the_text_has_binds_too() -> None:
    dated = replace(articles_of("line", FERRY_VI[:1], None)[0], text="Thứ tư, 21/05/2025 09:15\n" + FERRY_VI[0].partition("\n")[2])
    assert grouped([*FERRY[:2], dated]) == [["ferry-0", "ferry-1"], ["line-0"]]


def test_a_month_is_near_whatever_lies_in_it() -> None:
    month = replace(FERRY[2], id=ArticleId("month"), published=Published("2024-06", "month", "metadata"))
    assert grouped([*FERRY[:2], month]) == [["ferry-0", "ferry-1", "month"]]


def test_the_order_of_the_articles_changes_nothing() -> None:
    pile = [*FERRY, *DURIAN, *LARK, *BUDGET]
    assert group_stories(pile, Settings()) == group_stories(pile[::-1], Settings())


def test_an_unrelated_newcomer_renames_nothing() -> None:
    before = {story.name for story in group_stories([*FERRY, *DURIAN], Settings()).stories}
    assert before < {story.name for story in group_stories([*FERRY, *DURIAN, *BUDGET], Settings()).stories}


def test_a_later_article_of_a_story_does_not_rename_it() -> None:
    later = articles_of("a-later", FERRY_VI[2:], "2024-05-23")
    names = [[story.name for story in group_stories(pile, Settings()).stories] for pile in (FERRY[:2], [*FERRY[:2], *later])]
    assert names[0] == names[1]


def test_a_story_is_called_by_the_title_of_its_first_article() -> None:
    (story,) = group_stories(FERRY, Settings()).stories
    assert story.name.startswith("pha-hai-au-dam-vao-cau-cang-con-sa-")


def test_a_name_is_safe_as_a_folder() -> None:
    titles = ["../..", "CON", "Tàu hỏa? “Không!”", "船", "", "x" * 300]
    odd = [replace(FERRY[0], id=ArticleId(f"o{at}"), title=title, text=f"{title} {at}") for at, title in enumerate(titles)]
    names = [story.name for story in group_stories(odd, Settings()).stories]
    assert folder_names(names) == {name: name for name in names}


def test_two_stories_of_one_title_have_two_names() -> None:
    brief = [replace(article, title="Tin vắn") for article in (FERRY[0], DURIAN[0])]
    assert len({story.name for story in group_stories(brief, Settings()).stories}) == 2


def test_an_article_alone_has_no_likeness() -> None:
    (alone,) = [story for story in group_stories([*FERRY, DURIAN[0]], Settings()).stories if len(story.members) == 1]
    assert (alone.similarity, alone.members) == (None, (("durian-0", None),))


def test_the_likeness_of_a_story_is_the_mean_of_that_of_its_articles() -> None:
    (story,) = group_stories(FERRY, Settings()).stories
    assert story.similarity == pytest.approx(np.mean([mean for _, mean in story.members]))


def test_no_article_is_lost() -> None:
    pile = [*FERRY, *DURIAN, *articles_of("empty", ["Và\nVà là của."]), *BUDGET]
    assert sorted(a.id for a in group_stories(pile, Settings()).articles) == sorted(a.id for a in pile)


def test_a_pile_without_articles_has_no_story() -> None:
    assert group_stories([], Settings()) == Grouping((), ())


@pytest.mark.parametrize("language", ["vi", "en"])
def test_skimming_finds_the_title_and_date_that_reading_finds(examples: Path, language: str) -> None:
    for path in sorted((examples / language).glob("*.txt")):
        article = Article(ArticleId(path.stem), path.stem, path.read_text(encoding="utf-8"), path.name, "0" * 64)
        found, whole = outline_of(article), read_article(article, Settings().reading).article
        assert (found.title, found.published, found.language) == (whole.title, whole.published, whole.language)


def test_listed_words_are_those_of_the_model_in_plain_prose() -> None:
    syllables = words("công an huyện cho biết hành khách bị thương đang nằm ở bệnh viện")
    assert {"công_an", "hành_khách", "bệnh_viện"} <= set(listed_words(syllables, "vi")) & set(joined_words(syllables, "vi"))


# Parts and links


@st.composite
def piles(draw: st.DrawFn) -> Pile:
    """Up to 14 articles of few words, some without a date."""
    chance = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    n = draw(st.integers(1, 14))
    rows = chance.random((n, 8)) * (chance.random((n, 8)) < draw(st.sampled_from([0.2, 0.35, 0.6])))
    rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    day = np.where(chance.random(n) < 0.8, chance.integers(0, 40, n).astype(float), np.nan)
    return Pile(csr_matrix(rows), np.nan_to_num(day, nan=-np.inf), np.nan_to_num(day, nan=np.inf))


def alike(pile: Pile, a: Sequence[int], b: Sequence[int], window: float) -> float:
    """Mean cosine of two groups; none if a pair of them lies outside the window."""
    if any(max(pile.first[i] - pile.last[j], pile.first[j] - pile.last[i]) > window for i in a for j in b):
        return -1.0
    return float(np.mean([(pile.rows[i] @ pile.rows[j].T).toarray()[0, 0] for i in a for j in b]))


def one_by_one(pile: Pile, settings: StorySettings) -> list[list[int]]:
    """Average link over the whole pile, by its definition: join the two groups that are most alike, as long as any reach the cut."""
    groups = [[at] for at in range(len(pile))]
    while len(groups) > 1:
        a, b = max(combinations(groups, 2), key=lambda pair: alike(pile, *pair, settings.window_days))
        if alike(pile, a, b, settings.window_days) < settings.similarity:
            break
        groups = [group for group in groups if group not in (a, b)] + [sorted(a + b)]
    return sorted(groups)


def by_parts(pile: Pile, settings: StorySettings) -> list[list[int]]:
    found = split_pile(pile, settings.similarity, settings.window_days)
    return sorted(members[group].tolist() for members in found for group in average_link(pile.take(members), settings))


@given(piles(), st.sampled_from([0.2, 0.4, 0.6, 0.8]))
def test_average_link_part_by_part_is_average_link_over_all(pile: Pile, cut: float) -> None:
    settings = StorySettings(similarity=cut, window_days=14)
    assert by_parts(pile, settings) == one_by_one(pile, settings)


@given(piles(), st.integers(2, 5))
def test_parts_that_are_too_large_are_parted_and_nothing_is_lost(pile: Pile, most: int) -> None:
    found = list(split_further(pile, StorySettings(linked_articles=most, similarity=0.1), 0.1))
    assert sorted(np.concatenate(found).tolist()) == list(range(len(pile)))
    assert max(map(len, found)) <= most


def test_a_crowd_of_copies_is_parted_too() -> None:
    copies = pile_of([outline_of(replace(FERRY[0], id=ArticleId(f"c{at:02}"))) for at in range(7)])
    assert [len(part) for part in split_further(copies, StorySettings(linked_articles=3), 0.24)] == [3, 3, 1]


def test_what_was_parted_is_said() -> None:
    few = from_mapping({"stories": {"linked_articles": 2}}, "test")
    (warning,) = group_stories(FERRY, few).warnings
    assert warning.startswith("3 articles hang together, more than are linked at once (stories.linked_articles)")


# The command


@pytest.fixture(scope="module")
def pile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two stories and an article alone, in one file, all under one wrong story."""
    records = [
        {"id": a.id, "outlet": a.outlet, "title": a.title, "text": a.text, "language": a.language, "published": DAY, "story": "mixed"}
        for a in (*FERRY, *LARK, DURIAN[0])
    ]
    path = tmp_path_factory.mktemp("pile") / "pile.jsonl"
    path.write_text("\n".join(json.dumps(record, ensure_ascii=False) for record in records), encoding="utf-8")
    return path


def written(pile: Path, out: Path, *options: str) -> list[dict[str, Any]]:
    """The documents of a run, the largest story first."""
    assert main(["compare", str(pile), "--out", str(out), *options]) == 0
    documents = [json.loads(path.read_text(encoding="utf-8")) for path in out.rglob("comparison.json")]
    return sorted(documents, key=lambda document: (-len(document["articles"]), document["story"]["id"]))


@pytest.fixture(scope="module")
def found(pile: Path, tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """The documents of the stories that are found in it."""
    return written(pile, tmp_path_factory.mktemp("found"), "--stories", "auto", "--quiet")


def test_every_story_that_was_found_has_its_document(found: list[dict[str, Any]]) -> None:
    assert [len(document["articles"]) for document in found] == [3, 2, 1]


def test_a_document_says_that_its_articles_were_grouped_and_why(found: list[dict[str, Any]]) -> None:
    stories = found[0]["run"]["stories"]
    assert (stories["grouped"], [row["article"] for row in stories["articles"]]) == ("auto", ["ferry-0", "ferry-1", "ferry-2"])


def test_the_settings_of_the_grouping_stand_in_the_document(found: list[dict[str, Any]]) -> None:
    assert found[0]["run"]["settings"]["stories"]["window_days"] == 14


def test_stories_as_given_are_told_as_before(pile: Path, tmp_path: Path) -> None:
    (document,) = written(pile, tmp_path / "out")
    assert (document["story"]["id"], "stories" in document["run"], "stories" in document["run"]["settings"]) == ("mixed", False, False)


def test_articles_alone_are_told_on_the_console(pile: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(pile, tmp_path / "out", "--stories", "auto")
    assert "stories told by several articles: 2; by one article alone: 1" in capsys.readouterr().err.splitlines()


# The index


def entry(title: str, articles: int) -> StoryEntry:
    empty = {"articles": [], "claims": [], "clusters": [], "only_one_source": [], "possibly_related": [], "skipped": []}
    return StoryEntry(title, title, "", replace(figures(empty), articles=articles), outlet="Báo Mẫu")


def test_stories_told_by_one_article_alone_have_a_section_of_their_own() -> None:
    page = render_index_page([entry("alone", 1), entry("shared", 2)])
    assert page.index("shared/report.html") < page.index("1 story told by one article alone") < page.index("alone/report.html")


def test_an_index_of_shared_stories_has_no_such_section() -> None:
    assert "told by one article alone" not in render_index_page([entry("shared", 2)])


def test_a_story_told_alone_names_its_outlet(found: list[dict[str, Any]]) -> None:
    assert entry_of(found[-1], "x").outlet == "Báo 0"
