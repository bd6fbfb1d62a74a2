"""The five views, the grain, the order of the languages, and which choice wins."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visiting import NARROW, WIDE, Visitor

VIEWS = {"Side by side": "columns", "Interlinear": "rows", "中文": "first", "English": "second", "Reveal": "reveal"}


# Where the first line of each text begins, and the height of its baseline.
BEGINNINGS = """texts => texts.map((text) => {
    const mark = document.createElement("span");
    mark.style.display = "inline-block";
    text.querySelector(".line").prepend(mark);
    const { left, bottom } = mark.getBoundingClientRect();
    mark.remove();
    return [left, bottom];
})"""


def view(page: Page) -> tuple[str, str]:
    """The view and grain in effect, as the style sheet sees them."""
    return page.evaluate(
        "[document.documentElement.dataset.view, document.documentElement.dataset.grain].join()"
    ).split(",")


def radio(page: Page, name: str) -> None:
    page.get_by_role("radio", name=name, exact=True).click()


@pytest.mark.parametrize(("name", "mode"), VIEWS.items())
def test_each_view_can_be_chosen(visit: Visitor, name: str, mode: str) -> None:
    page = visit()
    radio(page, name)
    assert view(page)[0] == mode
    expect(page.get_by_role("radio", name=name, exact=True)).to_be_checked()
    shown = {tag: page.locator(f'.line[lang="{tag}"][data-segment="p4-1"]').is_visible() for tag in ("zh-Hant", "en")}
    assert shown == {"zh-Hant": mode != "second", "en": mode != "first"}


@pytest.mark.parametrize("query", ["", "&grain=segment", "&first=en", "&size=140"])
def test_columns_stand_side_by_side_and_their_first_lines_are_level(visit: Visitor, query: str) -> None:
    page = visit(f"report/report/index.html?view=columns{query}")
    for pair in ("p1", "p2", "p3", "p4", "p5"):
        left, right = sorted(page.locator(f"#{pair} .text").evaluate_all(BEGINNINGS))
        assert left[0] + 100 < right[0]
        assert left[1] == pytest.approx(right[1], abs=1)


@pytest.mark.parametrize("grain", ["paragraph", "segment"])
@pytest.mark.parametrize("pair", ["p2", "p3", "p4"])
def test_rows_stand_one_above_the_other_whatever_the_pair(visit: Visitor, pair: str, grain: str) -> None:
    page = visit(f"report/report/index.html?view=rows&grain={grain}")
    above, below = page.locator(f"#{pair} .text").evaluate_all(BEGINNINGS)
    assert above[0] == below[0]
    assert above[1] + 10 < below[1]


def test_rows_put_a_segment_above_its_translation(visit: Visitor) -> None:
    page = visit("report/report/index.html?view=rows")
    boxes = [
        page.locator(f'.line[lang="{tag}"][data-segment="p4-{at}"]').bounding_box()
        for at in (1, 2)
        for tag in ("zh-Hant", "en")
    ]
    tops = [box["y"] for box in boxes if box]
    assert tops == sorted(tops)
    assert len(set(tops)) == 4


def test_a_wide_window_opens_in_columns_and_a_phone_in_rows(visit: Visitor) -> None:
    assert view(visit(size=WIDE)) == ["columns", "paragraph"]
    assert view(visit(size=NARROW)) == ["rows", "segment"]


def test_a_phone_never_shows_columns(visit: Visitor) -> None:
    page = visit("report/report/index.html?view=columns", size=NARROW)
    assert view(page)[0] == "rows"
    expect(page.get_by_role("radio", name="Side by side")).to_have_count(0)
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(page.locator("html")).to_have_attribute("data-view", "columns")


@pytest.mark.parametrize("query", ["view=columns&grain=segment", "view=rows&grain=paragraph"])
def test_grain_can_be_chosen_against_the_custom_of_the_view(visit: Visitor, query: str) -> None:
    page = visit(f"report/report/index.html?{query}")
    assert view(page) == [part.partition("=")[2] for part in query.split("&")]


def test_swapping_puts_english_first(visit: Visitor) -> None:
    page = visit()
    page.keyboard.press("x")
    chinese, english = (page.locator(f"#p4 .text[lang={tag}]").bounding_box() for tag in ("zh-Hant", "en"))
    assert chinese
    assert english
    assert english["x"] < chinese["x"]


@pytest.mark.parametrize(("first", "shown"), [("zh", "zh-Hant"), ("en", "en")])
def test_reveal_covers_the_language_that_comes_second(visit: Visitor, first: str, shown: str) -> None:
    page = visit(f"report/report/index.html?view=reveal&first={first}")
    veil = page.locator('[data-veil="p4-1"]').bounding_box()
    assert veil
    for line in page.locator('.line[data-segment="p4-1"]').all():
        box = line.bounding_box()
        assert box
        middle = box["y"] + box["height"] / 2
        covered = veil["y"] <= middle <= veil["y"] + veil["height"]
        if covered:  # wholly: a line that is lit must not show how long it is
            assert veil["y"] <= box["y"]
            assert box["y"] + box["height"] <= veil["y"] + veil["height"]
        assert covered is (line.get_attribute("lang") != shown)
        assert line.evaluate("line => line.inert") is covered


def test_a_choice_is_kept_for_the_next_visit(visit: Visitor) -> None:
    page = visit()
    radio(page, "Interlinear")
    page.reload()
    assert view(page)[0] == "rows"


def test_the_address_wins_over_what_was_saved_and_does_not_overwrite_it(visit: Visitor) -> None:
    page = visit()
    radio(page, "Interlinear")
    page.goto(visit.address("report/report/index.html?view=second"))
    assert view(page)[0] == "second"
    page.goto(visit.address("report/report/index.html"))
    assert view(page)[0] == "rows"


@pytest.mark.parametrize(("query", "mode"), [("show=zh", "first"), ("show=en", "second"), ("show=both", "columns")])
def test_the_address_can_ask_for_one_language(visit: Visitor, query: str, mode: str) -> None:
    assert view(visit(f"report/report/index.html?{query}"))[0] == mode


@pytest.mark.parametrize(("saved", "mode"), [("first", "columns"), ("second", "columns"), ("reveal", "reveal")])
def test_the_address_can_ask_for_both(visit: Visitor, saved: str, mode: str) -> None:
    before = f"""localStorage.setItem('bilingual-reader', '{{"view": "{saved}"}}')"""
    assert view(visit("report/report/index.html?show=both", before=before))[0] == mode


def test_what_the_address_asks_for_holds_on_the_next_page(visit: Visitor) -> None:
    page = visit("full/index.html?show=en&theme=dark")
    page.get_by_role("link", name="Small Poems").click()
    assert (view(page)[0], page.locator("html").get_attribute("data-appearance")) == ("second", "dark")
    radio(page, "Interlinear")
    page.get_by_role("navigation", name="Previous and next").get_by_role("link").last.click()
    assert (view(page)[0], page.locator("html").get_attribute("data-appearance")) == ("rows", "dark")
    assert page.url.endswith("fables/index.html?theme=dark")


@pytest.mark.parametrize(
    "query", ["view=sideways", "view=", "grain=%00", "size=9999", "size=big", "first=<b>", "theme=__proto__"]
)
def test_nonsense_in_the_address_changes_nothing(visit: Visitor, query: str) -> None:
    page = visit(f"report/report/index.html?{query}")
    assert view(page) == ["columns", "paragraph"]
    assert page.evaluate("document.documentElement.style.getPropertyValue('--size')") == "1"


BROKEN = [
    "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no') } })",
    "Storage.prototype.getItem = () => '{not json'",
    "Storage.prototype.getItem = () => '[1,2]'",
    "Storage.prototype.getItem = () => 'null'",
    """Storage.prototype.getItem = () => '{"view":"sideways","size":"huge","first":7,"keys":null,"segment":5}'""",
    "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }",
]


@pytest.mark.parametrize("before", BROKEN)
def test_storage_that_throws_or_holds_rubbish_changes_nothing(visit: Visitor, before: str) -> None:
    page = visit(before=before)
    assert view(page) == ["columns", "paragraph"]
    radio(page, "Interlinear")
    assert view(page)[0] == "rows"
    page.mouse.wheel(0, 2000)
    page.wait_for_timeout(500)


def test_changing_the_view_keeps_the_reading_place(visit: Visitor) -> None:
    page = visit()
    page.locator("#p8").evaluate("pair => pair.scrollIntoView({ behavior: 'instant' })")
    segment = page.evaluate("Reader.atTop().dataset.segment")
    place = f"Reader.shownLine('{segment}').getBoundingClientRect().top"
    before = page.evaluate(place)
    for name in ("Interlinear", "English", "Side by side"):
        radio(page, name)
        assert page.evaluate(place) == pytest.approx(before, abs=3)


@pytest.mark.parametrize("view", ["rows", "reveal"])
def test_rows_of_a_very_long_paragraph_stay_in_order(visit: Visitor, view: str) -> None:
    page = visit(f"full/long/index.html?view={view}")
    tops = page.evaluate(
        """() => [...document.querySelectorAll('.pair.paragraph .line[lang=zh-Hant]')].flatMap(({ dataset }) =>
            [...document.querySelectorAll(`[data-segment="${dataset.segment}"]`)]
                .map((line) => line.getBoundingClientRect().top))"""
    )
    assert len(tops) > 2 * 48  # as far as the style sheet counts
    assert tops == sorted(set(tops))


def test_hovering_shows_what_the_reveal_view_hides_and_moves_nothing(visit: Visitor) -> None:
    page = visit("report/report/index.html?view=reveal")
    veil = page.locator('[data-veil="p4-1"]')
    cover = "veil => getComputedStyle(veil).backgroundImage"
    boxes = "[...document.querySelectorAll('.line')].map((line) => line.getBoundingClientRect().top).join()"
    veil.scroll_into_view_if_needed()
    covered, before = veil.evaluate(cover), page.evaluate(boxes)
    veil.hover()
    assert veil.evaluate(cover) != covered
    assert page.evaluate(boxes) == before
