/* The text that exercises are made of: sentences by their ids, and their words with readings and levels where they are
   known. What is known comes from two data scripts, see outputs/lines.py and outputs/glosses.py. */
const PracticeText = (() => {
  "use strict";

  const WORD = /[\p{L}\p{M}\p{N}]+(?:['’‘.,:-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*%?/gu;
  const RUN_ON = /^(?:zh|yue|wuu|lzh|ja)\b/; // languages that write without spaces

  /** The paragraph that a segment belongs to. */
  const pairOf = (id) => id.replace(/-[^-]*$/, "");

  /** The words of a text of which nothing is known but where they begin and end, as pieces. */
  const plain = (text) => {
    const found = [];
    let at = 0;
    for (const { 0: word, index } of text.matchAll(WORD)) {
      if (index > at) found.push({ text: text.slice(at, index) });
      found.push({ text: word, word: { text: word, other: "", place: -1, readings: [], levels: [], band: 0 } });
      at = index + word.length;
    }
    return at < text.length ? [...found, { text: text.slice(at) }] : found;
  };

  /** The part of a text from `from` to `to` in the other script. `runs` are [from, to, text] in it; one that begins
   *  before the part says there what it has to say. */
  const converted = (text, from, to, runs, other) => {
    const inside = runs.filter(([start, end]) => start < to && end > from);
    if (!inside.length) return other || text.slice(from, to);
    let [made, at] = ["", from];
    for (const [start, end, said] of inside) {
      made += text.slice(at, Math.max(at, start)) + (start >= from ? said : "");
      at = Math.max(at, end);
    }
    return made + text.slice(Math.min(at, to), to);
  };

  /** What the words script says of a word, by names. */
  const entry = (data, place) => {
    const [text, other, readings, levels, band] = data.words[place];
    return { text, other, place, readings, levels, band };
  };

  /** A line cut into words and what is between: [{ text, word? }], in the other script if `converts`. */
  const cut = (text, id, data, converts) => {
    const flat = (converts && data.variants[id]) || [];
    const runs = Array.from({ length: flat.length / 3 }, (_, at) => flat.slice(at * 3, at * 3 + 3));
    const found = [];
    let at = 0;
    const add = (length, word) => {
      const said = converts ? converted(text, at, at + length, runs, word?.other) : text.slice(at, at + length);
      if (said) found.push(word ? { text: said, word } : { text: said });
      at += length;
    };
    for (const each of data.lines[id] ?? []) {
      if (each < 0) add(-each);
      else add(data.words[each][0].length, entry(data, each));
    }
    if (at < text.length) add(text.length - at);
    return found;
  };

  /** The text of a document for exercises. `lines` and `words` (a table a language) are what the data scripts hold, `apart`
   *  the ids of segments that are none to ask. */
  const create = ({ lines: { languages, lines }, words = {}, apart = [] }) => {
    const without = new Set(apart);
    const segments = Object.entries(lines)
      .filter(([id, texts]) => !id.includes("/") && !without.has(id) && texts.filter((text) => text.trim()).length > 1)
      .map(([id, texts]) => ({ id, pair: pairOf(id), texts: texts.map((text) => text.trimEnd()) }));
    const order = Object.keys(lines).filter((id) => !id.includes("/"));

    /** The place in the text of a segment or paragraph: of its first segment, or of its last. */
    const placeOf = (id, last) => {
      const same = (each) => each === id || pairOf(each) === id;
      return last ? order.findLastIndex(same) : order.findIndex(same);
    };

    /** The segments from one place to another, both included; all where an end is not there. */
    const passage = (from = "", to = "") => {
      const [first, last] = [placeOf(from), placeOf(to, true)];
      const [low, high] = last >= 0 && first > last ? [placeOf(to), placeOf(from, true)] : [first, last];
      const places = new Map(order.map((id, at) => [id, at]));
      return segments.filter(({ id }) => (low < 0 || places.get(id) >= low) && (high < 0 || places.get(id) <= high));
    };

    /** Whether a language can be shown in the script of this tag, other than as it is typed. */
    const converts = (side, script) => Boolean(script && words[languages[side]]?.script === script);

    const pieces = ({ id, texts }, side, script) => {
      const data = words[languages[side]];
      return data?.lines[id] || (data && converts(side, script)) ? cut(texts[side], id, data, converts(side, script)) : plain(texts[side]);
    };

    /** A map of the characters of a language to their forms in the other script, as far as texts are as long there. */
    const variants = (side) => {
      const data = words[languages[side]];
      const found = new Map();
      const learn = (one, other) => {
        const [from, to] = [[...one], [...other]];
        if (from.length === to.length) from.forEach((each, at) => each !== to[at] && found.set(each, to[at]));
      };
      for (const [text, other] of data?.words ?? []) learn(text, other);
      for (const [id, flat] of Object.entries(data?.variants ?? {}))
        for (let at = 0; at < flat.length; at += 3) learn((lines[id]?.[side] ?? "").slice(flat[at], flat[at + 1]), flat[at + 2]);
      return found;
    };

    const known = (side) => words[languages[side]];
    const graded = languages.findIndex((_, side) => known(side)?.lists.length);

    return {
      languages,
      segments,
      /** The place of the language that is learnt: the one whose words are graded, else the first whose words are known. */
      learnt: graded >= 0 ? graded : Math.max(0, languages.findIndex((_, side) => known(side))),
      /** Whether words in characters that are written one by one are known in a language. */
      writes: (side) => Boolean(known(side)) && RUN_ON.test(languages[side]),
      passage,
      pieces,
      variants,
      converts,
      known,
      text: (segment, side, script) => (converts(side, script) ? pieces(segment, side, script).map(({ text }) => text).join("") : segment.texts[side]),
      /** The tag of the language as it is shown. */
      tag: (side, script) => (converts(side, script) ? script : languages[side]),
      runsOn: (side) => RUN_ON.test(languages[side]),
    };
  };

  /** The readings of a word in a scheme, a syllable each; zhuyin may be a table beside pinyin. */
  const syllables = (word, data, scheme) => {
    const at = data.schemes.indexOf(scheme);
    if (at >= 0) return (word.readings[at] ?? "").split(" ").filter(Boolean);
    const pinyin = data.schemes.indexOf("pinyin");
    if (scheme !== "zhuyin" || pinyin < 0) return [];
    return (word.readings[pinyin] ?? "").split(" ").filter(Boolean).map((each) => data.zhuyin[each.toLowerCase()] ?? "");
  };

  /** The schemes of readings that a language has. */
  const schemes = (data) => (data ? [...data.schemes, ...(Object.keys(data.zhuyin).length && !data.schemes.includes("zhuyin") ? ["zhuyin"] : [])] : []);

  /** Whether a word is above a level: one that a list lacks is above all of its levels, if it is a word that lists have. */
  const above = (word, list, level) => {
    const own = word.levels[list] ?? 0;
    return own ? own > level : /\p{L}/u.test(word.text);
  };

  return { create, plain, pairOf, syllables, schemes, above };
})();
