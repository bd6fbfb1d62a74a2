/* The units of an indexed library that may match a query, in their order, few at a time. Names no document.

   Short lists are at hand with the dictionary and are intersected at once. Of long ones only the blocks are read in which
   candidates fall, and none at all where reading the text itself costs no more. */
const SearchCandidates = (() => {
  "use strict";

  const CHUNK = 64; // candidates that are narrowed down together
  const DENSE = 0.5; // share of all units from which a long list says too little for its bytes
  const MISSES = 3; // candidates that did not match before more is looked up

  /** Yields { ids, left }: so many ids as `progress.want` says, and how many candidates are left after them at most; those in
      the spans that `allowed` promises. It watches `progress.checked` and `progress.passed`, and looks up more when too much
      is checked in vain. `progress.sure`: all candidates match, and `left` counts them. */
  async function* find({ root, dictionary, shardOf }, plan, allowed, progress) {
    const { block } = dictionary;
    const lookUp = async (ask) => {
      const lists = await SearchTerms.lists(ask, dictionary);
      return lists && { ...SearchSets.of(lists, root.units), without: Boolean(ask.without) };
    };
    const sets = await Promise.all(plan.now.map(lookUp));
    if (!sets.length || sets.includes(null)) return;
    const narrowing = arranged(sets, plan.late, root.units, lookUp);
    const spans = await allowed;
    progress.sure = plan.sure && SearchSets.isCounted(narrowing.first, spans, root.units);
    for await (const { ids, left } of chunks(narrowing.first, spans, block)) {
      let rest = ids;
      for (const set of narrowing.eager) rest = await narrowed(set, rest, block, shardOf);
      while (rest.length) {
        if (narrowing.late.length && rest.length + left > MISSES && inVain(progress)) {
          const { without, read } = narrowing.late.shift();
          const set = await read();
          if (!set && !without) return;
          if (set && tells(set, root.units)) {
            narrowing.eager.push(set);
            rest = await narrowed(set, rest, block, shardOf);
          }
          Object.assign(progress, { checked: 0, passed: 0 });
          continue;
        }
        const batch = rest.slice(0, narrowing.late.length && !progress.checked ? MISSES : progress.want());
        rest = rest.slice(batch.length);
        yield { ids: batch, left: left + rest.length };
      }
    }
  }

  /** What candidates come from, what narrows them down as they come, and what only when need be. */
  function arranged(sets, asks, units, lookUp) {
    const sorted = sets.toSorted((one, other) => one.count - other.count);
    const short = sorted.filter((set) => set.short);
    const long = sorted.filter((set) => !set.short);
    const first = short.length ? SearchSets.of([{ ids: short.map(({ ids }) => ids).reduce(common) }], units) : long.shift();
    const late = asks.map((ask) => ({ without: ask.without, read: () => lookUp(ask) }));
    return { first, eager: long.filter((set) => tells(set, units)), late };
  }

  const tells = ({ short, count, without }, units) => short || without || count < DENSE * units;

  function common(ids, others) {
    const has = new Set(others);
    return ids.filter((id) => has.has(id));
  }

  const inVain = ({ checked, passed }) => checked - passed >= MISSES && checked - passed > checked / 3;

  /** The ids that the set has, or has not; all of them when their text is read with less. */
  async function narrowed(set, ids, block, shardOf) {
    if (!set.short && new Set(ids.map(shardOf)).size <= SearchSets.blocksFor(set, ids).size) return ids;
    const found = await SearchSets.among(set, ids, block);
    if (!set.without) return found;
    const has = new Set(found);
    return ids.filter((id) => !has.has(id));
  }

  /** The candidates of the spans, { ids, left }. */
  async function* chunks(set, spans, block) {
    const parts = spans.flatMap((span) => SearchSets.cut(set, span));
    let units = spans.reduce((sum, [from, to]) => sum + to - from, 0);
    let left = set.short ? spans.reduce((sum, [from, to]) => sum + SearchSets.inside(set.ids, from, to).length, 0) : set.count;
    for (const [from, to] of parts) {
      const ids = await SearchSets.between(set, from, to, block);
      units -= to - from;
      for (let at = 0; at < ids.length; at += CHUNK) {
        const chunk = ids.slice(at, at + CHUNK);
        left -= chunk.length;
        yield { ids: chunk, left: Math.min(left, units + ids.length - at - chunk.length) };
      }
    }
  }

  return { find };
})();
