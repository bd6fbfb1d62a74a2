/* The texts that are searched: loaded when somebody searches, this page's first, then the library in its order. */
const SearchTexts = (() => {
  "use strict";

  const AHEAD = 4; // texts on their way at a time
  const BREATH = 24; // milliseconds of searching after which the page gets a turn

  const prepared = new Map(); // a document's id → a promise of { pairs, notes }, ready to be searched
  let engine = null;

  /** A promise of the engine (SearchMatch) once the fold and the list of documents are here. */
  function ready() {
    engine ??= Promise.all([Reader.load("search/fold.js"), Reader.load("search/library.js")]).then(
      () => {
        const stemmer = new EnglishStemmer();
        return SearchMatch.create({ variants: Reader.take("search/fold"), stem: (word) => stemmer.stemWord(word) });
      },
      (error) => {
        engine = null; // a later search tries again
        throw error;
      },
    );
    return engine;
  }

  /** The documents, this page's own first. */
  function documents() {
    const all = Reader.take("search/library");
    return [...all.filter(({ id }) => id === Reader.document), ...all.filter(({ id }) => id !== Reader.document)];
  }

  function prepare(search, entry) {
    if (!prepared.has(entry.id)) {
      const text = Reader.load(entry.text).then(() => {
        const { pairs, notes } = Reader.take(`search/texts/${entry.id}`);
        const rows = notes.map(([label, ...bodies]) => [[`n${label}`, ...bodies]]);
        return { pairs: pairs.map(search.prepare), notes: rows.map(search.prepare) };
      });
      prepared.set(entry.id, text);
      text.catch(() => prepared.delete(entry.id));
    }
    return prepared.get(entry.id);
  }

  /** Get what the first search will need. */
  async function warm() {
    const search = await ready();
    const [first] = documents();
    if (first) await prepare(search, first);
  }

  /** Searches text after text: yields { entry, results, done, all }, notes last, results null for a text that could not be read.
      Nothing at all when the query holds no term. */
  async function* find(query) {
    const search = await ready();
    const terms = search.parse(query);
    const all = terms.length ? documents() : [];
    let since = performance.now();
    for (let at = 0; at < all.length; at++) {
      for (const next of all.slice(at, at + AHEAD)) prepare(search, next).catch(() => {});
      const text = await prepare(search, all[at]).catch(() => null);
      const results = text && [...search.search(text.pairs, terms), ...search.search(text.notes, terms)];
      yield { entry: all[at], results, done: at + 1, all: all.length };
      if (performance.now() - since > BREATH) {
        await new Promise((resume) => setTimeout(resume));
        since = performance.now();
      }
    }
  }

  return { ready, warm, find };
})();
