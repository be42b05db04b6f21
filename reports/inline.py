"""A template, its style and its script -> one file that asks for nothing, under a policy that names both by their hashes."""

import base64
import hashlib
from functools import cache, partial
from importlib import resources
from typing import TYPE_CHECKING

from reports.engine_messages import translate_message
from reports.report_words import Words
from reports.terms import CREDITS, CUTS, KINDS, ORIGINS, PRECISIONS, RULES, slot_of, term, value_of

if TYPE_CHECKING:
    from jinja2 import Environment

# No source is allowed but the two inline blocks; the empty icon keeps a browser from asking a server for one.
_POLICY = "default-src 'none'; style-src '{style}'; script-src '{script}'; img-src data:; base-uri 'none'; form-action 'none'"

_FILTERS = {"slot": slot_of, "value": value_of, "told": translate_message}
_TERMS = {"credit": CREDITS, "cut": CUTS, "kind": KINDS, "origin": ORIGINS, "precision": PRECISIONS, "rule": RULES}


def fill_template(template: str, values: dict[str, object], static: tuple[str, str], words: Words) -> str:
    """The template with values put in, always escaped; ``static`` names the style sheet and the script that stand in it."""
    from markupsafe import Markup

    style, script = (_static(name) for name in static)
    policy = _POLICY.format(style=_hash(style), script=_hash(script))
    # Style and script are files of this package and hold no word of an article, so they alone are not escaped.
    return environment(words).get_template(template).render(**values, policy=policy, style=Markup(style), script=Markup(script))  # noqa: S704


@cache
def environment(words: Words) -> "Environment":
    """Templates that escape every value and speak one language."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    made = Environment(
        loader=FunctionLoader(_template),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=["jinja2.ext.i18n"],
    )
    install = made.install_gettext_callables  # type: ignore[attr-defined] # added by the extension
    install(words.catalogue.gettext, words.catalogue.ngettext, newstyle=True)
    # A page of a folder says which it is and where in the folder an anchor stands; in a report of one page all is in the page.
    made.globals |= {"language": words.language, "part": None, "homes": {}}
    made.filters.update(number=words.number, score=words.score, share=words.share, date=words.date)
    made.filters.update({name: partial(filter_of, words=words) for name, filter_of in _FILTERS.items()})
    made.filters.update({name: partial(term, table=table, words=words) for name, table in _TERMS.items()})
    return made


def _template(name: str) -> str | None:
    file = resources.files("reports").joinpath("templates", name)
    return file.read_text(encoding="utf-8") if file.is_file() else None


def _static(name: str) -> str:
    return resources.files("reports").joinpath("static", name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
