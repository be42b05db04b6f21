"""The command ``tellings``: arguments -> exit status 0 done, 1 failed, 2 wrong usage, 130 or 143 interrupted.

Heavy libraries load inside the command that uses them.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from dataclasses import asdict
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from compare.arguments import settings_of
from compare.completion import answer
from compare.options import Command, parser_of

if TYPE_CHECKING:
    from compare.console import Console
    from compare.model import Skipped
    from compare.publish import Published
    from compare.review.events import Event
    from compare.settings import Settings
    from compare.sources.read import Intake
    from compare.stories.group import FoundStory

_DONE, _FAILED = 0, 1
_SHOWN_SKIPPED = 20
_COMPARED_ANYHOW = 2  # articles, whatever they tell


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; errors of our own tree are told in one line, never as a traceback."""
    typed = sys.argv[1:] if arguments is None else list(arguments)
    parser = parser_of(_COMMANDS)
    answer(parser)
    if not typed:
        parser.print_help()
        return _DONE
    given = parser.parse_args(typed)
    from compare.console import Console
    from compare.errors import TellingsError
    from compare.interrupt import asked_by_signals

    # One story's matrices are small: a second BLAS thread only spins (a tenth of a small run), and stories have processes of their own.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    console = Console(sys.stderr, getattr(given, "quiet", False), getattr(given, "log_format", "text"), sys.stdout)
    command: Command = given.command
    with asked_by_signals() as interrupts:
        try:
            return command(given, console)
        except BrokenPipeError:
            sys.stderr.close()
            return _DONE
        except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - the program's edge
            if interrupts or isinstance(error, KeyboardInterrupt):  # a library may make an error of its own of the signal
                console.fail("interrupted; finished files stand, no half ones")
                return interrupts.status
            console.fail(str(error) if isinstance(error, TellingsError) else _kept_fault(error, getattr(given, "out", None)))
            return _FAILED


def _kept_fault(error: Exception, out: Path | None) -> str:
    """One line on an unexpected error, with the place of its full report: the folder of the output, or that of temporary files."""
    from tempfile import mkdtemp

    from compare.errors import TellingsError
    from compare.faults import NAME, fault_of, report_of
    from compare.output import write

    said = f"a fault of tellings ({type(error).__name__})"
    try:
        is_folder = out is not None and (out.is_dir() or not (out.exists() or out.suffix))
        folder = out if out is not None and is_folder else Path(mkdtemp(prefix="tellings-"))
        write(folder / NAME, report_of([fault_of(error, "running a command")], quoted=False))
    except (OSError, TellingsError) as problem:
        return f"{said}; its report is not kept: {problem}"
    return f"{said}; the full report is {folder / NAME}"


def _read_decisions(path: Path | None) -> "tuple[Event, ...]":
    if path is None:
        return ()
    from compare.review.decisions import read_decisions

    return read_decisions(path)


def _compare(given: argparse.Namespace, console: "Console") -> int:
    from compare.sources.fetch.fetch import fetch_pages, is_url
    from compare.sources.fetch.world import World
    from compare.sources.read import Beside, read_inputs, require_articles

    settings = settings_of(given, console)
    decisions = _read_decisions(given.decisions)
    urls = [each for each in given.inputs if is_url(each)]
    pages = fetch_pages(urls, settings.fetch, World(tell=console.say)) if urls else ()
    stdin = sys.stdin.buffer if "-" in given.inputs else None
    with console.counting("names looked at", "files read") as (looked, read):
        beside = Beside(pages=pages, looked=looked, read=read)
        intake = read_inputs([each for each in given.inputs if not is_url(each)], settings.input, stdin, beside)
    require_articles(intake)  # before what was skipped is told, which is all that it tells
    _tell_skipped(intake.skipped, console)
    from compare.defer import defer
    from compare.publish import Target, now, publish

    defer()
    intake, found = _grouped(intake, settings, console) if given.stories == "auto" else _looked_at(intake, settings, console)
    target = Target(given.out, now(), given.force, given.lang, given.full_text, decisions, given.index, found)
    published = publish(intake, settings, target, console)
    _tell_finding(published, len(intake.skipped), console)
    return _FAILED if published.faults or (given.strict and intake.skipped) else _DONE


def _tell_finding(published: "Published", skipped: int, console: "Console") -> None:
    from compare.console import counted

    stories = (counted(published.stories, "story", "stories"),) if published.stories > 1 else ()
    parts = (
        *stories,
        counted(published.articles, "article"),
        counted(published.claims, "claim"),
        counted(published.disputes, "dispute"),
        *((f"{skipped} skipped",) if skipped else ()),
    )
    facts = asdict(published) | {"page": str(published.page), "skipped": skipped}
    console.find(f"{', '.join(parts)}; open {published.page}", **facts)


def _grouped(intake: "Intake", settings: "Settings", console: "Console") -> "tuple[Intake, tuple[FoundStory, ...]]":
    """The articles under the stories that were found for them."""
    from dataclasses import replace

    from compare.console import counted
    from compare.stories.group import group_stories

    console.say(f"grouping {counted(len(intake.articles), 'article')} by their texts", articles=len(intake.articles))
    grouping = group_stories(intake.articles, settings)
    for warning in grouping.warnings:
        console.say(warning)
    alone = sum(len(story.members) == 1 for story in grouping.stories)
    several = len(grouping.stories) - alone
    console.say(f"stories told by several articles: {several}; by one article alone: {alone}", stories=several, alone=alone)
    return replace(intake, articles=grouping.articles, skipped=(*intake.skipped, *grouping.skipped)), grouping.stories


def _looked_at(intake: "Intake", settings: "Settings", console: "Console") -> "tuple[Intake, tuple[FoundStory, ...]]":
    """The articles as they are; those that name no story and tell of several things are told of, or grouped as the settings say."""
    from dataclasses import replace

    from compare.stories.unnamed import things_told

    unnamed = tuple(article for article in intake.articles if article.story is None)
    things = things_told(unnamed, settings) if len(unnamed) > _COMPARED_ANYHOW else 1
    if things < 2:
        return intake, ()
    told = f"{len(unnamed)} articles name no story and tell of {things} different things"
    if settings.stories.unnamed == "group":
        console.say(f"{told} (stories.unnamed = group)", articles=len(unnamed), things=things)
        grouped, found = _grouped(replace(intake, articles=unnamed), settings, console)
        named = tuple(article for article in intake.articles if article.story is not None)
        return replace(intake, articles=(*named, *grouped.articles)), found
    console.say(
        f"{told}: they stand in one document, and only sentences on one of them are compared; --stories auto makes a story of each",
        articles=len(unnamed),
        things=things,
    )
    return intake, ()


def _tell_skipped(skipped: Sequence["Skipped"], console: "Console") -> None:
    from compare.sources.read import told_together

    lines = told_together(skipped)
    for place, reason in lines[:_SHOWN_SKIPPED]:
        console.say(f"skipped {place}: {reason}", place=place)
    if len(lines) > _SHOWN_SKIPPED:
        console.say(f"skipped {len(lines) - _SHOWN_SKIPPED} more; all stand in the document")


def _duplicates(given: argparse.Namespace, console: "Console") -> int:
    from compare.defer import defer

    settings = settings_of(given, console)
    defer()
    from compare.archive import SUMMARY, Target, find_duplicates
    from compare.console import counted
    from compare.publish import now

    summary = find_duplicates(given.inputs, settings, Target(given.out, now(), given.force), console)
    counts, skipped = summary["counts"], summary["skipped"]
    shown = skipped["first"][:_SHOWN_SKIPPED]
    for item in shown:
        console.say(f"skipped {item['place']}: {item['why']}", place=item["place"])
    if skipped["count"] > len(shown):
        console.say(f"skipped {skipped['count'] - len(shown)} more; {SUMMARY} counts them by reason")
    console.find(
        f"{counted(counts['articles'], 'article')}, {skipped['count']} skipped; {counted(counts['clusters'], 'cluster')} of "
        f"{counts['members']} of {counted(counts['paragraphs'], 'paragraph')}; open {given.out / SUMMARY}",
        **counts,
    )
    return _FAILED if given.strict and skipped["count"] else _DONE


def _demo(given: argparse.Namespace, console: "Console") -> int:
    from compare.defer import defer
    from compare.demo import examples_folder
    from compare.publish import Target, now, publish
    from compare.settings import Settings
    from compare.sources.read import read_inputs

    defer()
    faults = 0
    for language in ("vi", "en"):
        intake = read_inputs([str(examples_folder() / language)], Settings().input)
        published = publish(intake, Settings(), Target(given.out / language, now(), given.force, given.lang, given.full_text), console)
        faults += published.faults
        _tell_finding(published, len(intake.skipped), console)
    return _FAILED if faults else _DONE


def _evaluate(given: argparse.Namespace, console: "Console") -> int:
    from compare.evaluate.evaluate import evaluate
    from compare.evaluate.tell import as_document, as_text, counted
    from compare.output import as_json, write
    from compare.stored import load_document

    evaluation = evaluate(given.gold, given.docs, load_document)
    document = as_json(as_document(evaluation, given.misses))
    if given.out:
        write(given.out, document, force=given.force)
        console.say(f"{counted(evaluation)}; written: {given.out}")
    if not (given.quiet and given.out):
        if isinstance(sys.stdout, TextIOWrapper):  # an article's words must not end the run where the terminal cannot show them
            sys.stdout.reconfigure(errors="backslashreplace")
        print(document if given.format == "json" else as_text(evaluation, given.misses), end="")
    return _DONE


def _report(given: argparse.Namespace, console: "Console") -> int:
    from compare.reporting import Wanted, write_reports

    wanted = Wanted(
        given.document,
        given.out,
        given.format,
        language=given.lang,
        full_text=given.full_text,
        decisions=_read_decisions(given.decisions),
        force=given.force,
    )
    return _FAILED if write_reports(wanted, console) else _DONE


def _review(given: argparse.Namespace, console: "Console") -> int:
    from compare.review.app.serve import Wish, login_name, serve

    def tell(link: str) -> None:
        print(link, flush=True)
        console.say(f"review of {given.path}: follow the link above, it opens one browser, once; Ctrl-C ends the review")

    reviewer = login_name() if given.reviewer is None else given.reviewer
    kept = serve(Wish(path=given.path, port=given.port, reviewer=reviewer, language=given.lang), tell, console.fail)
    console.say(f"the review is closed; decisions are kept in {kept}")
    return _DONE


def _schema(given: argparse.Namespace, _: "Console") -> int:
    from schemas.check import schema_text

    print(schema_text(given.name), end="")
    return _DONE


def _settings(_: argparse.Namespace, __: "Console") -> int:
    from compare.settings import table

    rows = table()
    width = max(len(row.name) for row in rows)
    for row in rows:
        print(f"{row.name:{width}}  {row.default!s:>12}  {row.meaning}")
    return _DONE


def _validate(given: argparse.Namespace, console: "Console") -> int:
    from compare.validating import validate

    return _FAILED if validate(given.files, console) else _DONE


def _completion(given: argparse.Namespace, _: "Console") -> int:
    from compare.completion import script

    print(script(given.shell), end="")
    return _DONE


_COMMANDS: dict[str, Command] = {
    "compare": _compare,
    "completion": _completion,
    "demo": _demo,
    "duplicates": _duplicates,
    "evaluate": _evaluate,
    "report": _report,
    "review": _review,
    "schema": _schema,
    "settings": _settings,
    "validate": _validate,
}


if __name__ == "__main__":
    sys.exit(main())
