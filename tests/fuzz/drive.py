"""``drive.py TARGET`` -> atheris runs one target on its corpus and what grows from it; 1 and the bytes, if any broke it.

``--seconds N`` makes up other inputs each time; ``--runs N`` the same ones, so that what passed once passes again.
Nothing is kept by itself: what broke is printed, and becomes a file of ``tests/fuzz/corpus/TARGET`` by the hand of who mends it.
"""

import argparse
import base64
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import atheris

with atheris.instrument_imports(include=["compare"]):
    from targets import TARGETS

CORPUS = Path(__file__).with_name("corpus")
_LONGEST = 4096  # bytes of an input; long lines have tests of their own
_PATIENCE_S = 5  # for one input


def main() -> None:
    parser = argparse.ArgumentParser(description="run one target on what atheris makes up")
    parser.add_argument("target", choices=sorted(TARGETS))
    length = parser.add_mutually_exclusive_group(required=True)
    length.add_argument("--seconds", type=int)
    length.add_argument("--runs", type=int)
    given = parser.parse_args()
    until = [f"-max_total_time={given.seconds}"] if given.seconds else [f"-runs={given.runs}", "-seed=1"]
    with TemporaryDirectory(prefix="fuzz") as grown:  # libFuzzer writes what is new into the first folder
        seeds = CORPUS / given.target
        options = [*until, f"-max_len={_LONGEST}", f"-timeout={_PATIENCE_S}", "-verbosity=0", "-rss_limit_mb=0"]
        folders = [grown, *([str(seeds)] if seeds.is_dir() else [])]
        atheris.Setup([sys.argv[0], *options, f"-artifact_prefix={grown}/", *folders], _telling(given.target, TARGETS[given.target]))
        atheris.Fuzz()


def _telling(name: str, target: Callable[[bytes], None]) -> Callable[[bytes], None]:
    """The target; before it fails it says on what."""

    def reported_target(data: bytes) -> None:
        try:
            target(data)
        except BaseException:
            traceback.print_exc()
            print(
                f"\nTo keep it: echo {base64.b64encode(data).decode()} | base64 -d > tests/fuzz/corpus/{name}/A-NAME-THAT-SAYS-WHY",
                flush=True,
            )
            raise

    return reported_target


if __name__ == "__main__":
    main()
