/* The page of worksheets. Its address says which one: ?kind=cloze&from=p3&to=p5&side=zh-Hant&list=hsk-2025&level=3&count=12&
   hints=on&readings=pinyin&script=hans&grid=mi&paper=letter&seed=k3f9.

   A sheet (Reader.sheets) is a function of what the address says and gives { body, key, of }: elements for the sheet and for the
   key to it, and how much there is. */
"use strict";

(() => {
  const { make, t } = Reader;
  const COUNTS = { words: 40, cloze: 12, match: 8, fold: 0, grids: 12, strips: 12 };
  const USES = { words: "side script readings above count help", cloze: "side script readings above count help", match: "side script readings count", fold: "side script readings", grids: "side script readings above count help grid", strips: "side script readings count help" };
  const SHUFFLED = ["cloze", "match", "strips"];
  const OFF = { strips: true }; // what helps is on, but for strips: translations are twice the paper
  const SCRIPTS = { "zh-Hant": "hant", "zh-Hans": "hans" };
  const OWN = { "zh-Hant": "繁體", "zh-Hans": "简体" };

  class ReaderWorksheet extends HTMLElement {
    async connectedCallback() {
      this.form = this.querySelector("form");
      this.sheets = this.querySelector(".sheets");
      this.fields = PracticeAddress.read(location.search);
      this.form.addEventListener("submit", (event) => event.preventDefault());
      this.form.addEventListener("change", () => this.changed());
      this.querySelector(".print").addEventListener("click", () => print());
      this.querySelector(".again").addEventListener("click", () => this.show({ seed: PracticeRandom.fresh() }));
      this.querySelector(".link-task").addEventListener("click", async () => Reader.toast(t((await Reader.copy(location.href)) ? "menu.copied" : "menu.failed")));
      Reader.on("words", () => this.text && this.show());
      this.text = await Reader.material(this).catch(() => null);
      if (this.text) await this.show();
      else Reader.toast(t("search.unavailable")); // the sheet that stands there is good without
    }

    get kind() {
      return USES[this.fields.kind] ? this.fields.kind : "fold";
    }

    get side() {
      const { languages } = this.text;
      const asked = languages.indexOf(this.fields.side);
      if (this.kind === "grids" && !this.text.writes(asked)) return Math.max(0, languages.findIndex((_, at) => this.text.writes(at)));
      return asked >= 0 ? asked : this.text.learnt;
    }

    get script() {
      const tag = Object.keys(SCRIPTS).find((each) => SCRIPTS[each] === this.fields.script) ?? "";
      return this.text.languages.some((_, side) => this.text.converts(side, tag)) ? tag : "";
    }

    get helps() {
      return this.fields.hints ? this.fields.hints === "on" : !OFF[this.kind];
    }

    uses(name) {
      return USES[this.kind].split(" ").includes(name);
    }

    fill() {
      const { fields, kind, side, text } = this;
      const data = text.known(side);
      const { from, to, side: asked, script, readings, above, count, grid, paper, help, kind: kinds } = this.form.elements;
      for (const radio of kinds) {
        radio.checked = radio.value === kind;
        if (radio.value === "grids") radio.parentElement.hidden = !text.languages.some((_, at) => text.writes(at));
      }
      Reader.options(from, Reader.passages(text, side, fields.from), fields.from);
      Reader.options(to, Reader.passages(text, side, fields.to), fields.to ?? text.segments.at(-1)?.pair);
      const names = new Intl.DisplayNames([Reader.lang], { type: "language" });
      Reader.options(asked, kind === "grids" ? [] : text.languages.map((tag) => [tag, names.of(tag)]), text.languages[side]);
      const other = text.languages.map((_, at) => text.known(at)?.script).find((tag) => SCRIPTS[tag]);
      Reader.options(script, other ? [["", t("worksheet.as-typed")], [SCRIPTS[other], OWN[other]]] : [], fields.script ?? "");
      const schemes = PracticeText.schemes(data);
      Reader.options(readings, schemes.length ? [["off", t("worksheet.none")], ...schemes.map((name) => [name, t(`worksheet.readings.${name}`)])] : [], this.readings);
      Reader.options(above, this.uses("above") ? Reader.levels(data, t("worksheet.any-word")) : [], fields.list ? `${fields.list}:${fields.level}` : "");
      const given = fields.count ?? String(COUNTS[kind]);
      if (this.uses("count") && ![...count.options].some(({ value }) => value === given)) count.append(make("option", { value: given }, given));
      count.value = given;
      grid.value = fields.grid ?? "tian";
      paper.value = fields.paper ?? "a4";
      help.checked = this.helps;
      help.nextElementSibling.textContent = this.uses("help") ? t(`worksheet.help.${kind}`) : "";
      for (const name of ["count", "grid", "help"]) this.querySelector(`.by-${name}`).hidden = !this.uses(name);
      this.querySelector(".again").hidden = !SHUFFLED.includes(kind);
    }

    get readings() {
      const schemes = PracticeText.schemes(this.text.known(this.side));
      const usual = ["words", "grids"].includes(this.kind) ? schemes[0] ?? "off" : "off";
      return [...schemes, "off"].includes(this.fields.readings) ? this.fields.readings : usual;
    }

    changed() {
      const { kind, from, to, side, script, readings, above, count, grid, paper, help } = this.form.elements;
      const [list, level] = above.value.split(":");
      const moved = kind.value !== this.kind;
      const whole = from.selectedIndex === 0 && to.selectedIndex === to.options.length - 1;
      const own = moved ? { readings: this.fields.readings } : { count: this.uses("count") ? count.value : "", hints: this.uses("help") ? (help.checked ? "on" : "off") : "", readings: readings.value };
      this.fields = { kind: kind.value, ...(whole ? {} : { from: from.value, to: to.value }), side: side.value || this.fields.side, script: script.value, list, level, grid: grid.value, paper: paper.value, seed: this.fields.seed, ...own };
      this.show();
    }

    async show(more = {}) {
      Object.assign(this.fields, more);
      const { fields, kind, side, text } = this;
      fields.seed ??= PracticeRandom.fresh();
      fields.kind = kind;
      history.replaceState(null, "", `?${PracticeAddress.write(fields, Reader.settings.query())}`);
      this.fill();
      const lists = text.known(side)?.lists ?? [];
      const list = lists.findIndex(([name]) => name === fields.list);
      const meanings = ["words", "grids"].includes(kind) ? await Reader.meanings(this, text.languages[side]) : undefined;
      if (this.kind !== kind || this.fields !== fields) return; // something else was chosen meanwhile
      const work = {
        text, side, other: side ? 0 : 1, script: this.script, segments: text.passage(fields.from, fields.to),
        list: lists.length ? Math.max(0, list) : -1, level: list < 0 ? 0 : Number(fields.level ?? 0), count: Number(fields.count ?? COUNTS[kind]),
        help: this.helps, readings: this.readings, data: text.known(side), grid: fields.grid ?? "tian", meanings, random: PracticeRandom.seeded(`${kind} ${fields.seed}`),
      };
      this.put(Reader.sheets[kind](work), work);
    }

    /** Lay the sheet out, and the key on a page of its own. */
    put({ body, key, of }, { segments, list, level, text, side }) {
      const [first] = this.sheets.children;
      const { kind, fields } = this;
      first.querySelector(".kind").textContent = t(`worksheet.kind.${kind}`);
      first.querySelector(".how").textContent = of ? t(`worksheet.how.${kind}`) : t("worksheet.nothing");
      first.querySelector(".sheet-body").replaceChildren(...(of ? body : []));
      first.querySelector(".partly")?.remove();
      const [from, to] = [segments[0]?.pair.slice(1), segments.at(-1)?.pair.slice(1)];
      const graded = this.uses("above") && level ? ` · ${t("worksheet.above")} ${text.known(side).lists[list][1]} ${text.known(side).lists[list][2][level - 1]}` : "";
      const made = `¶ ${from === to ? from : `${from}–${to}`}${graded}${SHUFFLED.includes(kind) ? ` · ${fields.seed}` : ""}`;
      first.querySelector(".made").textContent = from ? made : "";
      this.sheets.querySelector(".key")?.remove();
      if (of && key.length)
        this.sheets.append(make("section", { class: "sheet key" }, make("h2", {}, `${t("worksheet.key")} · ${t(`worksheet.kind.${kind}`)}`), ...key, make("footer", { class: "sheet-foot" }, make("span", {}, made), make("span", { class: "address" }, location.href))));
      this.sheets.dataset.paper = fields.paper ?? "a4";
      this.sheets.dataset.kind = kind;
      Reader.say(`${t(`worksheet.kind.${kind}`)}: ${of}`);
    }
  }

  customElements.define("reader-worksheet", ReaderWorksheet);
})();
