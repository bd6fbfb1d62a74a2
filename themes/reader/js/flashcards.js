/* <reader-flashcards>: the page on which cards are reviewed. Which cards, and how far each is, stays in the browser. */
(() => {
  "use strict";

  const KEY = "bilingual-reader-cards";
  const PICKED = "bilingual-reader-picked";
  const NAMES = ["again", "hard", "good", "easy"];
  const MORE = 10; // new cards beyond those of the day, at a time
  const TICK = 30_000; // milliseconds between looks at the clock while nothing is there to do
  const { make, t } = Reader;
  const { say } = VocabularyForms;

  class ReaderFlashcards extends HTMLElement {
    async connectedCallback() {
      this.store = FlashcardStore.create({ read: () => Reader.stored(KEY), write: (kept) => Reader.store(KEY, kept) });
      try {
        const [words, work] = await Promise.all([StudyData.words(this), StudyData.work(this)]);
        this.given = { ...words, work };
      } catch {
        return this.replaceChildren(make("p", {}, t("search.unavailable")));
      }
      this.build();
      this.listen();
      this.next();
    }

    listen() {
      addEventListener("keydown", (event) => this.pressed(event), { capture: true });
      addEventListener("hashchange", () => (this.build(), this.next()));
      addEventListener("storage", ({ key }) => key === KEY && (this.store.again(), this.count()));
      Reader.on("cards", () => (this.store.again(), this.next()));
      Reader.on("known", () => this.collect());
      Reader.on("words", () => (this.build(), this.draw()));
      let settled = VocabularyForms.settings();
      Reader.settings.onChange(() => settled !== (settled = VocabularyForms.settings()) && this.draw());
      setInterval(() => !this.card && this.next(), TICK);
    }

    get now() {
      return Date.now();
    }

    build() {
      const kept = this.form && { deck: this.form.elements.deck.value, side: this.form.elements.side?.value };
      this.form = make("form", { class: "ways" }, this.decks(), ...this.sides(), this.perDay());
      this.form.addEventListener("submit", (event) => event.preventDefault());
      this.form.addEventListener("change", ({ target }) => this.changed(target));
      this.counts = make("p", { class: "counts" });
      this.face = make("section", { class: "face", "aria-live": "polite", tabindex: "-1" });
      this.acts = make("div", { class: "acts" });
      this.undoer = this.button("flashcards.undo", () => this.undo(), "link");
      this.replaceChildren(this.form, this.counts, this.face, this.acts, make("p", { class: "below" }, this.undoer, make("span", { class: "hint" }, t("flashcards.keys"))));
      const words = this.words();
      const first = words.chosen.length ? "chosen" : words.learning.length ? "learning" : words.words.length ? "words" : "sentences";
      this.form.elements.deck.value = kept?.deck ?? first;
      if (kept?.side) this.form.elements.side.value = kept.side;
      this.collect();
    }

    button(key, act, name = "") {
      const made = make("button", { type: "button", ...(name && { class: name }) }, t(key));
      made.addEventListener("click", act);
      return made;
    }

    choice(name, key, ...control) {
      control[0].id = `card-${name}`;
      control[0].name = name;
      return make("p", { class: `choice by-${name}` }, make("label", { for: `card-${name}` }, t(key)), " ", ...control);
    }

    decks() {
      const names = [...(this.given.table ? ["chosen", "learning", "words"] : []), "sentences"];
      return this.choice("deck", "flashcards.deck", make("select", {}, ...names.map((name) => new Option(t(`flashcards.deck.${name}`), name))));
    }

    /** Which language of a sentence is shown first. */
    sides() {
      const called = (tag) => new Intl.DisplayNames(Reader.lang, { type: "language" }).of(tag);
      return [this.choice("side", "flashcards.side", make("select", {}, ...this.given.work.languages.map((tag) => new Option(called(tag), tag))))];
    }

    perDay() {
      const input = make("input", { type: "number", min: "0", max: String(FlashcardStore.MOST), inputmode: "numeric" });
      input.value = this.store.perDay();
      return this.choice("new", "flashcards.per-day", input);
    }

    changed({ name, value }) {
      if (name === "new") this.store.setPerDay(Number(value));
      this.collect();
      this.next();
    }

    /** The words of each deck. */
    words() {
      const { table } = this.given;
      if (!table) return { chosen: [], learning: [], words: [] };
      const stored = Object(Reader.stored(PICKED))[`${Reader.document} ${this.dataset.language}`];
      const picked = new Set(Array.isArray(stored) ? stored : []);
      const chosen = FlashcardDecks.named(location.hash, table.words) ?? table.words.filter(({ key }) => picked.has(key));
      const inState = (wanted) => table.words.filter(({ known }) => wanted.includes(Reader.known.state(known)));
      return { chosen, learning: inState(["learning"]), words: inState(["new", "learning"]) };
    }

    /** Put the chosen deck together. */
    collect() {
      const { deck, side } = this.form.elements;
      const { work } = this.given;
      const other = work.languages.find((tag) => tag !== (side.value === this.dataset.language ? side.value : this.dataset.language)) ?? "";
      const back = side.value === this.dataset.language ? other : this.dataset.language;
      this.querySelector(".by-side").hidden = deck.value !== "sentences";
      this.deck = deck.value === "sentences" ? FlashcardDecks.ofSentences(work, side.value, back) : FlashcardDecks.ofWords(this.words()[deck.value]);
      this.byId = new Map(this.deck.map((card) => [card.id, card]));
      this.count();
    }

    plan() {
      return FlashcardQueue.plan([...this.byId.keys()], this.store, this.now);
    }

    count() {
      const counts = FlashcardQueue.counts(this.plan());
      const kinds = ["fresh", "learning", "due"].map((kind) => make("span", { class: kind }, `${t(`flashcards.counts.${kind}`)} `, make("b", {}, String(counts[kind]))));
      const { done } = this.store.today(this.now);
      this.counts.replaceChildren(...kinds.flatMap((kind) => [kind, " "]), make("span", { class: "today" }, say("flashcards.today", { n: done })));
      this.undoer.hidden = !this.store.undoable();
    }

    /** Show the next card. */
    next(id = FlashcardQueue.next(this.plan(), this.now)) {
      this.card = this.byId.get(id) ?? null;
      this.open = false;
      this.count();
      this.draw();
    }

    draw() {
      this.face.classList.toggle("sentence-card", this.card?.kind === "sentence");
      if (!this.card) return this.rest();
      const faces = this.open ? FlashcardFaces.back : FlashcardFaces.front;
      this.face.replaceChildren(...faces(this.card, this.given));
      this.acts.replaceChildren(...(this.open ? this.grades() : [this.button("flashcards.answer", () => this.show(), "button")]));
      const held = document.activeElement;
      if (held === document.body || this.contains(held) && !this.form.contains(held)) this.acts.querySelector(this.open ? ".good" : "button").focus({ preventScroll: true });
    }

    /** What each answer would do stands on its button. */
    grades() {
      const options = this.store.options(this.card.id, this.now);
      return FlashcardStore.GRADES.map((grade, at) => {
        const button = this.button(`flashcards.${NAMES[at]}`, () => this.grade(grade), NAMES[at]);
        button.append(make("small", {}, this.span(options.get(grade).due - this.now)));
        button.setAttribute("aria-keyshortcuts", String(grade));
        return button;
      });
    }

    span(milliseconds) {
      const [number, unit] = FlashcardQueue.span(milliseconds);
      return new Intl.NumberFormat(Reader.lang, { style: "unit", unit, unitDisplay: "short" }).format(number);
    }

    show() {
      if (!this.card || this.open) return;
      this.open = true;
      this.draw();
    }

    grade(grade) {
      this.store.grade(this.card.id, grade, this.now);
      this.next();
    }

    undo() {
      const id = this.store.undo();
      if (!id) return;
      Reader.say(t("flashcards.undone"));
      this.next(this.byId.has(id) ? id : undefined);
    }

    /** Nothing to do now: why, and when there will be. */
    rest() {
      const plan = this.plan();
      const when = FlashcardQueue.when(plan, this.store.endOf(this.now));
      const link = make("a", { href: "words.html" }, t("flashcards.choose"));
      const more = this.button("flashcards.more", () => (this.store.more(MORE, this.now), this.next()));
      more.textContent = say("flashcards.more", { n: Math.min(MORE, plan.left) });
      this.face.replaceChildren(
        make("p", { class: "rest" }, t(this.deck.length ? "flashcards.done" : "flashcards.empty")),
        ...(when === null ? [] : [make("p", {}, say("flashcards.next", { when: this.later(when) }))]),
        ...(plan.left ? [make("p", {}, say("flashcards.tomorrow", { n: plan.left }))] : []),
        ...(this.deck.length || !this.given.table ? [] : [make("p", {}, link)]),
      );
      this.acts.replaceChildren(...(plan.left ? [more] : []));
    }

    later(time) {
      const [number, unit] = FlashcardQueue.span(time - this.now);
      return new Intl.RelativeTimeFormat(Reader.lang, { numeric: "auto" }).format(Math.round(number), unit);
    }

    /** Keys rest while something is typed or chosen; a button that has the focus takes Space and Enter itself. */
    pressed(event) {
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (event.target.closest?.("input, select, textarea, summary, [popover]:popover-open") || Reader.settings.chosen().keys === "off") return;
      const act = this.act(event);
      if (!act) return;
      event.preventDefault();
      event.stopPropagation();
      act();
    }

    act({ key, target }) {
      if (key === "u") return () => this.undo();
      if (!this.card) return null;
      if (key === "p" && !this.open) return () => this.querySelector(".peek")?.click();
      if ((key === " " || key === "Enter") && !target.closest?.("a, button")) return () => (this.open ? this.grade(3) : this.show());
      return this.open && ["1", "2", "3", "4"].includes(key) ? () => this.grade(Number(key)) : null;
    }
  }

  customElements.define("reader-flashcards", ReaderFlashcards);
})();
