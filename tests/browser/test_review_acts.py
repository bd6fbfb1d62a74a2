"""All that can be done to a segment, by keyboard and by mouse: the file that is saved, and what is built of it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.reviewing import Desk, rows, wait

P2 = ["他來了，坐下了。/He came, and sat down.", "她走了。/She left.", "天黑了。/It grew dark.", "下雨了。/It rained."]


def mouse(*names: str) -> Callable[[Desk], None]:
    """Click buttons of the segment."""

    def act(desk: Desk) -> None:
        for name in names:
            desk.button(name).click()

    return act


def keys(*names: str) -> Callable[[Desk], None]:
    """Press keys."""

    def act(desk: Desk) -> None:
        for name in names:
            desk.page.keyboard.press(name)

    return act


def boundary(label: str, button: str) -> Callable[[Desk], None]:
    """Click a button of a boundary."""

    def act(desk: Desk) -> None:
        desk.box.get_by_role("group", name=label).get_by_role("button", name=button).click()

    return act


def dragged(label: str, to: str, share: float) -> Callable[[Desk], None]:
    """Drag a boundary to a share of the width of some text."""

    def act(desk: Desk) -> None:
        grip = desk.box.get_by_role("group", name=label).locator(".grip").bounding_box()
        target = desk.box.get_by_text(to, exact=True).last.bounding_box()
        assert grip
        assert target
        desk.page.mouse.move(grip["x"] + 60, grip["y"] + grip["height"] / 2)
        desk.page.mouse.down()
        where = (target["x"] + share * target["width"], target["y"] + target["height"] / 2)
        desk.page.mouse.move(*where, steps=4)
        desk.page.mouse.up()

    return act


def clicked(text: str, share: float, then: str) -> Callable[[Desk], None]:
    """Put the caret into some text with the mouse, then click a button."""

    def act(desk: Desk) -> None:
        box = desk.box.locator(".mine").get_by_text(text, exact=True).bounding_box()
        assert box
        desk.page.mouse.click(box["x"] + share * box["width"], box["y"] + box["height"] / 2)
        desk.button(then).click()

    return act


NEXT, PREVIOUS = "English: boundary to the next segment", "English: boundary to the previous segment"
ONE, TWO, THREE, FOUR = P2
MERGED = [f"p2-1 auto {ONE}", "p2-2 locked 她走了。天黑了。/She left. It grew dark.", f"p2-4 auto {FOUR}"]
BACK = [
    f"p2-1 auto {ONE}",
    "p2-2 locked 她走了。/",
    "p2-3 locked 天黑了。/She left. It grew dark.",
    f"p2-4 auto {FOUR}",
]
ON = [f"p2-1 auto {ONE}", "p2-2 locked 她走了。/She left. It grew dark.", "p2-3 locked 天黑了。/", f"p2-4 auto {FOUR}"]
CROSSED = [
    f"p2-1 auto {ONE}",
    "p2-2 locked 她走了。/It grew dark.",
    "p2-3 locked 天黑了。/She left.",
    f"p2-4 auto {FOUR}",
]
UNLINKED = [
    f"p2-1 auto {ONE}",
    "p2-2 locked 她走了。/",
    " locked /She left.",
    f"p2-3 auto {THREE}",
    f"p2-4 auto {FOUR}",
]
REST = [f"p2-{at} auto {text}" for at, text in enumerate(P2[1:], 2)]
HALVES = ["p2-1 locked 他來了，/He came, and sat down.", " locked 坐下了。/", *REST]
INSIDE = [f"p2-1 auto {ONE}", "p2-2 locked 她走/She left.", " locked 了。/", f"p2-3 auto {THREE}", f"p2-4 auto {FOUR}"]
CARET = [
    f"p2-1 auto {ONE}",
    "p2-2 locked 她走了。/She left. It grew d",
    "p2-3 locked 天黑了。/ark.",
    f"p2-4 auto {FOUR}",
]


def status(name: str) -> list[str]:
    return [f"p2-1 auto {ONE}", f"p2-2 {name} {TWO}", f"p2-3 auto {THREE}", f"p2-4 auto {FOUR}"]


@pytest.mark.parametrize(
    ("segment", "act", "expected"),
    [
        pytest.param("p2-2", keys("m"), MERGED, id="merge with next, keys"),
        pytest.param("p2-2", mouse("Merge with next"), MERGED, id="merge with next, mouse"),
        pytest.param("p2-3", keys("M"), MERGED, id="merge with previous, keys"),
        pytest.param("p2-3", mouse("Merge with previous"), MERGED, id="merge with previous, mouse"),
        pytest.param("p2-1", keys("s"), HALVES, id="split at a clause, keys"),
        pytest.param("p2-1", mouse("Split before “坐下了。”"), HALVES, id="split at a clause, mouse"),
        pytest.param("p2-2", keys(",", "<", ">", ">", "<", "s"), INSIDE, id="split at a character, keys"),
        pytest.param("p2-2", clicked("她走", 0.98, "Split at the caret"), INSIDE, id="split at a character, mouse"),
        pytest.param("p2-2", keys("ArrowRight", "["), BACK, id="boundary back, keys"),
        pytest.param("p2-2", boundary(NEXT, "Move it back"), BACK, id="boundary back, mouse"),
        pytest.param("p2-3", keys("ArrowRight", "{"), BACK, id="previous boundary back, keys"),
        pytest.param("p2-3", boundary(PREVIOUS, "Move it back"), BACK, id="previous boundary back, mouse"),
        pytest.param("p2-2", keys("ArrowLeft", "]"), ON, id="boundary on, keys"),
        pytest.param("p2-2", dragged(NEXT, "It grew dark.", 0.99), ON, id="boundary on, dragged"),
        pytest.param("p2-2", dragged(NEXT, "It grew dark.", 0.7), CARET, id="boundary to a character, dragged"),
        pytest.param("p2-3", keys("}", "z", "ArrowRight", *["<"] * 9, *[">"] * 8, "("), CARET, id="give, keys"),
        pytest.param("p2-2", keys("u"), UNLINKED, id="unlink, keys"),
        pytest.param("p2-2", mouse("Unlink"), UNLINKED, id="unlink, mouse"),
        pytest.param("p2-2", keys("ArrowRight", "x", "Enter"), CROSSED, id="exchange, keys"),
        pytest.param("p2-2", mouse("Exchange English …", "Exchange with this: p2-3"), CROSSED, id="exchange, mouse"),
        pytest.param("p2-2", keys("c"), status("checked"), id="checked, keys"),
        pytest.param("p2-2", mouse("Checked"), status("checked"), id="checked, mouse"),
        pytest.param("p2-2", keys("Enter"), status("checked"), id="checked and on, keys"),
        pytest.param("p2-2", keys("l"), status("locked"), id="locked, keys"),
        pytest.param("p2-2", mouse("Checked", "Locked"), status("locked"), id="locked, mouse"),
        pytest.param("p2-2", keys("m", "u", "z", "z", "z", "l"), status("locked"), id="undone, keys"),
        pytest.param("p2-2", keys("m", "u", "z", "z", "Z"), MERGED, id="done again, keys"),
    ],
)
def test_what_is_done_is_saved_and_built(
    desk: Callable[..., Desk], segment: str, act: Callable[[Desk], None], expected: list[str]
) -> None:
    at = desk()
    at.stand(segment)
    act(at)
    expect(at.page.locator("#state")).to_have_text("1 not saved")
    at.page.keyboard.press("Control+s")
    expect(at.page.locator("#state")).to_have_text("All saved")
    assert at.saved() == expected
    expect(at.page.locator("#live")).to_have_text("The alignment was renewed.")
    expect(at.page.locator("#news")).to_be_hidden()
    settled = [line.split(" ", 2)[1:] for line in expected if " auto " not in line]
    built = rows(at.address)
    assert all(built.count(f'"{name}"') == sum(each[0] == name for each in settled) for name in ("checked", "locked"))


# Between two headings a word faces a long paragraph, which the aligner does not believe.
LONG = "The teacher put the book on the table, opened it, and read aloud to us for an hour. " * 10
SEVEN, LEFT = "我們早上七點出門，沿着河邊走。", "We left at seven in the morning and walked along the river."
SNOW, TRAIN = "晚上下雪，我們坐火車回城裏。", "In the evening it snowed, and we took the train back to the city."
APART = {
    "walk.zh-Hant.md": f"# 春天\n\n{SEVEN}\n\n# 夏天\n\n唉！\n\n# 秋天\n\n{SNOW}\n",
    "walk.en.md": f"# Spring\n\n{LEFT}\n\n# Summer\n\n{LONG.strip()}\n\n# Autumn\n\n{TRAIN}\n",
}


@pytest.fixture
def walk(desk: Callable[..., Desk], reviewed: tuple[Path, str]) -> Iterator[Desk]:
    """The review of a text in two files, in which nothing was found for two paragraphs."""
    folder, address = reviewed
    at = desk()
    for name, text in APART.items():
        (folder / name).write_text(text, "utf-8")
    wait(lambda: "火車" in rows(address, "walk"))
    at.page.goto(f"{address}/review/walk")
    expect(at.page.locator("#state")).to_have_text("All saved")
    yield at
    at.page.goto("about:blank")
    for name in (*APART, "walk.align.tsv"):
        (folder / name).unlink(missing_ok=True)


@pytest.mark.parametrize(
    ("segment", "act"),
    [
        pytest.param("p4-1", keys("J"), id="with the one after, keys"),
        pytest.param("p4-1", mouse("Join with “唉！”"), id="with the one after, mouse"),
        pytest.param("p5-1", keys("K"), id="with the one before, keys"),
        pytest.param("p5-1", mouse("Join with “The teacher put the book”"), id="with the one before, mouse"),
        pytest.param("p4-1", keys("J", "z", "Z"), id="undone and done again"),
    ],
)
def test_paragraphs_of_one_language_each_are_joined_across_files(
    walk: Desk, segment: str, act: Callable[[Desk], None]
) -> None:
    walk.stand(segment)
    expect(walk.box.get_by_role("button", name="Join with")).to_have_count(1)
    act(walk)
    expect(walk.box.get_by_role("button", name="Join with")).to_have_count(0)
    expect(walk.box.locator(".mine")).to_contain_text("唉！")
    expect(walk.box.locator(".mine")).to_contain_text("The teacher put the book")
    walk.page.keyboard.press("Control+s")
    expect(walk.page.locator("#live")).to_have_text("The alignment was renewed.")
    expect(walk.page.locator("#news")).to_be_hidden()
    joined = f"locked 唉！/{LONG.strip()}"
    assert [row.partition(" ")[2] for row in walk.saved(segment.partition("-")[0], "walk")] == [joined]
    built = rows(walk.address, "walk")
    assert built.count('"locked"') == 1
    assert f'"texts": ["唉！", "{LONG.strip()}"]' in built


def test_what_has_both_languages_is_joined_to_nothing(walk: Desk) -> None:
    walk.stand("p2-1")
    expect(walk.box.get_by_role("button", name="Join with")).to_have_count(0)
    walk.page.keyboard.press("J")
    expect(walk.page.locator("#live")).to_contain_text("No paragraph of another language alone")
