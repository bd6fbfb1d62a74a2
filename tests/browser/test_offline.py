"""Reading without network: the real worker in a real browser, and a host that really stops."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.hosting import Host, hosted

OLD = "---\ntitle: 春 / Spring\n---\n\n# 春 / Spring\n\n" + "\n\n".join(
    f"第{number}段說的是古老的河流。\n\nParagraph {number} tells of the ancient river." for number in range(1, 41)
)
NEW = OLD.replace("古老", "嶄新").replace("ancient", "modern")
PLACE = "text0/index.html"


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    with hosted(tmp_path) as host:
        yield host


@pytest.fixture
def reader(browser: Browser) -> Iterator[BrowserContext]:
    """A reader who has seen nothing yet."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="en-US")
    context.set_default_timeout(15_000)
    yield context
    context.close()


def ready(page: Page) -> None:
    """Wait until the worker is at work."""
    page.evaluate("navigator.serviceWorker.ready")
    for _ in range(100):
        if page.evaluate("navigator.serviceWorker.controller?.state === 'activated'"):
            return
        page.wait_for_timeout(100)
    raise AssertionError("no worker")


def opened(reader: BrowserContext, host: Host, path: str = PLACE) -> Page:
    """A first visit, until all that is kept unasked is kept."""
    page = reader.new_page()
    page.goto(f"{host.address}/{path}")
    ready(page)
    return page


def found(page: Page, query: str) -> str:
    """What the search says it found."""
    page.locator("#q").fill(query)
    expect(page.locator(".found")).to_contain_text("place")
    return page.locator(".found").inner_text()


def stores(page: Page) -> list[str]:
    names: list[str] = page.evaluate("caches.keys()")
    return [name.split("|")[2] for name in names]


def test_every_page_and_the_search_are_there_after_one_visit(host: Host, reader: BrowserContext, built: Path) -> None:
    host.copy(built / "report")
    host.start()
    page = opened(reader, host, "index.html")
    host.stop()
    pages = [path.relative_to(host.site).as_posix() for path in host.site.rglob("*.html") if path.name != "404.html"]
    for path in (*pages, "", "report/"):
        answer = page.goto(f"{host.address}/{path}")
        assert answer is not None
        assert answer.ok, path
        assert page.locator("main").count(), path
    needed = [path for path, *_ in json.loads((host.site / "report/report.offline.json").read_text("utf-8"))]
    lost = "paths => Promise.all(paths.map(path => fetch(path).then(({ ok }) => ok, () => false)))"
    assert all(page.evaluate(lost, [f"{host.address}/{path}" for path in needed]))
    page.goto(f"{host.address}/report/index.html")
    assert found(page, "innovation").startswith("7 ")
    page.goto(f"{host.address}/report/not-there.html")
    expect(page.locator("h1")).to_have_text("No network here")


def test_a_text_is_kept_and_removed_again(host: Host, reader: BrowserContext) -> None:
    host.build(OLD, NEW)
    host.start()
    page = opened(reader, host)
    keep = page.locator("reader-offline")
    keep.scroll_into_view_if_needed()
    keep.get_by_role("button", name="Keep for offline reading").click()
    expect(keep).to_contain_text("Ready offline")
    host.stop()
    page.reload()
    page.locator("footer.colophon").scroll_into_view_if_needed()
    expect(keep).to_contain_text("Ready offline")
    page.goto(f"{host.address}/text0/nothing.html")
    expect(page.get_by_role("link", name="Spring")).to_have_attribute("href", "text0/index.html")
    host.start()
    page.goto(f"{host.address}/{PLACE}")
    page.locator("footer.colophon").scroll_into_view_if_needed()
    keep.get_by_role("button", name="Remove").click()
    expect(keep.get_by_role("button", name="Keep for offline reading")).to_be_visible()


def test_of_a_large_library_one_text_is_kept_and_searched(host: Host, reader: BrowserContext) -> None:
    long = "\n\n".join(f"第{number}段說樹。\n\nParagraph {number} tells of trees." for number in range(2100))
    picture = b"\x89PNG" + bytes(range(256)) * 16_000
    host.build(OLD, f"# 樹 / Trees\n\n{long}\n\n![樹](tree.png)\n\n![tree](tree.png)", tree=picture)
    host.start()
    page = opened(reader, host)
    page.locator("footer.colophon").scroll_into_view_if_needed()
    keep = page.locator("reader-offline")
    keep.get_by_role("button", name="Keep for offline reading").click()
    expect(keep).to_contain_text("Ready offline")
    host.stop()
    page.goto(f"{host.address}/text1/index.html")
    expect(page.locator("h1")).to_have_text("No network here")
    page.goto(f"{host.address}/{PLACE}")
    page.locator("#q").fill("ancient")
    expect(page.locator(".found")).to_contain_text("Only this text was searched")
    expect(page.locator("#results a", has_text="river").first).to_be_visible()


def test_a_new_build_is_offered_and_never_mixed_with_the_old_one(host: Host, reader: BrowserContext) -> None:
    host.build(OLD)
    host.start()
    page = opened(reader, host)
    page.locator("#p30").scroll_into_view_if_needed()
    host.build(NEW)
    page.evaluate("Reader.worker.update()")
    expect(page.locator(".renewal")).to_contain_text("There is a new version")
    assert found(page, "ancient").startswith("4")
    page.keyboard.press("Escape")
    page.locator("#p30").scroll_into_view_if_needed()
    page.locator(".renewal").get_by_role("button", name="Reload").click()
    expect(page.locator("#p30")).to_contain_text("modern")
    expect(page.locator("#p30")).to_be_in_viewport()
    ready(page)
    host.stop()
    page.goto(f"{host.address}/{PLACE}")
    expect(page.locator("#p30")).to_contain_text("modern")
    assert found(page, "modern").startswith("4")
    assert stores(page).count("files") == 1


def test_a_page_of_a_new_build_never_gets_what_is_kept_of_the_old_one(host: Host, reader: BrowserContext) -> None:
    host.build(OLD)
    host.start()
    page = opened(reader, host)
    host.build(NEW)
    (host.site / "worker.js").unlink()  # no worker can follow
    page.goto(f"{host.address}/{PLACE}")
    expect(page.locator("#p30")).to_contain_text("modern")
    host.stop()
    page.locator("#q").fill("ancient")
    expect(page.locator(".found")).to_have_text("Search is not available")
    page.goto(f"{host.address}/{PLACE}")
    expect(page.locator("#p30")).to_contain_text("ancient")
    assert found(page, "ancient").startswith("4")


def test_a_host_that_has_half_of_a_build_leaves_the_old_one_whole(host: Host, reader: BrowserContext) -> None:
    host.build(OLD)
    old = (host.site / PLACE).read_bytes()
    host.start()
    page = opened(reader, host)
    host.build(NEW)
    (host.site / PLACE).write_bytes(old.replace(b"ancient", b"half-way"))
    ended = "({ installing }) => new Promise(done => installing.onstatechange = () => done(installing.state))"
    state = page.evaluate(f"Reader.worker.update().then({ended})")
    assert state == "redundant"
    host.stop()
    page.goto(f"{host.address}/{PLACE}")
    expect(page.locator("#p30")).to_contain_text("ancient")
    assert found(page, "ancient").startswith("4")


def test_a_host_that_does_not_answer_in_time_is_not_waited_for(host: Host, reader: BrowserContext) -> None:
    host.build(OLD)
    host.start()
    page = opened(reader, host)
    host.open.clear()
    page.goto(f"{host.address}/{PLACE}")
    expect(page.locator("#p30")).to_contain_text("ancient")


def test_a_site_without_it_removes_what_was_kept(host: Host, reader: BrowserContext) -> None:
    host.build(OLD)
    host.start()
    page = opened(reader, host)
    page.evaluate("caches.open('somebody else')")
    host.build(OLD, settings="offline = false\n")
    page.reload()
    for _ in range(400):  # browsers may give the old worker half a minute
        if not page.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)"):
            break
        page.wait_for_timeout(100)
    else:
        raise AssertionError("the worker is still there")
    page.wait_for_timeout(500)
    assert page.evaluate("caches.keys()") == ["somebody else"]
    page.goto(f"{host.address}/{PLACE}")
    assert not page.evaluate("document.body.dataset.offline")


REFUSED = [
    "Object.defineProperty(Navigator.prototype, 'serviceWorker', { get() { throw new DOMException('no') } })",
    "delete Navigator.prototype.serviceWorker",
    "ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException('no', 'SecurityError'))",
]


@pytest.mark.parametrize("before", REFUSED)
def test_where_it_is_refused_nothing_is_different(host: Host, reader: BrowserContext, before: str) -> None:
    host.build(OLD)
    host.start()
    reader.add_init_script(before)
    page, faults = reader.new_page(), list[str]()
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: message.type == "error" and faults.append(message.text))
    page.goto(f"{host.address}/{PLACE}")
    page.locator("footer.colophon").scroll_into_view_if_needed()
    assert found(page, "ancient").startswith("4")
    assert page.locator("reader-offline").inner_text() == ""
    assert faults == []


def test_a_folder_has_no_worker(host: Host, reader: BrowserContext) -> None:
    host.build(OLD)
    page, faults = reader.new_page(), list[str]()
    page.on("console", lambda message: faults.append(message.text))
    page.goto((host.site / PLACE).as_uri())
    page.locator("footer.colophon").scroll_into_view_if_needed()
    assert found(page, "ancient").startswith("4")
    assert page.evaluate("Reader.worker === undefined")
    assert faults == []


def test_the_site_can_be_installed(host: Host, reader: BrowserContext, built: Path) -> None:
    host.copy(built / "report")
    host.start()
    page = opened(reader, host, "index.html")
    session = reader.new_cdp_session(page)
    errors = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert [each["errorId"] for each in errors] in ([], ["in-incognito"])  # a test's visitor leaves no trace
    manifest = session.send("Page.getAppManifest")
    assert manifest["errors"] == []
    data = json.loads(manifest["data"])
    assert "政府工作報告" in data["name"]
    assert "REPORT" in data["name"]
    sizes = "icon => createImageBitmap(icon).then(({ width, height }) => `${width}x${height}`)"
    for icon in data["icons"][1:]:
        shown = page.evaluate(f"src => fetch(src).then(answer => answer.blob()).then({sizes})", icon["src"])
        assert shown == icon["sizes"]
