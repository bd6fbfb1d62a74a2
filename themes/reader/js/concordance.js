/* <reader-concordance>: the page of the concordance. What is asked stands in the form and in the address. */
(() => {
  "use strict";

  const PAUSE = 350; // milliseconds without a keystroke before the lines are looked up
  const LINES = 100; // shown at a time
  const MANY = 2000; // shown at a time by who wants many
  const FIELDS = ["q", "sort", "in", "document", "group"]; // of the form, and in the address
  const { say } = ConcordanceList;

  const stemmer = new EnglishStemmer();
  const stems = new Map();
  const stem = (word) => stems.get(word) ?? stems.set(word, stemmer.stemWord(word)).get(word);

  class ReaderConcordance extends HTMLElement {
    connectedCallback() {
      for (const name of ["answer", "hint", "lines", "foot", "tools"]) this[name] = this.querySelector(`.${name}`);
      this.form = this.querySelector("form.ask");
      this.heading = this.querySelector("#lines-heading");
      this.panel = new ConcordanceTranslations.Panel(this.querySelector(".renderings"), (lines, words) => this.narrow(lines, words));
      this.run = 0; // what was asked; only the last may show its answer
      this.found = null;
      this.read();
      this.listen();
      this.fill();
      this.ask();
    }

    listen() {
      const input = this.form.elements.q;
      this.form.addEventListener("submit", (event) => (event.preventDefault(), this.ask()));
      input.addEventListener("input", (event) => !event.isComposing && this.later());
      input.addEventListener("compositionend", () => this.later());
      this.form.addEventListener("change", ({ target }) => target !== input && (["sort", "group"].includes(target.name) ? this.arrange() : this.ask()));
      this.lines.addEventListener("keydown", (event) => this.pressed(event));
      this.querySelector(".copy").addEventListener("click", () => this.copy());
      this.querySelector(".save").addEventListener("click", () => this.save());
      this.querySelector(".print").addEventListener("click", () => print());
      const open = () => (input.focus(), input.select());
      Reader.on("search:open", open);
      document.querySelector(".open-search")?.addEventListener("click", open);
      Reader.on("words", () => this.found && (this.panel.draw(), this.show()));
      addEventListener("popstate", () => (this.read(), this.ask()));
    }

    /** What the address asks for, put into the form. */
    read() {
      const asked = new URLSearchParams(location.search);
      for (const name of FIELDS) {
        const field = this.form.elements[name];
        const value = asked.get(name) ?? "";
        if (!field) continue;
        if (field.type === "checkbox") field.checked = value === field.value;
        else if (field.type === "search" || [...field.options].some((option) => option.value === value)) field.value = value;
        else field.selectedIndex = 0;
      }
      this.wanted = asked.get("document") ?? ""; // its option may not be there yet
    }

    /** What the form asks for; in the address only what is not as it always is. */
    asked() {
      const value = (name) => {
        const field = this.form.elements[name];
        return field?.type === "checkbox" ? field.checked && field.value : field?.value;
      };
      return { q: this.form.elements.q.value.trim(), sort: value("sort"), in: value("in"), document: value("document") || this.wanted, group: value("group") };
    }

    write() {
      const query = Reader.settings.query();
      for (const [name, value] of Object.entries(this.asked())) if (value && value !== "text") query.set(name, value);
      const text = query.toString();
      history.replaceState(null, "", text ? `?${text}` : location.pathname);
    }

    /** The documents to choose from. */
    async fill() {
      const select = this.form.elements.document;
      if (!select) return;
      const documents = await SearchTexts.documents().catch(() => []);
      for (const { id, titles } of documents) select.append(Reader.make("option", { value: id }, titles.filter(Boolean).join(" · ") || id));
      select.value = this.wanted;
      if (select.selectedIndex < 0) select.selectedIndex = 0;
      select.addEventListener("change", () => (this.wanted = ""), { capture: true });
    }

    later() {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.ask(), PAUSE);
    }

    /** Look up what the form asks for. */
    async ask() {
      clearTimeout(this.timer);
      const run = ++this.run;
      const { q, in: language, document } = this.asked();
      this.write();
      this.answer.hidden = !q;
      Object.assign(this, { found: null, narrowed: null, limit: LINES });
      this.panel.show([], null);
      if (!q) return;
      this.heading.textContent = Reader.t("search.loading");
      for (const part of [this.lines, this.foot, this.hint]) part.replaceChildren();
      this.tools.hidden = true;
      const found = ConcordanceSearch.ask(SearchTexts, q, { ...(language && { language }), ...(document && { document }) });
      try {
        await found.more(LINES);
        if (run === this.run) await this.answered(found, run);
      } catch {
        if (run === this.run) this.tell(Reader.t("search.unavailable"));
      }
    }

    async answered(found, run) {
      this.found = found;
      this.engine = await SearchTexts.engine();
      this.show();
      Reader.say(this.heading.textContent);
      if (!found.lines.length) return this.suggest(run);
      await new Promise((resume) => setTimeout(resume)); // the lines are seen first
      if (run === this.run) await this.study();
    }

    tell(text) {
      this.heading.textContent = text;
      Reader.say(text);
    }

    /** Nothing was found: what may have been meant. */
    async suggest(run) {
      const { queries, words } = await SearchTexts.suggest(this.asked().q).catch(() => ({ queries: [], words: [] }));
      if (run !== this.run) return;
      const meant = [...queries, ...words];
      this.hint.replaceChildren(...(meant.length ? [Reader.t("concordance.meant"), " ", ...meant.flatMap((one) => [this.link(one), " "])] : [Reader.t("search.hint")]));
    }

    link(query) {
      const button = Reader.make("button", { type: "button", class: "link" }, query);
      button.addEventListener("click", () => ((this.form.elements.q.value = query), this.ask()));
      return button;
    }

    tokens(text) {
      return ConcordanceTokens.tokens(this.engine.prepare([["", text]]).sides[0], stem);
    }

    /** Find out how the term is translated, from the lines and whatever other text is at hand. */
    async study() {
      const { found, run } = this;
      const tokens = (text) => this.tokens(text);
      const terms = this.engine.parse(found.query);
      const units = await SearchTexts.atHand();
      if (run !== this.run) return;
      const others = { taken: found.taken, tokens, has: (pair) => this.engine.match(pair, terms).length > 0 };
      const directions = ConcordanceSentences.directions(found.lines).map(([from, to]) => {
        const sentences = ConcordanceSentences.withTerm(found.lines, [from, to], tokens);
        const renderings = ConcordanceRenderings.renderings(sentences, ConcordanceSentences.withoutTerm(units, [from, to], others));
        const own = this.panel.directions.find((one) => one.from === from && one.to === to)?.own ?? [];
        const rtl = sentences[0].lines[0].work.rtl?.includes(to);
        return { from, to, rtl, found: sentences, renderings, own, sentences: new Map(sentences.flatMap((one) => one.lines.map((line) => [line, one]))) };
      });
      this.panel.show(directions, tokens);
      this.show();
    }

    /** Only these lines; all of them when there are none. */
    narrow(lines, words) {
      this.narrowed = lines && { lines, words };
      this.show();
      Reader.say(this.heading.textContent);
    }

    arrange() {
      this.write();
      if (this.found) this.show();
    }

    /** The lines that are wanted, in the order that is wanted. */
    chosen() {
      const lines = this.found.lines.filter((line) => !this.narrowed || this.narrowed.lines.has(line));
      return ConcordanceOrder.sorted(lines, this.asked().sort, (text) => this.tokens(text));
    }

    show() {
      const { q, group } = this.asked();
      const lines = this.chosen();
      const several = new Set(lines.map(({ work }) => work.id)).size > 1;
      ConcordanceList.show(this.lines, lines.slice(0, this.limit), { grouped: Boolean(group), several, query: q, rendered: (line) => this.panel.ranges(line) });
      this.heading.textContent = this.summary(lines.length);
      this.tools.hidden = !lines.length;
      this.foot.replaceChildren(...this.buttons(lines.length));
    }

    summary(shown) {
      const { lines, exact, failed } = this.found;
      const q = this.asked().q;
      if (!lines.length) return failed ? say("search.failed", { n: failed }) : say("search.none", { q });
      const count = say(exact ? (lines.length === 1 ? "concordance.count-one" : "concordance.count") : "concordance.some", { q, n: lines.length });
      const part = this.narrowed ? [say("concordance.chosen", { n: shown, which: this.narrowed.words })] : [];
      return [count, ...part, ...(failed ? [say("search.failed", { n: failed })] : [])].join(" · ");
    }

    buttons(count) {
      const left = count - this.limit;
      if (left <= 0 && this.found.exact) return [];
      const button = (text, lines) => {
        const made = Reader.make("button", { type: "button", class: "more" }, text);
        made.addEventListener("click", () => this.more(lines));
        return made;
      };
      const more = (count) => button(say("concordance.more", { n: count }), count);
      const few = Math.max(this.found.lines.length, this.found.total) - this.limit <= MANY;
      return [left > 0 ? more(Math.min(left, LINES)) : button(Reader.t("concordance.further"), LINES), " ", few ? button(Reader.t("concordance.all"), Infinity) : more(MANY)];
    }

    /** Show as many more lines, and find them when they are not there yet. */
    async more(count) {
      const { found, run, limit } = this;
      this.limit += count;
      if (found.lines.length < this.limit) await this.pull(this.limit - found.lines.length);
      if (run !== this.run) return;
      this.show();
      this.lines.querySelectorAll("li > a")[limit]?.focus();
    }

    /** Find more lines; what they say of the renderings is found out anew. */
    async pull(count) {
      const { found, run } = this;
      if (found.exact) return;
      this.heading.textContent = Reader.t("search.loading");
      await found.more(count).catch(() => Reader.toast(Reader.t("search.unavailable")));
      if (run !== this.run) return;
      this.narrowed = null;
      await this.study();
    }

    /** All lines as a table, in their order. */
    async table() {
      await this.pull(Infinity);
      const lines = this.chosen();
      return [ConcordanceTable.table(lines), lines.length];
    }

    async copy() {
      const [text, count] = await this.table();
      Reader.toast((await Reader.copy(text)) ? say("concordance.copied", { n: count }) : Reader.t("menu.failed"));
    }

    async save() {
      const [text] = await this.table();
      const url = URL.createObjectURL(new Blob([text], { type: "text/tab-separated-values;charset=utf-8" }));
      const name = this.asked().q.replace(/[\p{C}\p{Z}/\\:*?"<>|]+/gu, "-").slice(0, 60);
      Reader.make("a", { href: url, download: `${name}.tsv` }).click();
      setTimeout(() => URL.revokeObjectURL(url), 60_000);
    }

    /** The arrow keys walk the lines; up from the first leads back to the field. */
    pressed(event) {
      const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!by || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      const links = [...this.lines.querySelectorAll("li > a")];
      const at = links.indexOf(event.target);
      if (at < 0) return;
      event.preventDefault();
      (links[at + by] ?? (by < 0 ? this.form.elements.q : this.foot.querySelector("button") ?? links[at])).focus();
    }
  }

  customElements.define("reader-concordance", ReaderConcordance);
})();
