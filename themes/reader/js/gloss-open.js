/* The door to the cards of words: loads them when somebody clicks a word or presses g. Selecting, links, marks of notes
   and what else a click may mean come first. */
"use strict";

(() => {
  const box = document.querySelector("reader-gloss");
  if (!box) return;
  const MOVED = 6; // pixels between press and release that make a drag
  const tags = box.dataset.languages.split(" ");
  const on = () => Reader.settings.chosen().glosses === "on";
  for (const each of document.querySelectorAll("[data-for=gloss]")) each.hidden = false;

  const script = (name) => Reader.load(box.dataset[name].slice(Reader.root.length));
  const wanted = (act) =>
    Promise.all([script("script"), script("known"), Reader.dress(box.dataset.style)])
      .then(act)
      .catch(() => Reader.toast(Reader.t("lookup.unavailable")));

  let pressed = null;
  document.addEventListener("pointerdown", (event) => (pressed = event), true);
  document.addEventListener("click", (event) => {
    const line = event.target.closest?.("article .line[data-segment], .notes .bodies > [lang]");
    if (!line || !tags.includes(Reader.tongue(line)) || !on() || event.defaultPrevented || event.detail !== 1) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.target.closest("a, button, summary")) return;
    const { clientX: x, clientY: y } = event;
    if (pressed && Math.hypot(pressed.clientX - x, pressed.clientY - y) > MOVED) return;
    if (!String(getSelection())) wanted(() => box.at(line, x, y));
  });

  /** Open the card of the first word of the passage, or of what is at the top of the window. */
  Reader.gloss = () => {
    if (!on()) return false;
    const id = Reader.passage()[0] ?? Reader.atTop()?.dataset.segment;
    const lines = [...document.querySelectorAll(`article .line[data-segment="${CSS.escape(id ?? "")}"]`)];
    const line = lines.find((each) => tags.includes(Reader.tongue(each)) && each.getClientRects().length);
    if (!line) return false;
    wanted(() => box.first(line));
    return true;
  };
})();
