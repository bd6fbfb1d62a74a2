/* Which words of a document are shown, and in what order. Names no document. */
const VocabularyFilter = (() => {
  "use strict";

  const TONES = /[\u0304\u0301\u030c\u0300]/g;
  const DIGITS = ["", "\u0304", "\u0301", "\u030c", "\u0300"];
  const LETTERS = /^[\p{sc=Latn}\p{M}\d'’\s:-]+$/u;
  const ORDERS = ["text", "count", "level", "sound"];

  /** Letters as they are compared: small, ü one letter, no spaces or apostrophes. */
  const close = (text) => text.normalize("NFD").toLowerCase().replace(/u(?:\u0308|:)/g, "v").replace(/[\s'’-]/g, "");
  const toneless = (text) => close(text).replace(TONES, "");

  /** Pinyin typed with digits has its tones as marks: fa1zhan3 is fāzhǎn as it is compared, less where in a syllable they stand. */
  const toned = (text) => close(text).replace(/([a-z]+)([1-4])/g, (_, letters, digit) => letters + DIGITS[digit]).replace(/5/g, "");
  const marks = (text) => [...close(text).matchAll(TONES)].map(([mark]) => mark).join("");

  /** A function that says whether a word has what was typed: characters of either script, pinyin with or without tones, or
      the beginning of a word in its meanings. */
  function having(query, told) {
    const asked = query.normalize("NFC").trim();
    if (!asked) return () => true;
    const folded = asked.toLowerCase();
    const latin = LETTERS.test(asked);
    const tones = marks(toned(asked));
    const sound = toneless(toned(asked));
    const spoken = ({ readings }) => Object.values(readings).flat().some((one) => toneless(one).startsWith(sound) && (!tones || marks(one).startsWith(tones)));
    const written = ({ text, other }) => text.toLowerCase().includes(folded) || (other && other.includes(asked));
    return (word) => written(word) || (latin && sound && spoken(word)) || means(told(word), folded);
  }

  function means(meaning, folded) {
    const text = ` ${meaning.toLowerCase()}`;
    for (let at = text.indexOf(folded); at > 0; at = text.indexOf(folded, at + 1)) if (!/[\p{L}\p{N}]/u.test(text[at - 1])) return true;
    return false;
  }

  /** A function that says whether a level is wanted: "" any, "3" this one, "-3" up to it, "3-" from it on, "0" none. */
  function levelled(wanted) {
    const [, upto, level, from] = /^(-?)(\d+)(-?)$/.exec(wanted) ?? [];
    if (level === undefined) return () => true;
    if (upto) return (found) => found > 0 && found <= Number(level);
    return from ? (found) => found >= Number(level) : (found) => found === Number(level);
  }

  /** The words that are wanted: `q` typed, `list` the place of a list and `level` in it, `band` "" or "5", `state` "" or one or
      "help" for those not known, `picked` true for those alone. `stateOf(word)`, `isPicked(word)` and `told(word)`, what it
      means, tell of a word. */
  function chosen(words, { q = "", list = 0, level = "", band = "", state = "", picked = false }, { stateOf, isPicked, told }) {
    const has = having(q, told);
    const fits = levelled(level);
    const common = levelled(band);
    const held = (word) => !state || (state === "help" ? stateOf(word) !== "known" : stateOf(word) === state);
    return words.filter((word) => has(word) && fits(word.levels[list] ?? 0) && common(word.band) && (!picked || isPicked(word)) && held(word));
  }

  /** How a word sounds, as it is sorted: the letters, then the tones in their order, no tone last. */
  function sounds(word, scheme) {
    const said = word.readings[scheme]?.[0] ?? "";
    const tones = said.split(" ").map((syllable) => DIGITS.indexOf(marks(syllable)[0] ?? "") || 5);
    return [toneless(said), tones.join("")];
  }

  /** The words in an order: of the text, by how often they occur, by level of a list, by sound. What
      is equal stays in the order of the text. */
  function sorted(words, order, { list = 0, language = "zh", scheme = "pinyin" } = {}) {
    const letters = new Intl.Collator(language);
    const spoken = new Intl.Collator("en");
    const level = (word) => word.levels[list] || Infinity;
    const sound = (one, other) => {
      const [[letter, tone], [its, tones]] = [sounds(one, scheme), sounds(other, scheme)];
      return spoken.compare(letter, its) || spoken.compare(tone, tones) || letters.compare(one.text, other.text);
    };
    const compare = {
      count: (one, other) => other.spots.length - one.spots.length,
      level: (one, other) => (level(one) === level(other) ? 0 : level(one) - level(other)),
      sound,
    }[order];
    return compare ? [...words].sort((one, other) => compare(one, other) || one.at - other.at) : words;
  }

  /** How many words, and how many of the running words, are in each state: { words: state → n, running: state → n }. */
  function census(words, stateOf) {
    const told = { words: { new: 0, learning: 0, known: 0 }, running: { new: 0, learning: 0, known: 0 } };
    for (const word of words) {
      told.words[stateOf(word)] += 1;
      told.running[stateOf(word)] += word.spots.length;
    }
    return told;
  }

  return { ORDERS, chosen, sorted, census };
})();
