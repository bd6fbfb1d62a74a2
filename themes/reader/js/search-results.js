/* The list of results: document by document in the order of the library, best first in each; more when it is wanted. */
const SearchResults = (() => {
  "use strict";

  const PAGE = 20; // results shown at a time
  const FIRST = 4; // windows that are read for a first result; further ones are for who asks to search further
  const { say, item, speaks } = SearchItem;

  class List {
    /** A list in the `found`, `works` and `foot` of a panel. `asked` is the query and the filters as in an address, `windows` what
        SearchTexts.find yields; nothing is shown any more when the list is no longer `current()`. */
    constructor({ found, works, foot }, asked, windows, current) {
      Object.assign(this, { found, works, foot, asked, windows, current, waiting: [], shown: 0, total: 0, most: 0, sure: false, failed: 0, exact: false, group: null });
      this.more = Reader.make("button", { type: "button", class: "more" });
      this.more.addEventListener("click", () => this.extend());
    }

    /** Show the first window with a result; none when there is none in the first few. */
    async begin() {
      for (let windows = 0; windows < FIRST && !this.waiting.length && !this.exact; windows++) {
        await this.pull();
        if (!this.current()) return;
      }
      this.fill();
      this.tell();
    }

    /** Take one more window. */
    async pull() {
      const { value, done } = await this.windows.next();
      if (!this.current()) return;
      if (done) return void (this.exact = true);
      if (value.again) {
        Object.assign(this, { waiting: [], shown: 0, group: null });
        this.works.replaceChildren();
      }
      this.waiting.push(...byDocument(value.results));
      const { shown: total, sure, exact, failed, alone } = value;
      Object.assign(this, { total, sure, exact, failed, alone, most: value.units + value.left });
    }

    /** Show as many more, and go to the first of them. */
    async extend() {
      if (this.busy) return;
      this.busy = true;
      const at = this.shown;
      try {
        if (!this.waiting.length) await this.pull();
        if (!this.current()) return;
        this.fill();
      } catch {
        if (!this.current()) return;
        this.found.textContent = Reader.t("search.unavailable");
      } finally {
        this.busy = false;
      }
      this.tell();
      (this.works.querySelectorAll("a")[at] ?? this.more).focus();
    }

    fill() {
      for (let left = PAGE; left && this.waiting.length; left--) this.show(this.waiting.shift());
      const count = Math.min(this.waiting.length, PAGE);
      this.more.textContent = count ? say("search.more", { n: count }) : Reader.t("search.further");
      this.more.hidden = !count && this.exact;
      const href = Reader.there(SearchAddress.concordance(Reader.settings.query(), this.asked));
      const link = href ? [Reader.make("a", { class: "lines", href }, Reader.t("search.lines"))] : [];
      this.foot.replaceChildren(...(this.shown || !this.exact ? [this.more, ...link] : []));
    }

    show(result) {
      if (this.group?.id !== result.work.id) this.group = this.begun(result.work);
      this.group.list.append(Reader.make("li", {}, item(result, this.asked)));
      this.shown += 1;
    }

    /** A list for one document, under its titles. */
    begun(work) {
      const titles = work.titles.map((title, side) => Reader.make("span", { ...speaks(work, work.languages[side]), class: isCapitals(title) ? "capitals" : null }, title));
      const heading = Reader.make("h2", {}, ...titles.flatMap((title) => [title, " "]));
      const list = Reader.make("ol");
      this.works.append(Reader.make("section", { class: "work" }, heading, list));
      return { id: work.id, list };
    }

    /** Say how much was found. */
    tell() {
      this.found.textContent = this.summary();
      Reader.say(this.summary());
    }

    summary() {
      return [this.count(), ...(this.failed ? [say("search.failed", { n: this.failed })] : []), ...(this.alone ? [say("search.alone", {})] : [])].join(" · ");
    }

    count() {
      const { exact, sure, shown, waiting, total, most, asked } = this;
      if (!shown && !waiting.length) return say(exact ? "search.none" : "search.none-yet", { q: asked.q.trim() });
      if (exact) return say(total === 1 ? "search.count-one" : "search.count", { n: total });
      return say(sure ? "search.sure" : "search.most", { n: most });
    }
  }

  /** Whether a title is typed in capitals: it is set in small ones. */
  const isCapitals = (title) => title === title.toUpperCase() && title !== title.toLowerCase();

  /** Results of one window in the order of their documents: this page's first, then the library's, so that what a later window
      brings comes after all that is there. */
  function byDocument(results) {
    const firsts = new Map();
    for (const { work, unit } of results) firsts.set(work.id, Math.min(unit, firsts.get(work.id) ?? Infinity));
    if (firsts.has(Reader.document)) firsts.set(Reader.document, -1);
    return results.toSorted((one, other) => firsts.get(one.work.id) - firsts.get(other.work.id));
  }

  return { List };
})();
