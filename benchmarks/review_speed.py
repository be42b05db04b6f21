"""Numbers of claims -> how long a reviewer waits: for the link, for the queue behind it, and from an act to the next screen.

    python benchmarks/review_speed.py 60 1000 10000 [--acts 200]

Runs `tellings review` on made-up comparisons and asks it as a browser without scripts does: a form is sent, the answer leads on, and the
page that it leads to is read. Acts are confirming, setting a relation, judging, noting, splitting off and undoing, in turn, each on the
claim that the application shows next. Times are of the whole way, server and client on one machine.
"""

import argparse
import html
import json
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path

import httpx2
from report_size import document

_FIELD = re.compile(r'<input type="hidden" name="(?P<name>[^"]+)" value="(?P<value>[^"]*)">')
_FORM = re.compile(r'<form id="decide"[^>]*action="(?P<action>[^"]+)"(?P<inside>.*?)</form>', re.DOTALL)
_PASSAGE = re.compile(r'name="passage" value="(?P<name>[^"]+)"')
_NEXT = re.compile(r'href="(?P<to>/runs/[^"]+/claims/[^"]+)"')
_ACTS: tuple[dict[str, str], ...] = (
    {"act": "confirm"},
    {"act": "adds_detail"},
    {"verdict": "disputed"},
    {"act": "undo"},
    {"act": "split"},
    {"act": "unsure"},
)


def main() -> None:
    """Print a line a number of claims."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("claims", type=int, nargs="+")
    parser.add_argument("--acts", type=int, default=200)
    given = parser.parse_args()
    for claims in given.claims:
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "comparison.json").write_text(json.dumps(document(claims)), encoding="utf-8")
            print(f"{claims:6} claims: {_reviewed(Path(folder), given.acts)}")


def _reviewed(folder: Path, acts: int) -> str:
    command = [sys.executable, "-m", "compare.cli", "review", str(folder), "--port", "0", "--reviewer", "Sample"]
    called = time.perf_counter()
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        link = (server.stdout or sys.stdin).readline().strip()
        ready = time.perf_counter() - called
        with httpx2.Client(follow_redirects=True, timeout=60) as client:
            started = time.perf_counter()
            client.get(link)
            opened = time.perf_counter() - started
            origin = link[: link.index("/enter/")]
            waited = [_act(client, origin, act) for act in islice(cycle(_ACTS), acts)]
    finally:
        server.send_signal(signal.SIGINT)
        server.wait()
    ordered = sorted(waited)
    p95 = ordered[int(0.95 * (len(ordered) - 1))]
    waits = f"link after {ready:.2f} s, queue open {opened:.2f} s after it"
    return f"{waits}; act to screen p50 {1000 * statistics.median(ordered):.0f} ms, p95 {1000 * p95:.0f} ms"


def _act(client: httpx2.Client, origin: str, act: dict[str, str]) -> float:
    """One act on the first claim of the queue; seconds from sending it to having the page that follows."""
    first = _NEXT.search(client.get(f"{origin}/runs/story/queue").text)
    if first is None:
        raise SystemExit("the queue leads to no claim")
    page = client.get(origin + html.unescape(first["to"])).text
    form = _FORM.search(page)
    if form is None:
        raise SystemExit("the claim has no form")
    fields: list[tuple[str, str]] = [(m["name"], html.unescape(m["value"])) for m in _FIELD.finditer(form["inside"])]
    passages = [html.unescape(m["name"]) for m in _PASSAGE.finditer(page)]
    body = {name: [value for key, value in fields if key == name] for name, _ in fields} | {"passage": passages[:1]} | act
    started = time.perf_counter()
    answer = client.post(origin + html.unescape(form["action"]), data=body, headers={"Origin": origin})
    took = time.perf_counter() - started
    answer.raise_for_status()
    return took


if __name__ == "__main__":
    main()
