/* What is known of the words of a text, out of its script of data (outputs/glosses.py says what is in it). Knows of no page. */
const LearningText = (() => {
  "use strict";

  const OPEN = /^[aāáǎàeēéěèoōóǒò]/i; // a syllable that an apostrophe parts from the one before (GB/T 16159)
  const MARKS = { "\u0304": 1, "\u0301": 2, "\u030c": 3, "\u0300": 4 };
  const SIGNS = { "ˊ": 2, "ˇ": 3, "ˋ": 4, "˙": 5 };

  /** Syllables as a word: pinyin as it is spelled, each name of several apart; jyutping and others close together. */
  const joined = (syllables) => syllables.map((one, at) => (at ? between(one) : "") + one).join("");
  const between = (syllable) => (/^\p{Lu}/u.test(syllable) ? " " : OPEN.test(syllable) ? "’" : "");

  /** The tone of a syllable of pinyin or zhuyin from 1, 5 for the neutral one; 0 for one that has no sound. */
  function tone(syllable) {
    const sign = [...syllable].find((each) => each in SIGNS);
    if (sign) return SIGNS[sign];
    if (/[\u3105-\u312f]/.test(syllable)) return 1;
    const mark = [...syllable.normalize("NFD")].find((each) => each in MARKS);
    return mark ? MARKS[mark] : /\p{L}/u.test(syllable) ? 5 : 0;
  }

  /** The view of a script of data: what colleagues may ask of it. Offsets count UTF-16 units of what a line shows. */
  function view(data) {
    const words = data.words.map((row, place) => word(data, row, place));
    let table = null;
    return {
      language: data.language,
      script: data.script,
      schemes: [...data.schemes, ...(Object.keys(data.zhuyin).length ? ["zhuyin"] : [])],
      lists: data.lists.map(([name, title, labels]) => ({ name, title, labels })),
      words,
      ids: Object.keys(data.lines),
      /** How a line is cut: { start, end, word } a piece, where `word` is undefined between words. */
      runs: (id) => runs(words, data.lines[id] ?? []),
      /** A text that is none of the lines in the other script, as far as the words of the lines tell. */
      guess: (text) => guess(text, (table ??= others(words))),
      /** What differs in the other script: { start, end, text } in order. */
      edits: (id) => edits(runs(words, data.lines[id] ?? []), data.variants[id] ?? []),
    };
  }

  /** A word: its place among the words, text, other form ("" where it is the same), syllables by scheme, level by list
      (0 is none) and band. */
  function word(data, [text, other, spoken, levels, band], place) {
    const readings = Object.fromEntries(data.schemes.map((scheme, at) => [scheme, spoken[at] ? spoken[at].split(" ") : []]));
    const sounds = (readings.pinyin ?? []).map((syllable) => data.zhuyin[syllable.toLowerCase()]);
    if (sounds.length && sounds.every(Boolean)) readings.zhuyin = sounds;
    return { place, text, other, readings, levels: Object.fromEntries(data.lists.map(([name], at) => [name, levels[at] ?? 0])), band };
  }

  function runs(words, row) {
    let end = 0;
    return row.map((place) => {
      const start = end;
      end += place < 0 ? -place : words[place].text.length;
      return { start, end, word: place < 0 ? undefined : words[place] };
    });
  }

  /** Words in their other form, except where something else is said of a part of them. */
  function edits(pieces, row) {
    const own = [];
    for (let at = 0; at < row.length; at += 3) own.push({ start: row[at], end: row[at + 1], text: row[at + 2] });
    const told = pieces.filter(({ word }) => word?.other).flatMap((piece) => beside(piece, own));
    return [...told, ...own].sort((one, two) => one.start - two.start);
  }

  function beside({ start, end, word: { other } }, own) {
    const inside = own.filter((each) => each.start < end && each.end > start);
    if (!inside.length) return [{ start, end, text: other }];
    if (other.length !== end - start) return [];
    const edges = [start, ...inside.flatMap((each) => [Math.max(each.start, start), Math.min(each.end, end)]), end];
    return edges.flatMap((from, at) => (at % 2 === 0 && from < edges[at + 1] ? [{ start: from, end: edges[at + 1], text: other.slice(from - start, edges[at + 1] - start) }] : []));
  }

  /** A stretch of a line in its other script: `text` begins at `start` in the line. What is longer or shorter than it was
      stands where it begins. */
  function turned(text, start, changes) {
    let [out, at] = ["", start];
    const end = start + text.length;
    for (const change of changes) {
      if (change.end <= start || change.start >= end) continue;
      const [from, to] = [Math.max(change.start, start), Math.min(change.end, end)];
      out += text.slice(at - start, from - start);
      if (change.text.length === change.end - change.start) out += change.text.slice(from - change.start, to - change.start);
      else if (change.start >= start) out += change.text;
      at = to;
    }
    return out + text.slice(at - start);
  }

  /** What words and their characters are in the other script; characters as most words have them. */
  function others(words) {
    const table = new Map(words.map(({ text, other }) => [text, other || text]));
    const votes = new Map();
    for (const [text, other] of table) {
      const [from, to] = [[...text], [...other]];
      if (from.length === to.length) from.forEach((each, at) => votes.set(each, [...(votes.get(each) ?? []), to[at]]));
    }
    const count = (all, one) => all.filter((each) => each === one).length;
    for (const [each, found] of votes) if (!table.has(each)) table.set(each, found.reduce((best, one) => (count(found, one) > count(found, best) ? one : best)));
    return table;
  }

  function guess(text, table) {
    const letters = [...text];
    let out = "";
    for (let at = 0; at < letters.length; ) {
      let length = Math.min(8, letters.length - at);
      while (length > 1 && !table.has(letters.slice(at, at + length).join(""))) length--;
      const found = letters.slice(at, at + length).join("");
      out += table.get(found) ?? found;
      at += length;
    }
    return out;
  }

  /** Whether a word gets help: `above` is "list:level" or "", `known` says which words need none. */
  function helped(word, { above = "", known = () => false } = {}) {
    const [list, level] = above.split(":");
    const has = word.levels[list];
    if (has && has <= Number(level)) return false;
    return !known(word.text);
  }

  /** The syllables of a word, one a character; null where they are more or fewer. */
  function byCharacter(word, scheme) {
    const syllables = word.readings[scheme] ?? [];
    return syllables.length === [...word.text].length ? syllables : null;
  }

  return { view, turned, joined, tone, helped, byCharacter };
})();
