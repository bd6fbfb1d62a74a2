/* <reader-search>: the search form and the panel of its results. Tab and arrow keys walk it. */
(() => {
  "use strict";

  const PAUSE = 120; // milliseconds without a keystroke before a search starts

  class ReaderSearch extends HTMLElement {
    connectedCallback() {
      this.form = this.querySelector("form");
      this.input = this.querySelector("input");
      const element = this.querySelector("#results");
      this.filters = new SearchFilters.Filters(element, () => this.search());
      this.panel = new SearchPanel.Panel(element, { filters: this.filters, ask: (query) => this.ask(query) });
      this.asked = null; // the question that the panel answers
      this.answering = null; // a promise that it is answered
      this.address = null; // what the page's address was before the panel changed it
      this.origin ??= null; // what had the focus before
      this.form.hidden = false;
      this.listen();
      this.begin();
    }

    listen() {
      this.input.addEventListener("input", (event) => !event.isComposing && this.later());
      this.input.addEventListener("compositionstart", () => clearTimeout(this.timer));
      this.input.addEventListener("compositionend", () => this.later());
      this.input.addEventListener("focus", () => this.opened());
      this.form.addEventListener("submit", (event) => event.preventDefault());
      this.panel.element.addEventListener("click", (event) => this.followed(event));
      this.addEventListener("keydown", (event) => this.pressed(event));
      this.addEventListener("focusin", (event) => this.remember(event.relatedTarget));
      this.addEventListener("focusout", (event) => event.relatedTarget && !this.contains(event.relatedTarget) && this.close());
      document.addEventListener("pointerdown", (event) => !this.contains(event.target) && this.close());
      Reader.leaveSearch = () => this.panel.isOpen && this.leave();
    }

    /** What the address asks for is lit; without a place to stand on its results are listed, too. */
    begin() {
      const asked = SearchAddress.read(location.search);
      if (asked.q.trim()) {
        this.input.value = asked.q;
        this.filters.choose(asked);
        const place = Reader.fragment(location.hash);
        if (Reader.document) this.light(asked, place);
        if (!place) this.search();
      }
      if (document.activeElement === this.input) this.opened();
    }

    remember(element) {
      if (element && !this.contains(element)) this.origin = element;
    }

    opened() {
      SearchTexts.warm().catch(() => {});
      if (this.input.value.trim()) this.later();
      else this.search();
    }

    later() {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.search(), PAUSE);
    }

    /** The query and the filters; a space at the end says that the last word is whole. */
    question() {
      return { q: this.input.value.trimStart().replace(/\s+$/, " "), ...this.filters.chosen };
    }

    /** Search for what stands in the field and wait for the answer; answers to an earlier question are dropped. */
    async search() {
      clearTimeout(this.timer);
      const asked = this.question();
      if (JSON.stringify(asked) !== this.asked || !this.panel.isOpen) {
        this.asked = JSON.stringify(asked);
        this.classList.add("open");
        this.answering = this.panel.show(asked);
        this.write(asked);
      }
      await this.answering;
    }

    ask(query) {
      this.input.value = query;
      this.input.focus();
      this.search();
    }

    /** While the panel is open the page's address says what is being looked for. */
    write(asked) {
      this.address ??= location.search + location.hash;
      const query = SearchAddress.write(location.search, asked);
      SearchAddress.replace(asked.q ? query : SearchAddress.write(this.address.split("#")[0]) + location.hash);
    }

    pressed(event) {
      if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey) return; // 229: an input method has the key
      const act = { Escape: () => this.leave(), ArrowDown: () => this.walk(1), ArrowUp: () => this.walk(-1), Enter: () => this.enter() }[event.key];
      if (act?.() === true) event.preventDefault();
    }

    /** Close and give the focus back to where it came from. */
    leave() {
      const origin = this.origin?.isConnected ? this.origin : document.querySelector(".open-search");
      const inside = this.contains(document.activeElement);
      this.close();
      if (inside) document.activeElement.blur();
      if (inside) origin?.focus();
      return true;
    }

    /** From the field through results and suggestions; past the last one, more of them. A list of choices has its own arrows. */
    walk(by) {
      const now = document.activeElement;
      if (!this.panel.isOpen || now.matches("select")) return false;
      const stops = [this.input, ...this.panel.element.querySelectorAll(":is(.works, .meant, .foot) :is(a, button)")].filter((stop) => !stop.hidden);
      const next = stops[stops.indexOf(now) + by];
      if (by > 0 && next?.matches(".more")) next.click();
      else next?.focus();
      return true;
    }

    /** In the field: the first result. A phone shows the results instead, its keyboard out of the way. */
    enter() {
      if (document.activeElement !== this.input) return false;
      this.search().then(() => {
        const first = this.panel.works.querySelector("a");
        if (matchMedia("(pointer: coarse)").matches) first?.focus();
        else first?.click();
      });
      return true;
    }

    /** A result of this page needs no new page. */
    followed(event) {
      if (event.target.closest(".shut")) return this.leave();
      const link = event.target.closest("a[data-here]");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      const [asked, { place }] = [this.question(), link.dataset];
      this.address = null; // the address goes on saying what was asked
      this.close();
      this.input.blur();
      Reader.go(place);
      this.stand(place);
      this.light(asked, place);
    }

    /** Light all hits of this page, standing on the one at a place; without one, before the first. */
    light(asked, place) {
      SearchMore.load().then(() => SearchHits.begin(asked, place)).catch(() => {});
    }

    /** Move the focus to the place, where nobody else did. */
    stand(place) {
      const target = SearchItem.onPage(place);
      if (!target || !(document.activeElement === document.body || this.contains(document.activeElement))) return;
      target.tabIndex = -1;
      target.focus({ preventScroll: true });
    }

    close() {
      clearTimeout(this.timer);
      if (!this.panel.isOpen) return;
      this.panel.hide();
      this.asked = null;
      if (this.address !== null) SearchAddress.replace(this.address);
      this.address = null;
      Reader.emit("search:close");
    }
  }

  customElements.define("reader-search", ReaderSearch);
})();
