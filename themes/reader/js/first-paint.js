/* What the reader chose, put on the root element before the first paint, so that nothing jumps.
 *
 * Three sources, the later wins: the site's defaults (data-default-…), what was saved, the address (?view=rows&show=zh…).
 * The address holds for this visit only and is never saved. Storage that throws or holds rubbish changes nothing. */
"use strict";

(() => {
  const KEY = "bilingual-reader";
  const WIDE = "(min-width: 700px)"; // below it never two columns
  const root = document.documentElement;
  const listed = (name) => (root.dataset[name] || "").split(" ").filter(Boolean);
  const languages = listed("languages");
  const rtl = listed("rtl"); // those written from right to left
  const ALONE = ["first", "second", "third", "fourth", "fifth", "sixth"]; // the views of one language, by its place

  const CHOICES = {
    view: ["auto", "columns", "rows", ...ALONE, "reveal"],
    grain: ["auto", "paragraph", "segment"],
    appearance: ["auto", "light", "sepia", "dark"],
    font: ["serif", "sans"],
    interface: ["", "zh-Hant", "zh-Hans", "en"],
    keys: ["on", "off"],
    glosses: ["on", "off"],
    script: ["", "hant", "hans"],
    readings: ["off", "pinyin", "zhuyin", "jyutping"],
    help: ["all", "unknown"],
    tones: ["off", "hues", "rainbow", "shades"],
  };
  const RANGES = { size: [80, 160], leading: [85, 140] };
  const FIXED = { view: "auto", grain: "auto", appearance: "auto", font: "serif", first: "", second: "", interface: "", keys: "on", glosses: "on", script: "", readings: "off", above: "", help: "all", tones: "off", size: 100, leading: 100 };
  const IN_ADDRESS = { view: "view", grain: "grain", theme: "appearance", font: "font", first: "first", second: "second", size: "size", leading: "leading", ui: "interface", script: "script", readings: "readings", above: "above", help: "help", tones: "tones" };

  /** The settings in `given` that are known and in range. */
  const valid = (given) => {
    const out = {};
    if (!given || typeof given !== "object") return out;
    for (const [name, values] of Object.entries(CHOICES)) if (values.includes(given[name])) out[name] = given[name];
    for (const [name, [low, high]] of Object.entries(RANGES)) {
      const number = Number(given[name]);
      if (given[name] != null && number >= low && number <= high) out[name] = number;
    }
    for (const name of ["first", "second"]) if (/^[A-Za-z0-9-]{2,35}$/.test(given[name] ?? "")) out[name] = String(given[name]);
    if (/^([\w.-]{1,40}:\d{1,2})?$/.test(given.above ?? "-:")) out.above = String(given.above); // a list of levels and one of them
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

  /** Where a language stands in the document, -1 when it does not (or far behind): the very tag, else any of the same language. */
  const sideOf = (tag) => {
    const same = (part) => languages.findIndex((each) => part(each) === part(tag));
    const exact = same((each) => each.toLowerCase());
    const found = exact >= 0 ? exact : same((each) => each.toLowerCase().split("-")[0]);
    return found < ALONE.length ? found : -1; // as far as sides.css counts
  };

  /** What the address asks for. `show=zh` is one language alone, whichever side it stands on; `show=zh,fr` are two beside
   *  each other, and `show=both` is both, in the reader's own view where that shows both. */
  const fromAddress = () => {
    const query = new URLSearchParams(location.search);
    const asked = {};
    for (const [name, setting] of Object.entries(IN_ADDRESS)) if (query.has(name)) asked[setting] = query.get(name);
    const show = query.get("show");
    const sides = (show || "").split(",").map(sideOf);
    const both = show === "both" || (sides.length === 2 && Math.min(...sides) >= 0 && sides[0] !== sides[1]);
    if (both && !asked.view && ALONE.includes(chosen().view)) asked.view = "auto";
    if (both && show !== "both") [asked.first, asked.second] = sides.map((side) => languages[side]);
    else if (!both && sides[0] >= 0) asked.view = ALONE[sides[0]];
    return valid(asked);
  };

  const defaults = { ...FIXED, ...valid(Object.fromEntries(Object.keys(FIXED).map((name) => [name, root.dataset[`default${name[0].toUpperCase()}${name.slice(1)}`]]))) };
  let saved = valid(stored(KEY));
  let visit = {};
  const chosen = () => ({ ...defaults, ...saved, ...visit });
  visit = fromAddress();

  /** The two languages that stand beside each other, by their places: the one that leads, and the one that follows. */
  const sides = () => {
    const { first, second } = chosen();
    const lead = Math.max(0, sideOf(first));
    const follow = sideOf(second);
    return [lead, follow >= 0 && follow !== lead ? follow : lead === 0 ? 1 : 0];
  };

  /** The view and grain in effect, from what was chosen and how wide the window is; `shown` are the places of the
   *  languages that are on the page. */
  const effective = () => {
    const { view: wanted, grain } = chosen();
    const view = ALONE.indexOf(wanted) < languages.length ? wanted : "auto";
    const wide = matchMedia(WIDE).matches;
    const shown = view === "auto" ? (wide ? "columns" : "rows") : view === "columns" && !wide ? "rows" : view;
    const unit = shown === "reveal" ? "segment" : grain !== "auto" ? grain : shown === "rows" ? "segment" : "paragraph";
    const [lead, follow] = sides();
    const alone = ALONE.indexOf(shown);
    return { view: shown, grain: unit, lead, follow, swapped: lead > follow, shown: alone < 0 ? [lead, follow] : [alone], wide };
  };

  const apply = () => {
    const { appearance, font, size, leading, readings, tones } = chosen();
    const { view, grain, swapped, shown } = effective();
    if (languages.length) Object.assign(root.dataset, { view, grain, lead: shown[0] + 1, direction: rtl.includes(languages[shown[0]]) ? "rtl" : "ltr" });
    if (shown.length > 1 && languages.length) root.dataset.follow = shown[1] + 1;
    else delete root.dataset.follow;
    root.toggleAttribute("data-swap", swapped);
    if (appearance === "auto") delete root.dataset.appearance;
    else root.dataset.appearance = appearance;
    root.dataset.font = font;
    root.dataset.readings = readings;
    root.dataset.tones = tones;
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
    /** The attributes of an element in a language of this document. */
    speaks: (lang) => ({ lang, dir: rtl.includes(lang) ? "rtl" : null }),
    stored,
    store,
    settings: {
      alone: ALONE.slice(0, languages.length),
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
  if (new URLSearchParams(location.search).get("only")) root.dataset.only = ""; // until classroom-open.js hid the rest
  const turning = listed("scripts").some((script) => script.toLowerCase() === `zh-${chosen().script}`);
  if (turning) root.dataset.turning = ""; // until learning.js has put the text into the other script
  apply();
  matchMedia(WIDE).addEventListener("change", changed);
})();
