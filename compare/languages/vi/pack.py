"""The Vietnamese pack."""

from compare.languages.language_pack import LanguagePack
from compare.languages.vi.acts import ACTS
from compare.languages.vi.altered import ALTERED
from compare.languages.vi.clauses import CLAUSES
from compare.languages.vi.dates import DATES
from compare.languages.vi.fact_slots import FACTS
from compare.languages.vi.numbers import NUMBERS
from compare.languages.vi.scrape import SCRAPE
from compare.languages.vi.slots import SLOTS
from compare.languages.vi.words import SENTENCES

VIETNAMESE = LanguagePack(code="vi", name="Tiếng Việt", sentences=SENTENCES, scrape=SCRAPE, numbers=NUMBERS, dates=DATES, slots=SLOTS, altered=ALTERED, clauses=CLAUSES, facts=FACTS, acts=ACTS, written_in_syllables=True)
