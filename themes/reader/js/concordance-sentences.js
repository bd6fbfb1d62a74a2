/* The sentences that a term's renderings are looked for in: those of its lines, and others that are at hand. Names no
   document. */
const ConcordanceSentences = (() => {
  "use strict";

  const OTHERS = 3000; // sentences without the term; more say nothing new

  /** From which language into which the lines can be read: [from, to], what most lines have first. */
  function directions(lines) {
    const counts = new Map();
    for (const { work, side, others } of lines)
      for (const other of others) {
        const name = `${work.languages[side]} ${work.languages[other.side]}`;
        if (other.text) counts.set(name, (counts.get(name) ?? 0) + 1);
      }
    return [...counts].sort((one, other) => other[1] - one[1]).map(([name]) => name.split(" "));
  }

  /** The sentences of the lines for ConcordanceRenderings: { source, inside, hits, target, text, lines }. */
  function withTerm(lines, [from, to], tokens) {
    const all = new Map();
    for (const line of lines) {
      const { work, unit, id, at, side, before, hit, after, others } = line;
      const other = others.find((each) => work.languages[each.side] === to);
      if (work.languages[side] !== from || !other?.text) continue;
      const name = `${unit} ${id} ${at[1]}`;
      if (!all.has(name)) all.set(name, { source: tokens(before + hit + after), inside: [], hits: 0, target: tokens(other.text), text: other.text, lines: [] });
      const sentence = all.get(name);
      const [start, end] = [before.length, before.length + hit.length];
      sentence.source.forEach((token, place) => token.start < end && token.end > start && sentence.inside.push(place));
      sentence.hits += 1;
      sentence.lines.push(line);
    }
    return [...all.values()];
  }

  /** Sentences without the term: { source, target }. `units` are those at hand, `taken` the segments that have the term, and
      `has` tells whether a unit of which nothing is taken has it. */
  function withoutTerm(units, [from, to], { taken, has, tokens }) {
    const met = new Set([...taken].map((name) => Number(name.split(" ")[0])));
    const rows = units.flatMap(({ unit, work, pair }) => {
      const [source, target] = [work.languages.indexOf(from), work.languages.indexOf(to)];
      if (source < 0 || target < 0 || (!met.has(unit) && has(pair))) return [];
      return pair.rows.filter(([id, ...texts]) => texts[source] && texts[target] && !taken.has(`${unit} ${id}`)).map(([, ...texts]) => [texts[source], texts[target]]);
    });
    const step = Math.ceil(rows.length / OTHERS);
    return rows.filter((_, at) => at % step === 0).map(([source, target]) => ({ source: tokens(source), target: tokens(target) }));
  }

  return { directions, withTerm, withoutTerm };
})();
