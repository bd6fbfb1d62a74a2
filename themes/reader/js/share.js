/* The link builder: what a class shall see, in one address, to copy or to photograph from the wall. */
"use strict";

(() => {
  const { make, t } = Reader;
  const TASKS = ["cloze", "match", "order", "dictation", "blur"];
  const LONGEST = 1200; // characters of an address that a telephone still reads off a wall

  /** What the settings offer under a name that addresses use: [value, label] each. Only what this text has is offered. */
  const panel = (name) => {
    const own = { theme: "appearance", ui: "interface" }[name] ?? name;
    return [...document.querySelectorAll(`input[name="set-${own}"]`)].map((input) => [input.value, input.nextElementSibling.textContent]);
  };

  class ReaderLinker extends HTMLElement {
    open(ids) {
      if (!this.panel) this.build();
      this.fill(ids);
      this.panel.showPopover();
      this.panel.querySelector("select").focus();
      this.write();
    }

    build() {
      this.panel = make("div", { id: "class-link", class: "panel linker", popover: "auto", role: "dialog", "aria-labelledby": "class-link-heading" });
      this.form = make("form", { class: "linker-form" });
      this.address = make("input", { type: "text", readonly: "", "aria-label": t("classroom.address") });
      this.code = make("div", { class: "code-of" });
      const act = (name, does, kind = "link") => {
        const button = make("button", { type: "button", class: kind }, t(`classroom.${name}`));
        button.addEventListener("click", does);
        return button;
      };
      const acts = make("p", { class: "foot" }, act("copy", () => this.copy(), "button"), act("visit", () => location.assign(this.address.value)), ...(Reader.inside ? [] : [act("code", () => this.draw())]));
      this.panel.append(make("h2", { id: "class-link-heading" }, t("share")), this.form, this.address, acts, this.code);
      this.form.addEventListener("submit", (event) => event.preventDefault());
      this.form.addEventListener("change", () => this.write());
      this.append(this.panel);
    }

    /** A choice by its name: [value, label] each. */
    choice(name, rows, chosen = "") {
      const id = `link-${name}`;
      const select = make("select", { id, name }, ...rows.map(([value, label]) => make("option", { value }, label)));
      if (rows.some(([value]) => value === chosen)) select.value = chosen;
      return make("p", { class: "field" }, make("label", { for: id }, t(`classroom.${name}`)), select);
    }

    fill(ids) {
      const languages = Reader.languages.slice(0, 2).map((tag, at) => [at, document.querySelector(`reader-views span[lang="${tag}"], .views span[lang="${tag}"]`)?.textContent || tag]);
      const practice = document.querySelector("reader-classroom").dataset.practice;
      const whats = [["text", t("classroom.what.text")], ["present", t("present")], ...(practice ? TASKS.map((name) => [name, t(`classroom.task.${name}`)]) : [])];
      const shows = [
        ["", t("auto")], ["columns", t("view.columns")], ["rows", t("view.rows")],
        ...languages.map(([at, name]) => [`cover:${1 - at}`, t("classroom.shows.cover").replace("{language}", name)]),
        ...languages.map(([at, name]) => [`only:${at}`, t("classroom.shows.only").replace("{language}", name)]),
      ];
      const places = this.places(ids);
      const sizes = [100, 120, 140, 160].map((size) => [String(size), `${size} %`]);
      const own = ["grain", "script", "readings", "size", "theme", "ui"].map((name) => [name, name === "size" ? sizes : panel(name)]);
      const choices = own.filter(([, rows]) => rows.length).map(([name, rows]) => this.choice(name, [["", t("auto")], ...rows.filter(([value]) => value && value !== "auto")]));
      const only = make("label", { class: "field check" }, make("input", { type: "checkbox", name: "only" }), ` ${t("classroom.only-passage")}`);
      this.form.replaceChildren(this.choice("what", whats), this.choice("from", places, ids[0] ?? ""), this.choice("to", places, ids.at(-1) ?? ""), only, this.choice("shows", shows), ...choices);
    }

    /** The paragraphs of the page, and the passage that the reader stands on. */
    places(ids) {
      const pairs = [...document.querySelectorAll("article .pair:has(.line[id])")].map((pair) => [pair.id, `¶ ${pair.id.slice(1)} · ${pair.querySelector(".line").textContent.trim().slice(0, 14)}`]);
      return [["", "–"], ...[...new Set([ids[0], ids.at(-1)])].filter(Boolean).map((id) => [id, `¶ ${id.slice(1)}`]), ...pairs];
    }

    write() {
      const { what, from, to, only, shows, ...rest } = this.form.elements;
      const named = ["grain", "script", "readings", "size", "theme", "ui"].filter((name) => rest[name]);
      const chosen = Object.fromEntries(named.map((name) => [name, rest[name].value]));
      const seed = Array.from({ length: 4 }, () => Math.floor(Math.random() * 36).toString(36)).join("");
      this.seed ??= seed;
      const address = ClassLink.write({ what: what.value, shows: shows.value, from: from.value, to: to.value, only: only.checked, settings: chosen, seed: this.seed }, Reader.languages);
      this.address.value = Reader.whole(address);
      const text = ["text", "present"].includes(what.value);
      for (const name of ["shows", "grain", "readings", "size", "theme"]) if (rest[name] ?? this.form.elements[name]) this.form.elements[name].closest(".field").hidden = !text;
      only.closest(".field").hidden = what.value !== "text";
      this.code.replaceChildren();
    }

    async copy() {
      Reader.toast(t((await Reader.copy(this.address.value)) ? "menu.copied" : "menu.failed"));
    }

    /** The address as a code to be photographed; a folder on this machine is nobody else's. */
    async draw() {
      const address = this.address.value;
      if (!/^https?:/.test(address) || address.length > LONGEST) return Reader.toast(t("classroom.no-code"));
      const { code } = document.querySelector("reader-classroom").dataset;
      await Reader.load(code.slice(Reader.root.length));
      const { data, size } = QrCode.encode(address, { ecc: "M", border: 3 });
      const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
      svg.setAttribute("viewBox", `0 0 ${size} ${size}`);
      svg.setAttribute("role", "img");
      svg.setAttribute("aria-label", address);
      const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
      path.setAttribute("d", data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join(""));
      svg.append(path);
      this.code.replaceChildren(svg);
      svg.scrollIntoView({ block: "nearest" });
    }
  }

  customElements.define("reader-linker", ReaderLinker);

  Reader.linker = (ids) => {
    const linker = document.querySelector("reader-linker") ?? document.body.appendChild(make("reader-linker"));
    linker.open(ids);
  };
})();
