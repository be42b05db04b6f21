"""Every setting with every extreme value, as a settings file has it -> those that are refused by name, and those that have to work."""

from dataclasses import fields
from pathlib import Path

from compare.errors import SettingsError
from compare.settings import Settings, load, table

VALUES = (
    "0",
    "-1",
    "1",
    "0.5",
    "-0.0",
    "1e300",
    "-1e300",
    "5e-324",
    "nan",
    "inf",
    "-inf",
    str(2**31 - 1),
    str(2**31),
    str(2**32 - 1),
    str(2**32),
    str(2**53),
    str(2**63 - 1),
    str(2**63),
    str(10**400),
    "9" * 5_000,
    "0x" + "f" * 5_000,
    "true",
    "false",
    '""',
    '" "',
    '"0"',
    '"\\u0000"',
    '"\\n"',
    '"~nobody-of-this-name/x"',
    '"/dev/null/x"',
    f'"{"x" * 5_000}"',
    "[]",
    "[[]]",
    "[1]",
    '[["a", "b"]]',
    "[[[]]]",
    "{}",
    "2024-05-01",
    "08:15:32",
)
NUMBERS = [row.name for row in table() if isinstance(row.default, (int, float)) and not isinstance(row.default, bool)]


def loaded(name: str, value: str, folder: Path) -> Settings | SettingsError:
    """What a file with that one line comes to."""
    part, setting = name.split(".")
    path = folder / "settings.toml"
    path.write_text(f"[{part}]\n{setting} = {value}\n", encoding="utf-8")
    try:
        return load(path)
    except SettingsError as error:
        return error


def accepted(folder: Path) -> list[tuple[str, str]]:
    """Settings and values that are taken and are not the default: of a number the lowest and the highest, of others each."""
    kept: list[tuple[str, str]] = []
    for row in table():
        part, name = row.name.split(".")
        taken: dict[object, str] = {}
        for value in (*VALUES, *_ends(part, name)):
            found = loaded(row.name, value, folder)
            if isinstance(found, Settings) and found != Settings():
                taken.setdefault(getattr(getattr(found, part), name), value)
        ends = [taken[end] for end in {min(taken), max(taken)}] if row.name in NUMBERS and taken else list(taken.values())
        kept += [(row.name, value) for value in ends]
    return kept


def _ends(part: str, name: str) -> list[str]:
    """Of a number, as the table of settings has them."""
    (row,) = (each for each in fields(getattr(Settings(), part)) if each.name == name)
    return [str(row.metadata[end]) for end in ("low", "high") if end in row.metadata]
