/* Which words a learner knows, is learning, or has yet to learn, by language. Names no document: where it is kept is handed
   in.

   Kept is { zh: { known: […], learning: […], new: […], upto: { "hsk-2025": 3 } } }: words by the form that dictionaries
   know (Simplified), and the level of a list up to which everything is known. What was said of a word itself counts more;
   `new` are words that a level would make known and that are not. */
const KnownStore = (() => {
  "use strict";

  const STATES = ["new", "learning", "known"];
  const LONGEST = 60; // characters of a word
  const MOST = 200_000; // words of a state

  const CASED = /\p{Lu}/u;
  const TRADITIONAL = /^(zh-Hant|zh-(TW|HK|MO)|yue)\b/i;

  /** The form by which a word is kept, from how the text has it and how the other script has it ("" for the same): in
      Chinese the Simplified one, in languages with capitals the small letters. */
  function keyOf(text, other, tag) {
    if (TRADITIONAL.test(tag)) return other || text;
    return CASED.test(text) ? text.toLowerCase() : text;
  }

  /** A row of a words script (see the build's outputs/glosses.py) as the store takes it. */
  function word([text, other, , levels, , own], { language: tag, lists }) {
    const key = own ?? keyOf(text, other, tag);
    return { tag, key, forms: [text, other].filter((form) => form && form !== key), lists: lists.map(([name]) => name), levels };
  }

  const words = (given) => (Array.isArray(given) ? given.filter((word) => typeof word === "string" && word.trim() && word.length <= LONGEST).slice(0, MOST) : []);
  const language = (tag) => String(tag).split("-")[0].toLowerCase();

  /** What is kept of a language, whatever rubbish was given: { states: word → state, upto }. */
  function shelf(given) {
    const states = new Map();
    for (const state of STATES) for (const word of words(given?.[state])) states.set(word.normalize("NFC").trim(), state);
    const upto = {};
    for (const [list, level] of Object.entries(Object(given?.upto))) if (Number.isInteger(level) && level > 0 && level < 100) upto[list] = level;
    return { states, upto };
  }

  /** All languages of what was kept. */
  function shelves(given) {
    const found = new Map();
    if (given && typeof given === "object" && !Array.isArray(given))
      for (const [name, kept] of Object.entries(given)) if (/^[a-z]{2,8}$/.test(name)) found.set(name, shelf(kept));
    return found;
  }

  /** The same as it is kept. */
  function written(all) {
    const made = {};
    for (const [name, { states, upto }] of [...all].sort()) {
      const of = (state) => [...states].filter((entry) => entry[1] === state).map(([word]) => word);
      const lists = Object.fromEntries(STATES.map((state) => [state, of(state)]).filter(([, found]) => found.length));
      if (Object.keys(lists).length || Object.keys(upto).length) made[name] = { ...lists, ...(Object.keys(upto).length && { upto }) };
    }
    return made;
  }

  /** `read()` gives what was kept, `write(kept)` keeps it and says whether it could. A word is { tag, key, forms, lists, levels }: its key, the other ways
      in which it is written, and its level in each list. */
  function create({ read, write }) {
    let all = shelves(read());
    let lasting = true; // whether what is written is there when it is read again
    const of = (tag) => all.get(language(tag)) ?? shelf();
    const own = (tag) => all.get(language(tag)) ?? all.set(language(tag), shelf()).get(language(tag));
    const said = ({ states }, { key, forms = [] }) => states.get(key) ?? states.get(forms.find((form) => states.has(form)));
    const granted = ({ upto }, { lists = [], levels = [] }) => lists.some((list, at) => levels[at] > 0 && levels[at] <= (upto[list] ?? 0));

    function state(word) {
      const kept = of(word.tag);
      return said(kept, word) ?? (granted(kept, word) ? "known" : "new");
    }

    /** Puts words into a state; true when that changed any. */
    function set(given, next) {
      again();
      const changed = given.filter((word) => STATES.includes(next) && state(word) !== next);
      for (const word of changed) {
        const kept = own(word.tag);
        for (const form of [word.key, ...(word.forms ?? [])]) kept.states.delete(form);
        if (next !== (granted(kept, word) ? "known" : "new")) kept.states.set(word.key, next);
      }
      return changed.length > 0 && save();
    }

    /** Everything up to a level of a list is known, and nothing by its level where that is 0. */
    function grant(tag, list, level) {
      again();
      const { upto } = own(tag);
      if (level > 0) upto[list] = level;
      else delete upto[list];
      return save();
    }

    /** Adds what a file has; where both know a word, the state that is further wins. Tells how many words were new here, how
        many got further, how many were as the file has them, or further. */
    function merge(given) {
      const told = { added: 0, changed: 0, same: 0 };
      again();
      for (const [name, other] of shelves(given)) {
        const kept = own(name);
        for (const [word, next] of other.states) {
          const now = kept.states.get(word);
          const further = now === undefined || STATES.indexOf(next) > STATES.indexOf(now);
          if (further) kept.states.set(word, next);
          told[now === undefined ? "added" : further ? "changed" : "same"] += 1;
        }
        for (const [list, level] of Object.entries(other.upto)) kept.upto[list] = Math.max(level, kept.upto[list] ?? 0);
      }
      save();
      return told;
    }

    function save() {
      lasting = write(written(all));
      return true;
    }

    /** What another tab has written meanwhile. */
    function again() {
      if (lasting) all = shelves(read());
    }

    return {
      state,
      set,
      grant,
      merge,
      granted: (tag) => ({ ...of(tag).upto }),
      all: (tag) => new Map(of(tag).states),
      kept: () => written(all),
      again,
    };
  }

  return { STATES, create, keyOf, word, language };
})();
