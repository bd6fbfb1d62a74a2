/* The keyboard. Every shortcut is in one table; they rest while something is typed, and can be switched off. */
"use strict";

(() => {
  const { settings } = Reader;
  const VIEWS = ["columns", "rows", ...settings.alone, "reveal"];
  const APPEARANCES = ["auto", "light", "sepia", "dark"];

  const next = (values, now) => values[(values.indexOf(now) + 1) % values.length];
  const view = (name) => Reader.languages.length && Reader.choose("view", name);
  const nextView = () => {
    const { view: now, wide } = settings.effective();
    view(next(wide ? VIEWS : VIEWS.slice(1), now));
  };
  const size = (by) => Reader.choose("size", Math.min(160, Math.max(80, settings.chosen().size + by)));
  const swap = () => Reader.languages.length > 1 && Reader.place("first", Reader.languages[settings.effective().follow]);
  /** The next choice of those that the panel has on this page. */
  const turn = (name) => {
    const values = [...document.querySelectorAll(`#settings [name=set-${name}]`)].map((input) => input.value);
    return values.length > 0 && Reader.choose(name, next(values, settings.chosen()[name]));
  };
  const keys = document.getElementById("keys");
  const sheet = () => keys.togglePopover();
  keys.addEventListener("toggle", (event) => event.newState === "open" && keys.focus());
  const paragraph = (by) => {
    const pairs = [...document.querySelectorAll("article .pair:has(.line[id])")];
    const now = (Reader.passage().length ? document.getElementById(Reader.passage()[0]) : Reader.atTop())?.closest(".pair");
    const at = pairs.indexOf(now) + by;
    if (!pairs[at] && Reader.turn(by, "pair")) return;
    const line = pairs[Math.max(0, at)]?.querySelector(".line[id]");
    if (line) Reader.stand(line.id);
  };

  const KEYS = {
    j: () => Reader.step(1),
    ArrowDown: () => Reader.passage().length && Reader.step(1),
    k: () => Reader.step(-1),
    ArrowUp: () => Reader.passage().length && Reader.step(-1),
    J: () => Reader.extend(1),
    K: () => Reader.extend(-1),
    Enter: () => Reader.passage().length && Reader.openMenu(),
    " ": () => settings.effective().view === "reveal" && Reader.passage().length && Reader.passage().forEach(Reader.reveal),
    "/": () => Reader.emit("search:open"),
    v: nextView,
    ...Object.fromEntries(VIEWS.map((name, at) => [String(at + 1), () => view(name)])),
    x: swap,
    t: () => settings.set("appearance", next(APPEARANCES, settings.chosen().appearance)),
    p: () => turn("readings"),
    s: () => turn("script"),
    "+": () => size(5),
    "=": () => size(5),
    "-": () => size(-5),
    l: () => Reader.listenHere?.() ?? false,
    n: () => Reader.hit?.(1) ?? false,
    N: () => Reader.hit?.(-1) ?? false,
    g: () => Reader.gloss?.() ?? false,
    c: () => document.querySelector(".open-contents")?.checkVisibility() ? document.querySelector("reader-place").toggle() : document.querySelector(".contents a[aria-current], .contents a")?.focus(),
    "]": () => paragraph(1),
    "[": () => paragraph(-1),
    F: () => Reader.present?.(Reader.passage()[0] ?? Reader.atTop()?.dataset.segment) ?? false,
    "?": sheet,
    Escape: () => {
      const place = document.querySelector("reader-place");
      if (place?.isOpen) return place.close();
      if (Reader.leaveSearch?.()) return true;
      if (!document.querySelector("[popover]:popover-open")) Reader.endListening?.() || Reader.endHits?.();
      Reader.leave?.();
      return false;
    },
  };

  const typing = (target) => target.closest?.("input:not([type=radio], [type=checkbox], [type=range]), textarea, select, [contenteditable]");

  /** Keys that a focused control needs for itself. */
  const taken = (event) => {
    const { target, key } = event;
    if (target.closest?.("[popover]:popover-open")) return key !== "?";
    if (key === "Enter" || key === " ") return target.closest?.("a, button, input, summary");
    return key.startsWith("Arrow") && target.closest?.("input, [tabindex='0']");
  };

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (typing(event.target) || taken(event)) return;
    if (settings.chosen().keys === "off" && !["Enter", "Escape", "ArrowDown", "ArrowUp"].includes(event.key)) return;
    const act = Object.hasOwn(KEYS, event.key) && KEYS[event.key];
    if (!act) return;
    const done = act();
    if (done !== false && done !== 0) event.preventDefault();
  });
})();
