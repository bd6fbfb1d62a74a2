"""Exercises: by keyboard and pointer, over http and from files, the same for everybody who has the address."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.test_accessibility import COLOURS, SIZES, violations
from tests.browser.visiting import NARROW, Visitor

LESSONS = "report/report"  # where site.toml asks for what learners are told
OVER = pytest.mark.parametrize("over", ["http", "file"])
TASKS = ["cloze", "match", "order", "dictation", "blur", "reveal"]


def exercise(visit: Visitor, query: str, **reader: object) -> Page:
    """The page of exercises when it has made what the address asks for."""
    page = visit(f"{LESSONS}/practice.html?seed=k3f9&{query}", **reader)
    expect(page.get_by_role("heading", name="Preparing…")).to_have_count(0)
    return page


def gaps(page: Page) -> Locator:
    return page.get_by_role("textbox")


def check(page: Page, result: str) -> None:
    page.get_by_role("button", name="Check").click()
    expect(page.locator(".result")).to_have_text(result)
    expect(page.get_by_role("status")).to_have_text(result)


@OVER
def test_gaps_are_filled_in_either_script(visit: Visitor, over: str) -> None:
    page = exercise(visit, "task=cloze&list=hsk-2025&level=3&count=5&from=p3&to=p5", over=over)
    expect(gaps(page)).to_have_count(5)
    words = page.get_by_role("group", name="Words to choose from").get_by_role("button").all_inner_texts()
    page.get_by_role("button", name="Show answers").click()
    answers = [gap.input_value() for gap in gaps(page).all()]
    assert sorted(answers) == sorted(words)
    other = json.loads(
        page.evaluate("JSON.stringify(Reader.take('words/report/zh-Hant').words.map(([text, other]) => [text, other]))")
    )
    simplified = dict(other)
    for gap, answer in zip(gaps(page).all(), answers, strict=True):
        gap.fill(simplified.get(answer) or answer)
    check(page, "All right: 5 of 5")


def test_words_are_taken_from_the_list_and_enter_leads_on(visit: Visitor) -> None:
    page = exercise(visit, "task=cloze&list=hsk-2025&level=3&count=3")
    gaps(page).first.focus()
    page.keyboard.type("x")
    page.keyboard.press("Enter")
    expect(gaps(page).nth(1)).to_be_focused()
    page.get_by_role("group", name="Words to choose from").get_by_role("button").first.click()
    expect(gaps(page).nth(1)).not_to_have_value("")
    page.get_by_role("button", name="Check").click()
    expect(gaps(page).first).to_have_attribute("aria-invalid", "true")
    expect(gaps(page).first).to_be_focused()


def test_a_class_has_the_same_task(visit: Visitor) -> None:
    query = "task=cloze&list=hsk-2025&level=4&count=8"
    first, second = (
        exercise(visit, query, over=over).locator(".sentence").all_inner_texts() for over in ("http", "file")
    )
    assert first == second
    other = exercise(visit, query)
    other.get_by_role("button", name="Another one").click()
    expect(other.locator(".exercise")).to_be_focused()
    assert other.locator(".sentence").all_inner_texts() != first
    assert "seed=k3f9" not in other.url


def test_english_has_gaps_without_levels(visit: Visitor) -> None:
    page = exercise(visit, "task=cloze&side=en&count=6")
    expect(gaps(page)).to_have_count(6)
    expect(page.get_by_label("Words above")).to_be_hidden()
    page.get_by_role("button", name="Show answers").click()
    assert all(len(gap.input_value()) >= 7 or gap.input_value()[0].isdigit() for gap in gaps(page).all())


def test_sentences_are_matched_by_letters(visit: Visitor, built: Path) -> None:
    page = exercise(visit, "task=match&count=4")
    lines = json.loads((built / "report/report/report.json").read_text(encoding="utf-8"))
    english = {
        segment["zh-Hant"].strip(): segment["en"].strip()
        for section in lines["sections"]
        for pair in section["pairs"]
        for segment in pair["segments"]
    }
    asked = page.locator(".asked .said").all_inner_texts()
    given = page.locator(".given .said").all_inner_texts()

    def squeezed(text: str) -> str:
        return "".join(each for each in text if each.isalnum())

    known = {squeezed(key): squeezed(said) for key, said in english.items()}
    answers = [[squeezed(each) for each in given].index(known[squeezed(text)]) for text in asked]
    page.locator(".asked").first.focus()
    for at in answers[:3]:
        page.keyboard.press("abcd"[at])
    page.locator(".asked").nth(3).click()
    page.locator(".given").nth(answers[3]).click()
    check(page, "All right: 4 of 4")
    page.locator(".asked").nth(3).click()
    page.locator(".given").nth(answers[3]).click()
    check(page, "3 of 4 right")


def test_parts_are_put_in_order_by_arrows(visit: Visitor) -> None:
    page = exercise(visit, "task=order&count=1&from=p6&to=p6")
    parts = page.locator(".part")
    count = parts.count()
    for place in range(count):
        part = page.locator(f'.part[data-at="{place}"]')
        while parts.all_inner_texts().index(part.inner_text()) > place:
            part.press("ArrowUp")
            expect(part).to_be_focused()
    check(page, f"All right: {count} of {count}")
    parts.first.press("ArrowDown")
    expect(page.get_by_role("status")).to_have_text(f"Now 2 of {count}")
    check(page, f"{count - 1} of {count} right")


def test_a_part_is_dragged(visit: Visitor) -> None:
    page = exercise(visit, "task=order&count=1&from=p6&to=p6")
    texts = page.locator(".part").all_inner_texts()
    first, third = (page.locator(".parts li").nth(at).bounding_box() for at in (0, 2))
    assert first
    assert third
    page.mouse.move(first["x"] + 12, first["y"] + first["height"] / 2)
    page.mouse.down()
    page.mouse.move(third["x"] + 12, third["y"] + third["height"] * 0.8, steps=12)
    page.mouse.up()
    assert page.locator(".part").all_inner_texts()[:3] == [texts[1], texts[2], texts[0]]


def test_a_dictation_shows_where_it_differs(visit: Visitor) -> None:
    page = exercise(visit, "task=dictation&count=1&hints=on&from=p6&to=p6")
    page.get_by_role("button", name="Look for a moment").click()
    said = page.locator(".glimpse").inner_text()
    assert said
    writing = page.get_by_role("textbox", name="Write down sentence 1")
    expect(writing).to_be_focused()
    letters = [each for each in said if each.isalnum()]
    page.keyboard.insert_text("".join(letters[1:]) + "了")
    expect(page.locator(".glimpse")).to_be_empty()
    page.get_by_role("button", name="Check").click()
    expect(page.locator(".missing")).to_have_text(f"missing: {letters[0]}")
    expect(page.locator(".extra")).to_have_text("too much: 了")
    expect(page.locator(".result")).to_have_text(f"{len(letters) - 2} of {len(letters)} right")


def test_what_nobody_wrote_is_not_given_away(visit: Visitor) -> None:
    page = exercise(visit, "task=dictation&count=1")
    page.get_by_role("button", name="Check").click()
    expect(page.locator(".outcome")).to_have_text("Nothing written yet")


def test_a_blur_is_lifted_and_judged(visit: Visitor) -> None:
    page = exercise(visit, "task=blur&count=3")
    button = page.get_by_role("button", name="Show the translation").first
    covered = page.locator(".covered").first
    assert "blur" in covered.evaluate("line => getComputedStyle(line).filter")
    expect(covered).to_have_attribute("inert", "")
    button.press("Enter")
    assert covered.evaluate("line => getComputedStyle(line).filter") == "none"
    page.get_by_role("button", name="Knew it").first.click()
    check(page, "1 of 3 right")


def test_reveal_leads_into_the_text(visit: Visitor) -> None:
    page = exercise(visit, "task=reveal&from=p4&to=p4")
    page.get_by_role("link", name="Open the text").click()
    expect(page.locator("html")).to_have_attribute("data-view", "reveal")
    assert "only=p4-1:p4-5" in page.url


def test_rubbish_in_the_address_is_no_matter(visit: Visitor) -> None:
    page = exercise(visit, "task=%3Cb%3E&from=p999&to=q&side=xx&list=zz&level=99&count=0&theme=zz")
    expect(page.get_by_role("heading", name="Gaps")).to_be_visible()
    expect(gaps(page)).to_have_count(10)


def test_the_choice_is_in_the_address(visit: Visitor) -> None:
    page = exercise(visit, "ui=en&theme=dark")
    page.get_by_role("radio", name="Matching").check(force=True)
    page.get_by_label("How many").select_option("8")
    page.get_by_label("From").select_option("p5")
    expect(page.locator(".asked")).to_have_count(8)
    for part in ("task=match", "from=p5", "count=8", "seed=k3f9", "theme=dark"):
        assert part in page.url


def test_without_scripts_the_page_leads_to_the_sheet(visit: Visitor) -> None:
    page = visit(f"{LESSONS}/practice.html", js=False)
    page.get_by_role("main").get_by_role("link", name="學習單").first.click()
    assert page.url.endswith("worksheet.html")


@COLOURS
@pytest.mark.parametrize("task", TASKS)
def test_nothing_to_mend(visit: Visitor, task: str, colours: str) -> None:
    page = exercise(visit, f"task={task}&theme={colours}")
    if task != "reveal":
        page.get_by_role("button", name="Check").click()
        page.get_by_role("button", name="Show answers").click()
    assert violations(page) == []


@SIZES
@pytest.mark.parametrize("task", TASKS)
def test_it_fits(visit: Visitor, task: str, size: dict[str, int]) -> None:
    narrow = {**size, "width": 320} if size == NARROW else size
    page = exercise(visit, f"task={task}", size=narrow)
    assert page.evaluate("document.documentElement.scrollWidth") <= narrow["width"]
