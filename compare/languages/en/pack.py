"""The English pack."""

from compare.languages.en.acts import ACTS
from compare.languages.en.altered import ALTERED
from compare.languages.en.clauses import CLAUSES
from compare.languages.en.dates import DATES
from compare.languages.en.fact_slots import FACTS
from compare.languages.en.numbers import NUMBERS
from compare.languages.en.scrape import SCRAPE
from compare.languages.en.slots import SLOTS
from compare.languages.en.words import SENTENCES
from compare.languages.language_pack import LanguagePack

ENGLISH = LanguagePack(code="en", name="English", sentences=SENTENCES, scrape=SCRAPE, numbers=NUMBERS, dates=DATES, slots=SLOTS, altered=ALTERED, clauses=CLAUSES, facts=FACTS, acts=ACTS)
