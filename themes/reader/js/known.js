/* What this reader knows, kept in the browser for all documents of the site: Reader.known. Other tabs follow.

   Words are given as the text has them, or in the other script; `tag` is the language, by default that of the document
   whose words are loaded. Event `known`: something changed. */
"use strict";

(() => {
  if (Reader.known) return;
  const KEY = "bilingual-reader-words";
  const store = KnownStore.create({ read: () => Reader.stored(KEY), write: (kept) => Reader.store(KEY, kept) });
  const indexes = new WeakMap(); // a words script → its words by every form

  const index = (data) => {
    if (!indexes.has(data)) {
      const forms = new Map();
      for (const row of data.words) {
        const [text, other] = row;
        const word = KnownStore.word(row, data);
        for (const form of [text, other]) if (form && !forms.has(form)) forms.set(form, word);
      }
      indexes.set(data, forms);
    }
    return indexes.get(data);
  };

  /** The word that a text is, as far as the words of the document are loaded. */
  const word = (text, tag) => {
    for (const language of tag ? [tag] : Reader.languages) {
      const data = Reader.take(`words/${Reader.document}/${language}`);
      const found = data && index(data).get(text);
      if (found) return found;
    }
    const chinese = Reader.languages.find((one) => /^(zh|yue|ja)/.test(one)) ?? "zh";
    const language = tag ?? (/\p{sc=Han}/u.test(text) ? chinese : Reader.languages[0] ?? "und");
    return { tag: language, key: text };
  };

  const changed = (did) => (did && Reader.emit("known"), did);
  const given = (texts, tag) => [texts].flat().map((text) => (typeof text === "string" ? word(text, tag) : text));

  Reader.known = {
    STATES: KnownStore.STATES,
    /** "new", "learning" or "known". Like all of these, it takes a text, or a word as KnownStore.word gives it. */
    state: (text, tag) => store.state(given(text, tag)[0]),
    /** Whether a word is known. */
    has: (text, tag) => store.state(given(text, tag)[0]) === "known",
    /** Put a word, or several, into a state. */
    set: (texts, state, tag) => changed(store.set(given(texts, tag), state)),
    /** What was said of the words of a language one by one: word → state. */
    all: (tag) => store.all(tag ?? Reader.languages[0] ?? "und"),
    /** Up to which level of which list everything is known: { "hsk-2025": 3 }. */
    granted: (tag) => store.granted(tag),
    grant: (tag, list, level) => changed(store.grant(tag, list, level)),
    /** Everything, as a file has it, and what a file has added to it. */
    kept: () => store.kept(),
    merge: (kept) => {
      const told = store.merge(kept);
      changed(true);
      return told;
    },
  };

  addEventListener("storage", ({ key }) => {
    if (key !== null && key !== KEY) return;
    store.again();
    Reader.emit("known");
  });
})();
