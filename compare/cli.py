"""The command ``tellings``: arguments -> exit status 0 done, 1 failed, 2 wrong usage.

Heavy libraries load inside the command that uses them.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from compare.arguments import some_input, some_path

if TYPE_CHECKING:
    from compare.console import Console
    from compare.model import Skipped
    from compare.review.events import Event
    from compare.settings import Settings
    from compare.sources.read import Intake
    from compare.stories.group import FoundStory

Command = Callable[[argparse.Namespace, "Console"], int]
_DONE, _FAILED, _INTERRUPTED = 0, 1, 130
_SHOWN_SKIPPED = 20


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; errors of our own tree are told in one line, never as a traceback."""
    given = _parser().parse_args(arguments)
    from compare.console import Console
    from compare.errors import TellingsError

    # One story's matrices are small: a second BLAS thread only spins (a tenth of a small run), and stories have processes of their own.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    console = Console(sys.stderr, getattr(given, "quiet", False), getattr(given, "log_format", "text"))
    command: Command = given.command
    try:
        return command(given, console)
    except TellingsError as error:
        console.fail(str(error))
        return _FAILED
    except KeyboardInterrupt:
        console.fail("interrupted; finished files stand, no half ones")
        return _INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()
        return _DONE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="tellings", description="Who agrees, who adds detail, who conflicts and who is silent, claim by claim."
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version and exit")
    commands = parser.add_subparsers(
        required=True, metavar="{compare,demo,duplicates,evaluate,fetch,index,report,review,schema,settings,validate}"
    )
    compare = commands.add_parser("compare", help="compare articles; one document and one report a story")
    compare.add_argument(
        "inputs", nargs="+", type=some_input, metavar="INPUT", help="file or folder of articles, address of a page, or - for standard input"
    )
    compare.add_argument("--out", type=some_path, required=True, metavar="DIR", help="where the documents and reports go")
    compare.add_argument("--settings", type=some_path, metavar="FILE", help="TOML file; `tellings settings` lists what it may hold")
    compare.add_argument(
        "--stories", choices=["given", "auto"], default="given", help="stories as the articles name them (given), or found by their texts"
    )
    _add_report_options(compare)
    _add_decisions(compare)
    compare.add_argument(
        "--index", type=some_path, metavar="INDEX", help="index to ask where paragraphs have stood before (tellings index)"
    )
    compare.add_argument("--strict", action="store_true", help="exit 1 if anything was skipped")
    _add_output_options(compare)
    compare.set_defaults(command=_compare)
    demo = commands.add_parser("demo", help="compare the two stories that come with the program")
    demo.add_argument("--out", type=some_path, default=Path("tellings-demo"), metavar="DIR", help="where they go (tellings-demo)")
    _add_report_options(demo)
    _add_output_options(demo)
    demo.set_defaults(command=_demo)
    _add_duplicates(commands.add_parser("duplicates", help="find near-duplicate paragraphs in an archive of any size"))
    _add_evaluate(commands.add_parser("evaluate", help="score comparison documents against labelled stories"))
    _add_fetch(commands.add_parser("fetch", help="save pages of the network as files that can be compared"))
    _add_index(commands.add_parser("index", help="keep paragraphs and ask where they have stood before"))
    report = commands.add_parser("report", help="make a report from a comparison document")
    report.add_argument("document", type=some_path, metavar="COMPARISON")
    report.add_argument("--format", choices=["html", "markdown", "csv", "claimreview"], default="html", help="what to make (html)")
    report.add_argument("--out", type=some_path, required=True, metavar="FILE")
    _add_report_options(report)
    _add_decisions(report)
    _add_output_options(report)
    report.set_defaults(command=_report)
    _add_review(commands.add_parser("review", help="review claims and clusters in a browser on this machine"))
    schema = commands.add_parser("schema", help="print a JSON Schema")
    schema.add_argument("name", choices=["article", "claimreview", "comparison", "decision", "duplicates", "gold", "settings"])
    schema.set_defaults(command=_schema)
    settings = commands.add_parser("settings", help="list every setting with its default and meaning")
    settings.set_defaults(command=_settings)
    validate = commands.add_parser(
        "validate", help="check comparison documents: their schema, and that everything in them stands where it says"
    )
    validate.add_argument("files", nargs="+", type=some_path, metavar="FILE")
    validate.set_defaults(command=_validate)
    return parser


def _add_duplicates(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "inputs", nargs="+", type=some_input, metavar="INPUT", help="JSONL or Parquet file of articles, text file, or folder of these"
    )
    parser.add_argument("--out", type=some_path, required=True, metavar="DIR", help="where the clusters and their summary go")
    parser.add_argument("--settings", type=some_path, metavar="FILE", help="TOML file; `tellings settings` lists what it may hold")
    parser.add_argument("--strict", action="store_true", help="exit 1 if anything was skipped")
    _add_output_options(parser)
    parser.set_defaults(command=_duplicates)


def _add_evaluate(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--gold", type=some_path, required=True, metavar="DIR", help="folder of labelled stories; `tellings schema gold` has the form"
    )
    parser.add_argument(
        "--docs",
        type=some_path,
        nargs="+",
        default=[],
        metavar="PATH",
        help="comparison documents, folders that `tellings compare` wrote, or JSONL articles to compare now (the folder of --gold)",
    )
    parser.add_argument("--out", type=some_path, metavar="FILE", help="write the figures and the worst misses there, as JSON")
    parser.add_argument("--format", choices=["text", "json"], default="text", help="what standard output gets (text)")
    parser.add_argument("--misses", type=_count, default=10, metavar="N", help="misses shown of each kind (10); the rest is counted")
    _add_output_options(parser)
    parser.set_defaults(command=_evaluate)


def _add_fetch(parser: argparse.ArgumentParser) -> None:
    from compare.fetching import add_options

    add_options(parser, _add_output_options)


def _add_index(parser: argparse.ArgumentParser) -> None:
    from compare.indexing import add_options

    add_options(parser, _add_log_options)


def _add_review(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("path", type=some_path, metavar="PATH", help="folder that `tellings compare` wrote")
    parser.add_argument("--port", type=_port, metavar="N", help="port on this machine; 0 for any free one (8479, or a free one)")
    parser.add_argument("--reviewer", metavar="NAME", help="who decides (the name you are logged in with)")
    parser.add_argument("--lang", choices=["en", "vi"], default="en", help="language until another one is chosen in the settings (en)")
    parser.add_argument("--no-browser", action="store_true", help="open no browser; none is ever opened, so this changes nothing")
    _add_log_options(parser)
    parser.set_defaults(command=_review)


def _port(given: str) -> int:
    port = _count(given)
    if port > 65535:
        raise argparse.ArgumentTypeError(f"{given} is no port: give 0 to 65535")
    return port


def _count(given: str) -> int:
    if not given.isascii() or not given.isdigit():
        raise argparse.ArgumentTypeError(f"{given!r} is no count: give 0, 1, 2, …")
    return int(given)


class _Version(argparse.Action):
    """Reads the version only when asked: the package's metadata costs time at start-up."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object, **__: object) -> None:
        print(f"tellings {_version()}")
        parser.exit()


def _version() -> str:
    from importlib.metadata import version

    return version("tellings")


def _add_report_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--lang", choices=["en", "vi"], default="en", help="language of the report's own words (en); a CSV has none")
    parser.add_argument("--full-text", action="store_true", help="every article in full in the HTML report, not only what is cited")


def _add_decisions(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--decisions",
        type=some_path,
        metavar="FILE",
        help="decisions.jsonl of reviewers; they hold against the engine and stand in the report",
    )


def _read_decisions(path: Path | None) -> "tuple[Event, ...]":
    if path is None:
        return ()
    from compare.review.decisions import read_decisions

    return read_decisions(path)


def _add_output_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--force", action="store_true", help="overwrite files that tellings did not make")
    _add_log_options(parser)


def _add_log_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--quiet", action="store_true", help="print nothing but errors")
    parser.add_argument("--log-format", choices=["text", "json"], default="text", help="how to print what happens")


def _compare(given: argparse.Namespace, console: "Console") -> int:
    from compare.settings import Settings, load
    from compare.sources.fetch.fetch import fetch_pages, is_url
    from compare.sources.fetch.world import World
    from compare.sources.read import read_inputs, require_articles

    settings = load(given.settings) if given.settings else Settings()
    decisions = _read_decisions(given.decisions)
    urls = [each for each in given.inputs if is_url(each)]
    pages = fetch_pages(urls, settings.fetch, World(tell=console.say)) if urls else ()
    stdin = sys.stdin.buffer if "-" in given.inputs else None
    intake = read_inputs([each for each in given.inputs if not is_url(each)], settings.input, stdin, pages)
    _tell_skipped(intake.skipped, console)
    require_articles(intake)
    from compare.defer import defer
    from compare.publish import Target, now, publish

    defer()
    intake, found = _grouped(intake, settings, console) if given.stories == "auto" else (intake, ())
    target = Target(given.out, now(), given.force, given.lang, given.full_text, decisions, given.index, found)
    written = publish(intake, settings, target, console)
    console.say(
        f"{len(intake.articles)} articles, {len(intake.skipped)} skipped: {written}",
        articles=len(intake.articles),
        skipped=len(intake.skipped),
    )
    return _FAILED if given.strict and intake.skipped else _DONE


def _grouped(intake: "Intake", settings: "Settings", console: "Console") -> "tuple[Intake, tuple[FoundStory, ...]]":
    """The articles under the stories that were found for them."""
    from dataclasses import replace

    from compare.stories.group import group_stories

    console.say(f"grouping {len(intake.articles)} articles by their texts", articles=len(intake.articles))
    grouping = group_stories(intake.articles, settings)
    for warning in grouping.warnings:
        console.say(warning)
    alone = sum(len(story.members) == 1 for story in grouping.stories)
    several = len(grouping.stories) - alone
    console.say(f"stories told by several articles: {several}; by one article alone: {alone}", stories=several, alone=alone)
    return replace(intake, articles=grouping.articles), grouping.stories


def _tell_skipped(skipped: Sequence["Skipped"], console: "Console") -> None:
    for item in skipped[:_SHOWN_SKIPPED]:
        console.say(f"skipped {item.place}: {item.reason}", place=item.place)
    if len(skipped) > _SHOWN_SKIPPED:
        console.say(f"skipped {len(skipped) - _SHOWN_SKIPPED} more; all stand in the document")


def _duplicates(given: argparse.Namespace, console: "Console") -> int:
    from compare.defer import defer
    from compare.settings import Settings, load

    settings = load(given.settings) if given.settings else Settings()
    defer()
    from compare.archive import SUMMARY, Target, find_duplicates
    from compare.publish import now

    summary = find_duplicates(given.inputs, settings, Target(given.out, now(), given.force), console)
    counts, skipped = summary["counts"], summary["skipped"]
    shown = skipped["first"][:_SHOWN_SKIPPED]
    for item in shown:
        console.say(f"skipped {item['place']}: {item['why']}", place=item["place"])
    if skipped["count"] > len(shown):
        console.say(f"skipped {skipped['count'] - len(shown)} more; {SUMMARY} counts them by reason")
    console.say(
        f"{counts['articles']} articles, {skipped['count']} skipped; {counts['clusters']} clusters of {counts['members']} "
        f"of {counts['paragraphs']} paragraphs: {given.out / SUMMARY}",
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
    for language in ("vi", "en"):
        intake = read_inputs([str(examples_folder() / language)], Settings().input)
        written = publish(intake, Settings(), Target(given.out / language, now(), given.force, given.lang, given.full_text), console)
        console.say(f"{language}: {written}")
    return _DONE


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
    from compare.errors import DocumentError
    from compare.output import write_with_pages
    from compare.stored import load_document
    from reports.claimreview import InvalidClaimReviewError
    from reports.folder import Look
    from reports.formats import rendered
    from reports.html import UnknownSchemaError

    document = load_document(given.document)
    if given.decisions:
        from compare.review.written import with_decisions

        document = with_decisions(document, _read_decisions(given.decisions))
    try:
        report = rendered(document, given.format, Look(language=given.lang, full_text=given.full_text, name=given.out.name))
    except UnknownSchemaError as error:
        raise DocumentError(str(given.document), f"is of schema {error.given!r}", "make it anew with this version of tellings") from error
    except InvalidClaimReviewError as error:
        raise DocumentError(str(given.document), f"makes no valid ClaimReview ({error})", "mend what is named there") from error
    write_with_pages(given.out, report, force=given.force)
    console.say(f"written: {given.out}" + (f" ({report.remark})" if report.remark else ""))
    return _DONE


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
    from compare.stored import faults_in

    broken = 0
    for path in given.files:
        _, found = faults_in(path)
        broken += bool(found)
        for fault in found:
            console.fail(f"{path}: {fault}")
        if not found:
            print(f"{path}: valid")
    return _FAILED if broken else _DONE


if __name__ == "__main__":
    sys.exit(main())
