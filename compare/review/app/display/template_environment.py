"""The words of a language -> a Jinja environment whose templates speak that language and escape every value."""

from functools import cache, partial
from importlib import resources

from jinja2 import Environment, FunctionLoader, StrictUndefined

from compare.review.app.display.messages import Words
from compare.review.app.display.static_files import file_url
from compare.review.app.preferences.shortcut_keys import key_label
from compare.review.app.requests.page_urls import url_segment
from reports.terms import CUTS, term


@cache
def template_environment(words: Words) -> Environment:
    """Made once for each language; a value that a template lacks is an error."""
    environment = Environment(
        loader=FunctionLoader(_template),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    install = environment.install_gettext_callables  # type: ignore[attr-defined] # added by the extension
    install(words.catalogue.gettext, words.catalogue.ngettext, newstyle=True)
    environment.globals.update(language=words.language, static=file_url)
    environment.filters["cut"] = partial(term, table=CUTS, words=words)
    environment.filters.update(number=words.number, score=words.score, date=words.date, key_label=key_label, url_segment=url_segment)
    return environment


def _template(name: str) -> str | None:
    file = resources.files("compare.review").joinpath("templates", name)
    return file.read_text(encoding="utf-8") if file.is_file() else None
