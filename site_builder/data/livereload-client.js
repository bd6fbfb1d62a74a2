// The page's side of `serve`: speaks livereload's protocol, because the page's own rules forbid livereload's inline script.
"use strict";
(() => {
  const build = new URL(document.currentScript.src).searchParams.get("build");
  const hello = { command: "hello", protocols: ["http://livereload.com/protocols/official-7"] };

  function swapStyles() {
    for (const old of document.querySelectorAll("link[rel=stylesheet]")) {
      const fresh = old.cloneNode();
      fresh.href = `${old.href.split("?")[0]}?${Date.now()}`;
      fresh.addEventListener("load", () => old.remove());
      old.after(fresh);
    }
  }

  function connect() {
    const socket = new WebSocket(`ws://${location.host}/livereload`);
    socket.addEventListener("open", () => {
      socket.send(JSON.stringify(hello));
      // The server knows from `build` whether this page is older than the site, and if so says "reload" at once.
      socket.send(JSON.stringify({ command: "info", url: location.href, build }));
    });
    socket.addEventListener("message", ({ data }) => {
      const message = JSON.parse(data);
      if (message.command !== "reload") return;
      // The review page holds what is not saved yet: it takes over, and loads only what changed.
      if (!document.dispatchEvent(new CustomEvent("livereload", { cancelable: true }))) return;
      if (message.liveCSS && message.path.endsWith(".css")) swapStyles();
      else location.reload(); // which keeps the place
    });
    socket.addEventListener("close", () => setTimeout(connect, 500));
  }

  // A way from the text to the review of its alignment, which only this server has.
  const REVIEW = { en: "Review alignment", "zh-Hant": "校訂對齊", "zh-Hans": "校订对齐" };

  function linkReview() {
    const id = document.body.dataset.document;
    const colophon = document.querySelector(".colophon");
    if (!id || !colophon) return;
    const link = document.createElement("a");
    link.href = `/review/${encodeURIComponent(id)}`;
    const put = () => {
      link.lang = document.documentElement.lang;
      link.textContent = REVIEW[link.lang] || REVIEW.en;
    };
    put();
    window.Reader?.on?.("words", put);
    const line = document.createElement("p");
    line.append(link);
    colophon.append(line);
  }

  linkReview();
  connect();
})();
