/* The list of results: text by text, each pair in its languages with the hits marked. All of it is text, never markup. */
const SearchResults = (() => {
  "use strict";

  const PAGE = 20; // results shown at a time

  const say = (key, values = {}) => Reader.t(key).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  const counted = (count) => say(count === 1 ? "search.count-one" : "search.count", { n: count });

  const speaks = (entry, lang) => ({ lang, dir: entry.rtl?.includes(lang) ? "rtl" : null });

  class List {
    /** A list in the element `panel`, for one query. */
    constructor(panel, query) {
      this.panel = panel;
      this.query = query;
      this.waiting = []; // found, not shown yet
      this.total = 0;
      this.shown = 0;
      this.failed = 0;
      this.several = false;
      this.work = null; // the document whose results are being listed
      this.status = Reader.make("p", { class: "found" }, Reader.t("search.loading"));
      this.body = Reader.make("div");
      this.foot = Reader.make("p", { class: "foot" });
      const shut = Reader.make("button", { type: "button", class: "shut", "aria-label": Reader.t("close") }, "×");
      panel.replaceChildren(this.status, this.body, this.foot, shut);
      panel.scrollTop = 0;
    }

    /** One more window of what was found. */
    add({ results, total, failed }) {
      this.several ||= results.some(({ work }) => work.id !== Reader.document);
      this.failed = failed;
      for (const id of new Set(results.map(({ work }) => work.id)))
        for (const result of results.filter(({ work }) => work.id === id)) this.waiting.push({ entry: result.work, result });
      this.total = total;
      this.fill(PAGE);
      this.status.textContent = this.summary();
    }

    /** What the whole search came to, in words. */
    summary() {
      const found = this.total ? counted(this.total) : say("search.none", { q: this.query });
      return this.failed ? `${found} · ${say("search.failed", { n: this.failed })}` : found;
    }

    /** Nothing more will come. */
    finish() {
      this.status.textContent = this.summary();
      if (!this.total) this.foot.textContent = Reader.t("search.hint");
      Reader.say(this.summary());
    }

    /** The search itself could not be loaded. */
    fail() {
      this.status.textContent = Reader.t("search.unavailable");
      Reader.say(this.status.textContent);
    }

    /** Show results until `limit` are shown. */
    fill(limit) {
      for (; this.shown < limit && this.waiting.length; this.shown++) this.show(this.waiting.shift());
      const left = Math.min(this.waiting.length, PAGE);
      if (left && !this.more) this.foot.replaceChildren(this.button());
      if (this.more) this.more.textContent = say("search.more", { n: left });
      if (!left && this.more) {
        this.more.remove();
        this.more = null;
      }
    }

    button() {
      this.more = Reader.make("button", { type: "button", class: "more" });
      this.more.addEventListener("click", () => {
        const last = this.body.lastElementChild.lastElementChild.lastElementChild;
        this.fill(this.shown + PAGE);
        (last.nextElementSibling ?? last.parentElement.parentElement.nextElementSibling).querySelector("a").focus();
      });
      return this.more;
    }

    show({ entry, result }) {
      if (this.work?.entry.id !== entry.id) this.work = this.group(entry);
      this.work.list.append(Reader.make("li", {}, item(entry, result, this.query)));
    }

    /** A list for one document, under its titles when there are several documents. */
    group(entry) {
      const list = Reader.make("ol");
      const group = Reader.make("div", { class: "work" }, list);
      if (this.several) {
        const titles = entry.titles.map((title, side) => Reader.make("span", speaks(entry, entry.languages[side]), title));
        group.prepend(Reader.make("p", {}, ...titles.flatMap((title) => [title, " "])));
      }
      this.body.append(group);
      return { entry, list };
    }
  }

  function item(entry, { rows, page }, query) {
    const [first, last] = [rows[0].id, rows.at(-1).id];
    const fragment = first === last ? first : `${first}:${last}`;
    const texts = entry.languages.map((lang, side) => side < rows[0].texts.length && text(rows, side, speaks(entry, lang))).filter(Boolean);
    return Reader.make("a", { href: address(entry, page, fragment, query), "data-place": fragment }, place(first), ...texts);
  }

  /** Where a result stands: the number of its paragraph, as in the margin, or of its note. */
  function place(id) {
    const words = id.startsWith("n") ? say("search.note", { n: id.slice(1) }) : id.slice(1).split("-")[0];
    return Reader.make("span", { class: "place" }, words, " ");
  }

  function address(entry, page, fragment, query) {
    const there = encodeURIComponent(fragment).replaceAll("%3A", ":");
    if (entry.id === Reader.document && onPage(fragment)) return `#${there}`;
    const view = Reader.settings.query();
    view.set("q", query);
    return `${Reader.root}${page}?${view}#${there}`;
  }

  /** Whether a place of this document stands on this page; the front page of a long one has others in its contents. */
  function onPage(fragment) {
    return !!document.getElementById(fragment.split(":")[0])?.closest("article");
  }

  /** The text of one language with its hits marked; nothing when it is empty. Rows without a hit give way to …. */
  function text(rows, side, attributes) {
    if (!rows.some((row) => row.texts[side])) return null;
    const element = Reader.make("span", { class: "side", ...attributes });
    for (const [at, row] of rows.entries()) {
      const needed = at === 0 || at === rows.length - 1 || row.ranges.some((ranges) => ranges.length);
      if (needed) mark(element, row.texts[side], row.ranges[side]);
      else if (!element.textContent.endsWith("… ")) element.append("… ");
    }
    return element;
  }

  function mark(element, string, ranges) {
    let at = 0;
    for (const [start, end] of ranges) {
      element.append(string.slice(at, start), Reader.make("mark", {}, string.slice(start, end)));
      at = end;
    }
    element.append(string.slice(at));
  }

  return { List };
})();
