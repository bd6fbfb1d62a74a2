/* Chance that can be repeated: the same seed gives every pupil of a class the same task, in every browser. */
const PracticeRandom = (() => {
  "use strict";

  const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"; // none that are taken for another when a seed is read out

  /** A number of 32 bits that depends on all of a text (FNV-1a). */
  const digest = (text) => {
    let hash = 0x811c9dc5;
    for (const character of text) hash = Math.imul(hash ^ character.codePointAt(0), 0x01000193);
    return hash >>> 0;
  };

  /** A function that gives numbers from 0 up to 1, always the same ones for a seed: a Weyl sequence, well mixed. */
  const seeded = (seed) => {
    let state = digest(String(seed));
    return () => {
      state = (state + 0x9e3779b9) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
      mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
      return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
    };
  };

  /** The list in another order (Fisher and Yates). */
  const shuffled = (list, random) => {
    const mixed = [...list];
    for (let at = mixed.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1));
      [mixed[at], mixed[other]] = [mixed[other], mixed[at]];
    }
    return mixed;
  };

  /** The list in an order in which, if that can be, it is not already. */
  const disordered = (list, random) => {
    if (list.length < 2) return [...list];
    for (let tries = 0; tries < 20; tries++) {
      const mixed = shuffled(list, random);
      if (mixed.some((item, at) => item !== list[at])) return mixed;
    }
    return [...list.slice(1), list[0]];
  };

  /** So many of the list, in the order they have there. */
  const some = (list, count, random) => {
    const chosen = new Set(shuffled(list.map((_, at) => at), random).slice(0, count));
    return list.filter((_, at) => chosen.has(at));
  };

  /** A new seed, short enough to be read out. `chance` gives numbers like Math.random. */
  const fresh = (chance = Math.random) => Array.from({ length: 4 }, () => LETTERS[Math.floor(chance() * LETTERS.length)]).join("");

  return { seeded, shuffled, disordered, some, fresh };
})();
