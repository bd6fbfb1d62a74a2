"""What the report's page weighs with everything that a reader uses, and how often it asks the server.

    python tests/bench/weight.py

Bytes are those of Brotli at quality 11, as a host would send them. The search is used, so its scripts and texts count.
Limits are those of DESIGN.md §6; a figure over its limit makes the exit code 1.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

import brotli
from playwright.sync_api import Page, Response, sync_playwright

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.browser.visiting import CHROMIUM, FLAGS, served  # noqa: E402

MOST_BYTES, MOST_REQUESTS = 80_000, 12


def main() -> None:
    """Build, read, search, and print the sum."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "build.py", "--output", folder, "--no-cache", "--quiet"]
        subprocess.run(command, cwd=ROOT, check=True)
        with served(Path(folder)) as address:
            sizes = loaded(f"{address}/report/index.html")
    for name, size in sizes.items():
        print(f"{size:8} {name.removeprefix(address)}")
    total, requests = sum(sizes.values()), len(sizes)
    print(f"{total:8} bytes in all (at most {MOST_BYTES}), {requests} requests (at most {MOST_REQUESTS})")
    sys.exit(total > MOST_BYTES or requests > MOST_REQUESTS)


def loaded(url: str) -> dict[str, int]:
    """The compressed size of everything the page asks for, by address."""
    responses: list[Response] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS.split())
        page = browser.new_page()
        page.on("response", lambda response: responses.append(response))  # playwright cannot take a method of a list
        read(page, url)
        sizes = {response.url: len(brotli.compress(response.body(), quality=11)) for response in responses}
        browser.close()
    return sizes


def read(page: Page, url: str) -> None:
    """Open the page and look something up, which loads all there is."""
    page.goto(url)
    page.keyboard.press("/")
    page.get_by_role("searchbox").fill("區塊鏈")
    page.locator("#results a").first.wait_for()
    page.wait_for_load_state("networkidle")


if __name__ == "__main__":
    main()
