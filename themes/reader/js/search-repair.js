/* Repairs misspelt words: the nearest words of the library, frequent ones first; a few ways, for a slip may have made one
   word of another. Names no document. */
const SearchRepair = (() => {
  "use strict";

  const LONG = 7; // letters above which two slips are forgiven, else one
  const OFFERS = 3; // ways to repair a query at most
  const SHORTEST = 4; // letters below which anything is near anything
  const WORD = new RegExp(SearchText.WORD, "gv");
  const LETTERS = /^[\p{L}\p{M}']+$/u;

  /** The words written in words.js, word → how frequent it is: each as how many letters it shares with the one before, a
      letter of SearchCodes, its other letters, and a digit. */
  function forms(text) {
    const found = new Map();
    let last = [];
    for (const [, shared, rest, digit] of text.matchAll(/(.)(\D*)(\d)/gsu)) {
      last = [...last.slice(0, SearchCodes.value(shared)), ...rest];
      found.set(last.join(""), Number(digit));
    }
    return found;
  }

  /** The same from folded texts, counted. */
  function counted(texts) {
    const found = new Map();
    for (const text of texts) for (const [word] of text.matchAll(WORD)) if (LETTERS.test(word)) found.set(word, (found.get(word) ?? 0) + 1);
    return found;
  }

  /** The words of a query that may be misspelt: { word, start, end }, where it stands in the query. */
  function doubtful(query, folder) {
    const { text, from, to } = folder(query);
    return Array.from(text.matchAll(WORD))
      .filter(([word]) => word.length >= SHORTEST && LETTERS.test(word))
      .map(({ 0: word, index }) => ({
        word,
        start: from ? from[index] : index,
        end: to ? to[index + word.length - 1] : index + word.length,
      }));
  }

  /** The known words that are nearest to a word, best first; of those with one stem, which find the same, only the best. */
  function nearest(word, known, stem) {
    const slips = word.length > LONG ? 2 : 1;
    const found = [];
    for (const [form, frequency] of known) {
      const distance = Math.abs(form.length - word.length) > slips ? Infinity : between(word, form, slips);
      if (distance <= slips) found.push({ form, distance, frequency });
    }
    found.sort((one, other) => one.distance - other.distance || other.frequency - one.frequency);
    const unlike = new Map();
    for (const { form } of found) if (unlike.size < OFFERS && !unlike.has(stem(form))) unlike.set(stem(form), form);
    return Array.from(unlike.values());
  }

  /** How many letters are wrong, missing, too many or exchanged with their neighbour; Infinity above `most`. */
  function between(one, other, most) {
    let [before, last] = [[], Array.from({ length: other.length + 1 }, (_, at) => at)];
    for (let row = 1; row <= one.length; row++) {
      const next = [row];
      for (let at = 1; at <= other.length; at++) {
        const wrong = last[at - 1] + (one[row - 1] === other[at - 1] ? 0 : 1);
        const exchanged = row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1];
        next.push(Math.min(last[at] + 1, next[at - 1] + 1, wrong, exchanged ? before[at - 2] + 1 : Infinity));
      }
      if (Math.min(...next) > most) return Infinity;
      [before, last] = [last, next];
    }
    return last[other.length];
  }

  /** The query with words put in at some places, the likeliest ways first; `words` of a place has its likeliest first. */
  function offers(query, places) {
    const likeliest = places.map(({ words }) => words[0]);
    const others = places.flatMap(({ words }, at) => words.slice(1).map((word) => likeliest.with(at, word)));
    return (places.length ? [likeliest, ...others] : []).slice(0, OFFERS).map((words) => replaced(query, places, words));
  }

  function replaced(query, places, words) {
    let [text, from] = ["", 0];
    for (const [at, { start, end }] of places.entries()) {
      text += query.slice(from, start) + words[at];
      from = end;
    }
    return text + query.slice(from);
  }

  return { forms, counted, doubtful, nearest, between, offers };
})();
