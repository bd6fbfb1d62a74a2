/* How the term is translated: its renderings with their counts, to be clicked for their lines, and one that a reader types. */
const ConcordanceTranslations = (() => {
  "use strict";

  const { say } = ConcordanceList;
  const OTHERWISE = "otherwise";

  /** The panel in the element `box`. `choose(lines, words)` is called when a rendering is chosen, with null when none is. */
  class Panel {
    constructor(box, choose) {
      this.box = box;
      this.choose = choose;
      this.directions = [];
      this.pressed = "";
    }

    /** What was learnt of each direction: { from, to, rtl, found, renderings }, `found` as ConcordanceSentences.withTerm gives it. */
    show(directions, tokens) {
      Object.assign(this, { directions, tokens });
      this.draw();
    }

    draw() {
      this.rows = [];
      this.box.hidden = !this.directions.length;
      this.box.querySelector(".directions").replaceChildren(...this.directions.map((direction, at) => this.group(direction, at)));
      if (!this.rows.some(({ name }) => name === this.pressed)) this.pressed = "";
    }

    group(direction, at) {
      const { make, t } = Reader;
      const { found, renderings, own } = direction;
      const all = [...own, ...renderings];
      const seen = new Set(all.flatMap(({ rows }) => rows));
      const rest = [...found.keys()].filter((row) => !seen.has(row));
      const list = make("ul", {}, ...all.map((one) => this.row(direction, `${at} ${one.name}`, one)));
      if (rest.length) list.append(this.row(direction, `${at} ${OTHERWISE}`, { rows: rest, forms: [] }));
      const heading = say(found.length === 1 ? "concordance.into-one" : "concordance.into", { n: found.length, language: name(direction.to) });
      const nothing = all.length ? [] : [make("p", { class: "hint" }, t("concordance.nothing"))];
      return make("div", { class: "direction", role: "group", "aria-label": heading }, make("h3", {}, heading), ...nothing, list, this.form(direction, at));
    }

    row(direction, id, { forms, rows }) {
      const { make, t } = Reader;
      const share = Math.round((100 * rows.length) / direction.found.length);
      const words = forms.length ? make("span", { class: "words", lang: direction.to, dir: direction.rtl ? "rtl" : null }, forms[0], ...forms.slice(1, 4).flatMap((form) => [" ", make("small", {}, form)])) : make("span", { class: "words rest" }, t("concordance.otherwise"));
      const figures = make("span", { class: "figures", "aria-hidden": "true" }, String(rows.length), " ", make("small", {}, `${share} %`));
      const spoken = make("span", { class: "unseen" }, `: ${say(rows.length === 1 ? "concordance.sentences-one" : "concordance.sentences", { n: rows.length, share: `${share} %` })}`);
      const button = make("button", { type: "button", "aria-pressed": String(this.pressed === id) }, words, spoken, figures);
      button.style.setProperty("--share", String(rows.length / direction.found.length));
      button.addEventListener("click", () => this.press(id));
      this.rows.push({ name: id, button, text: forms[0] ?? t("concordance.otherwise"), lines: rows.flatMap((row) => direction.found[row].lines) });
      return make("li", {}, button);
    }

    /** Show the lines of one rendering, or all again. */
    press(id) {
      this.pressed = this.pressed === id ? "" : id;
      for (const { name: each, button } of this.rows) button.setAttribute("aria-pressed", String(each === this.pressed));
      const row = this.rows.find((each) => each.name === this.pressed);
      this.choose(row ? new Set(row.lines) : null, row?.text ?? "");
    }

    /** Where a reader types a rendering to be counted. */
    form(direction, at) {
      const { make, t } = Reader;
      const input = make("input", { type: "text", id: `own-${at}`, autocomplete: "off", autocapitalize: "off", spellcheck: "false", lang: direction.to });
      const form = make("form", { class: "typed" }, make("label", { for: `own-${at}` }, t("concordance.own")), input, make("button", { type: "submit" }, t("concordance.own-count")));
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        if (this.count(direction, input.value)) {
          this.draw();
          this.press(`${at} ${direction.own[0].name}`);
        }
        document.getElementById(`own-${at}`).focus();
      });
      return form;
    }

    count(direction, text) {
      const keys = this.tokens(text).map(({ key }) => key);
      if (!keys.length) return false;
      const rows = [...direction.found.keys()].filter((row) => ConcordanceTokens.places(direction.found[row].target, keys).length);
      direction.own = [{ name: `own ${keys.join(" ")}`, keys, forms: [text.trim()], rows }, ...direction.own.filter((one) => one.keys.join(" ") !== keys.join(" "))];
      this.pressed = "";
      return true;
    }

    /** What renders the term in the translations of a line: side → ranges. */
    ranges(line) {
      const found = new Map();
      for (const { to, renderings, own, sentences } of this.directions) {
        const sentence = sentences.get(line);
        if (!sentence) continue;
        const places = [...own, ...renderings].flatMap(({ keys }) =>
          ConcordanceTokens.places(sentence.target, keys).map((at) => [sentence.target[at].start, sentence.target[at + keys.length - 1].end]),
        );
        found.set(line.work.languages.indexOf(to), places);
      }
      return found;
    }
  }

  /** What a language is called here; the page has a list of them. */
  function name(tag) {
    return document.querySelector(`select[name="in"] option[value="${CSS.escape(tag)}"]`)?.textContent ?? tag;
  }

  return { Panel };
})();
