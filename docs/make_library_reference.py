"""Sources of what `import compare` offers -> ``docs/library-reference.md``: every name with its signature and docstring, and the tables.

``python docs/make_library_reference.py`` writes it anew, and a test holds it equal to the sources.
"""

import ast
from inspect import cleandoc
from pathlib import Path

import compare
from compare.library.row_columns import COLUMNS, MEANINGS, TABLES

PAGE = Path(__file__).with_name("library-reference.md")
_PACKAGE = Path(__file__).parents[1] / "compare"
_HEAD = """\
# Reference of the library

Every name behind `import compare`, in the order of the alphabet within each part. [library.md](library.md) shows how they are used,
[stability.md](stability.md) says what will stay. This page is made of the sources by `python docs/make_library_reference.py`.
"""
_LINE = 100  # characters of a signature
_PAGE = 140  # characters of any line of code
_TYPES = {str: "text", int: "whole number", float: "number", bool: "true or false"}

Sources = dict[str, ast.Module]


def reference() -> str:
    """The whole page."""
    homes = _homes()
    sources = {home: _parsed(home) for home in set(homes.values())}
    aliases = _aliases()
    parts: dict[str, list[str]] = {"Functions": [], "Values": [], "Types and tables": [], "Errors": []}
    for name in sorted(homes, key=str.casefold):
        part, section = _section(name, _defined(name, sources[homes[name]]), aliases)
        parts[part].append(f"### `{name}`\n\n{section}")
    written = [f"## {part}\n\n" + "\n\n".join(section) for part, section in parts.items()]
    return "\n\n".join([_HEAD.rstrip(), *written, _tables()]) + "\n"


def _homes() -> dict[str, str]:
    """Name -> module, as type checkers read them."""
    (block,) = [node for node in _parsed("compare").body if isinstance(node, ast.If)]
    found = {alias.name: node.module or "" for node in block.body if isinstance(node, ast.ImportFrom) for alias in node.names}
    return {name: found[name] for name in compare.__all__}


def _parsed(module: str) -> ast.Module:
    path = _PACKAGE.joinpath(*module.split(".")[1:])
    return ast.parse((path / "__init__.py" if path.is_dir() else path.with_suffix(".py")).read_text(encoding="utf-8"))


def _aliases() -> dict[str, ast.expr]:
    """Short names of types that the sources use and `import compare` does not offer."""
    found: dict[str, ast.expr] = {}
    for path in [*sorted((_PACKAGE / "library").glob("*.py")), _PACKAGE / "model.py", _PACKAGE / "story_result.py"]:
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                name = node.targets[0].id
                if name[0].isupper() and not name.isupper() and name not in compare.__all__:
                    found[name] = node.value
    return found


def _defined(name: str, module: ast.Module) -> ast.stmt:
    for node in module.body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and node.name == name:
            return node
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == name:
            return node
        if isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == name:
            return node
    raise LookupError(name)


def _section(name: str, node: ast.stmt, aliases: dict[str, ast.expr]) -> tuple[str, str]:
    """The part that a name stands in, and what is said of it."""
    if isinstance(node, ast.FunctionDef):
        return "Functions", f"{_code(_signature(node, aliases))}\n\n{_docstring(node)}"
    if isinstance(node, ast.ClassDef):
        part = "Errors" if name.endswith("Error") else "Values"
        shown = f"class {name}({', '.join(map(ast.unparse, node.bases))})" if node.bases else f"class {name}"
        fields = [_field(row, aliases) for row in node.body if isinstance(row, ast.AnnAssign)]
        methods = [row for row in node.body if isinstance(row, ast.FunctionDef) and not row.name.startswith("_")]
        body = "".join(f"\n    {field}" for field in fields)
        below = [f"{_code(_signature(method, aliases))}\n\n{_docstring(method)}" for method in methods]
        return part, "\n\n".join([_code(shown + (":" + body if body else "")), _docstring(node), *below])
    if isinstance(node, ast.AnnAssign):
        return "Types and tables", f"{_code(_field(node, aliases))}\n\nThe columns of each table of `to_rows`, in order, with their types."
    return "Types and tables", _code(_alias(ast.unparse(_Spelled(aliases).visit(node))))


def _alias(line: str) -> str:
    """One choice a line where all of them are too many for one, as ruff would set them."""
    head, _, choices = line.partition("Literal[")
    if len(line) <= _PAGE or not choices:
        return line
    return f"{head}Literal[\n" + "".join(f"    {choice},\n" for choice in choices.removesuffix("]").split(", ")) + "]"


def _field(node: ast.AnnAssign, aliases: dict[str, ast.expr]) -> str:
    return f"{ast.unparse(node.target)}: {_type(node.annotation, aliases)}"


def _type(annotation: ast.expr, aliases: dict[str, ast.expr]) -> str:
    """Written out; a type that is quoted since it comes later in its file is shown as the others."""
    if isinstance(annotation, ast.Constant) and isinstance(annotation.value, str):
        annotation = ast.parse(annotation.value, mode="eval").body
    return ast.unparse(_Spelled(aliases).visit(annotation))


def _signature(node: ast.FunctionDef, aliases: dict[str, ast.expr]) -> str:
    """One argument a line where all of them are too many for one."""
    rows = _rows(node.args, aliases)
    answer = f" -> {_type(node.returns, aliases)}" if node.returns else ""
    line = f"{node.name}({', '.join(rows)}){answer}"
    return line if len(line) <= _LINE else f"{node.name}(\n" + "".join(f"    {row},\n" for row in rows) + f"){answer}"


def _rows(arguments: ast.arguments, aliases: dict[str, ast.expr]) -> list[str]:
    positional = [*arguments.posonlyargs, *arguments.args]
    defaults = [None] * (len(positional) - len(arguments.defaults)) + list(arguments.defaults)
    rows = [_row(*pair, aliases) for pair in zip(positional, defaults, strict=True) if pair[0].arg != "self"]
    if arguments.kwonlyargs:
        rows += ["*", *(_row(*pair, aliases) for pair in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True))]
    return rows


def _row(argument: ast.arg, default: ast.expr | None, aliases: dict[str, ast.expr]) -> str:
    shown = f"{argument.arg}: {_type(argument.annotation, aliases)}" if argument.annotation else argument.arg
    return shown + (f" = {ast.unparse(default)}" if default else "")


class _Spelled(ast.NodeTransformer):
    """Aliases written out."""

    def __init__(self, aliases: dict[str, ast.expr]) -> None:
        self._aliases = aliases

    def visit_Name(self, node: ast.Name) -> ast.expr:
        """The type behind a name, if it is one of those."""
        spelled: ast.expr = self.visit(self._aliases[node.id]) if node.id in self._aliases else node
        return spelled


def _docstring(node: ast.FunctionDef | ast.ClassDef) -> str:
    return cleandoc(ast.get_docstring(node) or "").replace("``", "`")


def _code(text: str) -> str:
    """With the quotes that the formatter wants, and ``ast`` does not write."""
    quoted = text.replace("'", '"')
    return f"```python\n{quoted}\n```"


def _tables() -> str:
    paragraphs = [
        "## Tables of `to_rows`",
        "A cell is `None` where there is nothing to tell; a column means the same in each table that has it.",
    ]
    paragraphs.append("\n".join(["| table | a row is | columns |", "|---|---|---|", *map(_table, TABLES)]))
    rows = [f"| `{name}` | {_TYPES[kind]} | {meaning} |" for name, (kind, meaning) in COLUMNS.items()]
    paragraphs.append("\n".join(["| column | type | meaning |", "|---|---|---|", *rows]))
    return "\n\n".join(paragraphs)


def _table(name: compare.Table) -> str:
    return f"| `{name}` | {MEANINGS[name]} | {', '.join(f'`{column}`' for column in TABLES[name])} |"


if __name__ == "__main__":
    PAGE.write_text(reference(), encoding="utf-8")
