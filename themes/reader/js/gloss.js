/* The card of a word: what it means, how it is read, where else it stands. A word lights up while its card is open. */
"use strict";

(() => {
  const ANCHORED = CSS.supports("anchor-name: --word");
  const LIGHT = "gloss"; // of the highlight, for ::highlight(gloss)

  class ReaderGloss extends HTMLElement {
    connectedCallback() {
      if (this.card) return;
      const { make } = Reader;
      this.tables = new Map();
      this.anchor = make("span", { class: "gloss-anchor", "aria-hidden": "true" });
      this.card = make("div", { id: "gloss-card", class: "gloss-card", popover: "auto", role: "dialog", tabindex: "-1" });
      this.append(this.anchor, this.card);
      this.card.addEventListener("toggle", (event) => event.newState === "closed" && this.closed());
      this.card.addEventListener("keydown", (event) => this.pressed(event));
      this.card.addEventListener("click", (event) => this.left(event));
      document.addEventListener("pointerdown", (event) => (this.before = this.card.contains(event.target) ? null : this.now), true);
      addEventListener("resize", () => this.now && this.put());
      Reader.on("words", () => this.now && this.show(this.now));
    }

    /** The data of a language: a promise of its words and their meanings. */
    load(lang) {
      if (!this.tables.has(lang)) {
        const { document: name, version } = this.dataset;
        const take = (kind) => Reader.take(`${kind}/${name}/${lang}`);
        const { words = "", wordsState } = document.documentElement.dataset;
        const state = (kind) => (kind === "words" && words.split(" ").includes(lang) ? wordsState : version); // as others load them
        const path = (kind) => `${[name, `${name}.${kind}.${lang}.js`].map(encodeURIComponent).join("/")}?${state(kind)}`;
        const both = ["words", "glosses"].map((kind) => take(kind) ?? Reader.load(path(kind)));
        const loaded = Promise.all(both).then(() => ({ data: take("words"), glosses: take("glosses") }));
        loaded.catch(() => this.tables.delete(lang)); // it may be there the next time
        this.tables.set(lang, loaded);
      }
      return this.tables.get(lang);
    }

    /** Open the card of the word at a point of the window, if there is one. */
    async at(line, x, y) {
      const { before } = this;
      const tables = await this.load(Reader.tongue(line));
      const offset = GlossPlace.offsetAt(line, x, y);
      const words = GlossText.cut(tables.data, GlossPlace.nameOf(line));
      const at = words.findIndex(({ start, end }) => start <= offset && offset < end);
      if (at < 0 || String(getSelection())) return;
      if (before && before.line === line && before.at === at) return this.close(); // a second click closes
      this.open(line, words, at, tables);
    }

    /** Open the card of the first word of a line, or of the next line that has words. */
    async first(line) {
      this.open(...((await this.beside(line, 1, true)) ?? []));
    }

    open(line, words, at, tables) {
      if (!line) return;
      this.back ??= document.activeElement;
      this.now = { line, words, at, tables };
      this.show(this.now);
      if (line.dataset.segment) Reader.stand(line.dataset.segment, false);
    }

    show({ line, words, at, tables }) {
      const name = GlossPlace.nameOf(line);
      const { place } = words[at];
      this.range = GlossPlace.rangeOf(line, words[at].start, words[at].end);
      this.card.setAttribute("aria-label", `${Reader.t("gloss.card")} ${tables.data.words[place][0]}`);
      this.card.replaceChildren(this.head(), ...GlossCard.content({ ...tables, place, line: name, beside: besides(line), turned: Boolean(line.dataset.tongue) }), this.foot());
      this.put();
      if (!this.card.matches(":popover-open")) this.card.showPopover();
      if (!ANCHORED) this.set();
      this.card.scrollTop = 0;
      this.card.focus({ preventScroll: true });
      this.light();
    }

    head() {
      const close = Reader.make("button", { type: "button", class: "plain close", "aria-label": Reader.t("close") }, "✕");
      close.addEventListener("click", () => this.close());
      return close;
    }

    foot() {
      const { make, t } = Reader;
      const turn = (by, sign, key) => {
        const button = make("button", { type: "button", class: "plain", "aria-label": t(key) }, sign);
        button.addEventListener("click", () => this.step(by));
        return button;
      };
      const credit = make("a", { href: Reader.there("licences.html") }, JSON.parse(this.dataset.credits)[Reader.tongue(this.now.line)]);
      return make("div", { class: "foot" }, make("span", {}, turn(-1, "←", "gloss.previous"), turn(1, "→", "gloss.next")), credit);
    }

    /** Go to the next word or the one before, across lines. */
    async step(by) {
      const { line, words, at, tables } = this.now ?? {};
      if (!line) return;
      if (words[at + by]) this.open(line, words, at + by, tables);
      else this.open(...((await this.beside(line, by)) ?? []));
      this.range?.startContainer.parentElement.scrollIntoView({ block: "nearest" });
    }

    /** The nearest line that has words, from a line on, perhaps itself: what `open` takes. */
    async beside(line, by, itself = false) {
      const tables = await this.load(Reader.tongue(line));
      const lines = GlossPlace.lines(Reader.tongue(line));
      for (let at = lines.indexOf(line) + (itself ? 0 : by); lines[at]; at += by) {
        const words = GlossText.cut(tables.data, GlossPlace.nameOf(lines[at]));
        if (words.length) return [lines[at], words, by > 0 ? 0 : words.length - 1, tables];
      }
      return null;
    }

    /** Arrows walk, g closes as it opens; a shortcut of the page closes and then does what it does. */
    pressed(event) {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (by) this.step(by);
      else if (event.key.length === 1 && event.key !== " ") this.close();
      if (by || event.key === "g") event.preventDefault();
    }

    /** A link to another place of the page: the card closes, and the focus goes there. */
    left(event) {
      const link = event.target.closest("a[data-place]");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey || !link.getAttribute("href").startsWith("#")) return;
      event.preventDefault();
      this.back = null;
      this.close();
      Reader.go(link.dataset.place);
    }

    /** Put the anchor where the word begins; the card is placed by it. */
    put() {
      const box = this.range?.getClientRects()[0];
      if (!box) return this.close();
      const style = { left: box.left + scrollX, top: box.top + scrollY, width: box.width, height: box.height };
      for (const [name, value] of Object.entries(style)) this.anchor.style[name] = `${value}px`;
    }

    /** Where anchors are not known: below the word, kept inside the window. */
    set() {
      const at = this.anchor.getBoundingClientRect();
      const { offsetWidth: width, offsetHeight: height } = this.card;
      const below = at.bottom + height + 16 < innerHeight;
      this.card.style.left = `${Math.min(Math.max(8, at.left), innerWidth - width - 8)}px`;
      this.card.style.top = `${below ? at.bottom : Math.max(8, at.top - height - 16)}px`;
    }

    light() {
      if (this.range) globalThis.CSS?.highlights?.set(LIGHT, new Highlight(this.range));
    }

    close() {
      if (this.card.matches(":popover-open")) this.card.hidePopover();
    }

    closed() {
      globalThis.CSS?.highlights?.delete(LIGHT);
      const inside = this.card.contains(document.activeElement) || document.activeElement === document.body;
      if (inside && this.back?.isConnected) this.back.focus({ preventScroll: true });
      this.now = this.back = this.range = null;
    }
  }

  /** What the other languages say beside a line: [language, text]. */
  function besides(line) {
    if (!line.dataset.segment) return [];
    const same = document.querySelectorAll(`article .line[data-segment="${CSS.escape(line.dataset.segment)}"]:not(.empty)`);
    return [...same].filter((each) => Reader.tongue(each) !== Reader.tongue(line)).map((each) => [each.lang, saidBy(each)]);
  }

  function saidBy(line) {
    const copy = line.cloneNode(true);
    for (const mark of copy.querySelectorAll(".mark")) mark.remove();
    return copy.textContent;
  }

  customElements.define("reader-gloss", ReaderGloss);
})();
