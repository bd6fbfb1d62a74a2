"""Pages with cards of words."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page

from tests.built_sites import build
from tests.english.small_wordnet import small_wordnet

PAGE = "report/report/index.html"
LESSON = "".join(
    f"# {part}課 | Lesson {part}\n\n"
    + "".join(f"這是第{number}段，學生來了。{mark}\n\nThis is it. {mark}\n\n" for number, mark in numbers)
    for part, numbers in (
        ("一", [(number, "") for number in "一二三四五"]),
        ("二", [(number, "[^1]" if number == "六" else "") for number in "六七八九"]),
    )
)
LESSON += "[^1]: 這是注釋。\n\n    This is a note.\n"

# The middle of a word of the text, in the window, scrolled into sight.
_POINT = """([word, share]) => {
  for (const line of document.querySelectorAll("article :is(.line, .bodies > p):lang(zh)")) {
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const at = walker.currentNode.data.indexOf(word);
      if (at < 0 || !line.getClientRects().length) continue;
      line.scrollIntoView({ block: "center", behavior: "instant" });
      const range = new Range();
      range.setStart(walker.currentNode, at);
      range.setEnd(walker.currentNode, at + 1);
      const box = range.getBoundingClientRect();
      return [box.x + box.width * share, box.y + box.height / 2];
    }
  }
}"""


def build_lessons(built: Path, folder: Callable[[str], Path]) -> None:
    """A library with a text of several pages as `lessons`, beside the other sites; there is a WordNet for it."""
    content, words = folder("lessons"), small_wordnet(folder("wordnet") / "dict")
    (content / "lesson.md").write_text(LESSON, encoding="utf-8")
    (content / "other.md").write_text("我們學習。\n\nChildren study innovations.\n", encoding="utf-8")
    (content / "site.toml").write_text("[learning]\n[view]\npage_pairs = 6\n", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WNSEARCHDIR", words)
        done = build("--content", content, "--output", built / "lessons", "--no-cache")
    assert done.returncode == 0, done.stderr


def point(page: Page, word: str, share: float = 0.5) -> tuple[float, float]:
    """A point on the first character of a word."""
    x, y = page.evaluate(_POINT, [word, share])
    return x, y


def click(page: Page, word: str, share: float = 0.5) -> None:
    page.mouse.click(*point(page, word, share))


def card(page: Page, word: str = "") -> Locator:
    """The open card."""
    return page.get_by_role("dialog", name=f"Word {word}")
