/* <reader-known>: what this reader knows of the words of the text, up to which level, and all of it as a file. */
(() => {
  "use strict";

  const { make, t } = Reader;
  const CARDS = "bilingual-reader-cards";
  const say = (key, values) => VocabularyForms.say(key, values);
  const share = (part, whole) => new Intl.NumberFormat(Reader.lang, { style: "percent" }).format(whole ? part / whole : 0);

  class ReaderKnown extends HTMLElement {
    connectedCallback() {
      this.open();
    }

    async open() {
      try {
        this.table = (await StudyData.words(this))?.table;
      } catch {
        return;
      }
      this.build();
      Reader.on("known", () => this.show());
      Reader.on("words", () => this.build());
    }

    build() {
      const open = this.querySelector("details")?.open;
      this.census = make("p", { class: "census" });
      this.bar = make("div", { class: "share", "aria-hidden": "true" }, make("span", { class: "known" }), make("span", { class: "learning" }));
      this.told = make("p", { class: "told", role: "status" });
      const details = make("details", {}, make("summary", {}, t("study.title")), ...(this.table ? [this.bar, this.census, ...this.levels()] : []), this.files(), this.told);
      details.open = Boolean(open);
      this.replaceChildren(details);
      this.show();
    }

    /** Up to which level of which list everything is known. */
    levels() {
      return this.table.lists.slice(0, 6).map(([name, title, labels]) => {
        const options = [new Option(t("study.nothing"), "0"), ...labels.map((label, at) => new Option(say("study.upto.n", { n: label }), String(at + 1)))];
        const select = make("select", { id: `upto-${name}`, "data-list": name }, ...options);
        select.addEventListener("change", () => Reader.known.grant(this.dataset.language, name, Number(select.value)));
        return make("p", { class: "choice upto" }, make("label", { for: select.id }, say("study.upto", { list: title })), " ", select);
      });
    }

    files() {
      const button = (key, act) => {
        const made = make("button", { type: "button" }, t(key));
        made.addEventListener("click", act);
        return made;
      };
      const input = make("input", { type: "file", accept: ".json,.txt,.tsv,.csv", id: "known-file", class: "unseen" });
      input.addEventListener("change", () => this.take(input));
      const state = make("select", { id: "known-as" }, ...["known", "learning"].map((name) => new Option(t(`learner.${name}`), name)));
      return make(
        "div",
        { class: "files" },
        make("p", {}, button("study.save", () => this.saveAll()), button("study.save-known", () => this.saveList("known")), button("study.save-learning", () => this.saveList("learning"))),
        make("p", { class: "choice" }, input, make("label", { class: "file", for: "known-file" }, t("study.read")), " ", make("label", { for: "known-as" }, t("study.read-as")), " ", state),
      );
    }

    show() {
      if (this.table) {
        const { words, running } = VocabularyFilter.census(this.table.words, ({ known }) => Reader.known.state(known));
        const all = running.known + running.learning + running.new;
        this.census.textContent = [say("study.census", { share: share(running.known, all) }), ...Reader.known.STATES.map((state) => `${t(`learner.${state}`)} ${words[state]}`)].join(" · ");
        for (const state of ["known", "learning"]) this.bar.querySelector(`.${state}`).style.inlineSize = `${(100 * running[state]) / (all || 1)}%`;
        const granted = Reader.known.granted(this.dataset.language);
        for (const select of this.querySelectorAll("[data-list]")) select.value = String(granted[select.dataset.list] ?? 0);
      }
    }

    saveAll() {
      StudyFiles.save(KnownFile.json(Reader.known.kept(), Reader.stored(CARDS)), `bilingual-reader-${new Date().toISOString().slice(0, 10)}.json`, "application/json");
    }

    saveList(state) {
      const words = [...Reader.known.all(this.dataset.language)].filter((entry) => entry[1] === state).map(([word]) => word);
      StudyFiles.save(KnownFile.list(words, state), `${state}.txt`, "text/plain");
    }

    /** Reads a file, adds what it has, and says what that was. */
    async take(input) {
      const [file] = input.files;
      if (!file) return;
      const text = await file.text().catch(() => "");
      input.value = "";
      const found = KnownFile.read(text, { tag: this.dataset.language, state: this.querySelector("#known-as").value });
      if (!found) return this.tell(say("study.not-read", { name: file.name }));
      const words = Reader.known.merge(found.words);
      const store = FlashcardStore.create({ read: () => Reader.stored(CARDS), write: (kept) => Reader.store(CARDS, kept) });
      const cards = found.cards && store.merge(found.cards);
      if (cards) Reader.emit("cards");
      this.tell([say("study.merged", words), ...(cards ? [say("study.merged-cards", cards)] : [])].join(" "));
    }

    tell(text) {
      this.told.textContent = text;
    }
  }

  customElements.define("reader-known", ReaderKnown);
})();
