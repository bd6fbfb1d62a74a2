/* <reader-vocabulary>: the page of words. What is wanted stands in the form and in the address. */
(() => {
  "use strict";

  const PAUSE = 200; // milliseconds without a keystroke before the list follows
  const STEP = 200; // entries put on the page at a time
  const FIELDS = ["q", "list", "level", "band", "state", "sort"];
  const { say } = VocabularyForms;

  class ReaderVocabulary extends HTMLElement {
    connectedCallback() {
      this.form = this.querySelector("form.ask");
      this.entries = this.querySelector(".vocables");
      this.bar = this.querySelector(".picked");
      this.found = this.querySelector(".found");
      this.all = this.querySelector(".pick-all");
      this.open();
    }

    async open() {
      try {
        Object.assign(this, await StudyData.words(this));
      } catch {
        return Reader.toast(Reader.t("search.unavailable"));
      }
      this.picked = VocabularyPicked.stored(this);
      this.shown = [];
      this.spell();
      this.read();
      this.listen();
      this.show();
      this.querySelector(".numbers")?.remove();
      this.querySelector(".all").hidden = false;
      this.dataset.ready = "";
    }

    listen() {
      this.form.addEventListener("submit", (event) => event.preventDefault());
      this.form.elements.q.addEventListener("input", (event) => !event.isComposing && this.later());
      this.form.elements.q.addEventListener("compositionend", () => this.later());
      this.form.addEventListener("change", ({ target }) => this.changed(target));
      this.all.addEventListener("change", () => this.pick(this.shown, this.all.checked));
      this.entries.addEventListener("click", (event) => this.clicked(event));
      this.entries.addEventListener("change", ({ target }) => target.matches(".state") && Reader.known.set(target.closest("li").word.known, target.value));
      this.entries.addEventListener("keydown", (event) => this.pressed(event));
      new IntersectionObserver(([{ isIntersecting }]) => isIntersecting && this.more(), { rootMargin: "800px" }).observe(this.querySelector(".more"));
      addEventListener("beforeprint", () => this.more(Infinity));
      const open = () => (this.form.elements.q.focus(), this.form.elements.q.select());
      Reader.on("search:open", open);
      document.querySelector(".open-search")?.addEventListener("click", open);
      Reader.on("known", () => this.update());
      Reader.on("words", () => (this.spell(), this.show()));
      Reader.settings.onChange(() => this.settled !== VocabularyForms.settings() && this.show());
    }

    /** Names of lists and levels, and the bar of what is picked, in the language of the interface. */
    spell() {
      const { list } = this.form.elements;
      const kept = list.value;
      list.replaceChildren(...this.table.lists.map(([, title], at) => new Option(title, String(at))));
      list.value = kept || "0";
      this.form.querySelector(".by-list").hidden = this.table.lists.length < 2;
      this.form.querySelector(".by-level").hidden = !this.table.lists.length;
      this.spellLevels();
      VocabularyPicked.fill(this.bar, this);
    }

    spellLevels() {
      const { level } = this.form.elements;
      const kept = level.value;
      const labels = this.table.lists[this.list]?.[2] ?? [];
      const group = (key, value, given) => {
        const made = Reader.make("optgroup", { label: Reader.t(key) });
        made.append(...given.map(([label, at]) => new Option(say(`${key}.n`, { n: label }), value(at))));
        return made;
      };
      const counted = labels.map((label, at) => [label, at + 1]);
      level.replaceChildren(
        new Option(Reader.t("vocabulary.any"), ""),
        group("vocabulary.at", (at) => `${at}`, counted),
        group("vocabulary.upto", (at) => `-${at}`, counted.slice(1)),
        group("vocabulary.from", (at) => `${at}-`, counted.slice(1)),
        new Option(Reader.t("vocabulary.unlisted"), "0"),
      );
      level.value = kept;
      if (level.selectedIndex < 0) level.selectedIndex = 0;
    }

    get list() {
      return Number(this.form.elements.list.value) || 0;
    }

    /** What the address asks for, put into the form. */
    read() {
      const asked = new URLSearchParams(location.search);
      for (const name of FIELDS) {
        const field = this.form.elements[name];
        const value = name === "list" ? String(this.table.lists.findIndex(([one]) => one === asked.get(name))) : asked.get(name);
        if (value === null) continue;
        if (field.type === "search" || [...field.options].some((option) => option.value === value)) field.value = value;
        if (name === "list") this.spellLevels();
      }
    }

    write() {
      const query = Reader.settings.query();
      for (const name of FIELDS) {
        const value = this.form.elements[name].value.trim();
        if (name === "list" ? this.list : value && value !== "text") query.set(name, name === "list" ? this.table.lists[this.list][0] : value);
      }
      const text = query.toString();
      history.replaceState(null, "", (text ? `?${text}` : location.pathname) + location.hash);
    }

    later() {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => (this.write(), this.show(), this.tell()), PAUSE);
    }

    changed(field) {
      if (field.name === "q") return;
      if (field.name === "list") this.spellLevels();
      this.write();
      this.show();
      this.tell();
    }

    tell() {
      Reader.say(this.found.textContent);
    }

    stateOf(word) {
      return Reader.known.state(word.known);
    }

    isPicked(word) {
      return this.picked.has(word.key);
    }

    pickedWords() {
      return this.table.words.filter((word) => this.isPicked(word));
    }

    /** The lines of the document, loaded once. */
    work() {
      return StudyData.work(this);
    }

    /** Show what the form asks for. */
    show() {
      const wanted = Object.fromEntries(FIELDS.map((name) => [name, this.form.elements[name].value]));
      const { state } = wanted;
      const held = { ...wanted, list: this.list, state: state === "picked" ? "" : state, picked: state === "picked" };
      const scheme = VocabularyForms.scheme(this.table);
      const words = VocabularyFilter.chosen(this.table.words, held, { stateOf: (word) => this.stateOf(word), isPicked: (word) => this.isPicked(word), told: (word) => VocabularyForms.meaning(word, this.table) });
      this.shown = VocabularyFilter.sorted(words, wanted.sort, { list: this.list, language: this.table.language, scheme: this.table.schemes.includes("pinyin") ? "pinyin" : scheme });
      this.querySelector(".of-list").textContent = this.table.lists[this.list]?.[1] ?? "";
      this.settled = VocabularyForms.settings();
      this.entries.replaceChildren();
      this.entries.removeAttribute("start");
      this.more();
      this.count();
    }

    /** Put more entries on the page. */
    more(step = STEP) {
      const from = this.entries.children.length;
      this.entries.append(...this.shown.slice(from, from + step).map((word) => VocabularyRows.row(word, this)));
      this.querySelector(".more").hidden = this.entries.children.length >= this.shown.length;
    }

    /** Something changed in what is known or picked: entries stay where they are, also those that the form would leave out. */
    update() {
      for (const entry of this.entries.children) VocabularyRows.show(entry, this);
      this.count();
    }

    count() {
      const { words, running } = VocabularyFilter.census(this.shown, (word) => this.stateOf(word));
      const total = (counts) => counts.new + counts.learning + counts.known;
      const shown = say(this.shown.length === 1 ? "vocabulary.shown-one" : "vocabulary.shown", { n: total(words), of: this.table.words.length, running: total(running) });
      this.found.textContent = this.shown.length ? `${shown} · ${Reader.t("learner.known")} ${words.known} · ${Reader.t("learner.learning")} ${words.learning}` : Reader.t("vocabulary.none");
      const picked = this.shown.filter((word) => this.isPicked(word)).length;
      this.all.checked = picked > 0 && picked === this.shown.length;
      this.all.indeterminate = picked > 0 && !this.all.checked;
      this.all.disabled = !this.shown.length;
      this.querySelector(".pick-all-words").textContent = say("vocabulary.pick-all", { n: this.shown.length });
      VocabularyPicked.show(this.bar, this);
    }

    pick(words, picked) {
      for (const { key } of words) {
        if (picked) this.picked.add(key);
        else this.picked.delete(key);
      }
      VocabularyPicked.store(this, this.picked);
      this.update();
      Reader.say(say("vocabulary.picked-count", { n: this.picked.size }));
    }

    clicked(event) {
      const entry = event.target.closest("li");
      if (event.target.closest(".times")) VocabularyRows.toggle(entry, this);
      if (event.target.matches(".pick input")) this.pickedBy(event, entry);
    }

    /** A click picks a word; with Shift, all from the last one that was clicked. */
    pickedBy(event, entry) {
      const rows = [...this.entries.children];
      const [from, to] = [rows.indexOf(this.last ?? entry), rows.indexOf(entry)].sort((one, other) => one - other);
      const words = event.shiftKey && from >= 0 ? rows.slice(from, to + 1).map(({ word }) => word) : [entry.word];
      this.last = entry;
      this.pick(words, event.target.checked);
    }

    /** The arrow keys walk the entries, letters put one into a state. */
    pressed(event) {
      const entry = event.target.closest(".vocables > li");
      if (!entry || event.ctrlKey || event.metaKey || event.altKey) return;
      const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const state = { n: "new", l: "learning", k: "known" }[event.key];
      if (event.target.matches("select") || !(by || state)) return;
      event.preventDefault();
      if (state) {
        Reader.known.set(entry.word.known, state);
        return Reader.say(`${entry.word.text}: ${Reader.t(`learner.${state}`)}`);
      }
      const next = by > 0 ? entry.nextElementSibling : entry.previousElementSibling;
      const control = event.target.matches(".times") ? ".times" : ".pick input";
      (next?.querySelector(control) ?? (by < 0 ? this.form.elements.q : event.target)).focus();
    }
  }

  customElements.define("reader-vocabulary", ReaderVocabulary);
})();
