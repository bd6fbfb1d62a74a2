/* <reader-search>: the search form and the panel of its results. A plain list of links: Tab and arrow keys walk it. */
(() => {
  "use strict";

  const PAUSE = 120; // milliseconds without a keystroke before a search starts

  class ReaderSearch extends HTMLElement {
    connectedCallback() {
      this.form = this.querySelector("form");
      this.input = this.querySelector("input");
      this.panel = this.querySelector("#results");
      this.run = 0; // searches that were begun; only the last may show its answers
      this.asked = ""; // the query of the last search
      this.answering = null; // a promise that it is answered
      this.origin ??= null; // what had the focus before
      this.form.hidden = false;
      this.panel.setAttribute("role", "region");
      this.label();
      this.listen();
      this.begin();
    }

    listen() {
      this.input.addEventListener("input", (event) => !event.isComposing && this.later());
      this.input.addEventListener("compositionend", () => this.later());
      this.input.addEventListener("focus", () => this.opened());
      this.form.addEventListener("submit", (event) => event.preventDefault());
      this.panel.addEventListener("click", (event) => this.followed(event));
      this.addEventListener("keydown", (event) => this.pressed(event));
      this.addEventListener("focusin", (event) => this.remember(event.relatedTarget));
      this.addEventListener("focusout", (event) => event.relatedTarget && !this.contains(event.relatedTarget) && this.close());
      document.addEventListener("pointerdown", (event) => !this.contains(event.target) && this.close());
      Reader.on("words", () => this.label());
    }

    label() {
      this.panel.setAttribute("aria-label", Reader.t("search.results"));
    }

    /** A query in the address opens its results, or is lit in the place that the address names. */
    begin() {
      const query = new URLSearchParams(location.search).get("q");
      if (query) {
        this.input.value = query;
        const place = this.place();
        if (place) Reader.emit("hits", { id: place, terms: query });
        else this.search();
      }
      if (document.activeElement === this.input) this.opened();
    }

    /** The place that the address names; "" when it names none that can be read. */
    place() {
      try {
        return decodeURIComponent(location.hash.slice(1));
      } catch {
        return "";
      }
    }

    remember(element) {
      if (element && !this.contains(element)) this.origin = element;
    }

    opened() {
      SearchTexts.warm().catch(() => {});
      if (this.input.value.trim()) this.later();
    }

    later() {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.search(), PAUSE);
    }

    /** Search for what stands in the field and wait for the answer; answers to an earlier query are dropped. */
    async search() {
      clearTimeout(this.timer);
      const query = this.input.value;
      if (query !== this.asked || this.panel.hidden) {
        this.asked = query;
        this.answering = this.answer(query.trimStart(), ++this.run);
      }
      await this.answering;
    }

    async answer(query, run) {
      this.panel.hidden = !query;
      if (!query) return this.panel.replaceChildren();
      const list = new SearchResults.List(this.panel, query.trim());
      try {
        for await (const found of SearchTexts.find(query)) {
          if (run !== this.run) return;
          list.add(found);
        }
        if (run === this.run) list.finish();
      } catch {
        if (run === this.run) list.fail();
      }
    }

    pressed(event) {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      const act = { Escape: () => this.leave(), ArrowDown: () => this.walk(1), ArrowUp: () => this.walk(-1), Enter: () => this.enter() }[event.key];
      if (act?.() === true) event.preventDefault();
    }

    /** Close and give the focus back to where it came from. */
    leave() {
      const origin = this.origin?.isConnected ? this.origin : document.querySelector(".open-search");
      this.close();
      document.activeElement.blur();
      origin?.focus();
      return true;
    }

    walk(by) {
      if (this.panel.hidden) return false;
      const stops = [this.input, ...this.panel.querySelectorAll("a, .more")];
      stops[stops.indexOf(document.activeElement) + by]?.focus();
      return true;
    }

    /** In the field: the first result. A phone shows the results instead, its keyboard out of the way. */
    enter() {
      if (document.activeElement !== this.input) return false;
      this.search().then(() => {
        const first = this.panel.querySelector("a");
        if (matchMedia("(pointer: coarse)").matches) first?.focus();
        else first?.click();
      });
      return true;
    }

    /** A result of this page needs no new page. */
    followed(event) {
      if (event.target.closest(".shut")) return this.leave();
      const link = event.target.closest("a");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || link.getAttribute("href")[0] !== "#") return;
      event.preventDefault();
      const query = this.input.value;
      this.close();
      this.input.blur();
      Reader.go(link.dataset.place, { terms: query });
      this.stand(link.dataset.place);
    }

    /** Move the focus to the place, where nobody else did. */
    stand(place) {
      const target = document.getElementById(place.split(":")[0]);
      if (!target || !(document.activeElement === document.body || this.contains(document.activeElement))) return;
      target.tabIndex = -1;
      target.focus({ preventScroll: true });
    }

    close() {
      clearTimeout(this.timer);
      this.run += 1;
      this.asked = "";
      this.panel.hidden = true;
      Reader.emit("search:close");
    }
  }

  customElements.define("reader-search", ReaderSearch);
})();
