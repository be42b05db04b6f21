"""A document in a folder -> what every command that reads one makes of it, through its own front door."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from compare.cli import main
from compare.review.app.access.request_guard import AccessPolicy
from compare.review.app.access.sessions import Sessions
from compare.review.app.application import Application
from compare.review.app.preferences.preference_cookie import Preferences
from compare.review.app.routes import asgi_app
from compare.review.app.runs.find_runs import find_story_reviews, save_runs

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
    story_reviews, store = find_story_reviews(folder)
    save_runs(story_reviews, store, print)
    application = Application(story_reviews, "Lê Thị Mẫu", Preferences(), AccessPolicy(PORT, Sessions(), 10_000))
    with TestClient(asgi_app(application), base_url=f"http://127.0.0.1:{PORT}", follow_redirects=False) as browser:
        browser.get(f"/enter/{application.access_policy.sessions.token}")
        (story_review,) = story_reviews.values()
        state = story_review.snapshot().state
        groups = [f"claims/{claim.id}" for claim in state.claims[:2]] + [f"clusters/{cluster.id}" for cluster in state.clusters[:2]]
        articles = [f"articles/{article}" for article in list(story_review.run.articles)[:2]]
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
