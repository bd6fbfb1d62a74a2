/* The door to search: shows the form, and loads the search itself only when somebody wants it. */
"use strict";

(() => {
  const box = document.querySelector("reader-search");
  if (!box) return;
  const input = box.querySelector("input");
  box.querySelector("form").hidden = false;
  /** A promise of the search. What it reads first comes along with it, not after it; who reads it hears if that fails. */
  Reader.fetchSearch = () => {
    const script = Reader.load(box.dataset.script.slice(Reader.root.length));
    Reader.load("search/index.js").catch(() => {});
    return script;
  };
  const wanted = () => Reader.fetchSearch().catch(() => Reader.toast(Reader.t("search.unavailable")));
  const open = () => {
    box.classList.add("open");
    input.focus();
    input.select();
  };
  box.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
  input.addEventListener("focus", (event) => {
    box.origin ??= event.relatedTarget; // where the focus goes back to when the search is left
    wanted();
  });
  Reader.on("search:open", open);
  Reader.on("search:close", () => box.classList.remove("open"));
  document.querySelector(".open-search")?.addEventListener("click", open);
  if (new URLSearchParams(location.search).has("q")) wanted();
})();
