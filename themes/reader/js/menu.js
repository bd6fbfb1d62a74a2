/* A passage's own menu: copy its link, copy it as a citation with the notes it uses, show its translation. */
"use strict";

(() => {
  const linesOf = (id, language) => [...document.querySelectorAll(`.line[data-segment="${CSS.escape(id)}"]`)].filter((line) => Reader.tongue(line) === language);

  /** What a line says, without note marks. */
  const said = (line) => {
    const copy = line.cloneNode(true);
    for (const mark of copy.querySelectorAll(".mark")) mark.remove();
    return copy.textContent;
  };

  const textOf = (ids, language) => {
    const spaced = !/^(zh|ja)/.test(language);
    return ids.flatMap((id) => linesOf(id, language).map(said)).filter(Boolean).join(spaced ? " " : "");
  };

  const fromTitle = (language, part) => {
    const element = document.querySelector(`.pair.title .text:lang(${language}) .${part}, reader-menu > .${part}:lang(${language})`);
    return element ? said(element) : "";
  };

  const partOf = (ids, language) => {
    const home = [...document.querySelectorAll(".home span")].find((span) => Reader.tongue(span) === language);
    return { lang: language, text: textOf(ids, language), title: home?.textContent || document.title, by: fromTitle(language, "speaker") };
  };

  const notesOf = (ids) => {
    const marks = ids.flatMap((id) => [...document.querySelectorAll(`.line[data-segment="${CSS.escape(id)}"] a.mark`)]);
    return [...new Set(marks.map((mark) => mark.hash))].map((hash) => {
      const note = document.getElementById(Reader.fragment(hash));
      return { label: note.querySelector(".label").textContent, text: [...note.querySelectorAll(".bodies > p")].map((body) => body.textContent).join("\n") };
    });
  };

  const addressOf = (ids) => {
    const [first, last] = [ids[0], ids[ids.length - 1]];
    const url = new URL(document.body.dataset.site ? Reader.whole("index.html") : location.href);
    url.search = "";
    url.hash = first === last ? first : `${first}:${last}`;
    return url.href;
  };

  const copy = async (text) => Reader.toast(Reader.t((await Reader.copy(text)) ? "menu.copied" : "menu.failed"));

  class ReaderMenu extends HTMLElement {
    connectedCallback() {
      this.menu = Reader.make("div", { id: "segment-menu", class: "menu", popover: "auto", role: "dialog" });
      this.append(this.menu);
      this.menu.addEventListener("toggle", (event) => event.newState === "closed" && this.closed());
      document.addEventListener("click", (event) => this.clicked(event));
    }

    clicked(event) {
      const number = event.target.closest?.("a.number");
      if (!number || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const lines = number.parentElement.querySelectorAll(".line[id]");
      if (!lines.length) return;
      event.preventDefault();
      history.replaceState(null, "", number.hash);
      this.open(Reader.between(lines[0].id, lines[lines.length - 1].id), number, number.hash);
    }

    /** Open by `anchor` for a passage; `hash` is the link of a whole paragraph. */
    open(ids, anchor, hash = "") {
      this.anchor = anchor;
      const { make, t, languages } = Reader;
      const names = [...document.querySelectorAll("reader-views label span[lang]")].map((span) => span.textContent);
      const { shown, lead, follow } = Reader.settings.effective();
      const items = [
        ...(Reader.canListen?.() ? [[t("menu.listen"), () => Reader.listen(ids)], [t("menu.listen-on"), () => Reader.listen(ids, true)]] : []),
        [t("menu.link"), () => copy(hash ? addressOf(ids).replace(/#.*/, hash) : addressOf(ids))],
        ...languages.map((language, at) => [`${t("menu.cite")} · ${names[at] || language}`, () => copy(this.citation(ids, [language]))]),
        [t("menu.cite-both"), () => copy(this.citation(ids, [languages[lead], languages[follow]]))],
        ...(Reader.settings.effective().view === "reveal" ? [[t("menu.reveal"), () => ids.forEach(Reader.reveal)]] : []),
        ...(Reader.share ? [[t("present"), () => Reader.present(hash ? hash.slice(1) : ids[0])], [t("share"), () => Reader.share(ids)]] : []),
      ];
      const [first, last] = [ids[0], ids[ids.length - 1]];
      const name = hash ? hash.slice(2) : Citation.where(first, last, false).slice(2);
      this.menu.setAttribute("aria-label", `${t("menu")} ${name}`);
      this.menu.replaceChildren(make("h2", {}, `¶ ${name}`), ...this.others(ids, shown), ...items.map(([text, act]) => this.item(text, act)));
      anchor.style.setProperty("anchor-name", "--segment");
      this.menu.showPopover();
      if (!CSS.supports("anchor-name: --segment")) this.put(anchor);
      this.menu.querySelector("button").focus();
    }

    /** What the passage says in the languages that are not on the page. */
    others(ids, shown) {
      return Reader.languages
        .filter((_, side) => !shown.includes(side))
        .map((language) => Reader.make("p", { class: "other", ...Reader.speaks(language) }, textOf(ids, language)))
        .filter((other) => other.textContent);
    }

    item(text, act) {
      const button = Reader.make("button", { type: "button" }, text);
      button.addEventListener("click", () => {
        this.menu.hidePopover();
        act();
      });
      return button;
    }

    put(anchor) {
      const at = anchor.getBoundingClientRect();
      Object.assign(this.menu.style, { left: `${Math.min(at.left, innerWidth - 220)}px`, top: `${Math.min(at.bottom, innerHeight - 220)}px` });
    }

    citation(ids, languages) {
      return Citation.cite(
        languages.map((language) => partOf(ids, language)),
        { first: ids[0], last: ids[ids.length - 1], url: addressOf(ids) },
        notesOf(ids),
      );
    }

    closed() {
      this.anchor?.style.removeProperty("anchor-name");
      if (this.menu.contains(document.activeElement) || document.activeElement === document.body) this.anchor?.focus({ preventScroll: true });
    }
  }

  /** Open the menu of the passage the reader stands on. */
  Reader.openMenu = () => {
    const ids = Reader.passage();
    const line = ids.length && Reader.shownLine(ids[ids.length - 1]);
    if (line) document.querySelector("reader-menu").open(ids, line);
  };

  customElements.define("reader-menu", ReaderMenu);
})();
