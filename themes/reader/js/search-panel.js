/* The panel below the search field: help while nothing is asked, else what was found, or what may have been meant. */
const SearchPanel = (() => {
  "use strict";

  class Panel {
    /** In the element of the panel; `ask(query)` is called when a suggestion is taken. */
    constructor(element, { filters, ask }) {
      Object.assign(this, { element, filters, ask, run: 0 });
      for (const name of ["found", "works", "meant", "foot", "help"]) this[name] = element.querySelector(`.${name}`);
    }

    get isOpen() {
      return !this.element.hidden;
    }

    /** Show the answer to a question as SearchAddress knows it; only the last one is ever shown. True when this one was. */
    async show(asked) {
      const run = ++this.run;
      const current = () => run === this.run;
      this.clear(asked.q);
      try {
        if (asked.q) await this.answer(asked, current);
      } catch {
        if (current()) Reader.say((this.found.textContent = Reader.t("search.unavailable")));
      }
      if (current()) this.element.style.minBlockSize = "";
      return current();
    }

    /** What was shown gives way at once; the panel keeps its height until there is something else. */
    clear(query) {
      this.element.style.minBlockSize = this.isOpen && query ? `${this.element.offsetHeight}px` : "";
      this.element.hidden = false;
      this.element.scrollTop = 0;
      for (const part of [this.works, this.meant, this.foot]) part.replaceChildren();
      this.meant.hidden = true;
      this.help.hidden = Boolean(query);
      this.found.textContent = Reader.t(query ? "search.loading" : "search.hint");
    }

    async answer(asked, current) {
      const filters = await this.filters.wanted();
      if (!current()) return;
      const known = { ...asked, ...this.filters.chosen }; // without what the library does not have
      const list = new SearchResults.List(this, known, SearchTexts.find(asked.q, filters), current);
      await list.begin();
      if (!current()) return;
      this.element.style.minBlockSize = "";
      await this.suggest(asked, list, current);
    }

    /** What else may have been meant, when nothing was found, or when the letters may be pinyin. */
    async suggest({ q }, list, current) {
      const nothing = list.exact && !list.shown;
      if (!nothing && !(list.exact && SearchMore.isLatin(q))) return;
      const more = await SearchMore.load().then(() => true, () => false);
      if (!current() || !(more ? nothing || SearchMeant.maybePinyin(q) : nothing)) return;
      this.help.hidden = !nothing;
      if (!more) return;
      const widen = () => {
        this.filters.clear();
        this.ask(q);
      };
      const said = await SearchMeant.show(this.meant, { query: q, nothing, current, ask: this.ask, widen: nothing && this.filters.any ? widen : null });
      if (!current()) return;
      this.help.hidden = !nothing || !this.meant.hidden;
      if (said) Reader.say(`${list.summary()}. ${said}`);
    }

    hide() {
      this.run += 1;
      this.element.hidden = true;
    }
  }

  return { Panel };
})();
