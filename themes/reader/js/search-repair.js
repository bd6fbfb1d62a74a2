/* Repairs misspelt words: the nearest words of the library, frequent ones first. Names no document. */
const SearchRepair = (() => {
  "use strict";

  const LONG = 7; // letters above which two slips are forgiven, else one
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
  function doubtful(query, folder, known) {
    const { text, from, to } = folder(query);
    return Array.from(text.matchAll(WORD))
      .filter(([word]) => word.length >= SHORTEST && LETTERS.test(word) && !known.has(word))
      .map(({ 0: word, index }) => ({
        word,
        start: from ? from[index] : index,
        end: to ? to[index + word.length - 1] : index + word.length,
      }));
  }

  /** The known words that are nearest to a word, best first. */
  function nearest(word, known, most = 3) {
    const slips = word.length > LONG ? 2 : 1;
    const found = [];
    for (const [form, frequency] of known) {
      const distance = Math.abs(form.length - word.length) > slips ? Infinity : between(word, form, slips);
      if (distance <= slips) found.push({ form, distance, frequency });
    }
    found.sort((one, other) => one.distance - other.distance || other.frequency - one.frequency);
    return found.slice(0, most).map(({ form }) => form);
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

  /** The query with the text at some places replaced. */
  function replaced(query, places) {
    let [text, at] = ["", 0];
    for (const { start, end, by } of places) {
      text += query.slice(at, start) + by;
      at = end;
    }
    return text + query.slice(at);
  }

  return { forms, counted, doubtful, nearest, between, replaced };
})();
