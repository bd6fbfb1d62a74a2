/* How a term is translated: the expressions that stand in the translations of the sentences that have it, far more often than in
   others. Names no document.

   The best expression is taken first (log-likelihood), then the best for the sentences that it leaves, until nothing stands
   out; the rest is translated otherwise. Of a term that stands in few sentences, words are aligned besides, and an expression as
   long as the term is preferred. */
const ConcordanceRenderings = (() => {
  "use strict";

  const { surprise, keys, contains } = ConcordanceGrams;
  const MOST = 12; // renderings of one term
  const ENOUGH = 1000; // sentences to choose them from
  const RARE = 30; // sentences; a term with no more is rare
  const MANY = 15; // one in ten thousand: of so many expressions, some are frequent by chance
  const STRONG = 6.63; // log-likelihood that one expression in a hundred has by chance
  const FAIR = 3.84; // one in twenty
  const WEAK = 2.7; // one in ten
  const SURE = 20; // one in a hundred thousand
  const TIMES = 3; // as often as elsewhere, at least
  const COMMON = 0.2; // share of all sentences; a word in more of them joins others and says little
  const SEVERAL = 3; // sentences that a single character must stand in, or the rendering of a frequent term
  const NEARLY = 0.75; // share of the sentences of an expression that a longer one must have to stand for it

  /** The renderings of a term: { name, keys, forms, rows }, what most sentences have first. `found` are the sentences with the
      term, { source, inside, hits, target, text }: tokens, the places in them that are the term, how often it stands there,
      tokens, and their text. `others` are sentences without it. */
  function renderings(found, others) {
    const step = Math.ceil(found.length / ENOUGH);
    const chosen = select(step > 1 ? found.filter((_, at) => at % step === 0) : found, others);
    const rows = ({ keys }) => [...found.keys()].filter((row) => ConcordanceTokens.places(found[row].target, keys).length);
    return chosen.map((one) => (step > 1 ? { ...one, rows: rows(one) } : one)).sort((one, other) => other.rows.length - one.rows.length);
  }

  function select(found, others) {
    const world = survey(found, others);
    const chosen = untranslated(world);
    let left = new Set([...found.keys()].filter((row) => !chosen[0]?.rows.includes(row)));
    while (left.size && chosen.length < MOST) {
      const best = choose(world, left, chosen);
      if (!best) break;
      chosen.push(best);
      left = new Set([...left].filter((row) => !best.rows.includes(row)));
    }
    return chosen
      .filter((one) => !chosen.some((other) => other !== one && contains(one.name, other.name) && one.rows.every((row) => other.rows.includes(row))))
      .map(({ name, rows }) => ({ name, keys: keys(name), rows, forms: forms(name, found) }));
  }

  /** The term itself, where translations keep it: 5G, AGI. */
  function untranslated({ grams, found }) {
    if (!found.length) return [];
    const { source, inside, hits } = found[0];
    const own = grams.get(ConcordanceGrams.name(inside.slice(0, inside.length / hits).map((at) => source[at].key)));
    return own ? [own] : [];
  }

  /** What is known before anything is chosen: the expressions, which tokens carry meaning, what the term explains. */
  function survey(found, others) {
    const sides = [found.map(({ target }) => target), others.map(({ target }) => target)];
    const grams = ConcordanceGrams.count(...sides, found.length > 4 * RARE ? 2 : 1);
    const world = { grams, found, others, known: new Map() };
    if (found.length <= RARE) world.evidence = ConcordanceRare.evidence(found, others, (key) => says(world, key, false));
    return world;
  }

  /** The best expression for the sentences that are left; a single character only where it alone holds many words together. */
  function choose(world, left, chosen) {
    let [best, single] = [null, null];
    for (const gram of world.grams.values()) {
      if (chosen.some(({ name }) => name === gram.name)) continue;
      const inside = within(gram, left);
      const score = inside && rate(world, gram, inside, left.size);
      if (!score) continue;
      const alone = gram.wide && gram.length === 1;
      if (alone && inside >= SEVERAL && score > (single?.score ?? 0)) single = { ...gram, score };
      if (!alone && score > (best?.score ?? 0)) best = { ...gram, score };
    }
    if (single && single.score > (best?.score ?? 0) && 2 * (best ? within(best, left) : 0) < within(single, left)) return single;
    return best && longer(world, best, left);
  }

  /** In how many of the sentences that are left an expression stands. */
  const within = (gram, left) => gram.rows.filter((row) => left.has(row)).length;

  /** What speaks for an expression in the sentences that are left; 0 when too little does. */
  function rate(world, gram, inside, left) {
    const { found, others } = world;
    if (gram.rows.length * (others.length + 1) < TIMES * gram.elsewhere * found.length) return 0;
    const counted = surprise(inside, left, gram.elsewhere, others.length);
    if (counted < WEAK || !ends(world, gram)) return 0;
    if (!world.evidence) return inside >= SEVERAL && counted >= MANY ? counted : 0;
    const { most, least, bonus } = world.evidence(gram);
    if (counted >= SURE) return counted + Math.max(0, bonus);
    const explained = inside > 1 ? most >= 0.27 : found.length > 1 ? most >= 0.6 && least >= 0.05 : most >= 0.35;
    return explained && counted + bonus >= STRONG ? counted + bonus : 0;
  }

  /** The longest expression around `best` that nearly as many of the sentences have. */
  function longer(world, best, left) {
    const inside = within(best, left);
    if (inside < 2) return best;
    let longest = best;
    for (const gram of world.grams.values())
      if (gram.length > longest.length && contains(gram.name, best.name) && within(gram, left) >= NEARLY * inside && ends(world, gram)) longest = gram;
    return longest;
  }

  /** Whether an expression begins and ends with something that says something. */
  function ends(world, gram) {
    const all = keys(gram.name);
    return says(world, all[0], gram.wide) && says(world, all.at(-1), gram.wide);
  }

  /** Whether a token is more than an article or a preposition: it is not in every fifth sentence, or it goes with the term. A
      character may be part of many words, so less is asked of it. */
  function says({ grams, found, others, known }, key, wide) {
    if (!known.has(key)) {
      const { rows, elsewhere } = grams.get(key) ?? { rows: [], elsewhere: 0 };
      const common = rows.length + elsewhere > COMMON * (found.length + others.length);
      const counted = surprise(rows.length, found.length, elsewhere, others.length);
      const goes = wide ? counted >= WEAK : counted >= FAIR && rows.length * (others.length + 1) >= TIMES * elsewhere * found.length;
      known.set(key, !common || goes);
    }
    return known.get(key);
  }

  /** How an expression is spelt in the sentences, the most frequent spelling first; capitals make no other spelling. */
  function forms(name, found) {
    const counts = new Map();
    for (const { target, text } of found)
      for (const at of ConcordanceTokens.places(target, keys(name))) {
        const spelt = text.slice(target[at].start, target[at + keys(name).length - 1].end);
        const one = counts.get(spelt.toLowerCase()) ?? { spelt, count: 0 };
        one.count += 1;
        counts.set(spelt.toLowerCase(), one);
      }
    return [...counts.values()].sort((one, other) => other.count - one.count).map(({ spelt }) => spelt);
  }

  return { renderings };
})();
