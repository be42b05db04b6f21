"""What the program is built of: no lowest version that is promised has a known fault, and every licence lets an Apache-2.0 program use it.

``advisories.csv`` has a line for each known fault of a direct dependency: the first version without it, its number, and who says so. A new
one is added there; if the lowest version is older, the test fails until it is raised. ``licences.csv`` has each dependency's licence.
"""

import configparser
import csv
import re
import tomllib
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

HERE = Path(__file__).parent
# Licences of libraries that an Apache-2.0 program may need: permissive ones, the MPL, whose duties end at its own files, and words that
# only widen another one.
MAY_BE_NEEDED = {"MIT", "BSD", "0BSD", "Apache", "MPL", "Zlib", "CC0", "CNRI", "Unlicense", "LLVM-exception"}
# The LGPL asks that its library can be exchanged, which anyone can do with an installed package; in extras alone, which a user chooses.
MAY_BE_CHOSEN = {*MAY_BE_NEEDED, "LGPL"}
# In this order: a word is taken by the first that knows it.
FAMILIES = {
    "0BSD": r"\b0BSD\b",
    "LLVM-exception": r"LLVM-exception",
    "LGPL": r"LGPL|Lesser General Public",
    "GPL": r"GPL|General Public License",
    "MPL": r"MPL|Mozilla Public",
    "Apache": r"Apache",
    "BSD": r"BSD",
    "MIT": r"\bMIT\b",
    "Zlib": r"zlib",
    "CC0": r"CC0",
    "CNRI": r"CNRI|Python Software Foundation",
    "Unlicense": r"Unlicense",
}
_LONG = 100  # characters; longer, it is the text of a licence and not its name


def rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def project(root: Path) -> dict[str, list[Requirement]]:
    """What is needed always, under an empty name, and by each extra."""
    metadata_table = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    groups = {"": metadata_table["dependencies"], **metadata_table["optional-dependencies"]}
    return {extra: [Requirement(line) for line in lines] for extra, lines in groups.items()}


def lowest(requirement: Requirement) -> Version:
    (bound,) = [each.version for each in requirement.specifier if each.operator in (">=", "==")]
    return Version(bound)


def promised(root: Path) -> list[tuple[str, str, Version]]:
    """Where a lowest version is promised, of which package, and which."""
    requirements = [(f"pyproject.toml {extra}".strip(), each) for extra, group in project(root).items() for each in group]
    tox = configparser.ConfigParser(interpolation=None)
    tox.read(root / "tox.ini", encoding="utf-8")
    pins = [line for line in tox["testenv:minimal"]["deps"].splitlines() if line.strip()]
    requirements += [("tox.ini minimal", Requirement(line)) for line in pins]
    return [(place, canonicalize_name(each.name), lowest(each)) for place, each in requirements]


def known_faults(versions: list[tuple[str, str, Version]], advisories: list[dict[str, str]]) -> list[str]:
    return [
        f"{place}: {package} {version} has {row['advisory']}, which {row['fixed']} has not ({row['source']})"
        for place, package, version in versions
        for row in advisories
        if canonicalize_name(row["package"]) == package and version < Version(row["fixed"])
    ]


def families(licence: str) -> set[str]:
    """``Apache-2.0 AND CNRI-Python`` -> both; ``?`` for what is none of them."""
    found, rest = set(), licence
    for family, pattern in FAMILIES.items():
        rest, count = re.subn(pattern, "", rest, flags=re.IGNORECASE)
        if count:
            found.add(family)
    return found or {"?"}


def stated(package: str) -> str:
    """The licence as the installed package states it: by an expression, in a word, or by its classifiers."""
    fields = metadata(package)
    word = fields.get("License-Expression") or fields.get("License") or ""
    if word and len(word) <= _LONG:
        return word
    return " ".join(line for line in fields.get_all("Classifier") or [] if line.startswith("License ::"))


# --- known faults


def test_no_lowest_version_that_is_promised_has_a_known_fault(root: Path) -> None:
    assert known_faults(promised(root), rows("advisories.csv")) == []


def test_a_version_with_a_known_fault_is_named_with_its_number() -> None:
    advisories = [{"package": "Filelock", "fixed": "3.20.1", "advisory": "CVE-2025-68146", "source": "https://x.test"}]
    versions = [("tox.ini minimal", "filelock", Version(given)) for given in ("3.16.0", "3.20.1")]
    assert known_faults(versions, advisories) == [
        "tox.ini minimal: filelock 3.16.0 has CVE-2025-68146, which 3.20.1 has not (https://x.test)"
    ]


def test_every_advisory_is_of_a_direct_dependency_and_says_who_says_so(root: Path) -> None:
    direct = {package for _, package, _ in promised(root)}
    for row in rows("advisories.csv"):
        assert canonicalize_name(row["package"]) in direct, row
        assert re.fullmatch(r"CVE-\d{4}-\d{4,}|GHSA(-[0-9a-z]{4}){3}|PYSEC-\d{4}-\d+", row["advisory"]), row
        assert row["source"].startswith("https://"), row


# --- licences


def test_every_direct_dependency_has_a_licence_that_may_be_used(root: Path) -> None:
    licences = {canonicalize_name(row["package"]): row["licence"] for row in rows("licences.csv")}
    needed = {canonicalize_name(each.name) for each in project(root)[""]}
    direct = {canonicalize_name(each.name) for group in project(root).values() for each in group}
    assert set(licences) == direct
    for package, licence in licences.items():
        assert families(licence) <= (MAY_BE_NEEDED if package in needed else MAY_BE_CHOSEN), (package, licence)


@pytest.mark.parametrize("row", rows("licences.csv"), ids=lambda row: row["package"])
def test_an_installed_package_states_the_licence_that_is_kept_of_it(row: dict[str, str]) -> None:
    try:
        licence = stated(row["package"])
    except PackageNotFoundError:
        pytest.skip(f"{row['package']} is not installed: it is of an extra")
    assert families(licence) <= families(row["licence"]), licence


@pytest.mark.parametrize(
    ("licence", "found"),
    [
        ("License :: OSI Approved :: GNU General Public License v3 (GPLv3)", {"GPL"}),
        ("LGPL-3.0-only", {"LGPL"}),
        ("AGPL-3.0-or-later", {"GPL"}),
        ("Apache Software License", {"Apache"}),
        ("SSPL-1.0", {"?"}),
        ("", {"?"}),
    ],
)
def test_a_licence_that_may_not_be_used_is_known_by_its_words(licence: str, found: set[str]) -> None:
    assert families(licence) == found
