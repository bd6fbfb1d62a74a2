/* Finds in either tier: candidates in their order, each checked by SearchMatch, in windows of so many that match. What is
   found is ranked inside its window. Names no document.

   The order is this page's document first, then the library's. A library that is scanned is one window; of an indexed one
   every window is as far as the reader has asked. */
const SearchFind = (() => {
  "use strict";

  const WINDOW = 10; // matching units a window, when there is an index
  const LIMIT = 20; // shards of text that a window reads at most, when there is an index
  const AHEAD = 4; // shards on their way at a time, when the text is scanned
  const BREATH = 24; // milliseconds of checking after which the page gets a turn

  /** Over a library (SearchStore) and its engine (SearchMatch). `home` is the document of this page, "" for none. */
  function create(library, engine, { home = "", size = library.root.scan ? Infinity : WINDOW, limit = LIMIT } = {}) {
    const units = SearchUnits.create(library, engine.prepare);
    const { root } = library;
    let asked = null;
    /** A promise of the units of this page's document, [from, to), null when there is none. */
    const own = () => (asked ??= units.spanOfWork(home).catch((error) => ((asked = null), failed(error))));
    const lists = root.scan ? null : { root, dictionary: SearchLists.create(library), shardOf: units.shardOf };
    return {
      units,
      own,
      /** Yields windows { results, shown, units, left, sure, exact, failed, alone } of `most` units; the last one is exact. */
      find: (query, filters = {}, most = size) => find({ library, engine, units, own, size: most, limit, lists }, query, filters),
    };
  }

  async function* find(search, query, filters) {
    const terms = search.engine.parse(query);
    const state = { found: [], matched: 0, shown: 0, units: 0, sure: false, checked: 0, passed: 0, shards: new Set(), failed: new Set() };
    state.want = () => Math.min(Math.max(search.size - state.matched, 2), Math.max(search.limit - state.shards.size, 1));
    let left = 0;
    for await (const batch of candidates(search, terms, filters, state)) {
      left = batch.left + batch.ids.length;
      for await (const unit of read(search, batch.ids, state)) {
        left -= 1;
        if (unit) check(search, unit, terms, filters, state);
        if (state.matched === search.size) yield flush(search, state, filters, left);
      }
      if (left && search.lists && state.shards.size >= search.limit) yield flush(search, state, filters, left);
    }
    if (state.matched || !state.exact) yield flush(search, state, filters, 0);
  }

  /** What may match, in its order: { ids, left } a time. */
  async function* candidates(search, terms, filters, state) {
    if (!terms.some((term) => !term.without)) return;
    const allowed = spans(search, filters);
    allowed.catch(() => {}); // whoever waits for it hears of it
    if (search.lists) yield* listed(search, SearchTerms.plan(terms, search.engine.stem), allowed, state);
    else yield* scanned(search, await allowed);
  }

  /** By the index; where that cannot be read, every unit of this page's document, which may be kept (`alone`). */
  async function* listed(search, plan, allowed, state) {
    let begun = false;
    try {
      for await (const batch of SearchCandidates.find(search.lists, plan, allowed, state)) {
        begun = true;
        yield batch;
      }
    } catch (error) {
      failed(error);
      const home = await search.own();
      if (begun || !home) throw error;
      state.alone = true;
      yield* scanned(search, meet(await allowed, [home]));
    }
  }

  /** The units with these numbers, in turn; null for one whose text cannot be read. */
  async function* read({ units }, ids, state) {
    const shards = new Map();
    for (const number of new Set(ids.map(units.shardOf))) {
      state.shards.add(number);
      shards.set(number, units.shard(number).catch((error) => (state.failed.add(number), failed(error))));
    }
    let since = performance.now();
    for (const id of ids) {
      const shard = await shards.get(units.shardOf(id));
      yield shard && shard(id);
      if (performance.now() - since < BREATH) continue;
      await new Promise((resume) => setTimeout(resume));
      since = performance.now();
    }
  }

  /** What could not be read is passed over, unless it went with its library. */
  function failed(error) {
    if (error instanceof SearchStore.Moved) throw error;
    return null;
  }

  function check({ engine }, { unit, work, page, note, pair }, terms, { language }, state) {
    const side = language ? work.languages.indexOf(language) : undefined;
    const matches = side === -1 ? [] : engine.match(pair, terms, side);
    state.checked += 1;
    if (!matches.length) return;
    state.matched += 1;
    state.units += 1;
    state.passed += 1;
    for (const { rows, score } of matches) state.found.push({ work, page, unit, note, rows, score });
  }

  /** What has been found since the last window, best first. */
  function flush({ engine }, state, { language }, left) {
    const results = engine.rank(state.found);
    state.shown += results.length;
    Object.assign(state, { found: [], matched: 0, shards: new Set(), exact: !left });
    const { shown, units, exact, failed, alone = false } = state;
    return { results, shown, units, left, sure: exact || (state.sure && !language), exact, failed: failed.size, alone };
  }

  /** The spans [from, to) of units that the filters leave, in the order in which they are searched. */
  async function spans({ library, own }, { document, section, notes }) {
    let allowed = [[0, library.root.units]];
    if (section) allowed = meet(allowed, [section]);
    if (document || notes) {
      const entries = (await library.read("documents")).filter(({ id }) => !document || id === document);
      allowed = meet(allowed, entries.map((entry) => [notes ? entry.notes : entry.first, entry.end]));
    }
    const home = await own();
    return home ? [...meet(allowed, [home]), ...meet(allowed, [[0, home[0]], [home[1], Infinity]])] : allowed;
  }

  /** What two lists of spans have in common, in the order of the first. */
  function meet(spans, others) {
    return spans.flatMap(([from, to]) =>
      others.map(([start, end]) => [Math.max(from, start), Math.min(to, end)]).filter(([start, end]) => start < end),
    );
  }

  /** Every unit, shard by shard. */
  function* scanned({ units }, spans) {
    const parts = spans.flatMap(([from, to]) => {
      const found = [];
      for (let at = from; at < to; at = found.at(-1)[1]) found.push([at, Math.min(to, units.spanOf(units.shardOf(at))[1])]);
      return found;
    });
    let left = parts.reduce((sum, [from, to]) => sum + to - from, 0);
    for (const [at, [from, to]] of parts.entries()) {
      for (const [next] of parts.slice(at, at + AHEAD)) units.shard(units.shardOf(next)).catch(() => {});
      left -= to - from;
      yield { ids: Array.from({ length: to - from }, (_, index) => from + index), left };
    }
  }

  return { create };
})();
