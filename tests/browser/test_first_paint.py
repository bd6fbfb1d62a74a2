"""What was chosen is in effect before anything is painted: nothing jumps."""

import pytest

from tests.browser.visiting import NARROW, WIDE, Visitor

RECORDED = """
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) (window.shifts ??= []).push(entry.value);
}).observe({ type: "layout-shift", buffered: true });
document.addEventListener("DOMContentLoaded", () => (window.early = { ...document.documentElement.dataset }));
"""


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("saved", ['{"view": "rows"}', '{"view": "second", "appearance": "dark", "size": 130}', "{}"])
def test_a_saved_choice_moves_nothing(visit: Visitor, saved: str, size: dict[str, int]) -> None:
    page = visit(size=size, before=f"localStorage.setItem('bilingual-reader', {saved!r});{RECORDED}")
    page.wait_for_timeout(500)
    assert sum(page.evaluate("window.shifts ?? []")) == pytest.approx(0, abs=0.001)


def test_the_choice_is_on_the_root_before_the_body_is_read(visit: Visitor) -> None:
    script = """
    localStorage.setItem('bilingual-reader', '{"view": "rows", "appearance": "sepia"}');
    new MutationObserver(() => {
      if (document.body && !window.seen) window.seen = { ...document.documentElement.dataset };
    }).observe(document, { childList: true, subtree: true });
    """
    seen = visit(before=script).evaluate("window.seen")
    assert (seen["view"], seen["appearance"]) == ("rows", "sepia")


def test_interface_words_move_nothing_when_they_are_the_page_s_own(visit: Visitor) -> None:
    page = visit(locale="zh-TW", before=RECORDED)
    page.wait_for_timeout(500)
    assert sum(page.evaluate("window.shifts ?? []")) == pytest.approx(0, abs=0.001)
