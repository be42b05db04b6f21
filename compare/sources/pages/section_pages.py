"""The lines extracted from a page -> whether they are teasers of a section or front page, which is no article."""

from collections.abc import Sequence

from compare.sources.pages.text_blocks import Block, is_link

SECTION = "is a section or front page, which tells of many articles; save each article's own page"
_LEAST_TEASERS = 4
_LEAST_SHARE = 0.5  # of the letters taken


def is_section(page: Sequence[Block], lines: Sequence[str]) -> bool:
    """Whether most of the lines are headlines that are links, or stand right under one.

    A list of things to buy has such headlines too, but more than one line under each.
    """
    own = set(lines)
    teasers: list[str] = []
    headlines = 0
    under = False
    for block in page:
        if _is_link_of_another(block):
            headlines += 1
            under = True
            teasers += [block.text] if block.text in own else []
        elif under and block.text in own:
            teasers.append(block.text)
            under = False
    teaser_size = sum(map(len, teasers))
    return headlines >= _LEAST_TEASERS <= len(teasers) and teaser_size >= _LEAST_SHARE * sum(map(len, lines))


def _is_link_of_another(block: Block) -> bool:
    """A headline or a line by itself that leads to another page, not to a place in this one."""
    if not is_link(block):
        return False
    link = next((each for each in (block.element, *block.element.iterancestors()) if each.tag == "a"), None)
    link = link if link is not None else next(block.element.iter("a"))
    return not (link.get("href") or "#").startswith(("#", "javascript:", "mailto:"))
