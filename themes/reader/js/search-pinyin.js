/* From Latin letters to the Chinese words of the library that they spell in pinyin, with tones or spaces or without. Names
   no document. */
const SearchPinyin = (() => {
  "use strict";

  const SYLLABLE =
    /^(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|iao|ian|uai|uan|ang|eng|ing|ong|ai|ei|ui|ao|ou|iu|ie|ve|ue|er|an|en|in|un|ia|ua|uo|[aoeiuv])$/;
  const READINGS = 8; // ways to cut letters into syllables that are tried
  const LONGEST = 6; // letters of a syllable
  const KEPT = 64; // words carried from syllable to syllable
  const TONES = /[\u0304\u0301\u030c\u0300]/g;

  /** The letters of a query in pinyin, with v for ü; "" when it is anything else. */
  function letters(query) {
    const plain = query.normalize("NFKC").toLowerCase().normalize("NFD").replace(TONES, "");
    const spelt = plain.replace(/u(?:\u0308|:)/g, "v").replace(/([a-z])[1-5]/g, "$1").replace(/[\s'’·-]/g, "").replace(/([ln])ue/g, "$1ve");
    return /^[a-z]{2,48}$/.test(spelt) ? spelt : "";
  }

  /** The ways to cut letters into syllables, few syllables first. */
  function readings(text) {
    const found = [];
    const cut = (at, syllables) => {
      if (at === text.length) found.push(syllables);
      for (let size = Math.min(LONGEST, text.length - at); size && found.length < READINGS; size--) {
        const syllable = text.slice(at, at + size);
        if (SYLLABLE.test(syllable)) cut(at + size, [...syllables, syllable]);
      }
    };
    cut(0, []);
    return found.sort((one, other) => one.length - other.length);
  }

  /** Words (folded) that a query spells, frequent ones first; `lines` promises the lines of a first syllable, "" for none:
      second syllable TAB two characters and a letter of frequency each. */
  async function words(query, lines) {
    const found = new Map();
    const known = readings(letters(query)).filter((syllables) => syllables.length > 1);
    for (const [word, frequency] of (await Promise.all(known.map((one) => spelt(one, lines)))).flat())
      found.set(word, Math.max(frequency, found.get(word) ?? 0));
    return Array.from(found).sort((one, other) => other[1] - one[1]).map(([word]) => word);
  }

  async function spelt(syllables, lines) {
    let words = null;
    for (let at = 0; at + 1 < syllables.length; at++) {
      const pairs = pairsOf(await lines(syllables[at]), syllables[at + 1]);
      words = words === null ? pairs : words.flatMap((word) => longer(word, pairs));
      words = words.sort((one, other) => other[1] - one[1]).slice(0, KEPT);
      if (!words.length) break;
    }
    return words;
  }

  function longer([word, frequency], pairs) {
    const last = Array.from(word).at(-1);
    return pairs
      .filter(([pair]) => pair.startsWith(last))
      .map(([pair, other]) => [word + pair.slice(last.length), Math.min(frequency, other)]);
  }

  function pairsOf(lines, second) {
    const line = `\n${lines}`.split(`\n${second}\t`)[1] ?? "";
    const characters = Array.from(line.split("\n")[0]);
    const pairs = [];
    for (let at = 0; at + 2 < characters.length; at += 3) pairs.push([characters[at] + characters[at + 1], SearchCodes.value(characters[at + 2])]);
    return pairs;
  }

  return { letters, readings, words };
})();
