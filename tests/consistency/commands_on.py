"""A document in a folder -> what every command that reads one makes of it, through its own front door."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from compare.cli import main
from compare.review.app.access.request_guard import Door
from compare.review.app.access.sessions import Sessions
from compare.review.app.routes import assembled
from compare.review.app.application import Application
from compare.review.app.preferences.preference_cookie import Preferences
from compare.review.app.runs.find_runs import find_work, keep_runs

PORT = 8479


def reports(folder: Path) -> set[int]:
    """The exit statuses of all formats, in both languages."""
    path, statuses = folder / "comparison.json", set()
    for form in ("html", "markdown", "csv", "claimreview"):
        for language in ("en", "vi"):
            made = str(folder / f"made.{form}.{language}")
            statuses.add(main(["report", str(path), "--format", form, "--lang", language, "--out", made, "--full-text", "--quiet"]))
    return statuses


def pages(folder: Path) -> set[int]:
    """The statuses of every page that a reviewer of it may open, and of a note on its first claim."""
    works, store = find_work(folder)
    keep_runs(works, store, print)
    application = Application(works, "Lê Thị Mẫu", Preferences(), Door(PORT, Sessions(), 10_000))
    with TestClient(assembled(application), base_url=f"http://127.0.0.1:{PORT}", follow_redirects=False) as browser:
        browser.get(f"/enter/{application.door.sessions.token}")
        (work,) = works.values()
        state = work.view().state
        groups = [f"claims/{claim.id}" for claim in state.claims[:2]] + [f"clusters/{cluster.id}" for cluster in state.clusters[:2]]
        articles = [f"articles/{article}" for article in list(work.run.articles)[:2]]
        names = ["queue", "clusters", "log", "changes", "aside", "earlier", "articles", "report.html", "report.md", *groups, *articles]
        found = {browser.get(f"/runs/story/{name}").status_code for name in names}
    store.close()
    return found


def evaluated(folder: Path, document: Mapping[str, Any]) -> int:
    """The exit status of an evaluation against labels on its first claim."""
    members = document["claims"][0]["members"] if document["claims"] else []
    labelled = [{"article": m["article"], "field": m["field"], "start": m["start"], "end": m["end"], "relation": "agrees"} for m in members]
    gold = folder / "gold"
    gold.mkdir(exist_ok=True)
    groups = [{"id": "g1", "members": labelled}] if labelled else []
    (gold / "story.json").write_text(json.dumps({"story": "s", "groups": groups}), encoding="utf-8")
    return main(
        ["evaluate", "--gold", str(gold), "--docs", str(folder / "comparison.json"), "--quiet", "--out", str(folder / "figures.json")]
    )
