/* How numbers and terms are written in the files of the search: read back here. Names no document. */
const SearchCodes = (() => {
  "use strict";

  const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const VALUES = new Int8Array(128);
  Array.from(LETTERS).forEach((letter, value) => (VALUES[letter.charCodeAt(0)] = value));

  /** What one letter counts, 0 to 63. */
  const value = (letter) => VALUES[letter.charCodeAt(0) & 127];

  /** Numbers as they are: five bits a letter, the lowest first, 32 when more follow. */
  function plain(text) {
    const found = [];
    let number = 0;
    let weight = 1;
    for (let at = 0; at < text.length; at++) {
      const digit = VALUES[text.charCodeAt(at) & 127];
      number += (digit & 31) * weight;
      weight *= 32;
      if (digit & 32) continue;
      found.push(number);
      number = 0;
      weight = 1;
    }
    return found;
  }

  /** Rising numbers from their gaps. */
  function numbers(text) {
    const found = plain(text);
    let last = -1;
    for (let at = 0; at < found.length; at++) found[at] = last += found[at] + 1;
    return found;
  }

  /** Numbers from the steps between them, up when even. */
  function steps(text) {
    let last = 0;
    return plain(text).map((step) => (last += step % 2 ? -(step + 1) / 2 : step / 2));
  }

  /** A function from a character to the one it folds to, undefined when to itself. `ones` and `others` are the numbers of both,
      and are read when there is a character that may fold. */
  function variants([ones, others]) {
    let known = null;
    return (character) => {
      const point = character.codePointAt(0);
      if (point < 0x2e80) return undefined; // below all Chinese characters
      known ??= [numbers(ones), steps(others)];
      const at = lastUpTo(known[0].length, (at) => known[0][at] > point);
      return known[0][at] === point ? String.fromCodePoint(known[1][at]) : undefined;
    };
  }

  /** A UTF-16 unit so that units stand in the order of code points: surrogates after all others. */
  const placed = (unit) => (unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x2000 : unit - 0x800);

  /** Which of two texts comes first by code points, as Python sorts: below, at or above 0. */
  function compare(one, other) {
    const length = Math.min(one.length, other.length);
    for (let at = 0; at < length; at++) {
      const [left, right] = [one.charCodeAt(at), other.charCodeAt(at)];
      if (left !== right) return placed(left) - placed(right);
    }
    return one.length - other.length;
  }

  /** Where the last entry stands that is not above what is looked for, -1 when all are; `above` tells whether one is. */
  function lastUpTo(count, above) {
    let [low, high] = [0, count];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (above(middle)) high = middle;
      else low = middle + 1;
    }
    return low - 1;
  }

  return { value, plain, numbers, steps, variants, compare, lastUpTo };
})();
