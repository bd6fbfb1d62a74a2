"""Pagefind, on the same pages: https://pagefind.app. It finds pages, not pairs, and nothing from a folder."""

import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Page
from reader import SHOWN, Found

BUNDLE = "pagefind"
_FIND = f"""async ([query, all]) => {{
  const started = performance.now();
  window.rival ??= await import("./{BUNDLE}/pagefind.js");
  window.known ??= new Map();
  const {{ results }} = await rival.search(query);
  const load = async ({{ id, data }}) => known.has(id) || known.set(id, (await data()).url);
  await Promise.all(results.slice(0, {SHOWN}).map(load));
  const milliseconds = performance.now() - started;
  if (all) for (const result of results) await load(result);
  return {{ found: all ? results.map(({{ id }}) => known.get(id)) : [], total: results.length, milliseconds }};
}}"""


def index(site: Path) -> None:
    """Let Pagefind read the pages of the reports."""
    options = ["--glob", "report-*/*.html", "--root-selector", "main", "--force-language", "zh"]
    command = [sys.executable, "-m", "pagefind", "--site", str(site), *options, "--output-subdir", BUNDLE, "--silent"]
    subprocess.run(command, check=True)


def find(page: Page, query: str, whole: bool = False) -> Found:
    """Search for a query and load the first results. With `whole` the reports of all results are named."""
    answer = page.evaluate(_FIND, [query, whole])
    reports = [url.strip("/").split("/")[0] for url in answer["found"]]
    return Found(reports, whole, answer["total"], answer["milliseconds"])
