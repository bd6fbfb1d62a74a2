"""The review page beside the real development server: what is listed, what is said, and what becomes of changes."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.reviewing import TEXT, Desk, rows, wait
from tests.browser.test_accessibility import violations
from tests.browser.visiting import NARROW, WIDE

# What makes a page miss that the text was built again.
DEAF = """document.addEventListener("livereload", (event) => {
    event.stopImmediatePropagation();
    event.preventDefault();
}, true)"""


def test_what_is_not_possible_is_said_and_changes_nothing(desk: Callable[..., Desk]) -> None:
    at = desk()
    at.stand("p2-4")
    for key, said in [
        ("m", "There is no such segment in this paragraph."),
        ("x", "Choose the segment"),
        ("Escape", "Nothing was"),
    ]:
        at.page.keyboard.press(key)
        expect(at.page.locator("#live")).to_contain_text(said)
    expect(at.button("Merge with next")).to_be_disabled()
    at.stand("p3-1")
    at.page.keyboard.press("u")
    expect(at.page.locator("#live")).to_have_text("This paragraph cannot be cut otherwise here.")
    expect(at.box).to_contain_text("The text's own form says what belongs together here")
    expect(at.button("Unlink")).to_have_count(0)
    expect(at.page.locator("#state")).to_have_text("All saved")


def test_the_list_can_be_ordered_filtered_and_searched(desk: Callable[..., Desk]) -> None:
    at = desk()
    assert at.listed()[:2] == ["p5-1", "p5-2"]  # the least certain
    at.page.get_by_label("Order").select_option("as in the text")
    assert at.listed() == [
        "p1-1",
        "p2-1",
        "p2-2",
        "p2-3",
        "p2-4",
        "p3-1",
        "p3-2",
        "p3-3",
        "p3-4",
        "p4-1",
        "p5-1",
        "p5-2",
    ]
    at.page.keyboard.press("/")
    at.page.get_by_label("Find").press_sequentially("GREW")
    assert at.listed() == ["p2-3"]
    at.page.get_by_label("Find").fill("")
    at.page.get_by_label("Show").select_option("locked")
    expect(at.page.get_by_text("No segment is like this.")).to_be_visible()
    at.page.get_by_label("Show").select_option("all")
    at.stand("p2-3")
    at.page.keyboard.press("u")
    at.page.get_by_label("Show").select_option("one-sided")
    assert at.listed() == ["p2-3", "new"]


def test_one_goes_from_one_uncertain_segment_to_the_next(desk: Callable[..., Desk]) -> None:
    at = desk()
    expect(at.page.locator("#counts")).to_have_text("12 segments, 0 looked at, 2 uncertain")
    at.page.goto(f"{at.address}/review/")
    expect(at.page.get_by_role("listitem")).to_have_text("春 Spring 2 to look at")
    at.page.get_by_role("link", name="春").click()
    expect(at.page.locator("#state")).to_have_text("All saved")  # loaded, that is
    at.page.get_by_role("button", name="Next uncertain").click()
    expect(at.page.locator(".box a.name")).to_have_text("p5-2")
    at.page.keyboard.press("n")
    expect(at.page.locator(".box a.name")).to_have_text("p5-1")
    at.page.locator(".box").focus()
    at.page.keyboard.press("Enter")
    expect(at.page.locator(".box a.name")).to_have_text("p5-2")
    at.page.keyboard.press("Enter")
    expect(at.page.locator("#live")).to_have_text("Nothing uncertain is left in this list.")
    expect(at.page.locator("#counts")).to_have_text("12 segments, 2 looked at, 0 uncertain")


def test_an_edit_outlives_a_change_elsewhere_and_gives_way_where_its_text_is_gone(desk: Callable[..., Desk]) -> None:
    at = desk()
    at.stand("p2-3")
    at.page.keyboard.press("u")
    (at.folder / "spring.md").write_text(TEXT.replace("很短", "真短"), "utf-8")
    expect(at.page.locator("#live")).to_have_text("The alignment was renewed.")
    expect(at.page.locator("#segments")).to_contain_text("真短")
    expect(at.page.locator("#state")).to_have_text("1 not saved")
    (at.folder / "spring.md").write_text(TEXT.replace("天黑了", "天亮了"), "utf-8")
    load = at.page.get_by_role("button", name="Load it and keep my changes")
    expect(load).to_be_focused()
    expect(at.page.locator("#segments")).not_to_contain_text("天亮了")
    load.click()
    expect(at.page.locator("#segments")).to_contain_text("天亮了")
    expect(at.page.locator("#news")).to_have_text("1 of your changes no longer fit the text.")
    expect(at.page.locator("#state")).to_have_text("All saved")


def test_a_file_that_somebody_else_changed_is_not_written_over(desk: Callable[..., Desk]) -> None:
    at = desk()
    at.stand("p2-3")
    at.page.keyboard.press("u")
    at.page.evaluate(DEAF)
    head = "id\tstatus\tconfidence\tzh-Hant\ten\n"
    theirs = f"{head}p2-1\tchecked\t1\t他來了，坐下了。\tHe came, and sat down.\n"
    (at.folder / "spring.align.tsv").write_text(theirs, "utf-8")
    with at.page.expect_response(lambda answer: answer.request.method == "POST") as answer:
        at.page.get_by_role("button", name="Save", exact=True).click()
    assert answer.value.status == 409
    expect(at.page.locator("#news")).to_contain_text("Nothing was saved.")
    assert (at.folder / "spring.align.tsv").read_text("utf-8") == theirs
    wait(lambda: '"checked"' in rows(at.address))
    at.page.get_by_role("button", name="Load it and keep my changes").click()
    expect(at.page.locator("#news")).to_be_hidden()
    at.page.get_by_role("button", name="Save", exact=True).click()
    expect(at.page.locator("#state")).to_have_text("All saved")
    assert at.saved()[-3:] == ["p2-3 locked 天黑了。/", " locked /It grew dark.", "p2-4 auto 下雨了。/It rained."]


def test_saving_at_once(desk: Callable[..., Desk]) -> None:
    at = desk()
    at.page.get_by_label("Save at once").check()
    at.stand("p2-3")
    at.page.keyboard.press("c")
    expect(at.page.locator("#state")).to_have_text("All saved")
    wait(lambda: (at.folder / "spring.align.tsv").exists())
    assert "p2-3 checked 天黑了。/It grew dark." in at.saved()


def test_leaving_with_unsaved_changes_is_asked_about(desk: Callable[..., Desk]) -> None:
    at = desk()
    at.button("Checked").click()
    asked = []
    at.page.once("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    at.page.close(run_before_unload=True)
    at.page.wait_for_timeout(300)
    assert asked == ["beforeunload"]


def test_the_sheet_lists_every_key_and_keys_can_rest(desk: Callable[..., Desk]) -> None:
    at = desk()
    at.page.keyboard.press("?")
    sheet = at.page.get_by_role("dialog", name="Shortcuts")
    listed = set(sheet.locator("kbd").all_inner_texts())
    assert {
        "j",
        "k",
        "↓",
        "↑",
        "Enter",
        "n",
        "c",
        "l",
        "m",
        "M",
        "s",
        "[",
        "]",
        "{",
        "}",
        "u",
        "x",
        "z",
        "Z",
        "/",
        "?",
    } <= listed
    sheet.get_by_label("Use shortcuts").uncheck()
    at.page.keyboard.press("Escape")
    at.page.keyboard.press("c")
    expect(at.page.locator("#state")).to_have_text("All saved")
    at.page.get_by_label("Find").press_sequentially("c")
    expect(at.page.locator("#state")).to_have_text("All saved")


def sheet(at: Desk) -> None:
    at.page.keyboard.press("?")


def choosing(at: Desk) -> None:
    at.page.keyboard.press("x")


def edited(at: Desk) -> None:
    for key in ("c", "u", "l"):
        at.page.keyboard.press(key)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("state", [sheet, choosing, edited])
def test_axe_finds_nothing(
    desk: Callable[..., Desk], state: Callable[[Desk], None], size: dict[str, int], dark: bool
) -> None:
    at = desk(size=size, dark=dark)
    at.stand("p2-2")
    assert violations(at.page) == []
    state(at)
    assert violations(at.page) == []
    assert at.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    at.page.goto(f"{at.address}/review/")
    assert violations(at.page) == []


@pytest.mark.parametrize(
    ("locale", "link", "title"),
    [("en-GB", "Review alignment", "Alignments"), ("zh-TW", "校訂對齊", "對齊校訂"), ("zh-CN", "校订对齐", "对齐校订")],
)
def test_the_text_leads_to_its_review_in_the_readers_language(
    desk: Callable[..., Desk], locale: str, link: str, title: str
) -> None:
    page = desk().page.context.browser.new_page(locale=locale)  # type: ignore[union-attr]
    page.goto(f"{desk().address}/spring/index.html")
    page.locator(".colophon").get_by_role("link", name=link).click()
    expect(page.locator(".bar .home")).to_have_text(title)
    expect(page.locator(".box")).to_be_visible()
    page.locator(".about a").click()
    expect(page).to_have_url(f"{desk().address}/spring/index.html")
    page.close()
