/* <reader-offline>: keep this text for reading without network, see that all of it is there, remove it again. */
(() => {
  "use strict";

  const { asked, said } = OfflineTalk;
  const { make, t } = Reader;
  const fill = (key, values) => Object.entries(values).reduce((text, [name, value]) => text.replace(`{${name}}`, value), t(key));

  class ReaderOffline extends HTMLElement {
    async connectedCallback() {
      this.document = Reader.document;
      Reader.on("words", () => this.last && this.show(this.last));
      this.show(await asked({ ask: "status", document: this.document }));
    }

    /** Show how it stands: see WorkerKeeping.status. */
    show(status, aloud = false) {
      if (!status) return;
      this.last = status;
      const focused = this.contains(document.activeElement);
      const parts = { ready: () => this.ready(status), partial: () => this.partial(status), none: () => this.none(status), unknown: () => this.unknown(aloud) };
      this.replaceChildren(make("p", { class: "keeping" }, ...parts[status.state]()));
      if (focused) this.querySelector("button")?.focus();
      if (aloud) Reader.say(this.firstChild.firstChild.textContent);
    }

    none({ needs }) {
      return [this.button("offline.keep", () => this.keep()), make("small", {}, said(needs))];
    }

    ready({ count, bytes }) {
      return [make("span", { class: "there" }, t("offline.ready")), make("small", {}, fill("offline.takes", { n: count, size: said(bytes) })), this.button("offline.remove", () => this.remove())];
    }

    partial({ missing }) {
      return [make("span", {}, fill("offline.missing", { n: missing })), this.button("offline.again", () => this.keep()), this.button("offline.remove", () => this.remove())];
    }

    unknown(tried) {
      return [...(tried ? [make("span", {}, t("offline.failed"))] : []), this.button(tried ? "offline.again" : "offline.keep", () => this.keep())];
    }

    button(key, act) {
      const button = make("button", { type: "button", class: "link" }, t(key));
      button.addEventListener("click", act);
      return button;
    }

    async keep() {
      const focused = this.contains(document.activeElement);
      const bar = make("progress", { max: "1", value: "0", "aria-label": t("offline.keeping"), tabindex: "-1" });
      const count = make("small", {});
      this.replaceChildren(make("p", { class: "keeping" }, make("span", {}, t("offline.keeping")), bar, count));
      if (focused) bar.focus();
      navigator.storage?.persist?.().catch(() => {}); // a wish: browsers may say no
      const tell = ({ done, total }) => {
        bar.value = done / total;
        count.textContent = `${done}/${total}`;
      };
      this.show(await asked({ ask: "keep", document: this.document, title: this.dataset.title }, tell), true);
    }

    async remove() {
      this.show(await asked({ ask: "remove", document: this.document }), true);
    }
  }

  customElements.define("reader-offline", ReaderOffline);
})();
