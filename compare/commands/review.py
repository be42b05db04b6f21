"""The command `tellings review`: the folder of a comparison -> the review application, until Ctrl-C."""

import argparse
from typing import TYPE_CHECKING

from compare.commands.arguments import add_log_options, port, path_argument
from compare.commands.outcome import DONE

if TYPE_CHECKING:
    from compare.commands.parser import ExampleParser
    from compare.system.console import Console

HELP = "review claims and clusters in a browser on this machine"
EXAMPLES = ("tellings review comparison/", "tellings review comparison/ --reviewer Lan --lang vi")


def add_options(parser: "ExampleParser") -> None:
    """What can stand behind the command."""
    parser.add_argument("path", type=path_argument, metavar="PATH", help="folder that `tellings compare` wrote")
    parser.add_argument("--port", type=port, metavar="N", help="port on this machine; 0 for any free one (8479, or a free one)")
    parser.add_argument("--reviewer", metavar="NAME", help="who decides (the name you are logged in with)")
    parser.add_argument("--lang", choices=["en", "vi"], default="en", help="language until another one is chosen in the settings (en)")
    parser.add_argument("--no-browser", action="store_true", help="open no browser; none is ever opened, so this changes nothing")
    add_log_options(parser)


def run(given: argparse.Namespace, console: "Console") -> int:
    """Print the link and serve."""
    from compare.review.app.server import Wish, login_name, serve

    def tell(link: str) -> None:
        print(link, flush=True)
        console.say(f"review of {given.path}: follow the link above, it opens one browser, once; Ctrl-C ends the review")

    reviewer = login_name() if given.reviewer is None else given.reviewer
    kept = serve(Wish(path=given.path, port=given.port, reviewer=reviewer, language=given.lang), tell, console.fail)
    console.say(f"the review is closed; decisions are kept in {kept}")
    return DONE
