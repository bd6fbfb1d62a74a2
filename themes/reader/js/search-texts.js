/* The library's texts as the page searches them. See SearchFind for the order of what is found. */
const SearchTexts = (() => {
  "use strict";

  const store = SearchStore.create({ load: Reader.load, take: Reader.take });
  const opened = new WeakMap(); // a library → what searches it

  /** A promise of what searches the library as it is now: { library, engine, finder }. */
  async function current() {
    const library = await store.library();
    if (!opened.has(library)) {
      const stemmer = new EnglishStemmer();
      const engine = SearchMatch.create({ variants: SearchCodes.variants(library.root.fold), stem: (word) => stemmer.stemWord(word) });
      const finder = SearchFind.create(library, engine, { home: Reader.document });
      opened.set(library, { library, engine, finder });
    }
    return opened.get(library);
  }

  /** Does `act` with what searches the library, once more when the library was made anew meanwhile. */
  async function lasting(act) {
    try {
      return await act(await current());
    } catch (error) {
      if (error instanceof SearchStore.Moved) return act(await current());
      throw error;
    }
  }

  /** Get what the first search will need. */
  const warm = () =>
    lasting(async ({ library, finder: { units, own } }) => {
      const home = await own();
      if (library.root.scan && library.root.units) await units.shard(units.shardOf(home?.[0] ?? 0));
    });

  /** Yields a window each time it is pulled: { results, shown, units, left, sure, exact, failed }. Results are { work, page, unit, note,
      rows: [{ id, texts, ranges }], score }, best first within the window; `work` is { id, languages, titles, rtl? }.
      `shown`: results so far, in so many `units` (pairs and notes); `left`: how many more units may match at most, and do when
      `sure`; the last window is `exact`, and has none left.
      `failed`: texts that could not be read. `again`: the library was made anew, what was found before is void.
      Filters, all optional: `language` (a tag: everything must be found on that side), `document` (an id), `section`
      ([from, to) in units), `notes` (true: only notes). */
  async function* find(query, filters = {}) {
    let again = false;
    for (let tries = 0; ; tries++) {
      try {
        for await (const found of (await current()).finder.find(query, filters)) {
          yield again ? { ...found, again } : found;
          again = false;
        }
        return;
      } catch (error) {
        if (!(error instanceof SearchStore.Moved) || tries) throw error;
        again = true;
      }
    }
  }

  /** A promise of { queries, words }: ways to repair the query's misspelt words, the likeliest first, and words in Chinese
      that the letters spell in pinyin. Each of them finds something. */
  const suggest = (query) =>
    lasting(async (search) => {
      await SearchMore.load();
      search.suggest ??= SearchSuggest.create(search);
      return search.suggest(query);
    });

  return {
    warm,
    find,
    suggest,
    /** A promise of { parse, prepare, match }: the search with the library's fold. */
    engine: async () => (await current()).engine,
    /** A promise of a unit by its number, { unit, work, page, note, pair }; what was found is at hand. */
    unit: async (number) => {
      const { units } = (await current()).finder;
      return (await units.shard(units.shardOf(number)))(number);
    },
    /** A promise of the units whose text has been read so far. */
    atHand: async () => (await current()).finder.units.atHand(),
    /** A promise of the documents and their sections, for filters. */
    documents: () => lasting(({ library }) => library.read("documents")),
  };
})();
