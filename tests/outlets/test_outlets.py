"""One register of outlets: what is shipped, the user's rows over it, and what it does to credits and voices."""

import json
from collections import Counter
from importlib.resources import files
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.claims.voices import reported_by, voices
from compare.errors import SettingsError
from compare.model import Article, ArticleId, Claim, Credits, Span
from compare.outlets.register import is_host, plain_host, register_of, surface
from compare.outlets.user_outlets import check_outlets
from compare.pipeline import compare_story
from compare.reading.read_article import read_article
from compare.settings import ReadingSettings, as_document, from_mapping, load
from compare.text.tokens import checksum
from compare.user_tables.word_rows import Rows, split_rows
from schemas.check import breaches, checker

_SHIPPED = split_rows((files("compare.outlets") / "outlets.csv").read_text(encoding="utf-8"), "outlets.csv")
_BRIDGE = "The flood took the wooden bridge of the village during the night.\nPeople must now go round by the market road.\n"
_CAU = "Nước lũ cuốn trôi cây cầu gỗ ở đầu làng trong đêm qua.\nNgười dân phải đi vòng hơn mười cây số để sang chợ.\n"
_PORT = ("Harbour Post", "outlet", "en", "GB", "The Harbour Post", "harbourpost.example")


def _article(text: str, outlet: str = "Harbour Post", byline: str | None = None) -> Article:
    return Article(ArticleId(outlet), outlet, text, outlet, checksum(text), title="On the bridge", credits=Credits(byline=byline))


def _credits(text: str, own: Rows = ()) -> Credits:
    return read_article(_article(text), ReadingSettings(), (), own).article.credits


def _faults(*rows: tuple[str, ...]) -> list[str]:
    return check_outlets([(f"rows:{number}", row) for number, row in enumerate(rows, start=1)])[1]


def _problem(folder: Path, rows: str) -> str:
    (folder / "outlets.csv").write_text(rows, encoding="utf-8")
    (folder / "my.toml").write_text('[input]\noutlets = "outlets.csv"\n', encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        load(folder / "my.toml")
    return str(caught.value).replace(f"{folder}/", "")


# The shipped file


def test_the_shipped_rows_hold_against_the_check_of_the_users_rows() -> None:
    assert check_outlets(_SHIPPED)[1] == []


def test_no_name_host_or_spelling_is_shipped_twice() -> None:
    said = Counter(entry.lower() for _, row in _SHIPPED for entry in (row[0], *row[4:]))
    assert [entry for entry, times in said.items() if times > 1] == []


def test_every_shipped_host_is_written_as_a_host() -> None:
    assert [host for outlet in register_of().outlets for host in outlet.hosts if not is_host(host) or host != plain_host(host)] == []


def test_every_shipped_entry_that_looks_like_an_address_is_a_host() -> None:
    odd = [entry for _, row in _SHIPPED for entry in row[4:] if "." in entry and " " not in entry and not is_host(entry)]
    assert odd == []


def test_every_outlet_of_the_vietnamese_corpus_is_known(shared_data: Path) -> None:
    articles = [json.loads(line) for line in (shared_data / "vims" / "articles.jsonl").read_text(encoding="utf-8").splitlines()]
    hosts = {host for a in articles for host in (a["outlet"], urlsplit(a.get("url") or "").hostname) if host}
    assert [host for host in sorted(hosts) if register_of().of_host(host) is None] == []


@pytest.mark.parametrize("name", ["Sample Courier", "Sample Gazette", "Sample Ledger", "Báo Mẫu Một", "Mẫu Hai Online", "Tin Mẫu Ba"])
def test_an_outlet_of_the_examples_is_none_of_the_press(name: str) -> None:
    assert register_of().named(name) is None


# Hosts and names


@pytest.mark.parametrize(
    ("host", "outlet"),
    [
        ("vov.vn", "VOV"),
        ("VnExpress.net", "VnExpress"),
        ("www.dantri.com.vn", "Dân trí"),
        ("m.thanhnien.vn", "Thanh Niên"),
        ("amp.theguardian.com", "The Guardian"),
        ("thethao.tuoitre.vn", "Tuổi Trẻ"),
        ("en.news.bbc.co.uk", "BBC"),
        ("asia.nikkei.com", "Nikkei Asia"),
        ("www.nikkei.com", "Nikkei"),
    ],
)
def test_a_host_leads_to_its_outlet(host: str, outlet: str) -> None:
    found = register_of().of_host(host)
    assert found is not None
    assert found.name == outlet


@pytest.mark.parametrize("host", ["com.vn", "vn", "", "co.uk", "www.com.vn", "unknown.com.vn", "notvov.vn", "vov.vn.example"])
def test_a_host_of_nobody_leads_to_nobody(host: str) -> None:
    assert register_of().of_host(host) is None


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Đài Tiếng nói Việt Nam", "VOV"),
        ("báo vnexpress", "VnExpress"),
        ("VNEXPRESS", "VnExpress"),
        ("vnexpress.net", "VnExpress"),
        ("Vietnam+", "VietnamPlus"),
        ("Đời sống và Pháp luật", "Đời sống & Pháp luật"),
        ("Sức khoẻ & Đời sống", "Sức khỏe & Đời sống"),
        ("TUOI TRE ONLINE", "Tuổi Trẻ"),
        ("bao dien tu vtv", "VTV"),
        ("NYT", "The New York Times"),
        ("Huffington Post", "HuffPost"),
        ("Deutsche Welle", "DW"),
    ],
)
def test_a_spelling_leads_to_the_name(said: str, name: str) -> None:
    assert register_of().canonical(said) == name


@pytest.mark.parametrize("said", ["Vietnam", "Tin Mẫu Ba", "Harbour Post", "An Giang", ""])
def test_a_name_that_nobody_has_stays_itself(said: str) -> None:
    assert register_of().canonical(said) == said


def test_agencies_are_looked_up_in_lower_case() -> None:
    assert [said for said in register_of().agencies if said != said.lower()] == []


@pytest.mark.parametrize(
    ("said", "name"),
    [("associated press", "AP"), ("tân hoa xã", "Xinhua"), ("itar-tass", "TASS"), ("project syndicate", "Project Syndicate")],
)
def test_an_agency_is_known_by_each_of_its_names(said: str, name: str) -> None:
    assert register_of().agencies[said] == name


@given(st.text(max_size=12))
def test_any_name_has_one_canonical_form(name: str) -> None:
    register = register_of()
    assert register.canonical(register.canonical(name)) == register.canonical(name)


# The user's rows


def test_an_outlet_of_the_user_is_found_by_its_host_and_its_names() -> None:
    register = register_of((_PORT,))
    assert [register.canonical(said) for said in ("the harbour post", "news.harbourpost.example")] == ["Harbour Post"] * 2


def test_a_row_of_the_user_takes_a_shipped_outlet_over_with_its_hosts() -> None:
    register = register_of((("Our VOV", "outlet", "vi", "VN", "VOV"),))
    assert [register.canonical(said) for said in ("vov.vn", "Đài Tiếng nói Việt Nam", "VOV")] == ["Our VOV"] * 3


def test_a_row_of_the_user_takes_a_single_host_away() -> None:
    register = register_of((("VOV Giao thông FM", "outlet", "vi", "VN", "vovgiaothong.vn"),))
    assert (register.canonical("vovgiaothong.vn"), register.canonical("vov.vn")) == ("VOV Giao thông FM", "VOV")


def test_an_agency_that_the_user_calls_an_outlet_is_none() -> None:
    assert {"bloomberg", "bloomberg news"} & register_of((("Bloomberg", "outlet", "en", "US"),)).agencies.keys() == set()


def test_equal_rows_give_one_register() -> None:
    assert register_of((_PORT,)) is register_of((tuple(_PORT),))


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (("Harbour Post", "outlet"), "has 2 of four entries: name, kind, language, country; the last two may be empty"),
        ((), "has 0 of four entries: name, kind, language, country; the last two may be empty"),
        (("", "outlet", "en", "GB"), "has no name"),
        (("Harbour Post", "paper", "en", "GB"), "has another kind than outlet or agency"),
        (("Harbour Post", "outlet", "eng", "GB"), "has a language that is neither a code of two small letters nor nothing"),
        (("Harbour Post", "outlet", "en", "gb"), "has a country that is neither a code of two capitals nor nothing"),
        (("Harbour Post", "outlet", "en", "GB", "12"), "has no letter in entry 5"),
        (("Harbour Post", "outlet", "en", "GB", "https://hp.example/"), "has an address in entry 5; write its host alone"),
        (("Harbour Post", "outlet", "en", "GB", "www.co.uk"), "has in entry 5 a host under which many outlets stand"),
    ],
)
def test_a_fault_of_a_row_is_told_with_its_entry(row: tuple[str, ...], fault: str) -> None:
    assert _faults(row) == [f"rows:1 {fault}"]


@pytest.mark.parametrize("said", ["Harbour  Post", "THE HARBOUR POST", "www.harbourpost.example"])
def test_two_rows_of_the_user_have_no_name_or_host_in_common(said: str) -> None:
    assert _faults(_PORT, ("Other", "outlet", "", "", said)) == ["rows:2 gives in entry 5 what stands in rows:1 already"]


@pytest.mark.parametrize(
    "row", [("Harbour Post", "outlet", "", ""), ("VnExpress", "outlet", "vi", "VN", "VNExpress", "vnexpress.net", "", "")]
)
def test_a_row_that_says_little_or_ends_in_empty_cells_is_taken(row: tuple[str, ...]) -> None:
    assert _faults(row) == []


@pytest.mark.parametrize("said", ["outlets.csv:2 has another kind", "outlets.csv:4 gives in entry 5 what stands in outlets.csv:3 already"])
def test_all_faults_of_a_file_of_outlets_are_told_at_once(tmp_path: Path, said: str) -> None:
    assert said in _problem(tmp_path, "# ours\nHarbour Post,paper,en,GB\nVnE,outlet,vi,VN\nOther,outlet,,,VNE\n")


def test_a_file_of_outlets_is_looked_for_beside_the_settings(tmp_path: Path) -> None:
    (tmp_path / "ours.tsv").write_text("Harbour Post\toutlet\ten\tGB\tThe Harbour Post\tharbourpost.example\n", encoding="utf-8")
    (tmp_path / "my.toml").write_text('[input]\noutlets = "ours.tsv"\n', encoding="utf-8")
    assert load(tmp_path / "my.toml").input.outlets == (_PORT,)


def test_the_outlets_of_a_run_stand_in_its_settings_and_give_the_same_run() -> None:
    settings = from_mapping({"input": {"outlets": [list(_PORT), ["Other", "agency", "", ""]]}}, "my.toml")
    document = json.loads(json.dumps(as_document(settings)))
    assert breaches(document, checker("settings")) == []
    assert from_mapping({"input": {"outlets": document["input"]["outlets"]}}, "again") == settings


@given(st.lists(st.lists(st.text(max_size=6), max_size=6), max_size=4))
def test_any_rows_of_outlets_are_taken_or_refused_with_their_place(rows: list[list[str]]) -> None:
    kept, faults = check_outlets([(f"rows:{number}", row) for number, row in enumerate(rows, start=1)])
    assert all(fault.startswith("rows:") for fault in faults)
    assert faults or [register_of(kept).canonical(row[0]) for row in kept] == [row[0] for row in kept]


# Credits


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        (_CAU + "Theo VnExpress.net", "VnExpress"),
        (_CAU + "Theo vnexpress.net", "VnExpress"),
        (_CAU + "Nguồn: VOV.VN", "VOV"),
        (_CAU + "Theo Đài Tiếng nói Việt Nam", "VOV"),
        (_CAU + "Minh An (Theo Giadinhvietnam.com)", "Gia đình Việt Nam"),
        (_CAU + "Theo Minh An - VnExpress.net", "VnExpress"),
        (_CAU + "Theo Tin Mẫu Ba", "Tin Mẫu Ba"),
        (_BRIDGE + "Source: NY Times", "The New York Times"),
        (_BRIDGE + "Source: Politico.com", "Politico"),
        (_BRIDGE + "Source: Sample Gazette", "Sample Gazette"),
    ],
)
def test_a_credited_outlet_goes_by_the_name_of_the_register(text: str, outlet: str) -> None:
    assert _credits(text).outlet == outlet


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        (_CAU + "Theo Thông tấn xã Việt Nam", "TTXVN"),
        (_CAU + "Theo apnews.com", "AP"),
        (_BRIDGE + "Source: Project Syndicate", "Project Syndicate"),
        (_BRIDGE + "Originally published in The Conversation", "The Conversation"),
        (_BRIDGE + "Associated Press of Pakistan", "Associated Press of Pakistan"),
    ],
)
def test_a_credited_agency_or_syndicate_is_an_agency_and_no_outlet(text: str, agency: str) -> None:
    credited = _credits(text)
    assert (credited.agencies, credited.outlet) == ((agency,), None)


def test_an_agency_of_the_user_is_credited() -> None:
    assert _credits(_BRIDGE + "Source: Sample Wire", (("Sample Wire", "agency", "en", ""),)).agencies == ("Sample Wire",)


def test_words_that_are_an_agencys_name_in_small_letters_are_none() -> None:
    assert _credits(_BRIDGE + "Neighbours in the conversation by the bridge. Photo: J. Roe").agencies == ()


def test_a_record_keeps_its_outlet_as_it_was_given() -> None:
    article = read_article(_article(_CAU, outlet="vov.vn"), ReadingSettings()).article
    assert article.outlet == "vov.vn"


# Voices


def _heard(articles: list[Article], own: Rows = ()) -> list[tuple[str, ...]]:
    claims = [Claim(a.id, "text", Span(0, len(a.text)), a.text) for a in articles]
    return [tuple(voice.articles) for voice in voices(claims, 0.8, reported_by(articles, register_of(own)))]


def test_one_outlet_under_three_names_is_one_voice() -> None:
    articles = [
        _article("Nước lũ cuốn trôi cây cầu gỗ.", "vov.vn"),
        _article("Cầu sập trong đêm.", "VOV"),
        Article(ArticleId("x"), "tintuc.vn", "Dân đi vòng.", "x", "0", credits=Credits(outlet="Đài Tiếng nói Việt Nam")),
    ]
    assert _heard(articles) == [("VOV", "vov.vn", "x")]


def test_two_outlets_stay_two_voices() -> None:
    assert len(_heard([_article("Nước lũ cuốn trôi cây cầu gỗ.", "vov.vn"), _article("Cầu sập trong đêm.", "vtv.vn")])) == 2


def test_names_that_the_user_calls_one_outlet_are_one_voice() -> None:
    articles = [_article("The flood took the bridge.", "Harbour Post"), _article("A bridge fell at night.", "harbourpost.example")]
    assert [len(_heard(articles, own)) for own in ((), (_PORT,))] == [2, 1]


def test_the_users_outlets_reach_the_voices_of_a_comparison() -> None:
    said = "The flood took the wooden bridge of the village on Monday night, the council said."
    other = "On Monday night, the council said, the flood took the village's wooden bridge."
    articles = [_article(said, "Harbour Post"), _article(other, "harbourpost.example")]
    settings = from_mapping({"input": {"outlets": [list(_PORT)]}}, "my.toml")
    assert [group.voices[0].sources for group in compare_story("s", articles, [], settings).groups] == [("Harbour Post",)]


def test_every_surface_belongs_to_one_outlet() -> None:
    register = register_of((("Our VOV", "outlet", "vi", "VN", "VOV", "vtv.vn"),))
    held = [said for outlet in register.outlets for said in {surface(entry) for entry in (outlet.name, *outlet.spellings, *outlet.hosts)}]
    assert len(held) == len(set(held))
