/* The words of a document as a learner counts them, from its two scripts for learners (the build's outputs/glosses.py tells
   what is in these). A word is one entry by the form that dictionaries know, in the order of the text. Names no document. */
const VocabularyTable = (() => {
  "use strict";

  const CAPITAL = /^\p{Lu}/u;
  const VOWELS = /^[aāáǎàeēéěèêoōóǒò]/;

  /** How a scheme spells a word whose syllables have spaces between. In pinyin they are joined, and an apostrophe parts a
      syllable that begins with a vowel from the one before (GB/T 16159); a capital begins a word. */
  function spelled(reading, scheme) {
    return syllables(reading, scheme).map(({ joint, text }) => joint + text).join("");
  }

  /** The syllables of a word as a scheme spells it, what joins each to the one before, and its tone, 5 for the neutral one. */
  function syllables(reading, scheme) {
    const joint = (text, at) => (!at ? "" : scheme !== "pinyin" || CAPITAL.test(text) ? " " : VOWELS.test(text) ? "'" : "");
    return reading.split(" ").map((text, at) => ({ joint: joint(text, at), text, tone: toneOf(text, scheme) }));
  }

  function toneOf(syllable, scheme) {
    if (scheme === "zhuyin") return ["ˊ", "ˇ", "ˋ", "˙"].findIndex((sign) => syllable.includes(sign)) + 2;
    return ["\u0304", "\u0301", "\u030c", "\u0300"].findIndex((mark) => syllable.normalize("NFD").includes(mark)) + 1 || 5;
  }

  /** The same in zhuyin, by the table that says each syllable of pinyin. */
  const zhuyin = (reading, table) => reading.split(" ").map((one) => table[one.toLowerCase()] ?? one).join(" ");

  /** The readings of a row of `words` by scheme. */
  function spoken(row, data) {
    const found = Object.fromEntries(data.schemes.map((scheme, at) => [scheme, row[2][at] ?? ""]));
    if (found.pinyin && Object.keys(data.zhuyin ?? {}).length) found.zhuyin = zhuyin(found.pinyin, data.zhuyin);
    return found;
  }

  /** Meanings with their readings: one that is not said is that of the word. */
  const meant = (meanings, row) => (meanings ?? []).map(([reading, ...rest]) => [reading || row[2][0] || "", ...rest]);

  /** Yields [id, start, end, row] for every word where it stands; offsets are in UTF-16 units of the line. */
  function* spots(data) {
    for (const [id, numbers] of Object.entries(data.lines)) {
      let at = 0;
      for (const number of numbers) {
        const end = at + (number < 0 ? -number : data.words[number][0].length);
        if (number >= 0) yield [id, at, end, number];
        at = end;
      }
    }
  }

  /** { language, script, schemes, lists, words, meant: key → meanings, of words inside of others, too }; a word is { at, key, text, other, readings: scheme → […], levels, band,
      meanings: [[reading, senses, form]], spots: [[id, start, end]] }. `glosses` may be missing. */
  function table(data, glosses) {
    const { language, script, lists } = data;
    const entries = new Map();
    const rows = data.words.map((row, at) => {
      const [text, other, , levels, band] = row;
      const known = KnownStore.word(row, data);
      const { key } = known;
      if (!entries.has(key)) entries.set(key, { at: entries.size, key, text, other, readings: {}, levels, band, meanings: meant(glosses?.words[at], row), known, spots: [] });
      const entry = entries.get(key);
      for (const [scheme, reading] of Object.entries(spoken(row, data)))
        if (reading && !(entry.readings[scheme] ??= []).includes(reading)) entry.readings[scheme].push(reading);
      return entry;
    });
    for (const [id, start, end, row] of spots(data)) rows[row].spots.push([id, start, end]);
    const words = [...entries.values()];
    const inner = (glosses?.parts ?? []).map(([text, other, meanings]) => [KnownStore.keyOf(text, other, language), meanings]);
    const told = new Map([...words.map(({ key, meanings }) => [key, meanings]), ...inner]);
    return { language, script, schemes: data.readings, lists, words, meant: (key) => told.get(key) ?? [] };
  }

  /** A line in the other script, of the same length; the line itself where nothing differs. */
  function inOtherScript(id, text, data) {
    const units = [...Array(text.length).keys()].map((at) => text[at]);
    const put = (start, end, other) => {
      units[start] = other;
      units.fill("", start + 1, end);
    };
    let at = 0;
    for (const number of data.lines[id] ?? []) {
      const end = at + (number < 0 ? -number : data.words[number][0].length);
      if (number >= 0 && data.words[number][1]) put(at, end, data.words[number][1]);
      at = end;
    }
    const variants = data.variants[id] ?? [];
    for (let place = 0; place < variants.length; place += 3) put(...variants.slice(place, place + 3));
    return units.join("");
  }

  return { table, spelled, syllables, zhuyin, inOtherScript };
})();
