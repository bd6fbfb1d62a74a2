/* What the reader chose, put on the root element before the first paint, so that nothing jumps.
 *
 * Three sources, the later wins: the site's defaults (data-default-…), what was saved, the address (?view=rows&show=zh…).
 * The address holds for this visit only and is never saved. Storage that throws or holds rubbish changes nothing. */
"use strict";

(() => {
  const KEY = "bilingual-reader";
  const WIDE = "(min-width: 700px)"; // below it never two columns
  const root = document.documentElement;
  const languages = (root.dataset.languages || "").split(" ").filter(Boolean);

  const CHOICES = {
    view: ["auto", "columns", "rows", "first", "second", "reveal"],
    grain: ["auto", "paragraph", "segment"],
    appearance: ["auto", "light", "sepia", "dark"],
    font: ["serif", "sans"],
    interface: ["", "zh-Hant", "zh-Hans", "en"],
    keys: ["on", "off"],
  };
  const RANGES = { size: [80, 160], leading: [85, 140] };
  const FIXED = { view: "auto", grain: "auto", appearance: "auto", font: "serif", first: "", interface: "", keys: "on", size: 100, leading: 100 };
  const IN_ADDRESS = { view: "view", grain: "grain", theme: "appearance", font: "font", first: "first", size: "size", leading: "leading", ui: "interface" };

  /** The settings in `given` that are known and in range. */
  const valid = (given) => {
    const out = {};
    if (!given || typeof given !== "object") return out;
    for (const [name, values] of Object.entries(CHOICES)) if (values.includes(given[name])) out[name] = given[name];
    for (const [name, [low, high]] of Object.entries(RANGES)) {
      const number = Number(given[name]);
      if (given[name] != null && number >= low && number <= high) out[name] = number;
    }
    if (typeof given.first === "string" && /^[A-Za-z-]{2,20}$/.test(given.first)) out.first = given.first;
    return out;
  };

  const stored = (key) => {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  };

  const store = (key, value) => {
    try {
      localStorage.setItem(key, JSON.stringify(value));
      return true;
    } catch {
      return false;
    }
  };

  const sideOf = (tag) => languages.findIndex((each) => each.toLowerCase().split("-")[0] === tag.toLowerCase().split("-")[0]);

  /** What the address asks for. `show=zh` is one language alone, whichever side it stands on; `show=both` is both, in the
   *  reader's own view where that shows both. */
  const fromAddress = () => {
    const query = new URLSearchParams(location.search);
    const asked = {};
    for (const [name, setting] of Object.entries(IN_ADDRESS)) if (query.has(name)) asked[setting] = query.get(name);
    const show = query.get("show");
    if (show === "both" && !asked.view && ["first", "second"].includes(chosen().view)) asked.view = "auto";
    else if (show && sideOf(show) >= 0) asked.view = sideOf(show) === 0 ? "first" : "second";
    return valid(asked);
  };

  const defaults = { ...FIXED, ...valid(Object.fromEntries(Object.keys(FIXED).map((name) => [name, root.dataset[`default${name[0].toUpperCase()}${name.slice(1)}`]]))) };
  let saved = valid(stored(KEY));
  let visit = {};
  const chosen = () => ({ ...defaults, ...saved, ...visit });
  visit = fromAddress();

  /** The view and grain in effect, from what was chosen and how wide the window is. */
  const effective = () => {
    const { view, grain, first } = chosen();
    const wide = matchMedia(WIDE).matches;
    const shown = view === "auto" ? (wide ? "columns" : "rows") : view === "columns" && !wide ? "rows" : view;
    const unit = shown === "reveal" ? "segment" : grain !== "auto" ? grain : shown === "rows" ? "segment" : "paragraph";
    return { view: shown, grain: unit, swapped: first !== "" && sideOf(first) === 1, wide };
  };

  const apply = () => {
    const { appearance, font, size, leading } = chosen();
    const { view, grain, swapped } = effective();
    if (languages.length) Object.assign(root.dataset, { view, grain });
    root.toggleAttribute("data-swap", swapped);
    if (appearance === "auto") delete root.dataset.appearance;
    else root.dataset.appearance = appearance;
    root.dataset.font = font;
    root.style.setProperty("--size", size / 100);
    root.style.setProperty("--leading", leading / 100);
  };

  const listeners = [];
  const changed = () => {
    apply();
    for (const listener of listeners) listener();
  };

  window.Reader = {
    languages,
    stored,
    store,
    settings: {
      chosen,
      effective,
      onChange: (listener) => listeners.push(listener),
      /** What the address asked for and nobody has changed since, as the query of a link to another page. */
      query: () => new URLSearchParams(Object.entries(IN_ADDRESS).flatMap(([name, setting]) => (setting in visit ? [[name, visit[setting]]] : []))),
      /** Change one setting, now and for later visits. */
      set(name, value) {
        const good = valid({ [name]: value });
        if (!(name in good)) return;
        delete visit[name];
        saved = { ...saved, ...good };
        store(KEY, saved);
        changed();
      },
      /** Forget every choice. */
      reset() {
        saved = {};
        visit = {};
        store(KEY, saved);
        changed();
      },
    },
  };

  root.dataset.js = "";
  apply();
  matchMedia(WIDE).addEventListener("change", changed);
})();
