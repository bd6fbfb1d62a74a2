/* The page of exercises. The address says which one: ?task=cloze&from=p3&to=p5-2&side=zh-Hant&list=hsk-2025&level=3&count=10&
   hints=on&seed=k3f9, so that everybody who opens it has the same.

   An exercise (Reader.exercises) is a function of { text, segments, side, other, script, count, list, level, help, random,
   fold } and gives { element, of, check(), answers(), unscored? }; check marks what is there and gives { right, of, first: what to mend }. */
"use strict";

(() => {
  const { make, t } = Reader;
  const COUNTS = { cloze: 10, match: 6, order: 3, dictation: 3, blur: 10 };
  const USES = { cloze: ["side", "above", "count", "help"], match: ["side", "count"], order: ["side", "count", "help"], dictation: ["side", "count", "help"], blur: ["side", "count"], reveal: ["side"] };
  const SCRIPTS = { "zh-Hant": "hant", "zh-Hans": "hans" };

  class ReaderPractice extends HTMLElement {
    async connectedCallback() {
      this.form = this.querySelector("form");
      this.fields = PracticeAddress.read(location.search);
      this.form.addEventListener("submit", (event) => event.preventDefault());
      this.form.addEventListener("change", () => this.changed());
      this.act(".check", () => this.check());
      this.act(".answers", () => this.answers());
      this.act(".again", () => this.again());
      this.act(".link-task", async () => Reader.toast(t((await Reader.copy(location.href)) ? "menu.copied" : "menu.failed")));
      this.act(".copy-result", async () => Reader.toast(t((await Reader.copy(this.told)) ? "menu.copied" : "menu.failed")));
      Reader.on("words", () => this.text && this.show());
      try {
        this.text = await Reader.material(this);
        this.show();
      } catch {
        this.heading(t("search.unavailable"));
      }
    }

    act(name, does) {
      this.querySelector(name).addEventListener("click", does);
    }

    heading(text) {
      this.querySelector("h2").textContent = text;
    }

    get task() {
      return USES[this.fields.task] ? this.fields.task : "cloze";
    }

    /** The places of the language that is asked for, and of the one beside it. */
    get sides() {
      const { languages } = this.text;
      const asked = languages.indexOf(this.fields.side);
      const side = asked >= 0 ? asked : this.text.learnt;
      return [side, side ? 0 : 1];
    }

    /** The script to show, as a tag; "" is as typed. */
    get script() {
      const tag = Object.keys(SCRIPTS).find((each) => SCRIPTS[each] === this.fields.script) ?? "";
      return this.text.languages.some((_, side) => this.text.converts(side, tag)) ? tag : "";
    }

    /** Put what is chosen into the form, and hide what the task has no use for. */
    fill() {
      const { form, fields, task, text } = this;
      const [side] = this.sides;
      const { from, to, side: asked, script, above, count, help } = form.elements;
      for (const radio of form.elements.task) radio.checked = radio.value === task;
      const rows = (name) => Reader.passages(text, side, fields[name]);
      Reader.options(from, rows("from"), fields.from);
      Reader.options(to, rows("to"), fields.to);
      if (!fields.to) to.value = [...to.options].at(-1)?.value;
      Reader.options(asked, text.languages.map((tag) => [tag, new Intl.DisplayNames([Reader.lang], { type: "language" }).of(tag)]), text.languages[side]);
      const other = text.languages.map((_, at) => text.known(at)?.script).find(Boolean);
      const own = { "zh-Hant": "繁體", "zh-Hans": "简体" };
      Reader.options(script, SCRIPTS[other] ? [["", t("practice.as-typed")], [SCRIPTS[other], own[other]]] : [], fields.script ?? "");
      Reader.options(above, task === "cloze" ? Reader.levels(text.known(side), t("practice.any-word")) : [], fields.list ? `${fields.list}:${fields.level}` : "");
      const given = fields.count ?? String(COUNTS[task]);
      if (![...count.options].some(({ value }) => value === given)) count.append(make("option", { value: given }, given));
      count.value = given;
      help.checked = this.helps;
      help.nextElementSibling.textContent = USES[task].includes("help") ? t(`practice.help.${task}`) : "";
      for (const name of ["side", "count", "help"]) this.querySelector(`.by-${name}`).hidden = !USES[task].includes(name);
    }

    get helps() {
      return this.fields.hints ? this.fields.hints === "on" : this.task !== "dictation";
    }

    changed() {
      const { task, from, to, side, script, above, help } = this.form.elements;
      const [list, level] = above.value.split(":");
      const moved = task.value !== this.task;
      const next = moved ? {} : { count: this.form.elements.count.value, hints: help.checked ? "on" : "off" };
      const whole = from.selectedIndex === 0 && to.selectedIndex === to.options.length - 1;
      this.fields = { task: task.value, ...(whole ? {} : { from: from.value, to: to.value }), side: side.value, script: script.value, list, level, ...next, seed: this.fields.seed };
      this.show();
    }

    again() {
      this.fields = { ...this.fields, seed: PracticeRandom.fresh() };
      this.show();
      this.querySelector(".exercise").focus();
    }

    /** Make the exercise that is asked for, and let the address say so. */
    show() {
      const { fields, task, text } = this;
      fields.seed ??= PracticeRandom.fresh();
      fields.task = task;
      const [side, other] = this.sides;
      fields.side = text.languages[side];
      history.replaceState(null, "", `?${PracticeAddress.write(fields, Reader.settings.query())}`);
      this.fill();
      const list = (text.known(side)?.lists ?? []).findIndex(([name]) => name === fields.list);
      const graded = text.known(side)?.lists.length ? Math.max(0, list) : -1;
      const segments = text.passage(fields.from, fields.to);
      this.exercise = Reader.exercises[task]({
        text, segments, side, other, script: this.script, count: Number(fields.count ?? COUNTS[task]),
        list: graded, level: list < 0 ? 0 : Number(fields.level ?? 0), help: this.helps,
        random: PracticeRandom.seeded(`${task} ${fields.seed}`), fold: PracticeCompare.folder(text.variants(side)),
      });
      const empty = !this.exercise.of;
      this.heading(t(`practice.task.${task}`));
      this.querySelector(".how").textContent = t(empty ? "practice.nothing" : `practice.how.${task}`);
      this.querySelector(".work").replaceChildren(...(empty ? [] : [this.exercise.element]));
      this.querySelector(".acts").hidden = empty || Boolean(this.exercise.unscored);
      this.result("");
    }

    check() {
      const { right, of, first } = this.exercise.check();
      const said = t(right === of ? "practice.all-right" : "practice.score").replace("{right}", right).replace("{of}", of);
      this.told = `${document.title}\n${t(`practice.task.${this.task}`)}: ${said}\n${location.href}`;
      this.result(said);
      Reader.say(said);
      first?.focus();
    }

    answers() {
      this.exercise.answers();
      Reader.say(t("practice.answers-shown"));
    }

    result(said) {
      const result = this.querySelector(".result");
      result.textContent = said;
      result.hidden = !said;
      this.querySelector(".copy-result").hidden = !said;
    }
  }

  customElements.define("reader-practice", ReaderPractice);
})();
