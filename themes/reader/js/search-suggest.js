/* What else a reader may have meant: the query with its misspelt words repaired, and Chinese words for its pinyin. What is
   suggested has been looked for, and finds something. Names no document. */
const SearchSuggest = (() => {
  "use strict";

  const WORDS = 5; // suggested for pinyin at most
  const TRIED = 8;

  /** Over a library, its engine and its finder (SearchFind). Gives a function from a query to { query, words }. */
  function create({ library, engine, finder }) {
    let forms = null;
    const known = () => {
      forms ??= allForms(library, finder.units).catch((error) => {
        forms = null;
        throw error;
      });
      return forms;
    };
    const first = async (query) => (await finder.find(query).next()).value.results;
    return async (query) => {
      const [repaired, words] = await Promise.all([repair(query, engine, await known(), first), spelt(query, library, engine, first)]);
      return { query: repaired, words };
    };
  }

  /** All words of the library and how frequent they are. */
  async function allForms({ root, read }, units) {
    if (!root.scan) return SearchRepair.forms(await read("words"));
    const texts = [];
    for (const all of await Promise.all(units.all())) for (const { pair } of all) texts.push(...pair.sides.map(({ text }) => text));
    return SearchRepair.counted(texts);
  }

  async function repair(query, { fold }, known, first) {
    const places = [];
    for (const place of SearchRepair.doubtful(query, fold, known)) {
      const growing = place.end === query.length;
      if ((await first(growing ? place.word : `${place.word} `)).length) continue;
      const [by] = SearchRepair.nearest(place.word, known);
      if (by) places.push({ ...place, by });
    }
    const repaired = SearchRepair.replaced(query, places);
    return places.length && (await first(repaired)).length ? repaired : "";
  }

  async function spelt(query, { root, read }, engine, first) {
    const syllables = new Set(root.pinyin ? root.pinyin.split(" ") : []);
    const lines = async (syllable) => {
      if (root.scan) return (await read("pinyin"))[syllable] ?? "";
      return syllables.has(syllable) ? read(`pinyin/${syllable}`) : "";
    };
    const words = [];
    for (const word of (await SearchPinyin.words(query, lines)).slice(0, TRIED)) {
      const spelling = words.length < WORDS && inText(word, await first(word), engine);
      if (spelling && !words.includes(spelling)) words.push(spelling);
    }
    return words;
  }

  /** A word as the results spell it most often, "" when there are none. */
  function inText(word, results, { fold }) {
    const spellings = new Map();
    for (const { texts, ranges } of results.toSorted((one, other) => one.unit - other.unit).flatMap(({ rows }) => rows))
      for (const [side, hits] of ranges.entries())
        for (const part of hits.map(([start, end]) => texts[side].slice(start, end)))
          if (fold(part).text === word) spellings.set(part, (spellings.get(part) ?? 0) + 1);
    const often = Math.max(...spellings.values());
    return Array.from(spellings.keys()).find((part) => spellings.get(part) === often) ?? (results.length ? word : "");
  }

  return { create };
})();
