/* The row of filters under the search field: language, document, section, notes only. Its choices are read from the library
   when somebody wants them. */
const SearchFilters = (() => {
  "use strict";

  const NONE = { side: "", document: "", section: "", notes: "" };

  class Filters {
    /** The row in the panel of results; `changed` is called after each choice. */
    constructor(panel, changed) {
      this.button = panel.querySelector(".narrow");
      this.row = panel.querySelector(".filters");
      this.chosen = { ...NONE };
      this.documents = null; // a promise of the library's documents
      for (const name of ["side", "document", "section", "notes"]) this[name] = this.row.querySelector(`[name="${name}"]`);
      this.button.addEventListener("click", () => this.toggle());
      this.row.addEventListener("change", ({ target }) => {
        this.choose({ [target.name]: target.type === "checkbox" ? (target.checked ? target.value : "") : target.value });
        changed();
      });
      Reader.on("words", () => this.show());
    }

    get any() {
      return Object.values(this.chosen).some(Boolean);
    }

    /** Choose nothing. */
    clear() {
      this.choose(NONE);
    }

    /** Choose some of what an address may ask for; the row opens when there is a choice. */
    choose(given) {
      const document = given.document ?? this.chosen.document;
      const section = given.section ?? (document === this.chosen.document ? this.chosen.section : "");
      this.chosen = { side: given.side ?? this.chosen.side, document, section, notes: given.notes ?? this.chosen.notes };
      if (this.any && this.row.hidden) this.toggle();
      this.show();
    }

    toggle() {
      this.row.hidden = !this.row.hidden;
      this.button.setAttribute("aria-expanded", String(!this.row.hidden));
      if (!this.row.hidden) this.fill().catch(() => {});
    }

    /** The filters as SearchTexts.find takes them; what the library does not have is no filter. */
    async wanted() {
      if (!this.any) return {};
      const documents = await this.fill();
      const { side, document, section, notes } = this.chosen;
      const span = section && !notes ? spanOf(documents.find(({ id }) => id === document), Number(section)) : null;
      return { ...(side && { language: side }), ...(document && { document }), ...(span && { section: span }), ...(notes && { notes: true }) };
    }

    /** Put the library's languages and documents into the row. */
    async fill() {
      this.documents ??= SearchTexts.documents().catch((error) => {
        this.documents = null;
        throw error;
      });
      const documents = await this.documents;
      if (this.filled === documents) return documents;
      this.filled = documents;
      const tags = [...new Set(documents.flatMap(({ languages }) => languages))];
      const own = documents.filter(({ id }) => id === Reader.document);
      options(this.side, tags.map((tag) => [tag, nameOf(tag, tags), Reader.speaks(tag)]));
      options(this.document, [...own, ...documents.filter((entry) => !own.includes(entry))].map((entry) => [entry.id, spelt(entry.titles) || entry.id]));
      if (!tags.includes(this.chosen.side)) this.chosen.side = "";
      if (!documents.some(({ id }) => id === this.chosen.document)) this.chosen.document = "";
      this.show();
      return documents;
    }

    /** Show what is chosen, and what there is to choose. */
    show() {
      const { side, document, notes } = this.chosen;
      const documents = this.filled ?? [];
      const only = documents.length === 1 ? documents[0] : documents.find(({ id }) => id === document);
      if (only && !document && this.chosen.section) this.chosen.document = only.id;
      this.sections(only);
      this.side.value = side;
      this.document.value = document;
      this.section.value = this.chosen.section;
      this.notes.checked = notes === "1";
      this.reveal(this.side, this.side.options.length > 2);
      this.reveal(this.document, documents.length > 1);
      this.reveal(this.section, !notes && (only?.sections.length ?? 0) > 1);
      this.reveal(this.notes, documents.some((entry) => entry.notes < entry.end));
      const many = Object.values(this.chosen).filter(Boolean).length;
      this.button.querySelector(".many").textContent = many ? ` · ${many}` : "";
    }

    reveal(control, there) {
      control.parentElement.hidden = !there;
    }

    /** The sections of a document; their headings stand in as they do in its contents. */
    sections(entry) {
      if (this.filled && Number(this.chosen.section) > (entry?.sections.length ?? 0)) this.chosen.section = "";
      if (this.sectioned === entry) return;
      this.sectioned = entry;
      const rows = entry?.sections ?? [];
      const top = Math.min(...rows.map(([, level]) => level));
      options(this.section, rows.map(([, level, ...heading], at) => [String(at + 1), "\u2003".repeat(level - top) + (spelt(heading) || String(at + 1))]));
    }
  }

  /** Leaves the first option, which stands for everything. */
  function options(select, rows) {
    const made = rows.map(([value, text, attributes]) => Reader.make("option", { value, ...attributes }, text));
    select.replaceChildren(select.options[0], ...made);
  }

  const spelt = (texts) => texts.filter(Boolean).join(" · ");

  /** What a language calls itself: without its script or country where no other of the library's is the same language. */
  function nameOf(tag, tags) {
    const { language } = new Intl.Locale(tag);
    const several = tags.filter((other) => new Intl.Locale(other).language === language).length > 1;
    return new Intl.DisplayNames([tag], { type: "language" }).of(several ? tag : language);
  }

  /** The units of a section and of those below it. */
  function spanOf(entry, number) {
    const [from, level] = entry?.sections[number - 1] ?? [];
    if (from === undefined) return null;
    const next = entry.sections.slice(number).find(([, other]) => other <= level);
    return [from, next?.[0] ?? entry.notes];
  }

  return { Filters };
})();
