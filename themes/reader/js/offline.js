/* <reader-kept>: the texts that are kept on this device, on the page that stands for one that is not; and the way back to that. */
(() => {
  "use strict";

  class ReaderKept extends HTMLElement {
    async connectedCallback() {
      const page = new URLSearchParams(location.search).get("page") || "";
      const again = this.querySelector(".again");
      if (page && !page.includes(":") && !page.startsWith("/")) again.href = Reader.root + page.split("/").map(encodeURIComponent).join("/");
      again.hidden = !again.hasAttribute("href");
      const kept = await OfflineTalk.asked({ ask: "shelf" });
      const links = (kept ?? []).map(({ document, title }) => Reader.make("li", {}, Reader.make("a", { href: `${Reader.root}${encodeURIComponent(document)}/index.html` }, title || document)));
      this.querySelector("ul").replaceChildren(...links);
      this.querySelector(".shelved").hidden = !links.length;
    }
  }

  customElements.define("reader-kept", ReaderKept);
})();
