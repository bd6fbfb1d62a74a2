/* Sets of units, each the union of some lists (SearchLists): read no further than is asked. Names no document. */
const SearchSets = (() => {
  "use strict";

  const { lastUpTo } = SearchCodes;

  /** A set: `short` when all of it is at hand. `count` is at least how many units it has. */
  function of(lists, units) {
    const long = lists.filter(({ heads }) => heads);
    const ids = merged(lists.filter((list) => list.ids).map((list) => list.ids), units);
    return { ids, long, short: !long.length, count: long.reduce((sum, { count }) => sum + count, ids.length) };
  }

  /** Sorted lists as one. */
  function merged(lists, units) {
    if (lists.length < 2) return lists[0] ?? [];
    const marked = new Uint8Array(units);
    for (const ids of lists) for (const id of ids) marked[id] = 1;
    const ids = [];
    for (let at = marked.indexOf(1); at >= 0; at = marked.indexOf(1, at + 1)) ids.push(at);
    return ids;
  }

  const blockOf = (heads, id) => Math.max(0, lastUpTo(heads.length, (at) => heads[at] > id));

  /** The first unit of which what a long list has at hand does not tell. */
  const endOf = ({ lead }) => (lead.length ? lead.at(-1) + 1 : 0);

  /** The numbers of the blocks in which some ids would stand that are not at hand. */
  const blocksFor = ({ long }, ids) =>
    new Set(long.flatMap((list) => ids.filter((id) => id >= endOf(list)).map((id) => list.first + blockOf(list.heads, id))));

  /** Those of the ids that the set has; `block` reads one. */
  async function among(set, ids, block) {
    const lists = [set.ids, ...set.long.map(({ lead }) => lead), ...(await Promise.all(Array.from(blocksFor(set, ids), block)))];
    return ids.filter((id) => lists.some((list) => has(list, id)));
  }

  const has = (ids, id) => ids[lastUpTo(ids.length, (at) => ids[at] > id)] === id;

  /** The ids of the set in [from, to). */
  async function between(set, from, to, block) {
    const parts = set.long.flatMap((list) => {
      if (to <= endOf(list)) return [];
      const { first, heads } = list;
      const [start, end] = [blockOf(heads, from), blockOf(heads, to - 1)];
      return Array.from({ length: end - start + 1 }, (_, at) => first + start + at);
    });
    const lists = [set.ids, ...set.long.map(({ lead }) => lead), ...(await Promise.all(parts.map(block)))];
    return merged(lists.map((ids) => inside(ids, from, to)), to);
  }

  /** The part of sorted ids in [from, to). */
  const inside = (ids, from, to) => ids.slice(lastUpTo(ids.length, (at) => ids[at] >= from) + 1, lastUpTo(ids.length, (at) => ids[at] >= to) + 1);

  /** A span cut where what is at hand ends, and where the blocks of the set's longest list begin. */
  function cut({ long }, [from, to]) {
    const heads = long.reduce((most, list) => (list.heads.length > most.length ? list.heads : most), []);
    const known = Math.min(...long.map(endOf));
    const inner = heads.filter((head, at) => at && head > known);
    const borders = [from, ...[known, ...inner].filter((border) => from < border && border < to), to];
    return borders.slice(1).map((end, at) => [borders[at], end]);
  }

  /** Whether it is known how many units of the set are in some spans: all of it is at hand, or it is one list and they are
      everything. */
  function isCounted({ short, long, ids }, spans, units) {
    return short || (long.length === 1 && !ids.length && spans.reduce((sum, [from, to]) => sum + to - from, 0) === units);
  }

  return { of, among, between, inside, blocksFor, cut, isCounted };
})();
