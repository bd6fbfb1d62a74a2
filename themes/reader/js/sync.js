/* The page for timing a recording: play it, press a key as each sentence begins, mend, and save. */
"use strict";

(() => {
  const FORMER = 200; // acts that can be taken back
  const sounds = JSON.parse(document.getElementById("sounds").textContent);

  class ReaderSync extends HTMLElement {
    connectedCallback() {
      this.audio = this.querySelector("audio");
      this.asked = { language: this.querySelector("#sync-language"), section: this.querySelector("#sync-section"), file: this.querySelector("#sync-file") };
      this.addEventListener("click", (event) => this.clicked(event));
      this.addEventListener("change", (event) => this.changed(event.target));
      this.audio.addEventListener("timeupdate", () => this.follow());
      this.audio.addEventListener("error", () => this.audio.src && Reader.toast(Reader.t("sync.broken")), true);
      document.addEventListener("keydown", (event) => this.pressed(event));
      Reader.on("words", () => this.show());
      const { audio } = document.body.dataset;
      const opened = new URLSearchParams(location.search);
      if (opened.has("language")) this.asked.language.value = opened.get("language");
      if (sounds[0] && !opened.has("language")) [this.asked.language.value, this.section] = [sounds[0].language, sounds[0].section];
      (audio ? Reader.load(audio) : Promise.resolve()).catch(() => {}).then(() => this.open());
    }

    get language() {
      return this.asked.language.value;
    }

    get section() {
      return this.asked.section?.value ?? "";
    }

    set section(id) {
      if (this.asked.section) this.asked.section.value = id;
    }

    get key() {
      return `bilingual-reader:sync:${Reader.document}:${this.language}:${this.section}`;
    }

    /** Begin with a language and a section: with what was kept here, else with the cues that the site has. */
    open() {
      this.rows = [];
      for (const list of this.querySelectorAll(".lines ol")) list.hidden = list.dataset.language !== this.language;
      for (const row of this.querySelectorAll(`.lines ol:not([hidden]) li`)) {
        row.hidden = Boolean(this.section) && row.dataset.section !== this.section;
        if (!row.hidden) this.rows.push(row);
      }
      this.order = this.rows.map((row) => row.dataset.segment);
      this.sound = sounds.find((one) => one.language === this.language && one.section === this.section);
      if (!this.chosen) this.play(this.sound ? encodeURIComponent(this.sound.files[0]) : "");
      const site = (Reader.take(`audio/${Reader.document}`) ?? []).find((one) => one.language === this.language && one.section === this.section);
      this.former = [];
      this.marks = SyncMarks.known(Reader.stored(this.key) ?? site?.cues, this.order);
      this.at = SyncMarks.next(this.marks, this.order) || this.order[0] || "";
      this.show();
    }

    play(address) {
      if (address) this.audio.src = address;
      else this.audio.removeAttribute("src");
    }

    changed(target) {
      if (target === this.asked.file) {
        const [file] = target.files;
        if (!file) return;
        this.chosen = file.name;
        this.play(URL.createObjectURL(file));
      } else if (target.matches(".rate")) this.audio.playbackRate = Number(target.value);
      else if (target === this.asked.language || target === this.asked.section) this.open();
    }

    clicked(event) {
      const button = event.target.closest("button");
      if (!button) return;
      const row = button.closest("li");
      const { edge, by, form } = button.dataset;
      if (row) this.choose(row.dataset.segment, true);
      else if (edge) this.nudge(edge, Number(by));
      else if (form) this.save(form);
      else if (button.matches(".mark")) this.begin();
      else if (button.matches(".stop")) this.stop();
      else if (button.matches(".undo")) this.undo();
      else if (button.matches(".remove")) this.change(SyncMarks.remove(this.marks, this.at), this.at);
      else if (button.matches(".clear")) this.clear();
    }

    pressed(event) {
      const { key, target } = event;
      if (event.ctrlKey || event.metaKey || event.altKey || target.closest("input, select, audio, a, [popover], .bar")) return;
      if ((key === " " || key === "Enter") && target.closest("button:not(.mark)")) return;
      const acts = {
        " ": () => !event.repeat && this.begin(),
        Enter: () => !event.repeat && this.begin(),
        e: () => this.stop(),
        u: () => this.undo(),
        p: () => (this.audio.paused ? this.audio.play().catch(() => {}) : this.audio.pause()),
        Delete: () => this.change(SyncMarks.remove(this.marks, this.at), this.at),
        ArrowLeft: () => this.nudge(event.shiftKey ? "end" : "start", -0.1),
        ArrowRight: () => this.nudge(event.shiftKey ? "end" : "start", 0.1),
        ArrowUp: () => this.walk(-1),
        ArrowDown: () => this.walk(1),
      };
      if (!Object.hasOwn(acts, key)) return;
      event.preventDefault();
      acts[key]();
    }

    /** The moment of a press; people press late. */
    now() {
      const early = this.audio.paused ? 0 : Number(this.querySelector(".early").value) * this.audio.playbackRate;
      return Math.max(0, this.audio.currentTime - early);
    }

    begin() {
      if (!this.at) return;
      const marks = SyncMarks.begin(this.marks, this.at, this.now());
      this.change(marks, this.order[this.order.indexOf(this.at) + 1] ?? SyncMarks.next(marks, this.order));
    }

    stop() {
      this.change(SyncMarks.stop(this.marks, this.now()), this.at);
    }

    nudge(edge, by) {
      const id = Object.hasOwn(this.marks, this.at) ? this.at : this.last();
      this.change(SyncMarks.nudge(this.marks, id, edge, by, this.audio.duration), this.at);
    }

    /** The sentence that was marked last. */
    last() {
      return this.order[this.order.indexOf(this.at) - 1] ?? this.order.at(this.at ? 0 : -1);
    }

    clear() {
      this.change({}, this.order[0] ?? "");
      Reader.toast(Reader.t("sync.cleared"));
    }

    change(marks, at) {
      if (marks !== this.marks) this.former = [...this.former.slice(-FORMER), [this.marks, this.at]];
      [this.marks, this.at] = [marks, at];
      Reader.store(this.key, marks);
      this.show();
    }

    undo() {
      const before = this.former.pop();
      if (!before) return;
      [this.marks, this.at] = before;
      Reader.store(this.key, this.marks);
      this.show();
    }

    /** Go to a sentence; with `heard`, the recording goes to its beginning. */
    choose(id, heard) {
      this.at = id;
      if (heard && this.marks[id]) this.audio.currentTime = this.marks[id].start;
      this.show();
    }

    walk(by) {
      const at = this.order.indexOf(this.at) + by;
      if (this.order[at]) this.choose(this.order[at], this.audio.paused);
    }

    show() {
      if (!this.order) return;
      const cues = new Map(SyncMarks.cues(this.marks, this.audio.duration).map(([id, start, end]) => [id, [start, end]]));
      for (const row of this.rows) {
        const cue = cues.get(row.dataset.segment);
        row.querySelector(".time").textContent = cue ? SyncForms.clock(cue[0]).replace(/^00:/, "").slice(0, -1) : "–";
        row.classList.toggle("now", row.dataset.segment === this.at);
        row.firstElementChild.toggleAttribute("aria-current", row.dataset.segment === this.at);
      }
      this.told(cues);
      this.intoSight();
      this.follow();
    }

    /** What is next, and the times of the sentence one stands on. */
    told(cues) {
      const text = this.text(this.at);
      const left = this.order.filter((id) => !cues.has(id)).length;
      this.querySelector(".told").textContent = left || !this.order.length ? `${Reader.t("sync.count").replace("{n}", cues.size).replace("{of}", this.order.length)} · ${Reader.t("sync.next")} ${text.slice(0, 60)}` : Reader.t("sync.whole");
      const id = cues.has(this.at) ? this.at : this.last();
      const cue = cues.get(id);
      this.querySelector("output.start").textContent = cue ? cue[0].toFixed(2) : "–";
      this.querySelector("output.end").textContent = cue ? cue[1].toFixed(2) : "–";
      for (const button of this.querySelectorAll("[data-edge]")) {
        const key = Number(button.dataset.by) < 0 ? "sync.earlier" : "sync.later";
        const what = Reader.t(button.dataset.edge === "start" ? "sync.start" : "sync.end");
        button.setAttribute("aria-label", Reader.t(key).replace("{what}", what));
      }
    }

    text(id) {
      return this.rows[this.order.indexOf(id)]?.querySelector(".says").textContent ?? "";
    }

    intoSight() {
      this.rows[this.order.indexOf(this.at)]?.scrollIntoView({ block: "nearest" });
    }

    /** Light the sentence that sounds. */
    follow() {
      if (!this.order) return;
      const time = this.audio.currentTime;
      const [id] = SyncMarks.cues(this.marks, this.audio.duration).find(([, start, end]) => time >= start && time < end) ?? [];
      for (const row of this.rows) row.classList.toggle("sounds", row.dataset.segment === id);
    }

    /** Hand the cues over as a file, called like the recording. */
    save(form) {
      const name = this.chosen?.replace(/\.[^.]*$/, "") ?? this.sound?.name ?? `${Reader.document}.${this.section ? `${this.section}.` : ""}${this.language}`;
      const texts = Object.fromEntries(this.order.map((id) => [id, this.text(id)]));
      const about = { texts, sound: this.chosen ?? this.sound?.files[0] ?? "" };
      const file = new Blob([SyncForms.written(form, SyncMarks.cues(this.marks, this.audio.duration), about)], { type: "text/plain" });
      const link = Reader.make("a", { href: URL.createObjectURL(file), download: `${name}.${form}` });
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    }
  }

  customElements.define("reader-sync", ReaderSync);
})();
