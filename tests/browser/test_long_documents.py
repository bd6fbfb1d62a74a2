"""A document on several pages reads like one: addresses, keys, contents, notes, search, progress, going on."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visiting import NARROW, Visitor, lit

OVER = pytest.mark.parametrize("over", ["http", "file"])
FRONT = "long/river/index.html"
PLACES = {"p46-2": "s8", "p50": "s10", "s12": "s12", "the-end": "s14", "chapter-1-4": "s5", "n2": "s8", "rall-2": "s8"}


def name(page: Page) -> str:
    """The file and fragment of a page's address."""
    return page.url.rpartition("/")[2]


def current(page: Page) -> list[str | None]:
    """The segments the reader stands on."""
    return [line.get_attribute("data-segment") for line in page.locator(".line.current[lang=en]").all()]


def read(page: Page) -> float:
    """How much is read, as the progress line shows it."""
    return float(page.locator(".progress").evaluate("bar => getComputedStyle(bar).getPropertyValue('--read')"))


@OVER
@pytest.mark.parametrize("place", PLACES)
def test_an_address_of_the_whole_leads_to_the_page(visit: Visitor, over: str, place: str) -> None:
    page = visit(f"{FRONT}?view=rows#{place}", over=over)
    page.wait_for_url(re.compile(rf"/{PLACES[place]}\.html"))
    assert name(page) == f"{PLACES[place]}.html?view=rows#{place}"
    expect(page.locator(f"article [id='{place}']")).to_have_count(1)
    expect(page.locator("html")).to_have_attribute("data-view", "rows")


@OVER
def test_a_range_is_lit_on_its_page(visit: Visitor, over: str) -> None:
    page = visit(f"{FRONT}#p45-2:p46-1", over=over)
    page.wait_for_url("**/s8.html#p45-2:p46-1")
    expect(page.locator(".line.current[lang=en]")).to_have_count(2)
    assert current(page) == ["p45-2", "p46-1"]


@pytest.mark.parametrize("place", ["", "p1", "p999", "contents", "%", "%E0%A4%A", "x y", "p2-9"])
def test_what_no_other_page_holds_stays_in_front(visit: Visitor, place: str) -> None:
    page = visit(f"{FRONT}#{place}")
    page.wait_for_timeout(200)
    assert "/index.html" in page.url


@OVER
def test_a_place_that_is_on_another_page_now_is_found(visit: Visitor, over: str) -> None:
    page = visit("long/river/s3.html#p50-1", over=over)
    page.wait_for_url("**/s10.html#p50-1")
    assert current(page) == ["p50-1"]
    page.evaluate("location.hash = 'p3'")
    page.wait_for_url("**/s1.html#p3")


@pytest.mark.parametrize("place", ["nothing", "%", "p12-99", "r1x", "notes", "[x]"])
def test_any_other_hash_takes_no_page_away(visit: Visitor, place: str) -> None:
    page = visit(f"long/river/s3.html#{place}")
    page.wait_for_timeout(200)
    assert "/s3.html" in page.url


@OVER
def test_a_link_from_another_document_arrives(visit: Visitor, over: str) -> None:
    page = visit("long/guide/index.html", over=over)
    page.get_by_role("link", name="the last paragraph").click()
    page.wait_for_url("**/s14.html#the-end")
    expect(page.locator("#p76")).to_be_in_viewport()
    page.go_back()
    page.wait_for_url("**/guide/index.html")  # and not to the page in between


@OVER
def test_keys_walk_across_pages(visit: Visitor, over: str) -> None:
    page = visit("long/river/s3.html#p15-2", over=over)
    for key, there, stands in (("j", "s4", "p16-1"), ("k", "s3", "p15-2"), ("]", "s4", "p16-1"), ("[", "s3", "p15-1")):
        page.keyboard.press(key)
        page.wait_for_url(f"**/{there}.html#{stands}")
        expect(page.locator(f'.line.current[data-segment="{stands}"]').first).to_be_in_viewport()
        assert current(page) == [stands]


def test_walking_begins_in_front_and_ends_at_the_end(visit: Visitor) -> None:
    page = visit(f"{FRONT}?first=en#p2-1")
    page.keyboard.press("j")
    page.wait_for_url("**/s1.html?first=en#p3-1")
    page.goto(visit.address("long/river/s14.html#p76-2"))
    for key in "j]":
        page.keyboard.press(key)
        page.wait_for_timeout(150)
        assert "/s14.html" in page.url


def test_contents_follow_the_page_and_lead_to_the_others(visit: Visitor) -> None:
    page = visit("long/river/s8.html")
    contents = page.get_by_role("navigation", name="Contents")
    expect(contents.locator("a[aria-current=location]")).to_have_attribute("href", "#s9")
    page.locator("#p43").evaluate("pair => scrollTo({ top: pair.offsetTop - 300, behavior: 'instant' })")
    expect(contents.locator("a[aria-current=location]")).to_have_attribute("href", "#p42")
    contents.get_by_role("link", name="Chapter 2.3").click()
    page.wait_for_url("**/s11.html#s11")
    part = contents.get_by_role("link", name="Part 2")
    assert part.get_attribute("href") == "s8.html#s8"
    contents.get_by_role("link", name="All contents").click()
    page.wait_for_url("**/index.html")
    expect(page.get_by_role("navigation", name="Contents").get_by_role("link")).to_have_count(14)


def test_on_a_phone_the_contents_are_a_sheet(visit: Visitor) -> None:
    page = visit("long/river/s8.html", size=NARROW)
    page.get_by_role("button", name="Contents").click()
    page.get_by_role("link", name="All contents").click()
    page.wait_for_url("**/index.html")
    assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")


@OVER
def test_notes_open_on_each_page(visit: Visitor, over: str) -> None:
    page = visit("long/river/s8.html", over=over)
    page.locator('article a.mark[href="#nall"]:not(.borrowed)').click()
    expect(page.get_by_role("dialog", name="Note")).to_contain_text("A note that every part uses.")
    assert page.locator("#notes li").count() == 2
    assert page.locator("#nall .back a").get_attribute("href") == "#rall-2"


@OVER
@pytest.mark.parametrize("start", [FRONT, "long/river/s3.html", "long/river/s13.html", "long/guide/index.html"])
def test_search_opens_the_page_and_lights_the_hit(visit: Visitor, over: str, start: str) -> None:
    page = visit(start, over=over)
    page.keyboard.press("/")
    page.get_by_role("searchbox").fill('"Paragraph 2.5.3"')
    page.locator("#results a").first.click()
    page.wait_for_url(re.compile(r"/s13\.html(\?q=[^#]*)?#p68-1"))
    expect(page.locator("#p68-1")).to_be_in_viewport()
    expect(page.locator(".line.current")).to_have_count(2)
    lit(page, ["Paragraph 2.5.3"])


def test_progress_runs_through_the_whole(visit: Visitor) -> None:
    page = visit("long/river/s8.html")
    assert read(page) == pytest.approx(39 / 76, abs=0.001)
    page.evaluate("scrollTo({ top: 1e6, behavior: 'instant' })")
    expect(page.locator(".progress")).to_have_attribute("style", re.compile(r"--read: 0\.60"))
    page.goto(visit.address("long/river/s14.html"))
    page.evaluate("scrollTo({ top: 1e6, behavior: 'instant' })")
    expect(page.locator(".progress")).to_have_attribute("style", re.compile(r"--read: 1\b"))


@OVER
def test_front_page_and_later_visits_offer_to_go_on(visit: Visitor, over: str) -> None:
    page = visit("long/river/s8.html", over=over)
    page.locator("#p44").evaluate("pair => scrollTo({ top: pair.offsetTop - 60, behavior: 'instant' })")
    page.wait_for_timeout(600)
    page.goto(visit.address(FRONT, over))
    page.wait_for_timeout(600)  # looking at the front page forgets nothing
    page.reload()
    page.get_by_role("link", name="Continue where you stopped").click()
    page.wait_for_url("**/s8.html#p44-1")
    expect(page.locator("#p44")).to_be_in_viewport()


def test_a_finished_book_offers_nothing(visit: Visitor) -> None:
    page = visit("long/river/s14.html")
    page.wait_for_timeout(600)
    page.evaluate("scrollTo({ top: 1e6, behavior: 'instant' })")
    page.wait_for_timeout(600)
    page.goto(visit.address(FRONT))
    expect(page.get_by_role("link", name="Read", exact=True)).to_be_visible()
    expect(page.get_by_role("link", name="Continue where you stopped")).to_have_count(0)


def test_a_link_that_is_copied_is_the_page_s_own(visit: Visitor) -> None:
    page = visit("long/river/s8.html#p44-1")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.get_by_role("dialog", name="This sentence").get_by_role("button", name="Cite · English").click()
    expect(page.locator(".toast")).to_have_text("Copied")
    cited = str(page.evaluate("navigator.clipboard.readText()"))
    assert cited.startswith("“The river is slow.” The Book by the River, ¶ 44.2. ")
    assert cited.endswith("/long/river/s8.html#p44-2")


@OVER
def test_without_javascript_all_is_reached_by_links(visit: Visitor, over: str) -> None:
    page = visit(f"{FRONT}#s12", over=over, js=False)
    expect(page.locator("#s12")).to_be_in_viewport()
    page.locator("#s12 a").click()
    page.wait_for_url("**/s12.html#s12")
    expect(page.locator("#p60")).to_be_in_viewport()
    page.locator(".neighbours a[rel=next]").click()
    page.wait_for_url("**/s13.html")
    page.locator(".neighbours a[rel=prev]").click()
    page.wait_for_url("**/s12.html")
    page.goto(visit.address("long/river/s1.html", over))
    page.locator("article").get_by_role("link", name="the last paragraph").click()
    page.wait_for_url("**/s14.html#the-end")
    expect(page.locator("button:visible, input:visible")).to_have_count(0)
