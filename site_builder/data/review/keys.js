/* The keyboard. Every shortcut is in one table, which is the sheet as well; they rest while something is typed, and can be
 * switched off. */
"use strict";

(() => {
  const { say } = ReviewWords;
  const { act, acts } = Review;

  // What is shown, its word, and for each key what it does.
  const TABLE = [
    ["key.next", { j: () => act("next"), k: () => act("previous"), ArrowDown: () => act("next"), ArrowUp: () => act("previous") }],
    ["key.look", { Enter: () => act("look") }],
    ["key.uncertain", { n: () => act("uncertain") }],
    ["key.check", { c: () => act("check") }],
    ["key.lock", { l: () => act("lock") }],
    ["key.merge", { m: () => act("merge-next"), M: () => act("merge-previous") }],
    ["key.join", { J: () => act("join-next"), K: () => act("join-previous") }],
    ["key.side", { ArrowLeft: () => act("side", -1), ArrowRight: () => act("side", 1) }],
    ["key.caret", { ",": () => act("caret", -1), ".": () => act("caret", 1) }],
    ["key.character", { "<": () => act("character", -1), ">": () => act("character", 1) }],
    ["key.split", { s: () => act("split") }],
    ["key.boundary", { "[": () => act("boundary", -1), "]": () => act("boundary", 1) }],
    ["key.boundary-previous", { "{": () => act("boundary-previous", -1), "}": () => act("boundary-previous", 1) }],
    ["key.give", { "(": () => act("give-previous"), ")": () => act("give-next") }],
    ["key.unlink", { u: () => act("unlink") }],
    ["key.exchange", { x: () => act("exchange") }],
    ["key.undo", { z: () => act("undo"), Z: () => act("redo") }],
    ["key.save", { "Ctrl+S": () => ReviewSaving.save() }],
    ["key.find", { "/": () => act("find") }],
    ["key.sheet", { "?": () => sheet() }],
  ];
  const GLYPHS = { ArrowDown: "↓", ArrowUp: "↑", ArrowLeft: "←", ArrowRight: "→" };
  const KEYS = Object.assign({}, ...TABLE.map(([, keys]) => keys), { Escape: () => acts.leave() });

  const panel = document.getElementById("keys");
  const opener = document.querySelector('[data-act="sheet"]');
  const sheet = () => panel.togglePopover();
  panel.querySelector("dl").append(
    ...TABLE.map(([word, keys]) => {
      const names = Object.keys(keys).flatMap((key) => [ReviewEntry.make("kbd", {}, GLYPHS[key] ?? key), " "]);
      return ReviewEntry.make("div", {}, ReviewEntry.make("dt", {}, ...names), ReviewEntry.make("dd", {}, say(word)));
    }),
  );
  panel.addEventListener("toggle", (event) => {
    opener.setAttribute("aria-expanded", String(event.newState === "open"));
    if (event.newState === "open") panel.focus();
  });

  const box = document.getElementById("keys-on");
  const settings = window.Reader?.settings;
  box.checked = settings?.chosen().keys !== "off";
  box.addEventListener("change", () => settings?.set("keys", box.checked ? "on" : "off"));

  Object.assign(acts, { save: () => ReviewSaving.save(), sheet });

  const withControl = (event) => {
    const key = event.key.toLowerCase();
    if (key === "s") return () => ReviewSaving.save();
    if (typing(event.target)) return undefined;
    if (key === "z") return () => act(event.shiftKey ? "redo" : "undo");
    return key === "y" ? () => act("redo") : undefined;
  };
  const typing = (target) => target.closest?.("input:not([type=checkbox]), select, textarea");

  /** Keys that a focused control needs for itself. */
  const taken = ({ target, key }) => {
    if (target.closest?.("[popover]:popover-open")) return key !== "?";
    return ["Enter", " "].includes(key) && target.closest?.("a, button, input");
  };

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || event.altKey) return;
    const control = event.ctrlKey || event.metaKey;
    if (!control && (typing(event.target) || taken(event) || (!box.checked && event.key !== "Escape"))) return;
    const done = control ? withControl(event) : Object.hasOwn(KEYS, event.key) && KEYS[event.key];
    if (!done) return;
    if (done() !== false) event.preventDefault();
  });

  ReviewSaving.begin();
})();
