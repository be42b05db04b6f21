"""Rows of outlets, the shipped ones and the user's over them -> the outlet that a host or a name stands for."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Literal

import regex

from compare.text.tokens import bare, key
from compare.user_tables.word_rows import Rows, split_rows

Kind = Literal["outlet", "agency"]  # an agency's texts are printed by outlets under its name

# Entries of a row before the other names and hosts: name, kind, language, country.
FIXED = 4
_HOST = regex.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,}")
# What stands before a host where the same pages are shown otherwise.
_DEVICE_PREFIXES = frozenset(["www", "m", "amp", "mobile", "mobi", "wap", "touch"])


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who publishes: one newsroom, however it is written and on whatever hosts it stands."""

    name: str
    kind: Kind
    language: str  # ISO 639-1; nothing where it has several or it is not known
    country: str  # ISO 3166-1 alpha-2, or nothing
    hosts: tuple[str, ...] = ()
    spellings: tuple[str, ...] = ()  # other names


@dataclass(frozen=True, slots=True, eq=False)
class Register:
    """All outlets, found by host and by name. Equal rows give one and the same object, by which what is made of it may be kept."""

    outlets: tuple[Outlet, ...]
    agencies: Mapping[str, str]  # a name or spelling of an agency in lower case -> the agency's name
    by_surface: Mapping[str, Outlet]
    by_bare: Mapping[str, Outlet]  # names and spellings without diacritics that only one outlet has

    def of_host(self, host: str) -> Outlet | None:
        """Whose pages stand there: the outlet of the host, else of the nearest host above it; ``thethao.tuoitre.vn`` is Tuổi Trẻ."""
        labels = plain_host(host).split(".")
        above = (".".join(labels[first:]) for first in range(len(labels) - 1))
        return next((self.by_surface[each] for each in above if each in self.by_surface), None)

    def named(self, name: str) -> Outlet | None:
        """The outlet of a name, a spelling or a host, in whatever case; of a name without diacritics (``TUOI TRE ONLINE``) too."""
        if is_host(name):
            return self.of_host(name)
        entry = surface(name)
        return self.by_surface.get(entry) or self.by_bare.get(entry)

    def canonical(self, name: str) -> str:
        """The name of the outlet that ``name`` stands for; ``name`` itself if the register knows none."""
        known = self.named(name)
        return known.name if known else name


def is_host(entry: str) -> bool:
    """Whether an entry reads as a host: ``VnExpress.net`` does, ``TP.HCM Online`` and ``S.P.`` do not."""
    return _HOST.fullmatch(entry.lower()) is not None


def plain_host(host: str) -> str:
    """A host in lower case without what stands before it for phones and the like."""
    labels = host.lower().strip(".").split(".")
    while len(labels) > 2 and labels[0] in _DEVICE_PREFIXES:
        del labels[0]
    return ".".join(labels)


def surface(entry: str) -> str:
    """What an entry is looked up by: a host as such, a name by its key, in which ``Vietnam+`` must not be the country's."""
    return plain_host(entry) if is_host(entry) else key(entry.replace("+", " plus "))


@cache
def register_of(own: Rows = ()) -> Register:
    """The shipped outlets with the user's over them.

    A user's row takes over what it writes: a shipped outlet whose name it has, with all hosts and spellings that no other row of the user
    has; of other shipped outlets the hosts and spellings that it has.
    """
    outlets = _with_own([outlet_of(row) for row in _shipped()], [outlet_of(row) for row in own])
    return Register(
        outlets,
        {name.lower(): outlet.name for outlet in outlets if outlet.kind == "agency" for name in (outlet.name, *outlet.spellings)},
        _by_surface(outlets),
        _by_bare(outlets),
    )


def outlet_of(row: Sequence[str]) -> Outlet:
    """The outlet of a checked row; a name that reads as a host is one too."""
    name, kind, language, country, *others = row
    hosts = dict.fromkeys(plain_host(entry) for entry in (name, *others) if is_host(entry))
    spellings = tuple(entry for entry in others if not is_host(entry))
    return Outlet(name, "agency" if kind == "agency" else "outlet", language, country, tuple(hosts), spellings)


def _shipped() -> list[Sequence[str]]:
    text = (files("compare.outlets") / "outlets.csv").read_text(encoding="utf-8")
    return [row for _, row in split_rows(text, "outlets.csv")]


def _with_own(shipped: Iterable[Outlet], own: Sequence[Outlet]) -> tuple[Outlet, ...]:
    taken = _by_surface(own)
    heirs: dict[Outlet, list[Outlet]] = {outlet: [] for outlet in own}
    kept: list[Outlet] = []
    for outlet in shipped:
        hosts = tuple(host for host in outlet.hosts if host not in taken)
        spellings = tuple(name for name in outlet.spellings if surface(name) not in taken)
        heir = taken.get(surface(outlet.name))
        (heirs[heir] if heir else kept).append(replace(outlet, hosts=hosts, spellings=spellings))
    return (*(_joined(outlet, heirs[outlet]) for outlet in own), *kept)


def _joined(outlet: Outlet, taken: Iterable[Outlet]) -> Outlet:
    hosts = [*outlet.hosts, *(host for other in taken for host in other.hosts)]
    spellings = [*outlet.spellings, *(name for other in taken for name in other.spellings)]
    return replace(outlet, hosts=tuple(hosts), spellings=tuple(spellings))


def _by_bare(outlets: Iterable[Outlet]) -> dict[str, Outlet]:
    named = [(bare(surface(entry)), outlet) for outlet in outlets for entry in (outlet.name, *outlet.spellings)]
    count = Counter(entry for entry, _ in dict.fromkeys(named))
    return {entry: outlet for entry, outlet in named if count[entry] == 1}


def _by_surface(outlets: Iterable[Outlet]) -> dict[str, Outlet]:
    return {surface(entry): outlet for outlet in outlets for entry in (outlet.name, *outlet.spellings, *outlet.hosts)}
