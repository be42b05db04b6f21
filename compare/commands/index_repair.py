"""The commands `tellings index compact` and `repair`: an index -> the same in one segment; damaged segments -> an index again."""

import argparse
from typing import TYPE_CHECKING

from compare.commands.outcome import DONE

if TYPE_CHECKING:
    from compare.system.console import Console


def compact_index(given: argparse.Namespace, console: "Console") -> int:
    """Join all segments into one."""
    from compare.duplicates.index.open_index import open_index
    from compare.duplicates.index.writer import open_writer

    open_index(given.index)  # an index is not made by compacting none
    with open_writer(given.index, None) as writer:
        count = writer.compact()
    console.say(f"{count} segments are one now" if count else "there is one segment at most: nothing to do", joined=count)
    return DONE


def repair_index(given: argparse.Namespace, console: "Console") -> int:
    """Say what was left out, what is lost and how much was signed again."""
    from compare.duplicates.index.repair import repair
    from compare.duplicates.kernels.choose_kernels import kernels_for
    from compare.settings import Settings

    done = repair(given.index, lambda paragraphs: kernels_for(paragraphs, Settings().duplicates))
    for each in done.left_out:
        console.say(f"left out {each.name}: it {each.why}; the file stays where it is", segment=each.name)
    for lost in done.lost:
        console.say(f"lost: paragraphs {lost.first} to {lost.end - 1}", first=lost.first, paragraphs=lost.paragraphs)
    if done.unread:
        console.say(f"the manifest that could not be read is {done.unread} now")
    if not done.changed:
        console.say("every byte is as it was written: nothing to repair")
        return DONE
    lost_now = sum(lost.paragraphs for lost in done.lost)
    console.say(
        f"{done.index.paragraph_count} paragraphs in {len(done.index.segments)} segments are an index again; "
        f"{done.signed} of them were signed anew, {lost_now} are lost",
        paragraphs=done.index.paragraph_count,
        signed=done.signed,
        lost=lost_now,
        left_out=len(done.left_out),
    )
    return DONE
