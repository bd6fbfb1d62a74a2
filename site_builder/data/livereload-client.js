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
      if (message.liveCSS && message.path.endsWith(".css")) swapStyles();
      else location.reload(); // which keeps the place
    });
    socket.addEventListener("close", () => setTimeout(connect, 500));
  }

  connect();
})();
