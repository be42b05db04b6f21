"""No call and no signature of the project has more than four values that only their place tells apart; further ones are named."""

import ast
from collections.abc import Iterator
from pathlib import Path

PACKAGES = ("compare", "reports", "schemas")
MOST = 4
# Numba compiles no keyword-only arguments, and what it compiles takes one array after the other.
COMPILED = "compare/duplicates/kernels/"
# The signature is that of the library whose seam it fits.
OF_A_LIBRARY = frozenset(["compare/sources/fetch/connect.py: def connect_tcp", "compare/sources/fetch/connect.py: connect_tcp(...)"])


def modules(root: Path) -> Iterator[tuple[str, ast.Module]]:
    for package in PACKAGES:
        for path in sorted((root / package).rglob("*.py")):
            place = path.relative_to(root).as_posix()
            if not place.startswith(COMPILED):
                yield place, ast.parse(path.read_text(encoding="utf-8"))


def by_place(arguments: ast.arguments) -> int:
    """How many values a signature takes by place; one that takes any number of like ones has no place to mistake."""
    named = [argument.arg for argument in (*arguments.posonlyargs, *arguments.args)]
    return 0 if arguments.vararg else len(named) - (named[:1] in (["self"], ["cls"]))


def own_callables(parsed: list[tuple[str, ast.Module]]) -> set[str]:
    """Names of the project's classes, and of its functions that do not take any number of values."""
    nodes = [node for _, module in parsed for node in ast.walk(module)]
    functions = [node for node in nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    return {node.name for node in nodes if isinstance(node, ast.ClassDef)} | {node.name for node in functions if not node.args.vararg}


def foreign(module: ast.Module) -> set[str]:
    """Names that a module has from a library."""
    imports = [node for node in ast.walk(module) if isinstance(node, ast.ImportFrom)]
    return {name.asname or name.name for node in imports if (node.module or "").partition(".")[0] not in PACKAGES for name in node.names}


def name_of(called: ast.expr) -> str:
    return called.id if isinstance(called, ast.Name) else called.attr if isinstance(called, ast.Attribute) else ""


def crowded(place: str, module: ast.Module, own_names: set[str]) -> Iterator[str]:
    own_names = own_names - foreign(module)
    for node in ast.walk(module):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and by_place(node.args) > MOST:
            yield f"{place}: def {node.name}"
        if isinstance(node, ast.Call):
            is_partial = name_of(node.func) == "partial" and bool(node.args)
            name = name_of(node.args[0] if is_partial else node.func)
            if name in own_names and len(node.args) - is_partial > MOST:
                yield f"{place}: {name}(...)"


def test_no_call_or_signature_has_more_than_four_values_by_place(root: Path) -> None:
    parsed = list(modules(root))
    own_names = own_callables(parsed)
    assert sorted({found for place, module in parsed for found in crowded(place, module, own_names)} - OF_A_LIBRARY) == []


def test_a_call_of_ones_own_with_five_values_by_place_is_found() -> None:
    module = ast.parse("def five(a, b, c, d, e): ...\nfive(1, 2, 3, 4, 5)\npartial(five, 1, 2, 3, 4, 5)\nfive(1, 2, 3, 4, e=5)")
    assert list(crowded("x.py", module, {"five"})) == ["x.py: def five", "x.py: five(...)", "x.py: five(...)"]
