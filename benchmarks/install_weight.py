"""A fresh environment with the package in it -> what the install weighs, and what each direct dependency brings that no other one needs.

    python benchmarks/install_weight.py [EXTRA ...]

Installs the checkout with pip into a temporary folder and prints seconds, packages and megabytes; then a line a direct dependency: its own
megabytes, and those of all that would go with it. Bytecode is not counted, for pip and uv differ in whether they make it.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping
from importlib.metadata import Distribution, distributions
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
Installed = Mapping[str, Distribution]


def main() -> None:
    """Install, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("extras", nargs="*", metavar="EXTRA")
    extras = ",".join(parser.parse_args().extras)
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        package = f"{ROOT}[{extras}]" if extras else str(ROOT)
        subprocess.run([f"{folder}/bin/pip", "install", "--quiet", "--no-compile", package], check=True)
        seconds = time.perf_counter() - start
        site = next(Path(folder).glob("lib/python*/site-packages"))
        found = {canonicalize_name(each.metadata["Name"]): each for each in distributions(path=[str(site)])}
        installed = {name: each for name, each in found.items() if name not in {"pip", "setuptools"}}
        sizes = {name: size(each) for name, each in installed.items()}
        print(f"{seconds:.0f} s, {len(installed)} packages, {sum(sizes.values()):.0f} MB")
        print(f"{'direct dependency':22}{'MB':>8}{'with what only it needs':>26}")
        direct = needs(installed, "tellings", extras.split(","))
        for name in sorted(direct, key=lambda name: -sizes[name]):
            alone = reached(installed, direct) - reached(installed, [other for other in direct if other != name])
            others = " ".join(sorted(alone - {name}))
            print(f"{name:22}{sizes[name]:8.1f}{sum(sizes[each] for each in alone):26.1f}  {others}")


def size(package: Distribution) -> float:
    """Megabytes of its files, but for bytecode."""
    files = (Path(str(package.locate_file(file))) for file in package.files or () if file.suffix != ".pyc")
    return sum(path.stat().st_size for path in files if path.is_file()) / 1e6


def needs(installed: Installed, name: str, extras: Iterable[str] = ("",)) -> list[str]:
    """What a package asks for here, with the extras given."""
    asked = [Requirement(line) for line in installed[name].requires or ()]
    chosen = [each for each in asked if each.marker is None or any(each.marker.evaluate({"extra": extra}) for extra in ("", *extras))]
    return [found for found in map(canonicalize_name, (each.name for each in chosen)) if found in installed]


def reached(installed: Installed, names: Iterable[str]) -> set[str]:
    """The packages themselves and all that they need."""
    seen: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting += needs(installed, name)
    return seen


if __name__ == "__main__":
    main()
