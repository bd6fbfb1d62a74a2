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
    let [number, weight] = [0, 1];
    for (let at = 0; at < text.length; at++) {
      const digit = VALUES[text.charCodeAt(at) & 127];
      number += (digit & 31) * weight;
      weight *= 32;
      if (digit & 32) continue;
      found.push(number);
      [number, weight] = [0, 1];
    }
    return found;
  }

  /** Rising numbers from their gaps. */
  function numbers(text) {
    let last = -1;
    return plain(text).map((gap) => (last += gap + 1));
  }

  /** Numbers from the steps between them, up when even. */
  function steps(text) {
    let last = 0;
    return plain(text).map((step) => (last += step % 2 ? -(step + 1) / 2 : step / 2));
  }

  /** Characters and what they fold to, two texts, from the numbers of both. */
  const variants = ([ones, others]) => [numbers(ones), steps(others)].map((points) => String.fromCodePoint(...points));

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
