"""The command `tellings compare`: articles -> a document and a report for each story."""

import argparse
import sys
from typing import TYPE_CHECKING

from compare.commands.arguments import (
    add_decisions_option,
    add_out_option,
    add_output_options,
    add_report_options,
    add_settings_options,
    read_decisions,
    settings_of,
    non_empty,
    path_argument,
)
from compare.commands.outcome import DONE, FAILED, say_result, say_skipped

if TYPE_CHECKING:
    from compare.commands.parser import ExampleParser
    from compare.settings import Settings
    from compare.sources.read_inputs import Intake
    from compare.stories.group_articles import FoundStory
    from compare.system.console import Console

HELP = "compare articles; one document and one report a story"
EXAMPLES = (
    "tellings compare saved-pages/ --out comparison/",
    "tellings compare export.csv --settings newsroom.toml --out comparison/",
    "tellings compare pile/ --stories auto --out stories/",
)
_COMPARED_ANYHOW = 2  # articles, whatever they tell


def add_options(parser: "ExampleParser") -> None:
    """What can stand behind the command."""
    parser.add_argument(
        "inputs", nargs="+", type=non_empty, metavar="INPUT", help="file or folder of articles, address of a page, or - for standard input"
    )
    add_out_option(parser, "DIR", "where the documents and reports go")
    add_settings_options(parser)
    parser.add_argument(
        "--stories", choices=["given", "auto"], default="given", help="stories as the articles name them (given), or found by their texts"
    )
    add_report_options(parser)
    add_decisions_option(parser)
    parser.add_argument("--index", type=path_argument, metavar="INDEX", help="index to ask where paragraphs have stood before (tellings index)")
    parser.add_argument("--strict", action="store_true", help="exit 1 if anything was skipped")
    add_output_options(parser)


def run(given: argparse.Namespace, console: "Console") -> int:
    """Read, compare and write; failed if a fault was met, or if something was skipped and ``--strict`` is given."""
    from compare.sources.fetch.environment import Environment
    from compare.sources.fetch.fetch_pages import fetch_pages, is_url
    from compare.sources.read_inputs import IntakeOptions, read_inputs, require_articles

    settings = settings_of(given, console)
    decisions = read_decisions(given.decisions)
    urls = [each for each in given.inputs if is_url(each)]
    pages = fetch_pages(urls, settings.fetch, Environment(warn=console.say)) if urls else ()
    stdin = sys.stdin.buffer if "-" in given.inputs else None
    with console.counting("names looked at", "files read") as (looked, read):
        beside = IntakeOptions(pages=pages, on_listed=looked, on_read=read)
        intake = read_inputs([each for each in given.inputs if not is_url(each)], settings.input, stdin, beside)
    require_articles(intake)  # before what was skipped is told, which is all that it tells
    say_skipped(intake.skipped, console)
    from compare.publishing.publish import PublishTarget, now, publish
    from compare.system.lazy_imports import defer_imports

    defer_imports()
    intake, found = _group_by_text(intake, settings, console) if given.stories == "auto" else _check_unnamed(intake, settings, console)
    target = PublishTarget(given.out, now(), given.force, given.lang, given.full_text, decisions, given.index, found)
    published = publish(intake, settings, target, console)
    say_result(published, len(intake.skipped), console)
    return FAILED if published.faults or (given.strict and intake.skipped) else DONE


def _group_by_text(intake: "Intake", settings: "Settings", console: "Console") -> "tuple[Intake, tuple[FoundStory, ...]]":
    """The articles under the stories that were found for them."""
    from dataclasses import replace

    from compare.stories.group_articles import group_stories
    from compare.system.console import counted

    console.say(f"grouping {counted(len(intake.articles), 'article')} by their texts", articles=len(intake.articles))
    grouping = group_stories(intake.articles, settings)
    for warning in grouping.warnings:
        console.say(warning)
    alone = sum(len(story.members) == 1 for story in grouping.stories)
    several = len(grouping.stories) - alone
    console.say(f"stories told by several articles: {several}; by one article alone: {alone}", stories=several, alone=alone)
    return replace(intake, articles=grouping.articles, skipped=(*intake.skipped, *grouping.skipped)), grouping.stories


def _check_unnamed(intake: "Intake", settings: "Settings", console: "Console") -> "tuple[Intake, tuple[FoundStory, ...]]":
    """The articles as they are; those that name no story and tell of several things are told of, or grouped as the settings say."""
    from dataclasses import replace

    from compare.stories.unnamed_articles import count_topics

    unnamed = tuple(article for article in intake.articles if article.story is None)
    things = count_topics(unnamed, settings) if len(unnamed) > _COMPARED_ANYHOW else 1
    if things < 2:
        return intake, ()
    told = f"{len(unnamed)} articles name no story and tell of {things} different things"
    if settings.stories.unnamed == "group":
        console.say(f"{told} (stories.unnamed = group)", articles=len(unnamed), things=things)
        grouped, found = _group_by_text(replace(intake, articles=unnamed), settings, console)
        named = tuple(article for article in intake.articles if article.story is not None)
        return replace(intake, articles=(*named, *grouped.articles)), found
    console.say(
        f"{told}: they stand in one document, and only sentences on one of them are compared; --stories auto makes a story of each",
        articles=len(unnamed),
        things=things,
    )
    return intake, ()
