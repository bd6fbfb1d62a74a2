/* What else a reader may have meant: the query with its misspelt words repaired, and Chinese words for its pinyin. What is
   suggested has been looked for, and finds something. Names no document. */
const SearchSuggest = (() => {
  "use strict";

  const WORDS = 5; // suggested for pinyin at most
  const TRIED = 8;
  const ENOUGH = 1; // units that must have what is suggested, when there is an index: each may cost a shard of text

  /** Over a library, its engine and its finder (SearchFind). Gives a function from a query to { queries, words }: ways to repair
      it, the likeliest first, and words. */
  function create({ library, engine, finder }) {
    const kept = new Map(); // a first letter, "" for all → a promise of the words that begin with it
    const known = (letter) => {
      const key = library.root.scan ? "" : letter;
      if (!kept.has(key)) {
        const forms = key ? written(key, library) : counted(finder.units);
        kept.set(key, forms);
        forms.catch(() => kept.delete(key));
      }
      return kept.get(key);
    };
    const few = library.root.scan ? undefined : ENOUGH;
    const first = async (query) => (await finder.find(query, {}, few).next()).value.results;
    return async (query) => {
      const [queries, words] = await Promise.all([repair(query, engine, known, first), spelt(query, library, engine, first)]);
      return { queries, words };
    };
  }

  /** The words of an indexed library that begin with a letter, and how frequent they are. */
  async function written(letter, { root, read }) {
    const number = Array.from(root.words).indexOf(letter);
    return SearchRepair.forms(number < 0 ? "" : await read(`words/${number}`));
  }

  /** All words of a library that is scanned, counted. */
  async function counted(units) {
    const texts = [];
    for (const all of await Promise.all(units.all())) for (const { pair } of all) texts.push(...pair.sides.map(({ text }) => text));
    return SearchRepair.counted(texts);
  }

  async function repair(query, { fold, stem }, known, first) {
    const places = [];
    for (const place of SearchRepair.doubtful(query, fold)) {
      const growing = place.end === query.length;
      if ((await known(Array.from(place.word)[0])).has(place.word)) continue;
      if ((await first(growing ? place.word : `${place.word} `)).length) continue;
      const words = await nearest(place.word, known, stem);
      if (words.length) places.push({ ...place, words });
    }
    const offers = SearchRepair.offers(query, places);
    if (places.length === 1 && places[0].end - places[0].start === query.trim().length) return offers; // words of the library
    const found = await Promise.all(offers.map(first));
    return offers.filter((_, at) => found[at].length);
  }

  /** The words that may have been meant. Few slip at the first letter; if so, the second one often is it. */
  async function nearest(word, known, stem) {
    for (const letter of Array.from(word).slice(0, 2)) {
      const found = SearchRepair.nearest(word, await known(letter), stem);
      if (found.length) return found;
    }
    return [];
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
