/* What is known of the words of a text, out of its two scripts of data: see outputs/glosses.py. Knows of no page. */
const GlossText = (() => {
  "use strict";

  const MOST_INNER = 8;
  const ENDING = 2; // letters that a word in an expression may have more than its form in the dictionary
  const HAN = /([\p{Script=Han}〇]+)\|([\p{Script=Han}〇]+)/gu; // 直轄市|直辖市: both scripts, as CC-CEDICT has them
  const VOWEL = /^[aāáǎàeēéěèêoōóǒò]/i;

  /** A word's syllables as pinyin spells words; an apostrophe parts one that begins with a vowel (GB/T 16159). */
  const joined = (reading) => reading.split(" ").map((one, at) => (at && VOWEL.test(one) ? `’${one}` : one)).join("");

  /** The words of a line: { place, start, end }, where place is that in `words` and offsets are in UTF-16 units. */
  function cut(data, line) {
    const found = [];
    let at = 0;
    for (const place of data.lines[line] ?? []) {
      const length = place < 0 ? -place : data.words[place][0].length;
      if (place >= 0) found.push({ place, start: at, end: at + length });
      at += length;
    }
    return found;
  }

  /** The readings of a word, as they are spelled: [scheme, reading]. */
  function readings(data, place) {
    const told = data.schemes.map((scheme, at) => [scheme, data.words[place][2][at]]).filter(([, reading]) => reading);
    const pinyin = told.find(([scheme]) => scheme === "pinyin")?.[1];
    const sounds = pinyin?.toLowerCase().split(" ").map((syllable) => data.zhuyin[syllable]);
    const spelled = told.map(([scheme, reading]) => [scheme, scheme === "pinyin" ? joined(reading) : reading]);
    return sounds?.every(Boolean) ? [...spelled, ["zhuyin", sounds.join(" ")]] : spelled;
  }

  /** Meanings as [head, senses…] each; the head is the form and reading, as far as they are not those of the word. Of words
      in both scripts, that of the text is kept. */
  function meanings(data, rows) {
    const kept = /hans/i.test(data.language) ? "$2" : "$1";
    return rows.map(([reading, senses, form = ""]) => [`${form} ${joined(reading)}`.trim(), ...senses.replace(HAN, kept).split("/")]);
  }

  /** On which levels a word stands: [title of the list, label], a list that lacks the word left out. */
  function levels(data, place) {
    return data.lists.flatMap(([, title, labels], at) => {
      const level = data.words[place][3][at];
      return level ? [[title, labels[level - 1]]] : [];
    });
  }

  /** The words inside of one that have meanings, in the order in which they begin, longer ones first. What is read as the
      whole word is comes first: 商 in 營商 is shāng, and not the dynasty Shāng. */
  function inner(data, glosses, place) {
    const [text, , [spoken = ""]] = data.words[place];
    const fits = ([reading]) => Boolean(reading) && spoken.includes(reading);
    const found = new Map();
    const take = (word, other, reading, rows) => {
      const at = within(text, word);
      if (at >= 0 && word.length < text.length && rows.length && !found.has(word)) found.set(word, { word, other, at, reading, meanings: meanings(data, rows) });
    };
    for (const [word, other, told] of glosses.parts) {
      const rows = [...told.filter(fits), ...told.filter((row) => !fits(row))];
      take(word, other, joined(rows[0]?.[0] ?? ""), rows);
    }
    data.words.forEach(([word, other, [reading = ""]], at) => take(word, other, joined(reading), glosses.words[at]));
    return [...found.values()].sort((one, two) => one.at - two.at || two.word.length - one.word.length).slice(0, MOST_INNER);
  }

  /** Where a word is inside of another, -1 when it is not. Of an expression in letters, a word is one of its words, perhaps
      with an ending: plan in action plans. */
  function within(text, word) {
    if (/^\p{Script=Han}/u.test(word)) return text.indexOf(word);
    const wanted = word.toLowerCase();
    const found = [...text.toLowerCase().matchAll(/\p{L}+/gu)].find(([token]) => token.startsWith(wanted) && token.length - wanted.length <= ENDING);
    return found ? found.index : -1;
  }

  /** Where a word stands: [line, how often there], in the order of the text. */
  function spots(data, text) {
    const wanted = text.toLowerCase();
    const places = new Set(data.words.flatMap(([word], place) => (word.toLowerCase() === wanted ? [place] : [])));
    return Object.entries(data.lines).flatMap(([line, row]) => {
      const count = row.filter((place) => places.has(place)).length;
      return count ? [[line, count]] : [];
    });
  }

  return { joined, cut, readings, meanings, levels, inner, spots };
})();
