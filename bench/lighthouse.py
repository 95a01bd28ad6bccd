"""Lighthouse on a phone: `make lighthouse` writes bench/results.md and fails below the limits.

    python bench/lighthouse.py [--kinds home,release] [--runs 1]

Each page is measured several times; each number is the median. What an audit has to say against
a page is printed under the table.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.served import ROOT, served  # noqa: E402

CLI = ROOT / "bench/node_modules/lighthouse/cli/index.js"
RESULTS = ROOT / "bench/results.md"
CHROMIUM = os.environ.get("CHROME_PATH") or shutil.which("chromium")
ATTEMPTS = 3
LEAST = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
TIMES = {
    "first-contentful-paint": "first paint",
    "largest-contentful-paint": "largest paint",
    "total-blocking-time": "blocking",
    "cumulative-layout-shift": "shift",
    "total-byte-weight": "weight",
}
OPTIONS = [
    "--output=json",
    "--quiet",
    "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
    f"--only-categories={','.join(LEAST)}",
]


def report(url):
    """One run of Lighthouse, as it tells it. Now and then it loses its own trace of the page
    (NO_NAVSTART) and asks to be run again."""
    for _ in range(ATTEMPTS):
        done = subprocess.run(
            ["node", CLI, url, *OPTIONS],
            env=os.environ | {"CHROME_PATH": CHROMIUM},
            capture_output=True,
            text=True,
            check=False,
        )
        if not done.returncode:
            return json.loads(done.stdout)
    sys.exit(done.stderr)


def scores(reports):
    """The median of each category, from 0 to 100."""
    return {
        name: round(100 * statistics.median(one["categories"][name]["score"] for one in reports))
        for name in LEAST
    }


def times(reports):
    """The middle one of what each measurement showed, in words."""
    shown = {}
    for name in TIMES:
        middle = sorted(reports, key=lambda one: one["audits"][name]["numericValue"])
        value = middle[len(middle) // 2]["audits"][name]["displayValue"]
        shown[name] = value.replace("\xa0", " ").removeprefix("Total size was ")
    return shown


def complaints(reports):
    """What counts and did not pass in any run: «audit: where»."""
    found = set()
    for one in reports:
        weights = {
            audit["id"] for name in LEAST for audit in one["categories"][name]["auditRefs"]
            if audit["weight"]
        }  # fmt: skip
        for name in weights:
            audit = one["audits"][name]
            if audit["score"] is not None and audit["score"] < 0.9:
                places = (audit.get("details") or {}).get("items", [])[:3]
                said = audit.get("explanation") or audit.get("displayValue") or ""
                found.add(f"{audit['title']} ({name}) {said} {places}")
    return sorted(found)


def measured(site, kinds, runs):
    for kind in kinds:
        reports = [report(site.url + site.paths[kind]) for _ in range(runs)]
        yield kind, reports
        for complaint in complaints(reports):
            print(f"{kind}: {complaint}", file=sys.stderr)


def table(rows):
    heads = ["page", *LEAST, *TIMES.values()]
    lines = [heads, ["---"] * len(heads)]
    for kind, reports in rows:
        lines.append([kind, *map(str, scores(reports).values()), *times(reports).values()])
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def words(rows, runs):
    lighthouse = rows[0][1][0]["lighthouseVersion"]
    chromium = subprocess.run(
        [CHROMIUM, "--version"], capture_output=True, text=True, check=True
    ).stdout.split(" built")[0]
    return (
        "# What Lighthouse measured\n\n"
        f"On {date.today()}, Lighthouse {lighthouse}, {chromium.strip()}; a phone as Lighthouse "
        f"simulates it, pages in Arabic, the median of {runs}.\n\n{table(rows)}\n"
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kinds", default="home,news,release,roster-bureau,programme")
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    with served() as site:
        rows = list(measured(site, options.kinds.split(","), options.runs))
    print(words(rows, options.runs))
    if options.runs == parser.get_default("runs"):
        RESULTS.write_text(words(rows, options.runs), encoding="utf-8")
    low = [
        f"{kind}: {name} {score}, not {LEAST[name]}"
        for kind, reports in rows
        for name, score in scores(reports).items()
        if score < LEAST[name]
    ]
    sys.exit("\n".join(low) or None)


if __name__ == "__main__":
    main()
