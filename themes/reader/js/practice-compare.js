/* What somebody typed beside what stands there: script, width, capitals, punctuation and spaces make no difference. */
const PracticeCompare = (() => {
  "use strict";

  const BESIDE = /[\p{P}\p{S}\s\u00ad]/u;
  const DIGIT = /\p{Nd}/u;

  /** A function that maps a character to the one form of it that is compared; `variants` maps characters to theirs in
   *  the other script. */
  const folder = (variants = new Map()) => (character) => {
    const plain = character.normalize("NFKC").toLowerCase().normalize("NFD").replace(/\p{Mn}/gu, "");
    return [...plain].map((each) => variants.get(each) ?? each).join("");
  };

  /** What of a text is compared: [form, from, to] each, in UTF-16 units. A point between digits and a sign of per cent
   *  belong to the number. */
  const units = (text, fold) => {
    const found = [];
    const characters = [...text.matchAll(/\P{M}\p{M}*/gsu)];
    characters.forEach(({ 0: character, index }, at) => {
      const [before, after] = [characters[at - 1]?.[0] ?? "", characters[at + 1]?.[0] ?? ""];
      const numeric = DIGIT.test(before) && (/[%％]/.test(character) || (/[.．]/.test(character) && DIGIT.test(after)));
      const form = !BESIDE.test(character[0]) || numeric ? fold(character) : "";
      if (form) found.push([form, index, index + character.length]);
    });
    return found;
  };

  /** Whether two texts say the same. */
  const same = (one, other, fold) => {
    const form = (text) => units(text, fold).map(([unit]) => unit).join("");
    return form(one) === form(other);
  };

  /** How many units have a longest common subsequence from each pair of places on. */
  const common = (one, other) => {
    const table = Array.from({ length: one.length + 1 }, () => new Uint16Array(other.length + 1));
    for (let a = one.length - 1; a >= 0; a--)
      for (let b = other.length - 1; b >= 0; b--) table[a][b] = one[a][0] === other[b][0] ? table[a + 1][b + 1] + 1 : Math.max(table[a + 1][b], table[a][b + 1]);
    return table;
  };

  /** Each step from one text to the other: [what, place], what is missing before what is too much. */
  const steps = (one, other) => {
    const table = common(one, other);
    const path = [];
    for (let a = 0, b = 0; a < one.length || b < other.length; ) {
      const alike = a < one.length && b < other.length && one[a][0] === other[b][0];
      if (alike) {
        path.push(["same", a++]);
        b++;
      } else if (a < one.length && (b === other.length || table[a + 1][b] >= table[a][b + 1])) path.push(["missing", a++]);
      else path.push(["extra", b++]);
    }
    return path;
  };

  /** What was typed, held against what is right: { runs: [{ kind: same | missing | extra, text }], right, of, extra }.
   *  The runs that are same or missing give the right text, punctuation and all. */
  const difference = (right, typed, fold) => {
    const [one, other] = [units(right, fold), units(typed, fold)];
    const runs = [];
    const add = (kind, text) => {
      if (!text) return;
      const last = runs[runs.length - 1];
      if (last?.kind === kind) last.text += text;
      else runs.push({ kind, text });
    };
    const counts = { same: 0, missing: 0, extra: 0 };
    let rest = right.slice(0, one[0]?.[1] ?? right.length); // punctuation that comes next
    for (const [kind, place] of steps(one, other)) {
      counts[kind]++;
      if (kind === "extra") add(kind, typed.slice(...other[place].slice(1)));
      else {
        const [, from, to] = one[place];
        add("same", rest);
        add(kind, right.slice(from, to));
        rest = right.slice(to, one[place + 1]?.[1] ?? right.length);
      }
    }
    add("same", rest);
    return { runs, right: counts.same, of: one.length, extra: counts.extra };
  };

  /** How many of the places stand in their order, whatever stands between: the longest rising run. */
  const inOrder = (places) => {
    const ends = []; // the smallest end of a rising run, by its length
    for (const place of places) {
      const at = ends.findIndex((end) => end >= place);
      ends[at < 0 ? ends.length : at] = place;
    }
    return ends.length;
  };

  return { folder, units, same, difference, inOrder };
})();
