/* Which sentences an exercise takes from a passage, and in which order of chance it shows them. */
const PracticeChoose = (() => {
  "use strict";

  const MANY = 8; // parts of a paragraph that can still be put in order by eye

  /** Sentences whose texts differ on both sides, so that each has one partner only. */
  const distinct = (segments, sides) => {
    const seen = sides.map(() => new Set());
    return segments.filter(({ texts }) => {
      if (sides.some((side, at) => !texts[side] || seen[at].has(texts[side]))) return false;
      sides.forEach((side, at) => seen[at].add(texts[side]));
      return true;
    });
  };

  /** Sentences to be matched: { rows: in their order, partners: for each letter the place of its row }. */
  const match = (segments, sides, count, random) => {
    const rows = PracticeRandom.some(distinct(segments, sides), count, random);
    return { rows, partners: PracticeRandom.disordered(rows.map((_, at) => at), random) };
  };

  /** Paragraphs to be put in order: each { pair, segments: in order, mixed: the places as they are shown }. A long one
   *  gives a run of its parts. */
  const order = (segments, side, count, random) => {
    const pairs = new Map();
    for (const segment of segments) if (segment.texts[side]) pairs.set(segment.pair, [...(pairs.get(segment.pair) ?? []), segment]);
    const able = [...pairs.values()].filter((parts) => parts.length > 2);
    return PracticeRandom.some(able, count, random).map((parts) => {
      const from = Math.floor(random() * Math.max(1, parts.length - MANY + 1));
      const chosen = parts.slice(from, from + MANY);
      return { pair: chosen[0].pair, segments: chosen, mixed: PracticeRandom.disordered(chosen.map((_, at) => at), random) };
    });
  };

  /** Sentences to be written down: rather short ones. */
  const dictation = (segments, side, count, random) => {
    const there = segments.filter(({ texts }) => texts[side]);
    const lengths = there.map(({ texts }) => texts[side].length).sort((a, b) => a - b);
    const most = Math.max(40, lengths[Math.floor(lengths.length / 2)] ?? 0);
    return PracticeRandom.some(there.filter(({ texts }) => texts[side].length <= most), count, random);
  };

  return { match, order, dictation };
})();
